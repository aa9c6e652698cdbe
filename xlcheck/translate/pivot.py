"""Translation through a third language, for languages that no pack brings straight into English.

Both packs add their mistakes, and the first's cannot be seen in the English of the second. Such a translation is
therefore always suspect: it may help to read and to align, never to accuse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.translate.base import RawTranslation
from xlcheck.translate.health import COPIED, FOREIGN
from xlcheck.translate.packs import pack_code

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from xlcheck.translate.base import Translator

THROUGH = "translated through "
"""How the reason begins that every such translation carries; the code of the language follows."""
_ABOUT_ENGLISH = frozenset({FOREIGN, COPIED})
"""Reasons that say nothing about a text in a third language: it may be in any script, and near to the source."""


class PivotTranslator:
    """Compose translators: what `final` brings into English by itself stays its work.

    Args:
        final: translates into English.
        first: for each further language, the translator that reads it and the code of the language that it writes,
            which is one of `final`'s.
    """

    def __init__(self, final: Translator, first: Mapping[str, tuple[Translator, str]]) -> None:
        self._final = final
        direct = final.languages()
        self._first = {
            language: (translator, through)
            for language, (translator, through) in first.items()
            if language not in direct and through in direct
        }
        self.engine = final.engine

    def languages(self) -> frozenset[str]:
        """Return the codes that are translated straight or through another language."""
        return self._final.languages() | self._first.keys()

    def describe(self, language: str) -> str:
        """Return the description of what translates a language: of both translators, for a way through another."""
        step = self._first.get(pack_code(language))
        if step is None:
            return self._final.describe(language)
        translator, through = step
        return f"{translator.describe(language)} then {self._final.describe(through)}"

    def translate(
        self, texts: Sequence[str], *, language: str, progress: Callable[[int], None] | None = None
    ) -> list[RawTranslation]:
        """Return one translation per text, in order.

        One through another language has no score (log-probabilities of two models do not add up to one), names both
        packs, and is suspect.

        Args:
            texts: sentences.
            language: a code out of `languages()`.
            progress: called with the number of texts finished since the last call.

        Raises:
            TranslationError: the language is not covered, or one of the packs cannot be used.
        """
        step = self._first.get(pack_code(language))
        if step is None:
            return self._final.translate(texts, language=language, progress=progress)
        translator, through = step
        halfway = translator.translate(texts, language=language)
        english = self._final.translate([item.text for item in halfway], language=through, progress=progress)
        return [_joined(*pair, through) for pair in zip(halfway, english, strict=True)]


def _joined(first: RawTranslation, second: RawTranslation, through: str) -> RawTranslation:
    early = (reason for reason in first.suspect if reason not in _ABOUT_ENGLISH)
    reasons = (*early, *second.suspect, f"{THROUGH}{through}")
    return RawTranslation(text=second.text, pack=f"{first.pack} + {second.pack}", suspect=tuple(dict.fromkeys(reasons)))
