"""Where a long text may be cut: a chain of sure matches, and a staircase of strips along it.

Exact dynamic programming over two whole books would need gigabytes. Between two sentences that surely correspond, and
whose neighbours do too, the path is known, so that what lies before and after can be aligned by itself. Where no such
place is found, the path is searched in a band around the chain.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from xlcheck.align.lattice import Strip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Point = tuple[int, int]
    Anchor = tuple[int, int, float]

DENSE = 1500
"""Sentences of the longer side up to which a region is searched whole."""
STRIP_CELLS = 400_000
"""Beads of one shape scored at once: 1.6 MB each."""
MIN_BLOCK = 120
"""Sentences (of the longer side) between two cuts at least."""
NEAR = 4
"""A cut is safe where the chain goes on within so many sentences on both sides of it."""
BAND_SHARE, BAND_LEAST, BAND_MOST = 0.1, 50, DENSE // 2
"""Half the width of a band, as a share of the longer side and in sentences."""


def plan_regions(rows: int, columns: int, anchors: Sequence[Anchor]) -> list[list[Strip]]:
    """Return the regions to be searched one after the other, each as strips; together they span both texts.

    Args:
        anchors: (row, column, weight) of sentences that probably correspond, rows strictly ascending.
    """
    if max(rows, columns) <= DENSE:
        return [_dense(range(rows), range(columns))]
    chain = heaviest_chain(anchors)
    corners = [(0, 0), *_cuts(chain, rows, columns), (rows, columns)]
    regions = []
    for (top, left), (bottom, right) in pairwise(corners):
        if max(bottom - top, right - left) <= DENSE:
            regions.append(_dense(range(top, bottom), range(left, right)))
        else:
            inside = [(i, j) for i, j in chain if top <= i < bottom and left <= j < right]
            regions.append(_band(range(top, bottom), range(left, right), inside))
    return regions


def heaviest_chain(anchors: Sequence[Anchor]) -> list[Point]:
    """Return the pairs of the chain, ascending on both sides, with the largest sum of weights; O(n log n).

    Args:
        anchors: (row, column, weight) with rows strictly ascending.
    """
    size = max((column for _, column, _ in anchors), default=-1) + 1
    # A Fenwick tree of running maxima: the best chain that ends at or before a column.
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before: list[int] = []
    for place, (_, column, weight) in enumerate(anchors):
        node, best = column, (0.0, -1)
        while node:
            best = max(best, tree[node])
            node &= node - 1
        before.append(best[1])
        total, node = (best[0] + weight, place), column + 1
        while node <= size:
            tree[node] = max(tree[node], total)
            node += node & -node
    chain: list[Point] = []
    node = size
    best = (0.0, -1)
    while node:
        best = max(best, tree[node])
        node &= node - 1
    at = best[1]
    while at >= 0:
        chain.append(anchors[at][:2])
        at = before[at]
    return chain[::-1]


def _cuts(chain: list[Point], rows: int, columns: int) -> list[Point]:
    """Return the corners before which both texts may be cut: between anchors that follow each other on both sides."""
    cuts: list[Point] = []
    top, left = 0, 0
    for before, last, (row, column), after in zip(chain, chain[1:], chain[2:], chain[3:], strict=False):
        if last != (row - 1, column - 1):
            continue
        if max(last[0] - before[0], last[1] - before[1], after[0] - row, after[1] - column) > NEAR:
            continue
        if max(row - top, column - left) >= MIN_BLOCK and max(rows - row, columns - column) >= MIN_BLOCK:
            cuts.append((row, column))
            top, left = row, column
    return cuts


def _dense(rows: range, columns: range) -> list[Strip]:
    return _strips(rows, lambda start, stop: columns)


def _band(rows: range, columns: range, chain: list[Point]) -> list[Strip]:
    """Return a staircase around the chain, straight lines between its points."""
    half = int(min(max(BAND_SHARE * max(len(rows), len(columns)), BAND_LEAST), BAND_MOST))
    known = [(rows.start, columns.start), *((i, j) for i, j in chain if i > rows.start), (rows.stop, columns.stop)]
    at = [i for i, _ in known]
    where = [j for _, j in known]

    def around(start: int, stop: int) -> range:
        left = columns.start if start == rows.start else max(int(np.interp(start, at, where)) - half, columns.start)
        right = columns.stop if stop == rows.stop else min(int(np.interp(stop, at, where)) + half, columns.stop)
        return range(left, right)

    return _strips(rows, around)


def _strips(rows: range, columns: Callable[[int, int], range]) -> list[Strip]:
    """Divide rows into strips of at most `STRIP_CELLS` cells (or one row), given the columns that rows need."""
    strips = []
    start = rows.start
    while start < rows.stop:
        stop = rows.stop
        while stop - start > 1 and (stop - start) * len(columns(start, stop)) > STRIP_CELLS:
            stop = start + (stop - start) // 2
        strips.append(Strip(rows=range(start, stop), columns=columns(start, stop)))
        start = stop
    return strips
