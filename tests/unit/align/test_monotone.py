from __future__ import annotations

import numpy as np
import pytest

from xlcheck.align.monotone import align_monotone


def unit(*rows: list[float]) -> np.ndarray:
    vectors = np.asarray(rows, np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def basis(count: int) -> np.ndarray:
    return np.eye(16, dtype=np.float32)[:count]


def beads(source: np.ndarray, english: np.ndarray) -> list[tuple[list[int], list[int]]]:
    found = align_monotone(source, english, [50] * len(source), [50] * len(english), prior=1.0)
    return [(list(bead.source), list(bead.english)) for bead in found]


def test_identical_texts_align_one_to_one() -> None:
    assert beads(basis(6), basis(6)) == [([i], [i]) for i in range(6)]


def test_a_dropped_sentence_becomes_a_null_bead() -> None:
    english = basis(6)[[0, 1, 3, 4, 5]]
    assert ([2], []) in beads(basis(6), english)


def test_an_added_sentence_becomes_a_null_bead() -> None:
    source = basis(6)[[0, 1, 3, 4, 5]]
    assert ([], [2]) in beads(source, basis(6))


def test_two_sentences_joined_on_the_other_side() -> None:
    source = basis(6)
    english = unit(source[0], source[1] + source[2], source[3], source[4], source[5])
    found = align_monotone(source, english, [50] * 6, [50, 100, 50, 50, 50], prior=1.0)
    assert ([1, 2], [1]) in [(list(bead.source), list(bead.english)) for bead in found]


@pytest.mark.parametrize(("rows", "columns"), [(0, 0), (0, 3), (3, 0)], ids=["nothing", "no source", "no English"])
def test_an_empty_side(rows: int, columns: int) -> None:
    found = beads(basis(rows), basis(columns))
    assert [i for source, _ in found for i in source] == list(range(rows))
    assert [j for _, english in found for j in english] == list(range(columns))
