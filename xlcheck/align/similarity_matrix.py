"""What both alignment modes compute from sentence vectors: cosines, mutual best matches, local margins."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

Matrix: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.float32]]"
Row: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.float32]]"

NEIGHBOURS = 4
"""How many of the best alternatives a margin is taken over (the k of CSLS)."""


def top_mean(matrix: Matrix, axis: int) -> Row:
    """Return the mean of the `NEIGHBOURS` largest values along an axis (all of them where there are fewer)."""
    count = min(NEIGHBOURS, matrix.shape[axis])
    cut = matrix.shape[axis] - count
    part = np.partition(matrix, cut, axis=axis) if cut else matrix
    best = part[cut:, :] if axis == 0 else part[:, cut:]
    mean: Row = best.mean(axis=axis, dtype=np.float32)
    return mean


def largest(matrix: Matrix, count: int) -> Matrix:
    """Return the `count` largest values of each column (all where there are fewer), shape (count, columns)."""
    cut = len(matrix) - count
    return np.partition(matrix, cut, axis=0)[cut:] if cut > 0 else matrix


def local_margin(cosines: Matrix) -> Matrix:
    """Return each cosine minus the mean of its row's and column's nearest alternatives.

    Cross-domain similarity local scaling (Conneau et al., "Word Translation Without Parallel Data", 2018), taken
    inside one pair of documents.

    Args:
        cosines: shape (source sentences, English sentences).
    """
    margin = cosines - (top_mean(cosines, 1)[:, None] + top_mean(cosines, 0)[None, :]) / 2
    return margin.astype(np.float32, copy=False)


def mutual_best(cosines: Matrix) -> list[tuple[int, int]]:
    """Return the (row, column) pairs that are each other's best match, in order of rows."""
    if not cosines.size:
        return []
    best_column = cosines.argmax(axis=1)
    best_row = cosines.argmax(axis=0)
    return [(row, int(column)) for row, column in enumerate(best_column) if best_row[column] == row]


def longest_increasing(values: Sequence[int]) -> int:
    """Return the length of the longest strictly increasing subsequence, in O(n log n)."""
    tails: list[int] = []
    for value in values:
        place = int(np.searchsorted(tails, value)) if tails else 0
        if place == len(tails):
            tails.append(value)
        else:
            tails[place] = value
    return len(tails)
