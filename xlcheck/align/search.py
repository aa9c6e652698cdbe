"""Nearest sentences of two texts, found in chunks, so that the matrix of all cosines never exists at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from xlcheck.align.similarity_matrix import NEIGHBOURS, largest

if TYPE_CHECKING:
    from xlcheck.align.similarity_matrix import Matrix, Row

    Places = np.ndarray[tuple[int], np.dtype[np.int64]]

CHUNK_CELLS = 4_000_000
"""Cosines computed at once: 16 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """What one look at all cosines leaves behind.

    Attributes:
        matches: mutual best (row, column) pairs in order of rows, shape (k, 2).
        cosines: of those pairs.
        row_hub: mean of the best few cosines of each row: how much it resembles everything; `column_hub` likewise.
    """

    matches: np.ndarray[tuple[int, int], np.dtype[np.int64]]
    cosines: Row
    row_hub: Row
    column_hub: Row

    def margin(self, row: int, column: int, cosine: float) -> float:
        """Return a cosine less what row and column have in common with their nearest alternatives (local CSLS)."""
        return cosine - (float(self.row_hub[row]) + float(self.column_hub[column])) / 2

    def anchors(self, *, cosine: float, contrast: float) -> list[tuple[int, int, float]]:
        """Return the (row, column, cosine) of matches that stand out, by a ratio, from the alternatives."""
        rows, columns = self.matches[:, 0], self.matches[:, 1]
        around = np.maximum((self.row_hub[rows] + self.column_hub[columns]) / 2, np.float32(1e-3))
        sure = (self.cosines >= cosine) & (self.cosines / around >= contrast)
        return list(zip(rows[sure].tolist(), columns[sure].tolist(), self.cosines[sure].tolist(), strict=True))


def find_nearest(source: Matrix, english: Matrix) -> Nearest:
    """Return the mutual best matches of two lists of unit vectors; neither may be empty."""
    rows, columns = len(source), len(english)
    best_column, row_best, row_mean = np.zeros(rows, np.int64), np.zeros(rows, np.float32), np.zeros(rows, np.float32)
    best_row, column_best = np.zeros(columns, np.int64), np.full(columns, -np.inf, np.float32)
    column_top = np.full((NEIGHBOURS, columns), -np.inf, np.float32)
    step = max(1, CHUNK_CELLS // columns)
    for start in range(0, rows, step):
        cosines = source[start : start + step] @ english.T
        part = slice(start, start + len(cosines))
        best_column[part] = cosines.argmax(axis=1)
        row_best[part] = cosines.max(axis=1)
        row_mean[part] = largest(cosines.T, NEIGHBOURS).mean(axis=0)
        here, value = cosines.argmax(axis=0), cosines.max(axis=0)
        better = value > column_best
        best_row[better], column_best[better] = here[better] + start, value[better]
        column_top = largest(np.concatenate([column_top, largest(cosines, NEIGHBOURS)]), NEIGHBOURS)
    seen = np.isfinite(column_top)
    column_mean = np.where(seen, column_top, 0).sum(axis=0) / seen.sum(axis=0)
    mutual = np.flatnonzero(best_row[best_column] == np.arange(rows))
    return Nearest(
        matches=np.stack([mutual, best_column[mutual]], axis=1),
        cosines=row_best[mutual],
        row_hub=row_mean,
        column_hub=column_mean.astype(np.float32),
    )
