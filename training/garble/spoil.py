"""Spoil clean sentences the way a weak translation system does: walks through word pairs, gaps, swaps, loops, glue."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

END = "</s>"
MOST_OPTIONS = 40
CONTENT_LENGTH = 4
STRANGE = "zq"
Successors = dict[tuple[str, str], Counter[str]]


class Walker:
    """Word triples of clean text, to walk through; wanted words come sooner, and those said before again."""

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        self._after: Successors = defaultdict(Counter)
        self._after_one: dict[str, Counter[str]] = defaultdict(Counter)
        for words in sentences:
            for first, second, third in zip(["", "", *words], ["", *words], [*words, END], strict=False):
                self._after[first, second][third] += 1
                self._after_one[second][third] += 1

        self._options: dict[object, tuple[list[str], list[int]]] = {}

    def _after_words(self, key: tuple[str, str] | str, after: Counter[str]) -> tuple[list[str], list[int]]:
        if key not in self._options:
            best = after.most_common(MOST_OPTIONS)
            self._options[key] = [word for word, _ in best], [count for _, count in best]
        return self._options[key]

    def walk(self, chance: random.Random, wanted: Sequence[str], length: int) -> list[str]:
        """Return about `length` words; cold walks go round in circles, warm ones lose the thread."""
        power = chance.uniform(0.8, 4.0)
        bonus = chance.choice((1.0, 1.0, 5.0, 50.0))
        short = chance.uniform(0.1, 0.7)
        habit = chance.choice((1.0, 1.0, 4.0, 25.0))
        left, said = set(wanted), set[str]()
        words = ["", ""]
        for _ in range(3 * length):
            if len(words) >= length + 2:
                break
            key: tuple[str, str] | str = (words[-2], words[-1])
            after = self._after.get((words[-2], words[-1]))
            if after is None or chance.random() < short:
                key = words[-1]
                after = self._after_one.get(key) or Counter({END: 1})
            options, counts = self._after_words(key, after)
            weights = [
                count**power * (bonus if word in left else 1.0) * (habit if word in said else 1.0)
                for word, count in zip(options, counts, strict=True)
            ]
            word = chance.choices(options, weights)[0]
            if word == END:
                if len(words) > 6:
                    break
                continue
            left.discard(word)
            if len(word) >= CONTENT_LENGTH:
                said.add(word)
            words.append(word)
        return words[2:]


def unfamiliar(chance: random.Random, words: list[str], common: frozenset[str]) -> list[str]:
    """Replace a part of the longer words by words that no model knows, with the same case and ending.

    So that the weights learn to do without the subjects of the corpus: news has others.
    """
    share = chance.uniform(0.0, 0.8)
    return [
        f"{(word[0] + STRANGE) if word[0].isupper() else STRANGE}{word[-4:]}"
        if len(word) > CONTENT_LENGTH and word.isalpha() and word.lower() not in common and chance.random() < share
        else word
        for word in words
    ]


def salad(chance: random.Random, words: list[str], _: list[str]) -> list[str]:
    """Move words by up to four places."""
    reach = chance.uniform(1.0, 4.0)
    return [word for _, word in sorted((at + chance.uniform(0, reach), word) for at, word in enumerate(words))]


def gaps(chance: random.Random, words: list[str], _: list[str]) -> list[str]:
    """Leave out short words."""
    share = chance.uniform(0.25, 0.7)
    return [word for word in words if len(word) > 3 or chance.random() > share]


def strangers(chance: random.Random, words: list[str], other: list[str]) -> list[str]:
    """Put words of another sentence in the place of some."""
    share = chance.uniform(0.15, 0.5)
    return [chance.choice(other) if chance.random() < share else word for word in words]


def glue(chance: random.Random, words: list[str], other: list[str]) -> list[str]:
    """Go on with the second half of another sentence."""
    return words[: chance.randint(2, max(2, len(words) - 2))] + other[chance.randint(1, max(1, len(other) - 3)) :]


def circle(chance: random.Random, words: list[str], _: list[str]) -> list[str]:
    """Say a few words again, once or several times, with or without something between."""
    size = chance.randint(1, min(6, len(words) - 1))
    at = chance.randint(0, len(words) - size)
    unit = words[at : at + size]
    gap = words[at + size : at + size + chance.choice((0, 0, 1, 2))]
    turns = chance.choice((1, 1, 2, 3, 6))
    return [*words[: at + size], *(gap + unit) * turns, *words[at + size : len(words) - chance.choice((0, 0, 3))]]


def ways(walker: Walker) -> dict[str, Callable[[random.Random, list[str], list[str]], list[str]]]:
    """Return every way to spoil a sentence by name: (chance, its words, another's words) → words."""

    def walked(chance: random.Random, words: list[str], _: list[str]) -> list[str]:
        return walker.walk(chance, words, max(6, int(len(words) * chance.uniform(0.6, 1.3))))

    def walked_on(chance: random.Random, words: list[str], other: list[str]) -> list[str]:
        kept = words[: chance.randint(2, max(2, len(words) // 2))]
        return kept + walked(chance, words[len(kept) :] or words, other)

    def walked_in_circles(chance: random.Random, words: list[str], other: list[str]) -> list[str]:
        return circle(chance, walked(chance, words, other), other)

    return {
        "walk": walked,
        "walk-2": walked,
        "walk-on": walked_on,
        "walk-circle": walked_in_circles,
        "salad": salad,
        "gaps": gaps,
        "strangers": strangers,
        "glue": glue,
        "circle": circle,
    }
