"""How two sentences compare, as wholes, phrase by phrase and word by word, in one row of numbers.

Whole: the cosine. Phrases: every run of five words of one side is looked for among those of the other. Words: each word
in its context likewise.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from xlcheck.embed.encoder import COVERED
from xlcheck.embed.pieces import read_pieces, sum_vectors, unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.embed.cache import VectorCache
    from xlcheck.embed.encoder import Encoder
    from xlcheck.embed.pieces import Matrix, Pieces

PHRASE = 5
_JOINT = "\N{UNIT SEPARATOR}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Cosines between the parts of two sentences, -1…1, where 1 means the same.

    Attributes:
        whole: of the two sentences.
        phrases_source: mean over the source's phrases of the best match in the English; `phrases_english` the reverse.
        weakest_phrase_source: of the source's phrase that has the worst best match; `_english` likewise.
        words_source: mean over the source's words of the best match in the English; `words_english` the reverse.
        weakest_words_source: mean of the two words of the source with the worst best matches; `_english` likewise.
    """

    whole: float
    phrases_source: float
    phrases_english: float
    weakest_phrase_source: float
    weakest_phrase_english: float
    words_source: float
    words_english: float
    weakest_words_source: float
    weakest_words_english: float


_FIELDS = tuple(field.name for field in fields(PairView))


class PairViews:
    """View pairs of texts, each pair only once; rounded to half precision, so that a cache changes nothing."""

    def __init__(self, encoder: Encoder, cache: VectorCache | None = None) -> None:
        self._encoder = encoder
        self._cache = cache

    def view(self, pairs: Sequence[tuple[str, str]]) -> list[PairView]:
        """Return one view for each (source, English) pair; where one of the two is empty all is 0."""
        folded = [(" ".join(left.split()), " ".join(right.split())) for left, right in pairs]
        keys = [_JOINT.join(pair) for pair in folded]
        rows = self._cache.get(keys) if self._cache else {}
        fresh: dict[str, np.ndarray[Any, np.dtype[np.float16]]] = {}
        missing = {key: pair for key, pair in zip(keys, folded, strict=True) if key not in rows}
        for key, view in zip(missing, self._compute(list(missing.values())), strict=True):
            fresh[key] = np.array(astuple(view), dtype=np.float16)
            rows[key] = fresh[key].astype(np.float32)
        if self._cache and fresh:
            self._cache.put(fresh)
        return [PairView(**dict(zip(_FIELDS, map(float, rows[key]), strict=True))) for key in keys]

    def _compute(self, pairs: Sequence[tuple[str, str]]) -> list[PairView]:
        if not pairs:
            return []
        texts = sorted({text for pair in pairs for text in pair if text}, key=lambda text: (len(text), text))
        with self._encoder.single_thread() as model:
            pieces = dict(zip(texts, read_pieces(model, texts), strict=True))
            return [
                _view(model, pieces[left], pieces[right]) if left and right else PairView(**dict.fromkeys(_FIELDS, 0.0))
                for left, right in pairs
            ]


def is_covered(*languages: str) -> bool:
    """Tell whether texts of these languages can be compared."""
    return set(languages) <= COVERED


def _view(model: Any, source: Pieces, english: Pieces) -> PairView:
    parts = [*_parts(source), *_parts(english)]
    vectors = sum_vectors(
        model,
        np.concatenate([sums for sums, _ in parts]),
        np.concatenate([counts for _, counts in parts]).astype(np.float32),
    )
    bounds = np.cumsum([len(counts) for _, counts in parts])[:-1]
    whole_s, phrases_s, whole_e, phrases_e = np.split(vectors, bounds)
    phrases = phrases_s @ phrases_e.T
    words = unit(_word_sums(source)) @ unit(_word_sums(english)).T
    best_s, best_e = words.max(axis=1), words.max(axis=0)
    return PairView(
        whole=float(whole_s[0] @ whole_e[0]),
        phrases_source=float(phrases.max(axis=1).mean()),
        phrases_english=float(phrases.max(axis=0).mean()),
        weakest_phrase_source=float(phrases.max(axis=1).min()),
        weakest_phrase_english=float(phrases.max(axis=0).min()),
        words_source=float(best_s.mean()),
        words_english=float(best_e.mean()),
        weakest_words_source=float(np.sort(best_s)[:2].mean()),
        weakest_words_english=float(np.sort(best_e)[:2].mean()),
    )


def _parts(pieces: Pieces) -> list[tuple[Matrix, Matrix]]:
    """Return sums and counts of tokens: of the whole and of each phrase."""
    total, size = pieces.given.sum(axis=0, keepdims=True), len(pieces.given)
    by_word, counts = _word_sums(pieces), np.array([len(word) for word in pieces.words])
    # Running sums, so that a phrase is a difference of two of them.
    running = np.concatenate([np.zeros_like(total), np.cumsum(by_word, axis=0)])
    running_counts = np.concatenate([[0], np.cumsum(counts)])
    width = min(PHRASE, len(counts))
    return [
        (total, np.array([size])),
        (running[width:] - running[:-width], running_counts[width:] - running_counts[:-width]),
    ]


def _word_sums(pieces: Pieces) -> Matrix:
    return np.stack([pieces.given[list(word)].sum(axis=0) for word in pieces.words])
