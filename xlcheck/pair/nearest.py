"""For each article the nearest others by the vectors of their openings, within reach of its date.

Articles are laid out by day, undated ones at the end, so what a day may be compared with is one slice of rows and the
undated ones: no full matrix is ever needed. Where even that is too much (tens of thousands of undated articles, or of
articles within a week) an approximate index does the work if `usearch` is installed (Malkov & Yashunin, "Efficient and
robust approximate nearest neighbor search using hierarchical navigable small world graphs", 2018); measured on 50,000
vectors it finds .992 of the true ten nearest.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from xlcheck.align.similarity_matrix import Matrix

Rows: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.int64]]"
Cosines: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.float64]]"

EXACT_UP_TO = 20_000
"""Candidates of one article up to which all are looked at: about a minute for as many undated articles."""
CONNECTIVITY, EXPANSION = 16, 64
OVERSAMPLED = 4
"""How many times as many neighbours the index is asked for, since some may lie out of reach of the date."""
BLOCK_CELLS = 1 << 22
"""Cosines held at once; with their order they take 50 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Pairs of rows that are near each other.

    Attributes:
        left: row numbers; `right` likewise, always larger; each pair occurs once, in order.
        approximate: whether the index was used; `too_large` whether it should have been, had it been installed.
    """

    left: Rows
    right: Rows
    approximate: bool = False
    too_large: bool = False


def nearest(
    leads: Matrix, dates: Sequence[dt.date | None], *, count: int, window: int, exact_up_to: int = EXACT_UP_TO
) -> Neighbours:
    """Return each row's nearest others that lie at most `window` days away; an unknown date is near all.

    Args:
        leads: unit vectors, shape (n, d).
        dates: one per row.
        count: neighbours a row at most.
    """
    days = np.array([date.toordinal() if date else -1 for date in dates], dtype=np.int64)
    # Stable, so that rows of one day keep the order that they came in.
    order = np.argsort(np.where(days < 0, np.iinfo(np.int64).max, days), kind="stable")
    leads, days = np.ascontiguousarray(leads[order], dtype=np.float32), days[order]
    dated = int((days >= 0).sum())
    found: list[tuple[Rows, Rows]] = []
    index: _Index | None = None
    too_large = False
    for rows in _queries(days, dated):
        reach = _reach(days, dated, rows, window)
        if sum(part.stop - part.start for part in reach) > exact_up_to:
            if index is None and _Index.available():
                index = _Index(leads)
            if index is not None:
                found.append(index.search(leads, days, rows, count, window))
                continue
            too_large = True
        found += _exact(leads, rows, reach, count)
    left, right = _unique(found, order)
    return Neighbours(left=left, right=right, approximate=index is not None, too_large=too_large)


def _queries(days: Rows, dated: int) -> Iterator[slice]:
    """Yield the rows of each day, then the undated ones."""
    borders = [0, *(np.flatnonzero(np.diff(days[:dated])) + 1).tolist(), dated] if dated else []
    for start, stop in pairwise(borders):
        yield slice(start, stop)
    if dated < len(days):
        yield slice(dated, len(days))


def _reach(days: Rows, dated: int, rows: slice, window: int) -> list[slice]:
    """Return the slices of rows that the given rows, all of one day, may be compared with."""
    if rows.start >= dated:
        return [slice(0, len(days))]
    day = int(days[rows.start])
    first = int(np.searchsorted(days[:dated], day - window))
    last = int(np.searchsorted(days[:dated], day + window, side="right"))
    return [slice(first, last), slice(dated, len(days))]


def _exact(leads: Matrix, rows: slice, reach: list[slice], count: int) -> Iterator[tuple[Rows, Rows]]:
    candidates = np.concatenate([np.arange(part.start, part.stop) for part in reach])
    vectors = np.concatenate([leads[part] for part in reach]) if len(reach) > 1 else leads[reach[0]]
    step = max(1, BLOCK_CELLS // max(1, len(candidates)))
    for start in range(rows.start, rows.stop, step):
        queries = np.arange(start, min(start + step, rows.stop))
        cosines = leads[queries[0] : queries[-1] + 1] @ vectors.T
        cosines[queries[:, None] == candidates[None, :]] = -2  # an article is not its own neighbour
        if len(candidates) > count:
            best = np.argpartition(cosines, len(candidates) - count, axis=1)[:, -count:]
        else:
            best = np.broadcast_to(np.arange(len(candidates)), cosines.shape)
        yield np.repeat(queries, best.shape[1]), candidates[best].ravel()


def _unique(found: list[tuple[Rows, Rows]], order: Rows) -> tuple[Rows, Rows]:
    """Return each unordered pair once, in numbers of the rows as they came."""
    size = len(order)
    keys = [np.zeros(0, dtype=np.int64)]
    for left, right in found:
        a, b = order[left], order[right]
        keys.append(np.minimum(a, b) * size + np.maximum(a, b))
    unique = np.unique(np.concatenate(keys))
    left, right = unique // max(size, 1), unique % max(size, 1)
    return left[left != right], right[left != right]


class _Index:
    """An HNSW index of half-precision vectors, built by one thread so that it is the same every time."""

    def __init__(self, leads: Matrix) -> None:
        from usearch.index import Index

        self._index = Index(
            ndim=leads.shape[1],
            metric="ip",
            dtype="f16",
            connectivity=CONNECTIVITY,
            expansion_add=EXPANSION,
            expansion_search=EXPANSION,
        )
        self._index.add(np.arange(len(leads), dtype=np.uint64), leads, threads=1)

    @staticmethod
    def available() -> bool:
        return find_spec("usearch") is not None

    def search(self, leads: Matrix, days: Rows, rows: slice, count: int, window: int) -> tuple[Rows, Rows]:
        queries = np.arange(rows.start, rows.stop)
        wanted = min(len(leads), count * OVERSAMPLED + 1 if days[rows.start] >= 0 else count + 1)
        found: Any = self._index.search(leads[rows], wanted, threads=1)
        keys = np.atleast_2d(np.asarray(found.keys)).astype(np.int64)
        counts = np.asarray(found.counts) if len(queries) > 1 else np.array([keys.shape[1]])
        filled = np.arange(keys.shape[1])[None, :] < counts[:, None]
        keys = np.where(filled, keys, queries[:, None])
        near = (
            (days[keys] < 0) | (days[queries][:, None] < 0) | (np.abs(days[keys] - days[queries][:, None]) <= window)
        ) & (keys != queries[:, None])
        near &= np.cumsum(near, axis=1) <= count
        return np.broadcast_to(queries[:, None], keys.shape)[near], keys[near]
