"""Alignment of parallel texts: exact dynamic programming over beads of up to five sentences.

A window of sentences is represented by the sum of its sentences' vectors, each weighted by the square root of its
length, so that every sentence is encoded once. A bead scores its cosine minus a margin (Artetxe & Schwenk,
"Margin-based Parallel Corpus Mining", 2019) of two parts: how well the windows fit the sentences just outside the bead,
and how well they fit their best matches anywhere; a positive margin is scaled by how well the lengths agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from xlcheck.align.similarity_matrix import mutual_best, top_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.align.similarity_matrix import Matrix, Row

MAX_WINDOW = 4
MAX_BEAD = 5
"""Sentences of both sides in one bead: 1-1 … 1-4, 4-1, 2-3, 3-2."""
SKIP = np.float32(-0.05)
"""Score of leaving a sentence without counterpart; measured best for news (books want -.10)."""
NEIGHBOUR_WEIGHT = 0.5
KNN_WEIGHT = 0.5
ANCHOR_COSINE = 0.55
"""Mutual best matches from this cosine on tell the length ratio of the two texts."""
PRIOR_WEIGHT = 5
"""How many anchors the language's usual length ratio counts for."""

_BEADS = tuple((n, m) for n, m in product(range(1, MAX_WINDOW + 1), repeat=2) if n + m <= MAX_BEAD)
_NULL_SOURCE, _NULL_ENGLISH = len(_BEADS), len(_BEADS) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """Ranges of rows that correspond; one of them is empty for a null bead."""

    source: range
    english: range


def align_monotone(
    source: Matrix, english: Matrix, source_chars: Sequence[int], english_chars: Sequence[int], *, prior: float
) -> list[Bead]:
    """Align two texts that tell the same in the same order.

    Args:
        source: unit vectors of the source sentences, shape (n, d).
        english: the same for the English sentences, shape (m, d).
        source_chars: length of each source sentence in code points.
        english_chars: the same for English.
        prior: usual length of a source text in characters, for one character of its English translation.

    Returns:
        Beads in order, covering every row of both sides exactly once. Time and memory O(n · m).
    """
    if not len(source) or not len(english):
        return [Bead(source=range(i, i + 1), english=range(0)) for i in range(len(source))] + [
            Bead(source=range(len(source), len(source)), english=range(j, j + 1)) for j in range(len(english))
        ]
    ratio = length_ratio(source @ english.T, source_chars, english_chars, prior=prior)
    scores = _bead_scores(
        source, english, np.asarray(source_chars, np.float32) / ratio, np.asarray(english_chars, np.float32)
    )
    return _best_path(scores, len(source), len(english))


def length_ratio(cosines: Matrix, source_chars: Sequence[int], english_chars: Sequence[int], *, prior: float) -> float:
    """Return how many source characters stand for one English character in these two texts.

    The median over sure matches, shrunk towards the language's prior as if that were `PRIOR_WEIGHT` matches.
    """
    logs = [
        float(np.log(max(source_chars[row], 1) / max(english_chars[column], 1)))
        for row, column in mutual_best(cosines)
        if cosines[row, column] > ANCHOR_COSINE
    ]
    if not logs:
        return prior
    weight = len(logs) / (len(logs) + PRIOR_WEIGHT)
    return float(np.exp(weight * float(np.median(logs)) + (1 - weight) * float(np.log(prior))))


def _windows(vectors: Matrix, chars: Row, size: int) -> Matrix:
    """Return unit vectors of the windows of `size` sentences ending at each row (shorter ones at the top)."""
    weighted = vectors * np.sqrt(np.maximum(chars, 1))[:, None]
    total = weighted.copy()
    for back in range(1, size):
        total[back:] += weighted[:-back]
    norm = np.linalg.norm(total, axis=1, keepdims=True)
    unit: Matrix = total / np.maximum(norm, np.float32(1e-9))
    return unit


def _window_chars(chars: Row, size: int) -> Row:
    total = chars.copy()
    for back in range(1, size):
        total[back:] += chars[:-back]
    return total


