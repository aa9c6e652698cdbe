"""Cuts, bands and strips: long texts in bounded memory."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from xlcheck.align import anchors
from xlcheck.align.anchors import plan_regions
from xlcheck.align.lattice import Strip
from xlcheck.align.monotone import align_monotone
from xlcheck.align.presets import LONG, LONG_FROM, NEWS, preset_for


def unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def translated(count: int, *, noise: float = 0.8, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Two texts of the same sentences; the other side lacks every 50th."""
    rng = np.random.default_rng(seed)
    meaning = unit(rng.normal(size=(count, 64)))
    kept = [place for place in range(count) if place % 50 != 49]
    return (
        unit(meaning + noise * unit(rng.normal(size=(count, 64)))),
        unit((meaning + noise * unit(rng.normal(size=(count, 64))))[kept]),
    )


def spans(regions: list[list[Strip]]) -> list[tuple[range, range]]:
    return [
        (
            range(strips[0].rows.start, strips[-1].rows.stop),
            range(strips[0].columns.start, strips[-1].columns.stop),
        )
        for strips in regions
    ]


def test_short_texts_are_searched_whole() -> None:
    regions = plan_regions(700, 900, [(i, i, 1.0) for i in range(700)])
    assert spans(regions) == [(range(700), range(900))]
    assert all(strip.columns == range(900) for strip in regions[0])


def test_a_long_text_is_cut_between_neighbouring_anchors() -> None:
    regions = plan_regions(4000, 4000, [(i, i, 1.0) for i in range(4000)])
    found = spans(regions)
    assert found[0][0].start == found[0][1].start == 0
    assert found[-1][0].stop == found[-1][1].stop == 4000
    assert all(a[0].stop == b[0].start and a[1].stop == b[1].start for a, b in pairwise(found))
    assert all(anchors.MIN_BLOCK <= len(rows) <= anchors.DENSE for rows, _ in found)


@pytest.mark.parametrize(("rows", "columns"), [(4000, 4500), (2000, 30), (30, 2000), (1, 9000), (9000, 1)])
def test_without_anchors_a_band_spans_the_texts_in_bounded_strips(rows: int, columns: int) -> None:
    (strips,) = plan_regions(rows, columns, [])
    assert [row for strip in strips for row in strip.rows] == list(range(rows))
    assert strips[0].columns.start == 0
    assert strips[-1].columns.stop == columns
    for above, below in pairwise(strips):
        assert above.columns.start <= below.columns.start <= above.columns.stop <= below.columns.stop
    assert all(len(s.rows) * len(s.columns) <= max(anchors.STRIP_CELLS, columns) for s in strips)


def test_an_anchor_that_jumps_does_not_make_a_strip_large() -> None:
    (strips,) = plan_regions(3000, 100_000, [(1500, 90_000, 1.0)])
    assert all(len(strip.rows) * len(strip.columns) <= max(anchors.STRIP_CELLS, 100_000) for strip in strips)


@pytest.mark.parametrize("dense", [100, 10_000], ids=["cut", "whole"])
def test_cutting_does_not_change_the_alignment(dense: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchors, "DENSE", dense)
    source, english = translated(600)
    beads = align_monotone(source, english, [80] * len(source), [80] * len(english), prior=1.0, preset=NEWS)
    assert [i for bead in beads for i in bead.source] == list(range(len(source)))
    assert [j for bead in beads for j in bead.english] == list(range(len(english)))
    right = sum(
        bead.source[0] - bead.source[0] // 50 == bead.english[0]
        for bead in beads
        if len(bead.source) == len(bead.english) == 1
    )
    assert right >= 580


def test_in_a_band_the_path_is_found_without_any_anchor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchors, "DENSE", 100)
    monkeypatch.setattr("xlcheck.align.monotone.ANCHOR_COSINE", 2.0)
    source, english = translated(600)
    beads = align_monotone(source, english, [80] * len(source), [80] * len(english), prior=1.0, preset=NEWS)
    assert sum(len(bead.source) == len(bead.english) == 1 for bead in beads) >= 580


def test_the_preset_follows_the_length() -> None:
    assert preset_for(40, 60) is NEWS
    assert preset_for(40, LONG_FROM + 1) is LONG
