"""Step 5: what the network shall say of each word, as arrays.

The tags of the changed sentence are known. Of the other sentence, those words are borne out no longer whose counterpart
is gone; counterparts are words of the clean pair that are each other's best match by cosine. A word whose best match is
gone and matched another word better is `UNKNOWN`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from encode import Store
from examples import FAMILIES, Example

UNKNOWN = -1
Tags = np.ndarray[Any, np.dtype[np.int8]]
Integers = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Matches:
    """The words of a clean pair.

    Attributes:
        best: for "foreign" and "english", for each word the place of the best match in the other sentence.
        whole: whether each sentence has as many words here as it has runs without spaces, so that tags fit.
    """

    best: dict[str, Integers]
    whole: dict[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """All examples, those of a group behind one another.

    Attributes:
        foreign: number of each foreign text in the store; `english` likewise.
        divergent: 1 or 0.
        group: number of the group, and its `family` by place in `FAMILIES`.
        foreign_tags: 1, 0 or `UNKNOWN` of all words of all examples, in order; `english_tags` likewise.
    """

    foreign: Integers
    english: Integers
    divergent: Integers
    group: Integers
    family: Integers
    foreign_tags: Tags
    english_tags: Tags

    def save(self, path: Path) -> None:
        """Write the arrays."""
        np.savez(path, **{name: getattr(self, name) for name in self.__slots__})

    @classmethod
    def load(cls, path: Path) -> Labels:
        """Read what `save` wrote."""
        with np.load(path) as stored:
            return cls(**{name: stored[name] for name in stored.files})


def label(examples: Iterable[Example], store: Store) -> Labels:
    """Return the labels of examples.

    Args:
        examples: each group begins with its clean pair.
    """
    numbers: list[tuple[int, int, int, int, int]] = []
    tags: dict[str, list[Tags]] = {"foreign": [], "english": []}
    matches, group = None, None
    for example in examples:
        foreign, english = store.number[example.foreign], store.number[example.english]
        if matches is None or example.group != group:
            matches, group = match(example, store), example.group
        family = FAMILIES.index(example.family)
        numbers.append((foreign, english, int(example.divergent), example.group, family))
        counts = {"foreign": int(store.counts[foreign]), "english": int(store.counts[english])}
        for side, own in word_tags(example, matches, counts).items():
            tags[side].append(own)
    columns = np.array(numbers, dtype=np.int64).T
    return Labels(
        foreign=columns[0],
        english=columns[1],
        divergent=columns[2],
        group=columns[3],
        family=columns[4],
        foreign_tags=np.concatenate(tags["foreign"]),
        english_tags=np.concatenate(tags["english"]),
    )


def match(clean: Example, store: Store) -> Matches:
    """Return which words of a clean pair match best."""
    texts = {"foreign": clean.foreign, "english": clean.english}
    rows = {side: store.vectors(store.number[text]) for side, text in texts.items()}
    cosines = rows["foreign"] @ rows["english"].T
    best = {"foreign": cosines.argmax(axis=1), "english": cosines.argmax(axis=0)}
    return Matches(best, {side: len(text.split()) == len(rows[side]) for side, text in texts.items()})


def word_tags(example: Example, matches: Matches, counts: dict[str, int]) -> dict[str, Tags]:
    """Return the tags of the words of both sentences.

    Args:
        counts: words of either sentence.
    """
    if not example.divergent:
        return {side: np.zeros(count, dtype=np.int8) for side, count in counts.items()}
    found = {side: np.full(count, UNKNOWN, dtype=np.int8) for side, count in counts.items()}
    changed = example.changed
    other = "foreign" if changed == "english" else "english"
    if example.tags is not None and matches.whole[changed] and len(example.tags) == counts[changed]:
        found[changed][:] = example.tags
        found[other][:] = 0
        lost = set(example.lost)
        for place, best in enumerate(matches.best[other]):
            if int(best) in lost:
                mutual = matches.best[changed][best] == place
                found[other][place] = 1 if mutual else UNKNOWN
    return found
