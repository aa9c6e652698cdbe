"""Alignment of parallel texts without sentence vectors: lengths, and words that both sides write alike.

For languages that the encoder does not know. The length model is that of Gale & Church ("A Program for Aligning
Sentences in Bilingual Corpora", 1993): the difference of the lengths in a bead, over its standard deviation, is taken
to be normal. Numbers and names, which survive translation, add evidence: a bead gains by the rare words it has in
common.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import partial
from math import log
from typing import TYPE_CHECKING

import numpy as np

from xlcheck.align.anchors import plan_regions
from xlcheck.align.lattice import best_path
from xlcheck.align.similarity_matrix import longest_increasing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlcheck.align.lattice import Bead, Strip
    from xlcheck.align.similarity_matrix import Matrix, Row

    Shape = tuple[int, int]
    Words = list[dict[str, float]]

VARIANCE = 6.8
"""Variance of the length per character, from Gale & Church."""
PRIORS: Mapping[Shape, float] = {
    (1, 1): 0.89, (1, 2): 0.0445, (2, 1): 0.0445, (2, 2): 0.011, (1, 3): 0.005, (3, 1): 0.005,
}  # fmt: skip
"""How often each bead occurs: Gale & Church's shares, and a little for three sentences against one."""
SKIP = -4.3
"""Log-likelihood of a sentence without counterpart; tuned, like the three below, on three development sets treated as
if they had no vectors."""
WORD_MOST = 12.0
"""Nats that shared words may add to a bead at most."""
STEM = 4
"""Letters of a word that are compared: names take endings."""
WORD_LEAST = 4
"""Shorter words look alike by chance."""
LANDMARKS_LEAST, LANDMARKS_SHARE, LANDMARKS_IN_ORDER = 4, 0.3, 0.9
"""Two texts look parallel when so many pairs of sentences alone share a word, and so large a part of them in order."""
FREQUENT = 0.25
"""Words in a larger share of a side's sentences tell nothing."""

_SHAPES = tuple(PRIORS)
_WORD = re.compile(r"\d+|[^\W\d_]+")


def align_by_length(source: Sequence[str], english: Sequence[str], *, prior: float) -> list[Bead]:
    """Align two texts that tell the same in the same order, by the lengths of their sentences and common words.

    Args:
        source: the source sentences; `english` likewise. Neither may be empty.
        prior: usual length of a source text in characters, for one character of its English translation. The texts
            themselves have the last word where they are long.
    """
    chars_s = np.asarray([len(text) for text in source], np.float32)
    chars_e = np.asarray([len(text) for text in english], np.float32)
    ratio = _ratio(float(chars_s.sum()), float(chars_e.sum()), prior)
    words_s, words_e = shared_words(source, english)
    beads: list[Bead] = []
    for strips in plan_regions(len(source), len(english), _landmarks(words_s, words_e)):
        score = partial(_scores, chars_s / np.float32(ratio), chars_e, words_s, words_e)
        beads += best_path(
            strips,
            _SHAPES,
            score,
            np.full(len(source), SKIP, np.float32),
            np.full(len(english), SKIP, np.float32),
        )
    return beads


def looks_parallel(source: Sequence[str], english: Sequence[str]) -> bool:
    """Tell from numbers and names alone whether two texts tell the same in the same order."""
    if not source or not english:
        return False
    landmarks = _landmarks(*shared_words(source, english))
    shorter = min(len(source), len(english))
    if len(landmarks) < max(LANDMARKS_LEAST, LANDMARKS_SHARE * shorter):
        return False
    return longest_increasing([column for _, column, _ in landmarks]) >= LANDMARKS_IN_ORDER * len(landmarks)


def shared_words(source: Sequence[str], english: Sequence[str]) -> tuple[Words, Words]:
    """Return for each sentence the numbers and word stems that occur on both sides, with their information in nats."""
    stems_s, stems_e = [_stems(text) for text in source], [_stems(text) for text in english]
    often_s, often_e = Counter(w for s in stems_s for w in s), Counter(w for s in stems_e for w in s)
    weight = {}
    for word in often_s.keys() & often_e.keys():
        share = max(often_s[word] / len(source), often_e[word] / len(english))
        if share <= FREQUENT or max(often_s[word], often_e[word]) <= 2:
            weight[word] = max(-log(share), 0.5)
    return tuple([{w: weight[w] for w in sorted(s) if w in weight} for s in side] for side in (stems_s, stems_e))  # type: ignore[return-value]


