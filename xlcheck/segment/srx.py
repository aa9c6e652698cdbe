"""LanguageTool's segmentation rules through `choppa`: the only importer of that package.

The rules are proposals (see `boundaries`). They are run on windows of bounded length, because some of them look
ahead to the end of the line each time they match: on a line of a million characters that would be quadratic.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from choppa import SrxDocument

WINDOW = 4_000
"""Characters of which the break positions are taken from one run of the rules."""
MARGIN = 400
"""Characters of context that a run sees on either side; no rule looks back further than a few times 100."""

RULES_FOR = {
    # Relatives whose abbreviations, ordinals and quotation marks work alike.
    "cs": "sk",
    "nb": "da",
    "nn": "da",
    "no": "da",
    "bg": "ru",
    "mk": "ru",
    "hr": "sl",
    "bs": "sl",
    "ur": "ar",
    # Terminal marks only.
    "hu": "lt",
    "fi": "lt",
    "et": "lt",
    "lv": "lt",
    "th": "lt",
    "hi": "lt",
}
"""Rules to use for languages that have none of their own; `FALLBACK` for everything else."""

FALLBACK = "en"
"""English rules know titles, initials and "p.m.", which Turkish, Korean and Indonesian news use as well."""

RULED = re.compile(
    "ar|ast|be|br|ca|crh|da|de|el|en|eo|es|fa|fr|ga|gl|is|it|ja|lt|ml|nl|pl|pt|ro|ru|sk|sl|sr|sv|ta|tl|uk|zh"
)
"""Languages that the rule file maps to rules with break positions."""

_ONE_SENTENCE = re.compile(r"""[\w ,'"%“”„«»’–-]*[.!?…]*['"”»’]?""")
"""What no rule of any language breaks: nothing before the marks at the end could end a sentence."""

_LOOKS_FOR_BRACKET = (r"\([^\)]", r"\[[^\]]", r"\{[^\}]")
"""How a rule's pattern begins that asks whether a bracket was opened up to four sentence ends ago."""


def srx_breaks(text: str, language: str) -> list[int]:
    """Return the offsets at which the rules begin a new sentence, ascending, without 0 and the text's end."""
    if _ONE_SENTENCE.fullmatch(text):
        return []
    code = language.lower().replace("_", "-").split("-")[0]
    rules = code if RULED.fullmatch(code) else RULES_FOR.get(code, FALLBACK)
    breaks: list[int] = []
    for start in range(0, max(len(text), 1), WINDOW):
        left = max(start - MARGIN, 0)
        for position in _breaks(text[left : start + WINDOW + MARGIN], rules):
            if start <= left + position < start + WINDOW:
                breaks.append(left + position)
    return [position for position in breaks if 0 < position < len(text)]


def _breaks(text: str, rules: str) -> list[int]:
    document = _document()
    from choppa import SrxTextIterator

    breaks = []
    position = 0
    for piece in SrxTextIterator(document, rules, text):
        position += len(piece)
        breaks.append(position)
    return breaks


@cache
def _document() -> SrxDocument:
    """Load the rule file, once per process; it compiles and keeps each language's rules when they are first used.

    The rules that look back for an opening bracket are left out: on "a. a. a. a." each of them tries tens of thousands
    of ways to match. `brackets` does their work.
    """
    _import_choppa()
    from choppa import DEFAULT_SRX_RULESET, SrxDocument

    document = SrxDocument(ruleset=DEFAULT_SRX_RULESET)
    for language_map in document.language_map_list:
        rules = language_map.language_rule.rules
        rules[:] = [rule for rule in rules if rule.is_break or not rule.before_pattern.startswith(_LOOKS_FOR_BRACKET)]
    return document


class _Later(ModuleType):
    """A module that is loaded when something in it is first asked for."""

    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self.__name__), name)


def _import_choppa() -> None:
    """Import choppa without xmlschema, with which it can validate rule files: that takes as long as choppa's own work.

    choppa keeps the stand-in; to everybody else the module is as if it had never been imported.
    """
    if "xmlschema" in sys.modules:
        return
    sys.modules["xmlschema"] = _Later("xmlschema")
    try:
        import choppa  # noqa: F401
    finally:
        del sys.modules["xmlschema"]
