"""Are two articles translations of each other, two reports of one event, or strangers?

The bounds come from measured documents: parallel news has coverage .76-1.0 and monotone 1.0, reports of one event
.14-.67 and .44-1.0, other events at most .19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.align.similarity_matrix import longest_increasing, mutual_best
from xlcheck.model import PairMode

if TYPE_CHECKING:
    from xlcheck.align.similarity_matrix import Matrix

MATCH = 0.4
"""Cosine from which a mutual best match counts."""
PARALLEL_COVERAGE = 0.7
PARALLEL_MONOTONE = 0.9
RELATED_COVERAGE = 0.15


def choose_mode(cosines: Matrix) -> PairMode:
    """Decide from coverage (share of the shorter side that has a partner) and order of the partners."""
    if not cosines.size:
        return PairMode.UNRELATED
    matches = [(row, column) for row, column in mutual_best(cosines) if cosines[row, column] >= MATCH]
    coverage = len(matches) / min(cosines.shape)
    if not matches or coverage < RELATED_COVERAGE:
        return PairMode.UNRELATED
    monotone = longest_increasing([column for _, column in matches]) / len(matches)
    if coverage >= PARALLEL_COVERAGE and monotone >= PARALLEL_MONOTONE:
        return PairMode.PARALLEL
    return PairMode.COMPARABLE
