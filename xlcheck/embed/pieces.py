"""What each token of a text gives to its sentence vector.

The encoder adds up one vector a token and sends the sum through a small network. So the vector of any part of a text,
or of the text without that part, costs next to nothing once the tokens are known: add up other tokens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.embed.forward import Backend

Matrix: TypeAlias = "np.ndarray[Any, np.dtype[np.float32]]"
HalfRows: TypeAlias = "np.ndarray[Any, np.dtype[np.float16]]"
"""Rows as a cache keeps them."""

_SPECIAL = 2
"""Token ids up to here stand for no text: unknown is 0, the beginning 1, the end 2."""
_LONGEST_WORD = 6
"""Tokens of a run without spaces that may be one word; longer runs are cut into twos (Chinese, Japanese, Thai)."""


_RUN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The tokens of a text.

    Attributes:
        given: what each token gives to the sum, shape (tokens, 512), the two marks of begin and end included.
        words: for each word the indexes of its tokens, never empty.
    """

    given: Matrix
    words: tuple[tuple[int, ...], ...]


def read_pieces(model: Backend, texts: Sequence[str]) -> Iterator[Pieces]:
    """Yield the pieces of each text, in order; texts of like length should stand together."""
    ids = [list(model.sp.encode(text)) for text in texts]
    for own, given in zip(ids, model.token_sums(ids), strict=True):
        yield Pieces(given=given, words=_words(model, own))


def word_ranges(model: Backend, text: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of a text stand in it, as half-open ranges of code points, in the order of `Pieces.words`.

    A word is a run without spaces. A run that was cut (Chinese, Japanese, Thai) is shared out by the lengths of its
    tokens, which are as long as the text but for the few characters that the tokenizer spells out.
    """
    ids = list(model.sp.encode(" ".join(text.split())))
    words = _words(model, ids)
    runs = [match.span() for match in _RUN.finditer(text)]
    opening = [place for place, word in enumerate(words) if model.sp.opens_word(ids[word[0]])]
    if not runs:
        return ()
    if len(opening) != len(runs) or opening[0] != 0:
        opening, runs = [0], [(runs[0][0], runs[-1][1])]
    found: list[tuple[int, int]] = []
    for (start, end), first, last in zip(runs, opening, [*opening[1:], len(words)], strict=True):
        sizes = [sum(model.sp.width(ids[token]) for token in word) for word in words[first:last]]
        ends = [round(part * (end - start) / max(sum(sizes), 1)) + start for part in accumulate(sizes)]
        found += pairwise([start, *ends[:-1], end])
    return tuple(found)


def sum_vectors(model: Backend, sums: Matrix, counts: Matrix) -> Matrix:
    """Turn sums of what tokens give into unit vectors, one a row.

    Args:
        sums: shape (rows, 512); `counts` has how many tokens went into each.
    """
    mean = sums / np.sqrt(counts)[:, None]
    first = np.maximum(mean @ model.d0, 0)
    second = np.maximum(mean @ model.p1 + first @ model.d1, 0)
    third = np.maximum(second @ model.d2, 0)
    vectors = np.tanh(second @ model.p3 + third @ model.d3)
    return np.asarray(unit(vectors), dtype=np.float32)


def unit(rows: Matrix) -> Matrix:
    """Return the rows at length one."""
    norms = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return np.asarray(rows / np.maximum(norms, 1e-9)[:, None], dtype=np.float32)


def _words(model: Backend, ids: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Group tokens into words: a token that begins with the mark of a space opens one."""
    words: list[list[int]] = []
    fresh = True
    for index, token in enumerate(ids):
        if 0 < token <= _SPECIAL:
            fresh = True
            continue
        if fresh or model.sp.opens_word(token):
            words.append([])
        words[-1].append(index)
        fresh = False
    return tuple(chain.from_iterable(_cut(word) for word in words)) or ((0,),)


def _cut(word: Sequence[int]) -> Iterator[tuple[int, ...]]:
    if len(word) <= _LONGEST_WORD:
        yield tuple(word)
    else:
        yield from (tuple(word[at : at + 2]) for at in range(0, len(word), 2))
