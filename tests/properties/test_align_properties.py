"""The dynamic programme against an obvious, exponential reference."""

from __future__ import annotations

from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from xlcheck.align import monotone
from xlcheck.align.monotone import align_monotone
from xlcheck.align.similarity_matrix import longest_increasing, mutual_best


def random_vectors(seed: int, rows: int) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(rows, 16)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def reference_score(scores: dict[tuple[int, int], np.ndarray], rows: int, columns: int) -> float:
    @cache
    def best(i: int, j: int) -> float:
        if i == 0 and j == 0:
            return 0.0
        options = []
        if i:
            options.append(best(i - 1, j) + float(monotone.SKIP))
        if j:
            options.append(best(i, j - 1) + float(monotone.SKIP))
        for (n, m), score in scores.items():
            if n <= i and m <= j:
                options.append(best(i - n, j - m) + float(score[i - 1, j - 1]))
        return max(options)

    return best(rows, columns)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 7), st.integers(1, 7), st.booleans())
def test_dynamic_programme_finds_the_best_path(seed: int, rows: int, columns: int, related: bool) -> None:
    source, english = random_vectors(seed, rows), random_vectors(seed + 1, columns)
    if related:
        common = min(rows, columns)
        english[:common] = source[:common]
    chars_s = [20 + (seed + i * 7) % 50 for i in range(rows)]
    chars_e = [20 + (seed + i * 11) % 50 for i in range(columns)]
    beads = align_monotone(source, english, chars_s, chars_e, prior=1.0)

    assert [i for bead in beads for i in bead.source] == list(range(rows))
    assert [j for bead in beads for j in bead.english] == list(range(columns))

    ratio = monotone.length_ratio(source @ english.T, chars_s, chars_e, prior=1.0)
    scores = monotone._bead_scores(
        source, english, np.asarray(chars_s, np.float32) / ratio, np.asarray(chars_e, np.float32)
    )
    found = sum(
        float(scores[len(bead.source), len(bead.english)][bead.source[-1], bead.english[-1]])
        if len(bead.source) and len(bead.english)
        else float(monotone.SKIP)
        for bead in beads
    )
    assert abs(found - reference_score(scores, rows, columns)) < 1e-4


@given(st.lists(st.integers(0, 30), max_size=12))
def test_longest_increasing_matches_the_slow_way(values: list[int]) -> None:
    best = [1] * len(values)
    for i, value in enumerate(values):
        for j in range(i):
            if values[j] < value:
                best[i] = max(best[i], best[j] + 1)
    assert longest_increasing(values) == max(best, default=0)


@given(st.integers(0, 1000), st.integers(1, 6), st.integers(1, 6))
def test_mutual_best_is_symmetric(seed: int, rows: int, columns: int) -> None:
    matrix = np.random.default_rng(seed).normal(size=(rows, columns)).astype(np.float32)
    assert set(mutual_best(matrix)) == {(i, j) for j, i in mutual_best(matrix.T)}
