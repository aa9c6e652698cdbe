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

from xlcheck.extract.phrases import UNBROKEN
from xlcheck.lang.profile import load_profile
from xlcheck.model import PolarityCue, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

NEGATOR = "negator"
IMPLICIT = "implicit"
_APOSTROPHES = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{MODIFIER LETTER APOSTROPHE}": "'"})
_LETTERS = r"[^\W\d_]"
_START, _END = rf"(?:\b|(?={UNBROKEN}))", rf"(?:\b|(?<={UNBROKEN}))"
"""Where a cue may begin and end: at a word's border, and anywhere in a script that has none."""


def extract_polarity(span: Span, language: str) -> tuple[PolarityCue, ...]:
    """Return the negation cues of a span in order of position; none where the language has no list."""
    pattern = _cues(language)
    if pattern is None:
        return ()
    text = span.text.translate(_APOSTROPHES)
    other = _mark(text, pattern.not_cues)
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
        strength = NEGATOR if match.lastgroup == NEGATOR else IMPLICIT
        cues.append(PolarityCue(span=span.sub(match.start(), match.end()), strength=strength))
    return tuple(sorted(cues, key=lambda cue: cue.span.start))


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


@cache
def _cues(language: str) -> _Patterns | None:
    profile = load_profile(language).polarity
    if not profile.negators:
        return None
    affixed = [_affix(item, profile.affix_stem) for item in profile.affixed]
    exceptions = f"(?!(?:{_alternatives(profile.affix_exceptions)})\\b)" if profile.affix_exceptions else ""
    groups = [f"(?P<{NEGATOR}>{_alternatives(profile.negators)}){_END}"]
    if profile.implicit:
        groups.append(f"(?P<{IMPLICIT}>{_alternatives(profile.implicit)}){_END}")
    if affixed:
        groups.append(f"{exceptions}(?P<affixed>{'|'.join(affixed)})\\b")
    cue = re.compile(rf"{_START}(?:{'|'.join(groups)})", re.IGNORECASE)
    return _Patterns(cue, _phrases(profile.pseudo), _phrases(profile.not_cues))


def _phrases(phrases: Sequence[str]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    return re.compile(rf"{_START}(?:{_alternatives(phrases)})(?:(?!\w)|(?<={UNBROKEN}))", re.IGNORECASE)


def _alternatives(items: Sequence[str]) -> str:
    return "|".join(_item(item) for item in sorted(items, key=lambda item: (-len(item), item)))


def _item(item: str) -> str:
    """Turn one list entry into a regular expression; runs of letters are bounded, so matching stays linear."""
    pattern = re.escape(item.strip("*")).replace("\\ ", r"\s{1,4}").replace("\\#", r"\d{1,9}")
    before = f"{_LETTERS}{{0,40}}" if item.startswith("*") else ""
    after = f"{_LETTERS}{{0,40}}" if item.endswith("*") else ""
    return before + pattern + after


def _affix(item: str, stem: int) -> str:
    letters = f"{_LETTERS}{{{stem},40}}"
    return re.escape(item.strip("*")) + letters if item.endswith("*") else letters + re.escape(item.strip("*"))
