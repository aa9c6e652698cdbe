"""The dynamic programme against an obvious, exponential reference."""

from __future__ import annotations

from functools import cache, partial
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlcheck.align.anchors import heaviest_chain
from xlcheck.align.lattice import Strip, best_path
from xlcheck.align.lengths import align_by_length
from xlcheck.align.monotone import Texts, align_monotone, bead_scores, length_ratio, measure_hubs
from xlcheck.align.presets import NEWS, PRESETS
from xlcheck.align.search import find_nearest
from xlcheck.align.similarity_matrix import longest_increasing, mutual_best, top_mean


def random_vectors(seed: int, rows: int) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(rows, 16)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def reference_score(scores: dict[tuple[int, int], np.ndarray], rows: int, columns: int, skip: float) -> float:
    @cache
    def best(i: int, j: int) -> float:
        if i == 0 and j == 0:
            return 0.0
        options = []
        if i:
            options.append(best(i - 1, j) + skip)
        if j:
            options.append(best(i, j - 1) + skip)
        for (n, m), score in scores.items():
            if n <= i and m <= j:
                options.append(best(i - n, j - m) + float(score[i - 1, j - 1]))
        return max(options)

    return best(rows, columns)


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.integers(1, 7), st.integers(1, 7), st.booleans(), st.sampled_from(sorted(PRESETS)))
def test_dynamic_programme_finds_the_best_path(seed: int, rows: int, columns: int, related: bool, name: str) -> None:
    preset = PRESETS[name]
    source, english = random_vectors(seed, rows), random_vectors(seed + 1, columns)
    if related:
        common = min(rows, columns)
        english[:common] = source[:common]
    chars_s = [20 + (seed + i * 7) % 50 for i in range(rows)]
    chars_e = [20 + (seed + i * 11) % 50 for i in range(columns)]
    beads = align_monotone(source, english, chars_s, chars_e, prior=1.0, preset=preset)

    assert [i for bead in beads for i in bead.source] == list(range(rows))
    assert [j for bead in beads for j in bead.english] == list(range(columns))

    ratio = length_ratio(find_nearest(source, english), chars_s, chars_e, prior=1.0, preset=preset)
    texts = Texts(
        source=source,
        english=english,
        source_chars=np.asarray(chars_s, np.float32) / np.float32(ratio),
        english_chars=np.asarray(chars_e, np.float32),
        preset=preset,
    )
    strip = Strip(rows=range(rows), columns=range(columns))
    scores = bead_scores(texts, measure_hubs(texts, [strip]), strip)
    found = sum(
        float(scores[len(bead.source), len(bead.english)][bead.source[-1], bead.english[-1]])
        if len(bead.source) and len(bead.english)
        else preset.skip
        for bead in beads
    )
    assert abs(found - reference_score(dict(scores), rows, columns, preset.skip)) < 1e-4


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.integers(1, 40), st.integers(1, 40), st.lists(st.integers(1, 39), max_size=6))
def test_strips_do_not_change_the_path(seed: int, rows: int, columns: int, cuts: list[int]) -> None:
    source, english = random_vectors(seed, rows), random_vectors(seed, columns)
    texts = Texts(
        source=source,
        english=english,
        source_chars=np.full(rows, 50, np.float32),
        english_chars=np.full(columns, 50, np.float32),
        preset=NEWS,
    )
    edges = [0, *sorted({cut for cut in cuts if cut < rows}), rows]
    whole = [Strip(rows=range(rows), columns=range(columns))]
    strips = [Strip(rows=range(a, b), columns=range(columns)) for a, b in pairwise(edges)]
    results = []
    for plan in (whole, strips):
        score = partial(bead_scores, texts, measure_hubs(texts, plan))
        skips = np.full(rows, NEWS.skip, np.float32), np.full(columns, NEWS.skip, np.float32)
        beads = best_path(plan, NEWS.shapes, score, *skips)
        results.append([(bead.source, bead.english) for bead in beads])
    assert results[0] == results[1]


@given(
    st.lists(st.tuples(st.integers(0, 9), st.floats(0.1, 1)), max_size=10).map(
        lambda found: [(row, column, weight) for row, (column, weight) in enumerate(found)]
    )
)
def test_heaviest_chain_matches_the_slow_way(anchors: list[tuple[int, int, float]]) -> None:
    best = [weight for _, _, weight in anchors]
    for i, (_, column, weight) in enumerate(anchors):
        for j in range(i):
            if anchors[j][1] < column:
                best[i] = max(best[i], best[j] + weight)
    chain = heaviest_chain(anchors)
    weights = {(row, column): weight for row, column, weight in anchors}
    assert abs(sum(weights[point] for point in chain) - max(best, default=0)) < 1e-9
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.integers(1, 60), st.integers(1, 60))
def test_nearest_does_not_depend_on_its_chunks(seed: int, rows: int, columns: int) -> None:
    source, english = random_vectors(seed, rows), random_vectors(seed + 1, columns)
    cosines = source @ english.T
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("xlcheck.align.search.CHUNK_CELLS", 100)
        nearest = find_nearest(source, english)
    assert [tuple(match) for match in nearest.matches.tolist()] == mutual_best(cosines)
    assert np.allclose(nearest.row_hub, top_mean(cosines, 1), atol=1e-5)
    assert np.allclose(nearest.column_hub, top_mean(cosines, 0), atol=1e-5)


WORDS = st.sampled_from(["bridge", "Kovar", "1997", "onions", "harbour", "3,5", "ferry", "a", "", "Brücke", "Lindholm"])


@settings(max_examples=60)
@given(st.lists(st.lists(WORDS, max_size=12).map(" ".join), min_size=1, max_size=12), st.data())
def test_lengths_cover_every_sentence_once(source: list[str], data: st.DataObject) -> None:
    english = data.draw(st.lists(st.lists(WORDS, max_size=12).map(" ".join), min_size=1, max_size=12))
    beads = align_by_length(source, english, prior=1.0)
    assert [i for bead in beads for i in bead.source] == list(range(len(source)))
    assert [j for bead in beads for j in bead.english] == list(range(len(english)))


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
