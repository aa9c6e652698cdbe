"""How two sentences compare, as wholes, phrase by phrase and word by word, in one row of numbers.

Whole: the cosine, and how much it gains if a word is left out that has no counterpart. Phrases: every run of five words
of one side is looked for among those of the other. Words: each word in its context likewise.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from xlcheck.embed.encoder import COVERED
from xlcheck.embed.pieces import sum_vectors, unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.embed.cache import VectorCache
    from xlcheck.embed.encoder import Encoder
    from xlcheck.embed.forward import Backend
    from xlcheck.embed.pieces import HalfRows, Matrix, Pieces

PHRASE = 5
QUARTER = 0.25
ENOUGH = 4
"""Words from which on their order says something."""
_ROWS_AT_A_TIME = 256
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
        quarter_source: below which lies a quarter of the best matches of the source's words; `_english` likewise.
        returned_source: share of the source's words that are the best match of their best match; `_english` likewise.
        order: correlation of the places of the English words and of their best matches.
        spare_source: what `whole` gains at most if one word of the source is left out; `spare_english` likewise.
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
    quarter_source: float
    quarter_english: float
    returned_source: float
    returned_english: float
    order: float
    spare_source: float
    spare_english: float


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
        fresh: dict[str, HalfRows] = {}
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
            parts = dict(zip(texts, _read_parts(model, self._encoder.pieces(texts).values()), strict=True))
        return [
            _view(parts[left], parts[right]) if left and right else PairView(**dict.fromkeys(_FIELDS, 0.0))
            for left, right in pairs
        ]


def is_covered(*languages: str) -> bool:
    """Tell whether texts of these languages can be compared."""
    return set(languages) <= COVERED


@dataclass(frozen=True, slots=True)
class _Parts:
    """Unit vectors of a text as a whole, shape (1, 512), of its phrases, of its words in their context, and of the
    whole without each word."""

    whole: Matrix
    phrases: Matrix
    words: Matrix
    without: Matrix


def _view(source: _Parts, english: _Parts) -> PairView:
    phrases, words = source.phrases @ english.phrases.T, source.words @ english.words.T
    best_s, best_e = words.max(axis=1), words.max(axis=0)
    phrases_s, phrases_e = phrases.max(axis=1), phrases.max(axis=0)
    match_s, match_e = words.argmax(axis=1), words.argmax(axis=0)
    whole = float(source.whole[0] @ english.whole[0])
    return PairView(
        whole=whole,
        phrases_source=float(phrases_s.mean()),
        phrases_english=float(phrases_e.mean()),
        weakest_phrase_source=float(phrases_s.min()),
        weakest_phrase_english=float(phrases_e.min()),
        words_source=float(best_s.mean()),
        words_english=float(best_e.mean()),
        weakest_words_source=float(np.sort(best_s)[:2].mean()),
        weakest_words_english=float(np.sort(best_e)[:2].mean()),
        quarter_source=float(np.quantile(best_s, QUARTER)),
        quarter_english=float(np.quantile(best_e, QUARTER)),
        returned_source=float(np.mean(match_e[match_s] == np.arange(len(match_s)))),
        returned_english=float(np.mean(match_s[match_e] == np.arange(len(match_e)))),
        order=_order(match_e),
        spare_source=_gain(source.without @ english.whole[0], whole),
        spare_english=_gain(english.without @ source.whole[0], whole),
    )


def _gain(cosines: Matrix, whole: float) -> float:
    """Return the gain of the best of some cosines, 0 where there are none."""
    return float(cosines.max()) - whole if len(cosines) else 0.0


def _order(places: Any) -> float:
    """Return the correlation of places with 0, 1, 2…; 1 for too few of them, 0 where all are one."""
    if len(places) < ENOUGH:
        return 1.0
    if len(set(places.tolist())) == 1:
        return 0.0
    return float(np.corrcoef(np.arange(len(places)), places)[0, 1])


def _read_parts(model: Backend, texts: Iterable[Pieces]) -> Iterator[_Parts]:
    """Yield the parts of each text; the vectors of a hundred phrases cost little more a piece than those of a thousand,
    and much less than those of ten."""
    waiting: list[_Sums] = []
    rows = 0
    for pieces in texts:
        waiting.append(_sums(pieces))
        rows += len(waiting[-1].counts)
        if rows >= _ROWS_AT_A_TIME:
            yield from _parts(model, waiting)
            waiting, rows = [], 0
    if waiting:
        yield from _parts(model, waiting)


def _parts(model: Backend, waiting: Sequence[_Sums]) -> Iterator[_Parts]:
    sums, counts = (np.concatenate([getattr(own, name) for own in waiting]) for name in ("sums", "counts"))
    vectors = sum_vectors(model, sums, counts)
    start = 0
    for own in waiting:
        end = start + len(own.counts)
        whole, phrases, without = np.split(vectors[start:end], [1, 1 + own.phrases])
        yield _Parts(whole, phrases, own.words, without)
        start = end


@dataclass(frozen=True, slots=True)
class _Sums:
    """What the tokens of a text give, and how many they are, in the rows: the whole, the phrases, the whole without
    each word.

    Attributes:
        phrases: how many there are.
        words: unit vectors of the words.
    """

    sums: Matrix
    counts: Matrix
    phrases: int
    words: Matrix


def _sums(pieces: Pieces) -> _Sums:
    given = pieces.given
    # Words are runs of tokens, so that a word is what stands between two places; every other sum is of no word.
    places = np.array([(word[0], word[-1] + 1) for word in pieces.words]).ravel()
    padded = np.concatenate([given, np.zeros((1, given.shape[1]), dtype=np.float32)])
    words = np.add.reduceat(padded, places, axis=0)[::2]
    sizes = np.array([len(word) for word in pieces.words], dtype=np.float32)
    # Running sums, so that a phrase is a difference of two of them.
    running = np.concatenate([np.zeros((1, given.shape[1]), dtype=np.float32), words]).cumsum(axis=0)
    counts = np.concatenate([[np.float32(0)], sizes]).cumsum(dtype=np.float32)
    width = min(PHRASE, len(words))
    whole, size = given.sum(axis=0, keepdims=True), np.float32(len(given))
    several = len(words) > 1
    return _Sums(
        sums=np.concatenate([whole, running[width:] - running[:-width], (whole - words)[: len(words) * several]]),
        counts=np.concatenate([[size], counts[width:] - counts[:-width], (size - sizes)[: len(words) * several]]),
        phrases=len(running) - width,
        words=unit(words),
    )
