from __future__ import annotations

import numpy as np
import pytest

from xlcheck.align.mode import choose_mode
from xlcheck.model import PairMode


def cosines(pairs: list[tuple[int, int]], rows: int, columns: int) -> np.ndarray:
    matrix = np.full((rows, columns), 0.1, np.float32)
    for row, column in pairs:
        matrix[row, column] = 0.7
    return matrix


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(i, i) for i in range(10)], PairMode.PARALLEL),
        ([(i, i) for i in range(7)], PairMode.PARALLEL),
        ([(0, 3), (4, 1), (7, 9)], PairMode.COMPARABLE),
        ([(i, 9 - i) for i in range(10)], PairMode.COMPARABLE),
        ([(0, 0)], PairMode.UNRELATED),
        ([], PairMode.UNRELATED),
    ],
    ids=["all in order", "seven of ten in order", "three, out of order", "all, reversed", "one of ten", "none"],
)
def test_mode_follows_coverage_and_order(pairs: list[tuple[int, int]], expected: PairMode) -> None:
    assert choose_mode(cosines(pairs, 10, 10)) is expected


def test_empty_article_is_unrelated() -> None:
    assert choose_mode(np.zeros((0, 4), np.float32)) is PairMode.UNRELATED
