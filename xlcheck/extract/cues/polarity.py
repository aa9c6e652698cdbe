"""Words that negate, read from a sentence with the word lists of its own language.

Phrases that contain a negator but negate nothing (not only, nicht zuletzt) are set aside first. Words that merely
imply a negation are reported too, as `implicit`: they do not make a statement negative for sure, but whoever compares
two sentences has to know that they are there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.extract.phrases import INDIC_SIGNS, UNBROKEN
from xlcheck.lang.profile import load_profile
from xlcheck.model import PolarityCue, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NEGATOR = "negator"
IMPLICIT = "implicit"
_ENDING, _AFFIXED = "ending", "affixed"
"""Groups of a pattern besides these two: negators told by their ending, and words with a negative affix."""
_APOSTROPHES = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{MODIFIER LETTER APOSTROPHE}": "'"})
_LETTERS = r"[^\W\d_]"
_GAP = " \N{HORIZONTAL ELLIPSIS} "
_INDIC = re.compile("[\N{DEVANAGARI SIGN INVERTED CANDRABINDU}-\N{DEVANAGARI SIGN NUKTA}]")
_INDIC_LETTERS = rf"(?:{_LETTERS}|[{INDIC_SIGNS}])"
_WITHIN = rf"[\w{INDIC_SIGNS}]"
_START = rf"(?:(?<!{_WITHIN})|(?={UNBROKEN}))"
_END = rf"(?:(?!{_WITHIN})|(?<!{_WITHIN})|(?<={UNBROKEN}))"
"""Where a cue may begin and end: at a word's border, and anywhere in a script that has none."""
_TITLE = 0.5
"""Share of a sentence's longer words with a capital from which it is a heading, where capitals mean nothing."""
_LONGER_WORD = re.compile(rf"\b{_LETTERS}{{4,40}}")


def extract_polarity(span: Span, language: str) -> tuple[PolarityCue, ...]:
    """Return the negation cues of a span in order of position; none where the language has no list."""
    pattern = _cues(language)
    if pattern is None:
        return ()
    text = span.text.translate(_APOSTROPHES)
    other = _mark(text, pattern.not_cues)
    names_have_capitals = pattern.names_have_capitals and not _is_heading(text)
    masked = bytearray(len(text))
    cues = []
    for match in pattern.pseudo.finditer(text) if pattern.pseudo else ():
        if not any(other[match.start() : match.end()]):
            masked[match.start() : match.end()] = b"\x01" * len(match.group())
            cues.append(PolarityCue(span=span.sub(match.start(), match.end()), strength=IMPLICIT))
    for match in pattern.cue.finditer(text):
        # A cue that reaches into a word known to be none crosses a border between words (而非洲).
        if any(other[match.start() : match.end()]) or all(masked[match.start() : match.end()]):
            continue
        strength = IMPLICIT if match.lastgroup in (IMPLICIT, _AFFIXED) else NEGATOR
        if names_have_capitals and match.lastgroup != NEGATOR and _is_name(text, match.start()):
            continue
        cues.append(PolarityCue(span=span.sub(match.start(), match.end()), strength=strength))
    return tuple(sorted(cues, key=lambda cue: cue.span.start))


def _is_heading(text: str) -> bool:
    words = [match.group() for match in _LONGER_WORD.finditer(text)]
    return sum(word[0].isupper() for word in words) > _TITLE * len(words)


def _is_name(text: str, start: int) -> bool:
    """Tell whether a word has a capital although it follows another word: Illinois denies nothing."""
    return text[start].isupper() and start > 1 and text[start - 1] == " " and text[start - 2].isalnum()


def _mark(text: str, pattern: re.Pattern[str] | None) -> bytearray:
    """Return one byte per code point, non-zero where the pattern matches."""
    marks = bytearray(len(text))
    for match in pattern.finditer(text) if pattern else ():
        marks[match.start() : match.end()] = b"\x01" * len(match.group())
    return marks


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The compiled lists of one language."""

    cue: re.Pattern[str]
    pseudo: re.Pattern[str] | None
    not_cues: re.Pattern[str] | None
    names_have_capitals: bool


@cache
def _cues(language: str) -> _Patterns | None:
    profile = load_profile(language).polarity
    if not profile.negators:
        return None
    affixed = [_affix(item, profile.affix_stem) for item in profile.affixed]
    exceptions = (
        f"(?!(?:{_alternatives(profile.affix_exceptions, profile.harmony)})\\b)" if profile.affix_exceptions else ""
    )
    endings = [item for item in profile.negators if item.startswith("*") and "'" not in item]
    words = [item for item in profile.negators if item not in endings]
    lists = {NEGATOR: words, _ENDING: endings, IMPLICIT: profile.implicit}
    groups = [f"(?P<{name}>{_alternatives(items, profile.harmony)}){_END}" for name, items in lists.items() if items]
    if affixed:
        groups.append(f"{exceptions}(?P<{_AFFIXED}>{'|'.join(affixed)})\\b")
    cue = re.compile(rf"{_START}(?:{'|'.join(groups)})", re.IGNORECASE)
    capitals = not load_profile(language).names.nouns_capitalised
    return _Patterns(
        cue, _phrases(profile.pseudo, profile.harmony), _phrases(profile.not_cues, profile.harmony), capitals
    )


def _phrases(phrases: Sequence[str], harmony: Mapping[str, str]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    return re.compile(rf"{_START}(?:{_alternatives(phrases, harmony)})(?:(?!\w)|(?<={UNBROKEN}))", re.IGNORECASE)


def _alternatives(items: Sequence[str], harmony: Mapping[str, str]) -> str:
    """Join list entries, the longest first; words of any beginning are tried last and together, at their ends."""
    ordered = sorted(items, key=lambda item: (-len(item), item))
    endings = [item for item in ordered if item.startswith("*") and " " not in item]
    patterns = [_item(item, harmony) for item in ordered if item not in endings]
    if endings:
        patterns.append(f"{_LETTERS}{{0,40}}(?:{'|'.join(_item(item[1:], harmony) for item in endings)})")
    return "|".join(patterns)


def _item(item: str, harmony: Mapping[str, str]) -> str:
    """Turn one list entry into a regular expression; runs of letters are bounded, so matching stays linear."""
    first, _, second = item.partition(_GAP)
    if second:
        return (
            _item(first, harmony) + rf"(?:\s{{1,4}}(?:{_WITHIN}|'){{1,40}}){{0,3}}?\s{{1,4}}" + _item(second, harmony)
        )
    pattern = re.escape(item.strip("*")).replace("\\ ", r"\s{1,4}").replace("\\#", r"\d{1,9}")
    for letter, stands_for in harmony.items():
        pattern = pattern.replace(letter, f"[{stands_for}]")
    letters = _INDIC_LETTERS if _INDIC.search(item) else _LETTERS
    before = f"{letters}{{0,40}}" if item.startswith("*") else ""
    after = f"{letters}{{0,40}}" if item.endswith("*") else ""
    return before + pattern + after


def _affix(item: str, stem: int) -> str:
    letters = f"{_LETTERS}{{{stem},40}}"
    return re.escape(item.strip("*")) + letters if item.endswith("*") else letters + re.escape(item.strip("*"))
