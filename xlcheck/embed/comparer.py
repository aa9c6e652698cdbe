"""Which words of two sentences the other sentence does not bear out, and whether the two say the same.

A small network reads both sentences word by word. A word comes as what its tokens give to the sentence vector
(`pieces`), so that all languages of the encoder come alike; with it come how well it matches the other sentence and
where. Twice, each word looks at the words of the other sentence, then at those of its own (attention: Vaswani et al.
2017; two texts that attend to each other: Parikh et al. 2016). Each word then gets the log-odds that the other sentence
does not say it, and the pair those of saying different things.

It has learned from correct translations in which words were exchanged, left out, added or moved on purpose, as Briakou
and Carpuat (2020) taught divergence without labels; `training/comparer` has the recipe. Its log-odds are those of that
training, where most pairs were spoilt: they rank, and are calibrated by who uses them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from xlcheck.embed.network import Network, Words
from xlcheck.embed.pieces import sum_vectors, unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlcheck.embed.cache import VectorCache
    from xlcheck.embed.encoder import Encoder
    from xlcheck.embed.network import Floats
    from xlcheck.embed.pieces import HalfRows, Matrix, Pieces

MOST_WORDS = 160
"""Words of a text that are read; sentences that are longer are lists."""
_REMEMBERED = 256
"""Pairs from which on those of earlier calls are forgotten."""
_TOGETHER = 32
"""Pairs of like length that are read at a time."""
_FIXED = 4
"""Numbers of a cached row before those of the words: the cosine, the log-odds, and how many words there are."""
_WEIGHTS = "comparer.npz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What reading two sentences together gave.

    Attributes:
        whole: cosine of the two as wholes, -1…1.
        log_odds: that they say different things; above 0 for more likely than not among spoilt and unspoilt pairs.
        source: for each word of the source (`Encoder.word_ranges`) the log-odds that the English does not bear it out.
        english: likewise for the words of the English and the source.
    """

    whole: float
    log_odds: float
    source: tuple[float, ...]
    english: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """The log-odds of `Compared` by place.

    Attributes:
        source: for each word of the source where it begins, where it ends and its log-odds; `english` likewise.
    """

    source: tuple[tuple[int, int, float], ...]
    english: tuple[tuple[int, int, float], ...]

    def in_source(self, start: int, end: int) -> float | None:
        """Return the largest of the words that a range of the source touches, None where it touches none."""
        return max((odds for first, last, odds in self.source if first < end and start < last), default=None)

    def in_english(self, start: int, end: int) -> float | None:
        """Return the same for a range of the English."""
        return max((odds for first, last, odds in self.english if first < end and start < last), default=None)