def _bead_scores(
    source: Matrix, english: Matrix, source_chars: Row, english_chars: Row
) -> dict[tuple[int, int], Matrix]:
    """Return for each bead shape the score of the bead that ends at (row, column), shape (n, m)."""
    windows_s = {n: _windows(source, source_chars, n) for n in range(1, MAX_WINDOW + 1)}
    windows_e = {m: _windows(english, english_chars, m) for m in range(1, MAX_WINDOW + 1)}
    to_english = {n: windows_s[n] @ english.T for n in windows_s}  # source window × single English sentence
    to_source = {m: source @ windows_e[m].T for m in windows_e}  # single source sentence × English window
    knn_s = {n: top_mean(to_english[n], 1) for n in windows_s}
    knn_e = {m: top_mean(to_source[m], 0) for m in windows_e}
    scores = {}
    for n, m in _BEADS:
        cosine = windows_s[n] @ windows_e[m].T
        neighbours = _neighbour_mean(to_english[n], to_source[m], n, m)
        margin = cosine - NEIGHBOUR_WEIGHT * neighbours - KNN_WEIGHT * (knn_s[n][:, None] + knn_e[m][None, :]) / 2
        chars_s = _window_chars(source_chars, n)[:, None]
        chars_e = _window_chars(english_chars, m)[None, :]
        length = np.log2(1 + np.minimum(chars_s, chars_e) / np.maximum(np.maximum(chars_s, chars_e), 1))
        scores[n, m] = np.where(margin > 0, margin * length, margin).astype(np.float32)
    return scores


def _neighbour_mean(to_english: Matrix, to_source: Matrix, n: int, m: int) -> Matrix:
    """Return the mean cosine of each window with the single sentences just outside the partner window."""
    rows, columns = to_english.shape
    total = np.zeros((rows, columns), np.float32)
    count = np.zeros((rows, columns), np.float32)
    total[:, m:] += to_english[:, : max(columns - m, 0)]  # the English sentence before the bead
    count[:, m:] += 1
    total[:, :-1] += to_english[:, 1:]  # … and after it
    count[:, :-1] += 1
    total[n:, :] += to_source[: max(rows - n, 0), :]
    count[n:, :] += 1
    total[:-1, :] += to_source[1:, :]
    count[:-1, :] += 1
    return (total / np.maximum(count, np.float32(1))).astype(np.float32, copy=False)


def _best_path(scores: dict[tuple[int, int], Matrix], rows: int, columns: int) -> list[Bead]:
    best = np.full((rows + 1, columns + 1), -np.inf, np.float32)
    choice = np.zeros((rows + 1, columns + 1), np.int8)
    skips = SKIP * np.arange(columns + 1, dtype=np.float32)
    best[0] = skips
    choice[0] = _NULL_ENGLISH
    for row in range(1, rows + 1):
        current = best[row - 1] + SKIP
        picked = np.full(columns + 1, _NULL_SOURCE, np.int8)
        for index, (n, m) in enumerate(_BEADS):
            if n > row or m > columns:
                continue
            candidate = best[row - n, : columns + 1 - m] + scores[n, m][row - 1, m - 1 :]
            better = candidate > current[m:]
            current[m:][better] = candidate[better]
            picked[m:][better] = index
        # Leaving English sentences out is a running maximum along the row, over the places to the left only: a place
        # compared with itself would win or lose by rounding.
        from_left = np.full(columns + 1, -np.inf, np.float32)
        from_left[1:] = np.maximum.accumulate(current - skips)[:-1] + skips[1:]
        picked[from_left > current] = _NULL_ENGLISH
        best[row] = np.maximum(current, from_left)
        choice[row] = picked
    return _trace(choice, rows, columns)


def _trace(choice: np.ndarray[tuple[int, int], np.dtype[np.int8]], rows: int, columns: int) -> list[Bead]:
    beads: list[Bead] = []
    row, column = rows, columns
    while row or column:
        index = int(choice[row, column])
        n, m = {_NULL_SOURCE: (1, 0), _NULL_ENGLISH: (0, 1)}.get(index) or _BEADS[index]
        beads.append(Bead(source=range(row - n, row), english=range(column - m, column)))
        row, column = row - n, column - m
    return beads[::-1]
