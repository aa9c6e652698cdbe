"""A quotation cut into clauses at its punctuation, for asking whether each of them has a counterpart."""

from __future__ import annotations

import re

MIN_WORDS = 4
"""Fewer words ("of course,") are no clause of their own; they go with their neighbour."""

_BREAK = re.compile(r"(?<=[,;:.!?…])\s+|\s+[\N{EN DASH}\N{EM DASH}-]+\s+|(?<=\w)\N{EM DASH}(?=\w)")
_WORD = re.compile(r"\w+")


def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Return the code-point ranges of a text's clauses, in order; a text without punctuation is one clause."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for end, following in [*((match.start(), match.end()) for match in _BREAK.finditer(text)), (len(text), len(text))]:
        if ranges and (_words(text, start, end) < MIN_WORDS or _words(text, *ranges[-1]) < MIN_WORDS):
            ranges[-1] = (ranges[-1][0], end)
        elif end > start:
            ranges.append((start, end))
        start = following
    return tuple(ranges)


def _words(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _WORD.finditer(text, start, end))
