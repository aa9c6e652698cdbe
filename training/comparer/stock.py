"""The words that errors are made of, all out of the pairs themselves: common words, names, near words, foreign words.

Near words are those whose vectors are near (the same encoder that the network reads with): they fit the place and mean
something else, so the network cannot tell an error by an odd English sentence alone.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from choose import Pair
from draft import is_content

COMMON, LEAST_COUNT = 22_000, 3
"""Words of the vocabulary, and how often each must occur."""
NEAREST, NEAR = 90, 60
"""Nearest words that are looked at, and how many of them may be used."""
STEM = 4
"""Letters at the beginning that tell forms of one word."""
FOREIGN = 200_000
"""Words of a language that are kept to be put into other sentences."""
_BATCH = 1000
_MARKS = ".,;:!?\"'()"
Encode = Callable[[Sequence[str]], np.ndarray[Any, np.dtype[np.float32]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What there is to spoil sentences with.

    Attributes:
        vocabulary: common English words in lower case, the commonest first.
        english: all English words in lower case.
        names: words that mostly have a capital where no sentence begins.
        near: for a word of the vocabulary those that are near, none of the same stem.
        foreign: words by language, as often as they occur, of languages with spaces.
        sentences: English sentences in words.
    """

    vocabulary: Sequence[str]
    english: frozenset[str]
    names: Sequence[str]
    near: Mapping[str, Sequence[str]]
    foreign: Mapping[str, Sequence[str]]
    sentences: Sequence[Sequence[str]]


def gather(pairs: Sequence[Pair], encode: Encode, chance: random.Random) -> Stock:
    """Return the words of all pairs.

    Args:
        encode: turns words into unit vectors, shape (words, width), as `Encoder.encode` does.
    """
    sentences = [pair.english.split() for pair in pairs]
    small, capital = _counted(sentences)
    vocabulary = [word for word, count in small.most_common(COMMON) if count >= LEAST_COUNT]
    foreign: dict[str, list[str]] = {}
    for pair in pairs:
        if pair.spaced:
            foreign.setdefault(pair.language, []).extend(filter(str.isalpha, pair.foreign.split()))
    return Stock(
        vocabulary=vocabulary,
        english=frozenset(small),
        names=[word for word, count in capital.items() if small[word.lower()] < count],
        near=near_words(vocabulary, encode),
        foreign={language: chance.sample(words, min(len(words), FOREIGN)) for language, words in foreign.items()},
        sentences=sentences,
    )


def _counted(sentences: Sequence[Sequence[str]]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each word is in lower case, and has a capital where no sentence begins."""
    small, capital = Counter[str](), Counter[str]()
    for sentence in sentences:
        for place, marked in enumerate(sentence):
            word = marked.strip(_MARKS)
            if word.isalpha() and word.islower():
                small[word] += 1
            elif word.isalpha() and place and len(word) > 2 and word[0].isupper() and not word.isupper():
                capital[word] += 1
    return small, capital


def near_words(vocabulary: Sequence[str], encode: Encode) -> dict[str, list[str]]:
    """Return for each word those that are near; not the very nearest, which often mean the same."""
    if len(vocabulary) < 2:
        return {}
    vectors = encode(vocabulary)
    found = {}
    for start in range(0, len(vocabulary), _BATCH):
        cosines = vectors[start : start + _BATCH] @ vectors.T
        some = min(NEAREST, len(vocabulary) - 1)
        nearest = np.argpartition(-cosines, some - 1, axis=1)[:, :some]
        for word, row, places in zip(vocabulary[start:], cosines, nearest, strict=False):
            ordered = [vocabulary[place] for place in places[np.argsort(-row[places])][2:]]
            found[word] = [other for other in ordered if other[:STEM] != word[:STEM] and is_content(other)][:NEAR]
    return found
