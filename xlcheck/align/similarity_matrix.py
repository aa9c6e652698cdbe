"""What both alignment modes compute from sentence vectors: cosines, mutual best matches, local margins."""

from __future__ import annotations

from functools import cache
from statistics import NormalDist, fmean
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

Matrix: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.float32]]"
Row: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.float32]]"

NEIGHBOURS = 4
"""How many of the best alternatives a margin is taken over (the k of CSLS)."""

ALTERNATIVES = 20
"""Sentences that a typical article has, such as those on which the bounds for margins were measured. Excerpts of 4 to
14 sentences, half of which have a partner in the other, had 212 wrong links of 9,380; with this correction 17 of 8,507.
With 15: 36 of 8,822; with 30: 9 of 7,977."""
QUARTILES_APART = 1.349
"""Distance of the quartiles of a normal distribution in standard deviations."""


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


def local_margin(cosines: Matrix, *, alternatives: int = ALTERNATIVES) -> Matrix:
    """Return each cosine minus the mean of its row's and column's nearest alternatives.

    Cross-domain similarity local scaling (Conneau et al., "Word Translation Without Parallel Data", 2018), taken
    inside one pair of documents. The nearest of few alternatives are farther away than the nearest of many, so in short
    documents everything would seem to stand out: the mean is raised to what it would be among `alternatives` sentences,
    by the order statistics of the normal distribution and the spread of the matrix.

    Args:
        cosines: shape (source sentences, English sentences).
        alternatives: 0 for no correction.
    """
    hubs = (top_mean(cosines, 1)[:, None] + top_mean(cosines, 0)[None, :]) / 2
    if cosines.size and min(cosines.shape) < alternatives:
        low, high = np.percentile(cosines, [25, 75])
        spread = (high - low) / QUARTILES_APART
        expected = _expected_top(alternatives)
        lacking = sum(max(expected - _expected_top(count), 0.0) for count in cosines.shape) / 2
        hubs = hubs + np.float32(spread * lacking)
    return (cosines - hubs).astype(np.float32, copy=False)


@cache
def _expected_top(count: int) -> float:
    """Return the mean of the `NEIGHBOURS` largest of `count` standard normal values (Blom's approximation)."""
    if count <= NEIGHBOURS:
        return 0.0
    normal = NormalDist()
    return fmean(normal.inv_cdf((count - place - 0.375) / (count + 0.25)) for place in range(NEIGHBOURS))


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
