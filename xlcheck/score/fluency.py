"""How well a text runs: a small model of which words follow which, and a list of the words that exist.

A trigram model over the commonest words; rarer ones are taken together by shape and ending ("-tion", a capital, a
figure), so that it knows the order of small words and hardly anything about subjects. Scores back off as in Brants et
al., "Large Language Models in Machine Translation" (EMNLP 2007). Trained by `training/score/make_fluency.py`, for
English and for German.
"""

from __future__ import annotations

import math
import re
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from xlcheck.score.sorted_counts import SortedCounts, SortedNumbers

if TYPE_CHECKING:
    from collections.abc import Sequence

BACKOFF = 0.4
FREQUENT = 0.001
"""Share of all tokens from which on a word says nothing about a subject."""
WINDOW = 4
"""Tokens in a row that are judged together."""
BASE = 1 << 14
"""More than there are classes; the key of a trigram is a number of three digits to this base."""
EDGE = "<s>"
_TOKEN = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[^\w\s]")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST, _LONGEST_ENDING = 3, 3
_REMEMBERED = 1 << 15
"""Runs of three classes whose scores are kept."""
_INFLECTIONS = ("s", "es", "d", "ed", "ing", "ly", "er", "est", "ness", "n't")


MODELS = {"en": "fluency.npz", "de": "fluency_de.npz"}
"""The languages that there is a model for, and its file."""


@dataclass(frozen=True, slots=True)
class Step:
    """One token as the model sees it.

    Attributes:
        rank: its class: 0 for the text's edge, then kinds of rare words, then common words from the commonest on.
        score: logarithm of its score after the two tokens before it.
        alone: the same without anything before it.
        order: how many tokens the model knew together: 3, 2, or 1 where even the pair is new to it.
    """

    rank: int
    score: float
    alone: float
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fluency:
    """How well a text runs.

    Attributes:
        mean: logarithm of the score of a token after the two before it, mean over all tokens.
        worst: the same over the four tokens in a row where it is lowest.
        strange: words in small letters that are no English words, as they stand in the text.
    """

    mean: float
    worst: float
    strange: tuple[str, ...]


def tokens_of(text: str) -> list[str]:
    """Split a text as the model counts it: words, figures, punctuation marks."""
    return _TOKEN.findall(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))


def class_of(token: str, first: bool, common: frozenset[str] | dict[str, int]) -> str:
    """Return the word itself where it is common, else its kind.

    >>> class_of("Lindhafen", False, frozenset())
    '<Name>'
    >>> class_of("harbour", False, frozenset({"harbour"}))
    'harbour'
    """
    lower = token.lower()
    if token[0].isdigit():
        return "<0>"
    if lower in common and (first or not token[0].isupper() or lower == "i"):
        return lower
    if not token[0].isalpha():
        return "<mark>"
    if token[0].isupper() and not first:
        return "<Name>"
    ending = "-" + lower[-_LONGEST_ENDING:]
    return ending if ending in common else "<word>"


def word_key(word: str) -> int:
    """Return the number under which a word stands in the list of words."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def read_fluency(text: str) -> Fluency:
    """Judge an English text; one without any token runs as badly as none."""
    model = load_model("en")
    tokens = tokens_of(text)
    if not tokens:
        return Fluency(mean=model.floor, worst=model.floor, strange=())
    scores = model.scores([class_of(token, place == 0, model.classes) for place, token in enumerate(tokens)])
    width = min(WINDOW, len(scores))
    windows = [sum(scores[at : at + width]) / width for at in range(len(scores) - width + 1)]
    return Fluency(mean=sum(scores) / len(scores), worst=min(windows), strange=tuple(strange_words(text)))


def strange_words(text: str) -> list[str]:
    """Return words in small letters that are not English, in order; names and figures are nobody's business."""
    known = load_model("en").words
    small = (word for word in _WORD.findall(text) if len(word) >= _SHORTEST and word.islower())
    return [word for word in small if not _is_word(word, known)]


def is_english(word: str) -> bool:
    """Tell whether a word in small letters is in the list of English words, as it is or inflected."""
    return _is_word(word, load_model("en").words)


def is_common(word: str) -> bool:
    """Tell whether a word in small letters is among the few thousand most frequent ones of English."""
    return word in load_model("en").classes


@cache
def function_words() -> frozenset[str]:
    """Return the words so frequent in English that they say nothing by themselves: the, of, was."""
    return load_model("en").frequent(FREQUENT)


def _is_word(word: str, words: SortedNumbers) -> bool:
    if word_key(word) in words:
        return True
    for ending in _INFLECTIONS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST and (word_key(stem) in words or word_key(stem + "e") in words):
            return True
    return False


class Model:
    """The arrays of a data file, ready to be asked."""

    def __init__(self, arrays: Any) -> None:
        names = bytes(arrays["classes"]).decode("utf-8").split("\n")
        self.classes = {name: index for index, name in enumerate(names)}
        self.words = SortedNumbers(arrays["words"])
        self._singles: list[int] = arrays["singles"].tolist()
        self._pairs = SortedCounts(arrays["pair_keys"], arrays["pair_counts"])
        self._triples = SortedCounts(arrays["triple_keys"], arrays["triple_counts"])
        self._total = sum(self._singles)
        self.floor = math.log(BACKOFF * BACKOFF / self._total)
        self._alone = [math.log((count + 0.5) / self._total) for count in self._singles]
        self.first_word = sum(name.startswith(("<", "-")) for name in names)
        """Class of the commonest word; the classes before it are kinds of words."""
        self._look_up = lru_cache(maxsize=_REMEMBERED)(self._look_up_once)

    def frequent(self, share: float) -> frozenset[str]:
        """Return the words that make up at least this share of all tokens."""
        least = share * self._total
        return frozenset(
            name for name, index in self.classes.items() if name.isalpha() and self._singles[index] >= least
        )

    def scores(self, names: Sequence[str]) -> list[float]:
        """Return the log score of each class after the two before it, the end of the text included."""
        edge = self.classes[EDGE]
        ids = [edge, edge, *(self.classes[name] for name in names), edge]
        return [self._score(*ids[at - 2 : at + 1]) for at in range(2, len(ids))]

    def steps(self, tokens: Sequence[str]) -> list[Step]:
        """Return each token as the model sees it, the end of the text included."""
        edge = self.classes[EDGE]
        own = (self.classes[class_of(token, place == 0, self.classes)] for place, token in enumerate(tokens))
        ids = [edge, edge, *own, edge]
        steps: list[Step] = []
        for at in range(2, len(ids)):
            score, order = self._look_up(*ids[at - 2 : at + 1])
            steps.append(Step(ids[at], score, self._alone[ids[at]], order))
        return steps

    def _score(self, first: int, second: int, third: int) -> float:
        return self._look_up(first, second, third)[0]

    def _look_up_once(self, first: int, second: int, third: int) -> tuple[float, int]:
        left, right = first * BASE + second, second * BASE + third
        triple = self._triples.get(left * BASE + third)
        if triple:
            return math.log(triple / max(self._pairs.get(left, triple), triple)), 3
        pair = self._pairs.get(right)
        if pair:
            return math.log(BACKOFF * pair / max(self._singles[second], pair)), 2
        return math.log(BACKOFF * BACKOFF * (self._singles[third] + 0.5) / self._total), 1


@cache
def load_model(language: str) -> Model:
    """Return the model of a language.

    Raises:
        KeyError: `MODELS` has none for it.
    """
    import numpy as np

    with (files("xlcheck.score") / MODELS[language]).open("rb") as data, np.load(data) as arrays:
        return Model({name: arrays[name] for name in arrays.files})