class Comparer:
    """Compare pairs of texts, each pair only once; rounded to half precision, so that a cache changes nothing.

    What was compared last is remembered for who asks for single words of it.
    """

    def __init__(self, encoder: Encoder, cache: VectorCache | None = None) -> None:
        self._encoder = encoder
        self._cache = cache
        self._latest: dict[tuple[str, str], Compared] = {}

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """Return what reading each (source, English) pair gave; nothing speaks against a pair with an empty text."""
        folded = [(" ".join(left.split()), " ".join(right.split())) for left, right in pairs]
        keys = ["\N{UNIT SEPARATOR}".join(pair) for pair in folded]
        rows = self._cache.get(keys) if self._cache else {}
        missing = {key: pair for key, pair in zip(keys, folded, strict=True) if key not in rows}
        fresh: dict[str, HalfRows] = {}
        for key, row in zip(missing, self._read(list(missing.values())), strict=True):
            fresh[key] = row.astype(np.float16)
            rows[key] = fresh[key].astype(np.float32)
        if self._cache and fresh:
            self._cache.put(fresh)
        found = [_compared(rows[key]) for key in keys]
        if len(self._latest) >= _REMEMBERED:
            self._latest = {}
        self._latest |= zip(pairs, found, strict=True)
        return found

    def doubts(self, source: str, english: str) -> Doubts:
        """Return the words of two texts with their log-odds; none where one of the texts is empty."""
        pair = source, english
        found = self._latest.get(pair) or self.compare([pair])[0]
        left, right = (
            tuple((start, end, odds) for (start, end), odds in zip(self._encoder.word_ranges(text), own, strict=False))
            for text, own in ((source, found.source), (english, found.english))
        )
        return Doubts(source=left, english=right)

    def cosines(self, source: str, english: str) -> Matrix:
        """Return the cosines of the words of two texts in their context, shape (source words, English words)."""
        folded = [" ".join(text.split()) for text in (source, english)]
        pieces = self._encoder.pieces(folded)
        left, right = (words_of(pieces[text]).vectors for text in folded)
        return np.asarray(left @ right.T, dtype=np.float32)

    def _read(self, pairs: Sequence[tuple[str, str]]) -> list[Floats]:
        if not pairs:
            return []
        found: list[Floats] = [np.zeros(_FIXED, dtype=np.float32) for _ in pairs]
        todo = [place for place, (left, right) in enumerate(pairs) if left and right]
        pieces = self._encoder.pieces(list(dict.fromkeys(text for place in todo for text in pairs[place])))
        sides = {text: words_of(own) for text, own in pieces.items()}
        wholes = self._wholes(pieces)
        todo.sort(key=lambda place: sum(len(sides[text].vectors) for text in pairs[place]))
        with self._encoder.single_thread():
            for start in range(0, len(todo), _TOGETHER):
                places = todo[start : start + _TOGETHER]
                read = _network().read([(sides[pairs[at][0]], sides[pairs[at][1]]) for at in places])
                for at, row in zip(places, read, strict=True):
                    left, right = pairs[at]
                    found[at] = np.append(np.float32(wholes[left] @ wholes[right]), row)
        return found

    def _wholes(self, pieces: Mapping[str, Pieces]) -> dict[str, Floats]:
        """Return the vectors of texts as wholes, at length one."""
        if not pieces:
            return {}
        sums = np.stack([own.given.sum(axis=0) for own in pieces.values()])
        counts = np.array([len(own.given) for own in pieces.values()], dtype=np.float32)
        with self._encoder.single_thread() as model:
            return dict(zip(pieces, sum_vectors(model, sums, counts), strict=True))


def reading_kind() -> bytes:
    """Return the kind of the cached rows: other weights must never meet rows of these."""
    return b"use-multilingual-3/compared/2/" + hashlib.blake2b(_weights(), digest_size=6).hexdigest().encode()


def _compared(row: Floats) -> Compared:
    whole, log_odds, source, english = row[:_FIXED].tolist()
    words = row[_FIXED:].tolist()
    first, second = words[: int(source)], words[int(source) :][: int(english)]
    return Compared(whole=whole, log_odds=log_odds, source=tuple(first), english=tuple(second))


def words_of(pieces: Pieces, most: int = MOST_WORDS) -> Words:
    """Return the words of a text as the network reads them, at most so many."""
    words = pieces.words[:most]
    places = np.array([(word[0], word[-1] + 1) for word in words]).ravel()
    padded = np.concatenate([pieces.given, np.zeros((1, pieces.given.shape[1]), dtype=np.float32)])
    sums = np.add.reduceat(padded, places, axis=0)[::2]
    lengths = np.log(np.maximum(np.sqrt(np.einsum("ij,ij->i", sums, sums)), 0.1))
    counts = np.array([len(word) for word in words], dtype=np.float32) / 3
    return Words(unit(sums), np.stack([lengths, counts], axis=1).astype(np.float32))


@cache
def _weights() -> bytes:
    return (files("xlcheck.embed") / _WEIGHTS).read_bytes()


@cache
def _network() -> Network:
    with np.load(BytesIO(_weights())) as stored:
        return Network({name: stored[name].astype(np.float32) for name in stored.files})
