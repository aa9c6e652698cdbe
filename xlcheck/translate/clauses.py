"""Cut a sentence that is too long for the model: at clause boundaries if there are any, never by dropping words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CLAUSE_END = re.compile(r"[;:,–—)]\s+|[；：，、）]")
_SPACE = re.compile(r"\s+")
_BLIND = 40
"""Characters a word is cut into that is too long by itself; scripts without spaces have such "words"."""


def cut(text: str, limit: int, count: Callable[[str], int]) -> tuple[tuple[str, ...], bool]:
    """Return the parts of a sentence, and whether each cut is a clause boundary.

    A part has at most `limit` tokens as far as that can be, and as many as the limit allows. A clause that is too long
    by itself is cut between words, a word between letters. The parts hold all of the sentence but the white space at
    the cuts.

    Args:
        text: a sentence.
        limit: tokens a part may have.
        count: how many tokens a piece of text has.
    """
    if count(text) <= limit:
        return (text,), True
    at_clauses = True
    pieces: list[tuple[str, int]] = []
    for clause in _split(text, _CLAUSE_END):
        size = count(clause)
        if size <= limit:
            pieces.append((clause, size))
            continue
        at_clauses = False
        words = (word[at : at + _BLIND] for word in _split(clause, _SPACE) for at in range(0, len(word), _BLIND))
        pieces += [(word, count(word)) for word in words]
    return tuple(_packed(pieces, limit)), at_clauses


def _split(text: str, boundary: re.Pattern[str]) -> Iterator[str]:
    """Yield the text in pieces, each with the boundary that ends it."""
    start = 0
    for match in boundary.finditer(text):
        yield text[start : match.end()]
        start = match.end()
    if start < len(text):
        yield text[start:]


def _packed(pieces: list[tuple[str, int]], limit: int) -> Iterator[str]:
    """Yield neighbours joined as long as they fit together."""
    current: list[str] = []
    size = 0
    for piece, tokens in pieces:
        if current and size + tokens > limit:
            yield "".join(current).strip()
            current, size = [], 0
        current.append(piece)
        size += tokens
    yield "".join(current).strip()
