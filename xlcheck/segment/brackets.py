"""Bracketed passages of a paragraph: no sentence is split inside one."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

_CLOSED_BY = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "｛": "｝", "〈": "〉", "《": "》", "【": "】"}
CLOSING = frozenset(_CLOSED_BY.values())
_MAX_LENGTH = 300
"""A longer passage is a text of its own, or the opening bracket is a stray one."""


@dataclass(frozen=True, slots=True)
class Brackets:
    """Outermost bracketed passages: offsets of the opening and of the closing brackets, ascending."""

    openings: tuple[int, ...]
    closings: tuple[int, ...]

    def around(self, at: int) -> bool:
        """Tell whether the place before offset `at` lies between two brackets."""
        index = bisect_left(self.openings, at) - 1
        return index >= 0 and at <= self.closings[index]


def brackets(text: str) -> Brackets:
    """Return the bracketed passages of a paragraph; stray brackets are ignored."""
    waiting: list[int] = []
    pairs: list[tuple[int, int]] = []
    for offset, char in enumerate(text):
        if char in _CLOSED_BY:
            waiting.append(offset)
        elif char in CLOSING and waiting and _CLOSED_BY[text[waiting[-1]]] == char:
            opening = waiting.pop()
            if offset - opening <= _MAX_LENGTH:
                pairs.append((opening, offset))
    outer: list[tuple[int, int]] = []
    for opening, closing in sorted(pairs):
        if not outer or opening > outer[-1][1]:
            outer.append((opening, closing))
    return Brackets(tuple(opening for opening, _ in outer), tuple(closing for _, closing in outer))
