"""The words of a sentence as name finding needs them: where they stand, and what surrounds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.lang.territories import fold_name

if TYPE_CHECKING:
    from collections.abc import Collection

_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|[^\W\d_]+(?:[-{_APOSTROPHES}][^\W\d_]+)*")
"""U.S. or Zelensky, Jong-un, O'Neill."""
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]$")
_OPENING_MARKS = frozenset(
    '.!?:;\N{INVERTED EXCLAMATION MARK}\N{INVERTED QUESTION MARK}"([{|*->\N{HORIZONTAL ELLIPSIS}'
    "\N{EN DASH}\N{EM DASH}\N{BULLET}\N{LEFT DOUBLE QUOTATION MARK}"
    "\N{DOUBLE LOW-9 QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
)
_LONGEST_ABBREVIATION = 4
"""Letters of Prof., Capt.: a full stop after a short capitalised word inside a sentence ends no name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word.

    Attributes:
        text: without a possessive ending, which `possessive` notes; `start` and `end` are offsets in the sentence.
        key: the text as titles are looked up, without a full stop.
        capital: whether it begins with a capital letter.
        initial: a single capital letter with a full stop.
        opens: whether a capital is owed to the place: first in the sentence, after a colon or an opening quote.
        breaks: whether anything but a space stands before it, so that no name reaches across.
    """

    text: str
    key: str
    start: int
    end: int
    capital: bool
    initial: bool
    possessive: bool
    opens: bool
    breaks: bool


def read_words(text: str, elisions: Collection[str] = (), possessives: Collection[str] = ()) -> tuple[Word, ...]:
    """Return the words of a sentence in order; numbers and marks only show in the words' attributes.

    Args:
        text: the sentence.
        elisions: what stands before an apostrophe and is no part of the word behind it (French l', Italian dell').
        possessives: endings behind an apostrophe besides 's ('nin in Türkiye'nin).
    """
    words: list[Word] = []
    position = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap = text[position:start].strip()
        surface = match.group()
        head, mark, rest = surface.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").partition("'")
        if mark and rest and head.casefold() in elisions:
            start += len(head) + 1
            surface = surface[len(head) + 1 :]
        stem = _stem(surface, possessives)
        possessive = stem != surface or (surface.endswith("s") and text[end : end + 1] in tuple(_APOSTROPHES))
        dotted = text[end : end + 1] == "."
        initial = len(stem) == 1 and stem.isupper() and dotted
        words.append(
            Word(
                text=stem,
                key=fold_name(stem).rstrip("."),
                start=start,
                end=start + len(stem),
                capital=stem[:1].isupper(),
                initial=initial,
                possessive=possessive,
                opens=not words or bool(_OPENING_MARKS & set(gap)),
                breaks=not words or bool(gap),
            )
        )
        position = end + 1 if dotted and stem[:1].isupper() and len(stem) <= _LONGEST_ABBREVIATION else end
    return tuple(words)


def _stem(surface: str, possessives: Collection[str]) -> str:
    """Return a word without a possessive ending."""
    stem = _POSSESSIVE.sub("", surface)
    if stem == surface and possessives:
        head, mark, ending = surface.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").rpartition("'")
        if mark and f"'{ending}" in possessives:
            return surface[: len(head)]
    return stem
