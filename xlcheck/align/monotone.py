"""Alignment of parallel texts: exact dynamic programming over beads of up to five sentences (six in books).

A window of sentences is represented by the sum of its sentences' vectors, each weighted by the square root of its
length, so that every sentence is encoded once. A bead scores its cosine minus a margin (Artetxe & Schwenk,
"Margin-based Parallel Corpus Mining", 2019) of two parts: how well the windows fit the sentences just outside the bead,
and how well they fit their best matches anywhere; a positive margin is scaled by how well the lengths agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from xlcheck.align.anchors import plan_regions
from xlcheck.align.lattice import Bead, best_path
from xlcheck.align.presets import NEWS, preset_for
from xlcheck.align.search import find_nearest
from xlcheck.align.similarity_matrix import NEIGHBOURS, largest, top_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlcheck.align.lattice import Strip
    from xlcheck.align.presets import Preset
    from xlcheck.align.search import Nearest
    from xlcheck.align.similarity_matrix import Matrix, Row

ANCHOR_COSINE, ANCHOR_CONTRAST = 0.4, 1.2
"""Mutual best matches that may carry the cuts of a long text."""
RATIO_COSINE = 0.55
"""Mutual best matches from this cosine on tell the length ratio of the two texts."""
PRIOR_WEIGHT = 5
"""How many anchors the language's usual length ratio counts for."""


def align_monotone(
    source: Matrix,
    english: Matrix,
    source_chars: Sequence[int],
    english_chars: Sequence[int],
    *,
    prior: float,
    preset: Preset | None = None,
    nearest: Nearest | None = None,
) -> list[Bead]:
    """Align two texts that tell the same in the same order.

    Args:
        source: unit vectors of the source sentences, shape (n, d).
        english: the same for the English sentences, shape (m, d).
        source_chars: length of each source sentence in code points.
        english_chars: the same for English.
        prior: usual length of a source text in characters, for one character of its English translation.
        preset: how beads are scored; chosen by the length of the texts if not given.
        nearest: of the two lists of vectors, where the caller has it.

    Returns:
        Beads in order, covering every row of both sides exactly once. Time O(n · m), memory O(n + m) besides the
        regions searched, see `anchors`.
    """
    if not len(source) or not len(english):
        return [Bead(source=range(i, i + 1), english=range(0)) for i in range(len(source))] + [
            Bead(source=range(len(source), len(source)), english=range(j, j + 1)) for j in range(len(english))
        ]
    preset = preset or preset_for(len(source), len(english))
    nearest = nearest or find_nearest(source, english)
    ratio = length_ratio(nearest, source_chars, english_chars, prior=prior, preset=preset)
    texts = Texts(
        source=source,
        english=english,
        source_chars=np.asarray(source_chars, np.float32) / np.float32(ratio),
        english_chars=np.asarray(english_chars, np.float32),
        preset=preset,
    )
    skip_source = np.full(len(source), preset.skip, np.float32)
    skip_english = np.full(len(english), preset.skip, np.float32)
    beads: list[Bead] = []
    anchors = nearest.anchors(cosine=ANCHOR_COSINE, contrast=ANCHOR_CONTRAST)
    for strips in plan_regions(len(source), len(english), anchors):
        score = partial(bead_scores, texts, measure_hubs(texts, strips))
        beads += best_path(strips, preset.shapes, score, skip_source, skip_english)
    return beads


