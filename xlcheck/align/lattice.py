"""Exact best path through a lattice of beads, strip by strip, so that memory depends on the strips' width only.

A strip is a range of source sentences with the range of English sentences that may correspond to them. One strip over
everything is ordinary dynamic programming; a staircase of strips is a band.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from xlcheck.align.similarity_matrix import Matrix, Row

    Shape = tuple[int, int]
    Best = np.ndarray[tuple[int], np.dtype[np.float64]]
    Choice = np.ndarray[tuple[int], np.dtype[np.int8]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """Ranges of rows that correspond; one of them is empty for a null bead."""

    source: range
    english: range


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A rectangle of the lattice: source rows and the English rows that may correspond to them."""

    rows: range
    columns: range


def best_path(
    strips: Sequence[Strip],
    shapes: Sequence[Shape],
    score: Callable[[Strip], Mapping[Shape, Matrix]],
    skip_source: Row,
    skip_english: Row,
) -> list[Bead]:
    """Return the beads of the path with the highest sum of scores from the first strip's corner to the last one's.

    Args:
        strips: consecutive in rows, their columns ascending and overlapping; never empty.
        shapes: the beads allowed, as (source sentences, English sentences), both at least 1.
        score: gives for a strip and each shape the scores of the beads that *end* at (row, column) of the strip.
        skip_source: score of leaving out each source sentence of the text; `skip_english` likewise.
    """
    first, last = strips[0].columns.start, strips[-1].columns.stop
    top = strips[0].rows.start
    # Score of leaving out all English sentences up to a node, so that a run of them is one difference.
    gaps = np.concatenate([[0.0], np.cumsum(skip_english[first:last], dtype=np.float64)])
    opening = np.full(last - first + 1, -np.inf)
    opening[: strips[0].columns.stop - first + 1] = gaps[: strips[0].columns.stop - first + 1]
    history = [opening]
    choices: list[tuple[int, Choice]] = []
    deepest = max(n for n, _ in shapes)
    for strip in strips:
        scores = score(strip)
        low, high = strip.columns.start - first, strip.columns.stop - first
        for place, row in enumerate(strip.rows):
            best, picked = _row(history, scores, shapes, place, low, high, row - top + 1, float(skip_source[row]))
            _skip_along(best, picked, gaps[low : high + 1], len(shapes) + 1)
            whole = np.full_like(opening, -np.inf)
            whole[low : high + 1] = best
            history = [*history[1 - deepest :], whole] if deepest > 1 else [whole]
            choices.append((low, picked))
    return _trace(choices, shapes, top, first, last - first)


def _row(
    history: list[Best],
    scores: Mapping[Shape, Matrix],
    shapes: Sequence[Shape],
    place: int,
    low: int,
    high: int,
    depth: int,
    skip: float,
) -> tuple[Best, Choice]:
    """Return the best scores of one row of nodes and what leads to each, beads of English sentences alone excepted."""
    best = history[-1][low : high + 1] + skip
    picked = np.full(high - low + 1, len(shapes), np.int8)
    for index, (n, m) in enumerate(shapes):
        if n > depth or m > high - low:
            continue
        candidate = history[-n][low : high + 1 - m] + scores[n, m][place, m - 1 :]
        better = candidate > best[m:]
        np.copyto(best[m:], candidate, where=better)
        np.copyto(picked[m:], np.int8(index), where=better)
    return best, picked


def _skip_along(best: Best, picked: Choice, gaps: Best, index: int) -> None:
    """Let each node be reached from the left by leaving English sentences out: one running maximum.

    Over the places to the left only: a place compared with itself would win or lose by rounding.
    """
    from_left = np.maximum.accumulate(best - gaps)[:-1] + gaps[1:]
    better = from_left > best[1:]
    np.copyto(best[1:], from_left, where=better)
    np.copyto(picked[1:], np.int8(index), where=better)


def _trace(
    choices: list[tuple[int, Choice]], shapes: Sequence[Shape], top: int, first: int, columns: int
) -> list[Bead]:
    steps = [*shapes, (1, 0), (0, 1)]
    beads: list[Bead] = []
    row, column = len(choices), columns
    while row or column:
        n, m = (0, 1)
        if row:
            low, picked = choices[row - 1]
            n, m = steps[picked[column - low]]
        beads.append(
            Bead(
                source=range(top + row - n, top + row),
                english=range(first + column - m, first + column),
            )
        )
        row, column = row - n, column - m
    return beads[::-1]
