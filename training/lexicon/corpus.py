"""Read the training pairs: weights per source, upper case at the beginning of sentences undone, overlaps counted."""

from __future__ import annotations

import gzip
import json
import lzma
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from xlcheck.lang.lexicon_words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

LONGEST = 80
"""Tokens of a sentence; longer ones are rarely aligned well."""
LOPSIDED = 3.0
"""Ratio of lengths in tokens beyond which a pair is presumably no translation."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence pair in tokens, with the weight of its source."""

    foreign: tuple[str, ...]
    english: tuple[str, ...]
    weight: float


def read_pairs(path: Path, weights: Mapping[str, float]) -> Iterator[tuple[str, str, float]]:
    """Yield (foreign, English, weight) from `source⇥foreign⇥English` lines, in xz; an unknown source weighs 1."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            source, foreign, english = line.rstrip("\n").split("\t")[:3]
            if weight := weights.get(source, 1.0):
                yield foreign, english, weight


def tokenised(rows: Iterable[tuple[str, str, float]]) -> list[Pair]:
    """Return the usable pairs, each word in the case it has inside a sentence."""
    cut = [(_cut(foreign), _cut(english), weight) for foreign, english, weight in rows]
    usable = [row for row in cut if _usable(row[0], row[1])]
    foreign_case, english_case = _Case(row[0] for row in usable), _Case(row[1] for row in usable)
    return [Pair(foreign_case.undone(f), english_case.undone(e), weight) for f, e, weight in usable]


def _cut(text: str) -> list[str]:
    return [match.group() for match in tokens(text)]


def _usable(foreign: list[str], english: list[str]) -> bool:
    short, long = sorted((len(foreign), len(english)))
    return short > 0 and long <= LONGEST and long <= LOPSIDED * short + 3


class _Case:
    """The most frequent spelling of every word where no sentence begins (cf. Moses' truecaser)."""

    def __init__(self, sentences: Iterable[list[str]]) -> None:
        spellings: dict[str, Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            inside = sum(word[0].isupper() for word in sentence[1:])
            if inside > len(sentence) / 2:  # a heading in capitals tells nothing about case
                continue
            for before, word in pairwise(sentence):
                if before[-1].isalnum() or before in ",;-":
                    spellings[word.lower()][word] += 1
        self._best = {lower: counts.most_common(1)[0][0] for lower, counts in spellings.items()}

    def undone(self, sentence: list[str]) -> tuple[str, ...]:
        """Return the sentence with the case of its first words, and of words after a mark, as inside a sentence."""
        words = []
        before = "."
        for word in sentence:
            starts = not (before[-1].isalnum() or before in ",;-")
            words.append(self._best.get(word.lower(), word) if starts else word)
            before = word
        return tuple(words)


def overlap(rows: Iterable[tuple[str, str, float]], development: Mapping[str, set[str]]) -> dict[str, int]:
    """Count, per development set, the training pairs of which either side stands in it."""
    found: Counter[str] = Counter()
    for foreign, english, _ in rows:
        texts = {normal(foreign), normal(english)}
        found.update(name for name, sentences in development.items() if not texts.isdisjoint(sentences))
    return {name: found[name] for name in development}


def is_shared(row: tuple[str, str, float], development: Mapping[str, set[str]]) -> bool:
    """Say whether either side of a training pair stands in a development set."""
    texts = {normal(row[0]), normal(row[1])}
    return any(not texts.isdisjoint(sentences) for sentences in development.values())


_SPACE_AND_MARKS = re.compile(r"\W+")
SHORTEST_TOLD = 8
"""Words below which a shared sentence ("He did not answer.") is common stock and says nothing about a source."""


def normal(text: str) -> str:
    """Return a text without case, spaces and marks, so that a respelt copy is still found."""
    return _SPACE_AND_MARKS.sub(" ", text.casefold()).strip()


def development_sentences(paths: Iterable[Path]) -> dict[str, set[str]]:
    """Return all sentences of development files (.jsonl.gz, .tsv, plain text) that are long enough to tell."""
    return {path.name: {text for text in map(normal, _strings(path)) if _tells(text)} for path in paths}


def _tells(text: str) -> bool:
    return text.count(" ") + 1 >= SHORTEST_TOLD


def _strings(path: Path) -> Iterator[str]:
    if path.name.endswith(".jsonl.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield from _leaves(json.loads(line))
    else:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from line.split("\t")


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield from re.split(r"(?<=[.!?])\s+", value)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)