def _stems(text: str) -> set[str]:
    """Return the numbers and the beginnings of the longer words, without accents."""
    found = set()
    for word in _WORD.findall(text):
        if word[0].isdigit():
            found.add(word)
        elif len(word) >= WORD_LEAST:
            plain = unicodedata.normalize("NFKD", word.casefold())
            found.add("".join(letter for letter in plain if not unicodedata.combining(letter))[:STEM])
    return found


def _ratio(source: float, english: float, prior: float) -> float:
    """The whole texts' ratio, drawn towards the prior where one is so much longer that something must be missing."""
    seen = max(source, 1) / max(english, 1)
    return seen if 0.67 <= seen / prior <= 1.5 else prior


def _landmarks(words_s: Words, words_e: Words) -> list[tuple[int, int, float]]:
    """Return pairs of sentences that alone share a word, with their number of such words, for cutting long texts."""
    places: dict[str, tuple[list[int], list[int]]] = {}
    for side, words in enumerate((words_s, words_e)):
        for place, found in enumerate(words):
            for word in found:
                places.setdefault(word, ([], []))[side].append(place)
    votes = Counter((left[0], right[0]) for left, right in places.values() if len(left) == len(right) == 1)
    best: dict[int, tuple[int, int]] = {}
    for (row, column), count in sorted(votes.items()):
        best[row] = max(best.get(row, (0, 0)), (count, column))
    return [(row, column, float(count)) for row, (count, column) in sorted(best.items())]


def _scores(chars_s: Row, chars_e: Row, words_s: Words, words_e: Words, strip: Strip) -> dict[Shape, Matrix]:
    shared = _shared_mass(words_s, words_e, strip)
    scores = {}
    for (n, m), prior in PRIORS.items():
        length_s = _sums(chars_s, n, strip.rows)[:, None]
        length_e = _sums(chars_e, m, strip.columns)[None, :]
        delta = np.abs(length_e - length_s) / np.sqrt(np.maximum((length_s + length_e) / 2, 1) * VARIANCE)
        mass = np.zeros_like(delta)
        for back in range(n):
            for left in range(m):
                mass[back:, left:] += shared[: len(shared) - back, : shared.shape[1] - left]
        words = np.minimum(mass, WORD_MOST)
        scores[n, m] = (_log_two_tails(delta) + np.float32(log(prior)) + words).astype(np.float32)
    return scores


def _log_two_tails(delta: Matrix) -> Matrix:
    """Return log(2 · (1 - Φ(delta))) for delta >= 0, by the approximation 7.1.26 of Abramowitz & Stegun for erfc."""
    x = delta / np.float32(2**0.5)
    t = 1 / (1 + 0.3275911 * x)
    tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    logs: Matrix = np.log(tail) - x * x
    return logs


def _shared_mass(words_s: Words, words_e: Words, strip: Strip) -> Matrix:
    """Return how much information the words have that each two sentences of a strip share, in nats."""
    mass = np.zeros((len(strip.rows), len(strip.columns)), np.float32)
    where: dict[str, list[int]] = {}
    for place, column in enumerate(strip.columns):
        for word in words_e[column]:
            where.setdefault(word, []).append(place)
    for place, row in enumerate(strip.rows):
        for word, weight in words_s[row].items():
            mass[place, where.get(word, [])] += np.float32(weight)
    return mass


def _sums(values: Row, size: int, rows: range) -> Row:
    """Return the sums of `size` values ending at each of the rows (of fewer at the top)."""
    total = np.concatenate([np.zeros(1), np.cumsum(values, dtype=np.float64)])
    stop = np.arange(rows.start, rows.stop) + 1
    sums: Row = (total[stop] - total[np.maximum(stop - size, 0)]).astype(np.float32)
    return sums
