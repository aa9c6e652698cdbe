"""Step 4: neighbours, English sentences of the same source that resemble the right one and say something else.

A network that only met sentences spoilt by hand would learn the hand; these were written by people, as were the
sentences that they stand for. Which of their words are wrong nobody knows, so they teach the judgement of pairs only.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from choose import Pair
from encode import Floats, Store
from examples import NEAR, Example, clean

from xlcheck.embed import Encoder
from xlcheck.embed.pieces import sum_vectors

MOST = 26_000
"""Pairs of a source that get neighbours."""
NEAREST = 12
"""Nearest sentences that may be neighbours."""
SAME = 0.97
"""Cosine beyond which two sentences may say the same."""
_BATCH = 1000


def near_groups(pairs: Sequence[Pair], store: Store, first: int, chance: random.Random) -> Iterator[Example]:
    """Yield for pairs of each source a group: the clean pair, the nearest neighbour and one of the next.

    Args:
        store: has the words of all English sentences.
        first: number of the first group.
    """
    group = first
    by_source: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_source[pair.source].append(pair)
    for own in by_source.values():
        english = sorted({pair.english for pair in own})
        place = {text: at for at, text in enumerate(english)}
        right: dict[str, set[int]] = defaultdict(set)
        for pair in own:
            right[pair.foreign].add(place[pair.english])
        vectors = sentence_vectors([store.number[text] for text in english], store)
        some = chance.sample(own, min(len(own), MOST))
        for start in range(0, len(some), _BATCH):
            batch = some[start : start + _BATCH]
            cosines = vectors[[place[pair.english] for pair in batch]] @ vectors.T
            for pair, row in zip(batch, cosines, strict=True):
                found = neighbours(row, right[pair.foreign])
                if found:
                    yield clean(group, NEAR, pair)
                    yield from (_near(group, pair, english[at]) for at in {found[0], chance.choice(found)})
                    group += 1


def neighbours(cosines: Floats, right: set[int]) -> list[int]:
    """Return the places of the highest cosines, in order, without those that are right or say the same."""
    some = min(NEAREST, len(cosines))
    nearest = np.argpartition(-cosines, some - 1)[:some]
    ordered = [int(at) for at in nearest[np.argsort(-cosines[nearest])]]
    return [at for at in ordered if at not in right and cosines[at] <= SAME]


def sentence_vectors(numbers: Sequence[int], store: Store) -> Floats:
    """Return unit vectors of texts from their words, as the encoder would make them of the same tokens."""
    sums = np.zeros((len(numbers), 512), dtype=np.float32)
    counts = np.zeros(len(numbers), dtype=np.float32)
    for row, number in enumerate(numbers):
        traits = store.traits(number)
        sums[row] = np.exp(traits[:, 0]) @ store.vectors(number)
        counts[row] = 3 * traits[:, 1].sum()
    starts = range(0, len(sums), _BATCH)
    with Encoder().single_thread() as model:
        parts = [sum_vectors(model, sums[at : at + _BATCH], counts[at : at + _BATCH]) for at in starts]
    return np.concatenate(parts)


def _near(group: int, pair: Pair, english: str) -> Example:
    return Example(group=group, family=NEAR, kind="near", foreign=pair.foreign, english=english, divergent=True)