def length_ratio(
    nearest: Nearest,
    source_chars: Sequence[int],
    english_chars: Sequence[int],
    *,
    prior: float,
    preset: Preset = NEWS,
) -> float:
    """Return how many source characters stand for one English character in these two texts.

    The median over sure matches, shrunk towards the language's prior as if that were `PRIOR_WEIGHT` matches.
    """
    if preset.whole_ratio:
        return max(sum(source_chars), 1) / max(sum(english_chars), 1)
    logs = [
        float(np.log(max(source_chars[row], 1) / max(english_chars[column], 1)))
        for row, column in nearest.matches[nearest.cosines > RATIO_COSINE].tolist()
    ]
    if not logs:
        return prior
    weight = len(logs) / (len(logs) + PRIOR_WEIGHT)
    return float(np.exp(weight * float(np.median(logs)) + (1 - weight) * float(np.log(prior))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Two texts as the scores see them; the source lengths are already in English characters."""

    source: Matrix
    english: Matrix
    source_chars: Row
    english_chars: Row
    preset: Preset


@dataclass(frozen=True, slots=True, kw_only=True)
class Hubs:
    """How well each window fits its best single sentences on the other side of a region.

    Attributes:
        source: for each window size, a mean cosine for the windows ending at each row of the text.
        english: likewise for the columns.
    """

    source: dict[int, Row]
    english: dict[int, Row]


def measure_hubs(texts: Texts, strips: Sequence[Strip]) -> Hubs:
    """Measure a region's hubs strip by strip."""
    sizes = range(1, texts.preset.max_window + 1)
    rows, columns = len(texts.source), len(texts.english)
    hubs = Hubs(
        source={n: np.zeros(rows, np.float32) for n in sizes}, english={m: np.zeros(columns, np.float32) for m in sizes}
    )
    if not texts.preset.knn_weight:
        return hubs
    low, high = strips[0].columns.start, strips[-1].columns.stop
    best = {m: np.full((NEIGHBOURS, high - low), -np.inf, np.float32) for m in sizes}
    for strip in strips:
        english, source = _cut(texts.english, strip.columns), _cut(texts.source, strip.rows)
        part = slice(strip.columns.start - low, strip.columns.stop - low)
        for size in sizes:
            windows = _windows(texts.source, texts.source_chars, size, strip.rows)
            hubs.source[size][strip.rows.start : strip.rows.stop] = top_mean(windows @ english.T, 1)
            windows = _windows(texts.english, texts.english_chars, size, strip.columns)
            here = np.concatenate([best[size][:, part], source @ windows.T])
            best[size][:, part] = largest(here, NEIGHBOURS)
    for size in sizes:
        seen = np.isfinite(best[size])
        hubs.english[size][low:high] = np.where(seen, best[size], 0).sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
    return hubs


def bead_scores(texts: Texts, hubs: Hubs, strip: Strip) -> Mapping[tuple[int, int], Matrix]:
    """Return for each bead shape the scores of the beads that end at (row, column) of the strip."""
    preset = texts.preset
    reach = preset.max_window
    sizes = range(1, reach + 1)
    windows_s = {n: _windows(texts.source, texts.source_chars, n, strip.rows) for n in sizes}
    windows_e = {m: _windows(texts.english, texts.english_chars, m, strip.columns) for m in sizes}
    # Single sentences of the strip with those around it: zero vectors where the text has none.
    around_s = _padded(texts.source, strip.rows, reach)
    around_e = _padded(texts.english, strip.columns, reach)
    to_english = {n: windows_s[n] @ around_e.T for n in sizes}
    to_source = {m: around_s @ windows_e[m].T for m in sizes}
    rows, columns = np.asarray(strip.rows), np.asarray(strip.columns)
    height, width = len(rows), len(columns)
    scores = {}
    for n, m in preset.shapes:
        neighbours = (
            to_english[n][:, reach - m : reach - m + width]  # the English sentence before the bead
            + to_english[n][:, reach + 1 :]  # … and after it
            + to_source[m][reach - n : reach - n + height]
            + to_source[m][reach + 1 :]
        )
        count_s = (rows >= n).astype(np.float32) + (rows + 1 < len(texts.source))
        count_e = (columns >= m).astype(np.float32) + (columns + 1 < len(texts.english))
        neighbours /= np.maximum(count_s[:, None] + count_e[None, :], 1)
        margin = windows_s[n] @ windows_e[m].T - np.float32(preset.neighbour_weight) * neighbours
        if preset.knn_weight:
            half = np.float32(preset.knn_weight / 2)
            margin -= half * hubs.source[n][strip.rows.start : strip.rows.stop, None]
            margin -= half * hubs.english[m][None, strip.columns.start : strip.columns.stop]
        chars_s = _window_chars(texts.source_chars, n, strip.rows)[:, None]
        chars_e = _window_chars(texts.english_chars, m, strip.columns)[None, :]
        length = np.log2(1 + np.minimum(chars_s, chars_e) / np.maximum(np.maximum(chars_s, chars_e), 1))
        scores[n, m] = np.where(margin > 0, margin * length, margin).astype(np.float32, copy=False)
    return scores


def _cut(vectors: Matrix, rows: range) -> Matrix:
    return vectors[rows.start : rows.stop]


def _padded(vectors: Matrix, rows: range, reach: int) -> Matrix:
    """Return the vectors of `rows`, of `reach` rows before and of one after them; zeros outside the text."""
    start, stop = rows.start - reach, rows.stop + 1
    padded = np.zeros((stop - start, vectors.shape[1]), np.float32)
    inside = vectors[max(start, 0) : stop]
    padded[max(-start, 0) : max(-start, 0) + len(inside)] = inside
    return padded


def _windows(vectors: Matrix, chars: Row, size: int, rows: range) -> Matrix:
    """Return unit vectors of the windows of `size` sentences ending at each of the rows (shorter ones at the top)."""
    start = max(rows.start - size + 1, 0)
    weighted = vectors[start : rows.stop] * np.sqrt(np.maximum(chars[start : rows.stop], 1))[:, None]
    total = weighted.copy()
    for back in range(1, min(size, len(weighted))):
        total[back:] += weighted[:-back]
    total = total[rows.start - start :]
    norm = np.linalg.norm(total, axis=1, keepdims=True)
    unit: Matrix = total / np.maximum(norm, np.float32(1e-9))
    return unit


def _window_chars(chars: Row, size: int, rows: range) -> Row:
    start = max(rows.start - size + 1, 0)
    part = chars[start : rows.stop]
    total = part.copy()
    for back in range(1, min(size, len(part))):
        total[back:] += part[:-back]
    return total[rows.start - start :]
