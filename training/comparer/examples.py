"""Step 2: groups of examples. A group holds a clean pair and what was made of it; within it the network learns to rank.

Three families: `SPOILT` (the pair, perhaps respelt, three spoilt copies), `NOISY` (the pair, the pair with harmless
noise, a spoilt copy with noise) and `NEAR` (the pair, and the source with English that only resembles its own:
`neighbours`).
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from choose import Pair
from draft import Draft
from noise import add_noise, respelt
from spoil import spoil, spoil_foreign
from stock import Stock

SPOILT, NOISY, NEAR = FAMILIES = "spoilt", "noisy", "near"
COPIES, TRIES = 3, 12
"""Spoilt copies of a pair, and how often one is tried for."""
RESPELT = 0.2
"""Share of pairs that also come in another spelling."""
FOREIGN = 0.09
"""Share of spoilt copies in which the foreign sentence is spoilt."""
NOISY_PAIRS, NOISY_TRIES = 95_000, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A pair to learn from.

    Attributes:
        group: number of its group; the first example of a group is the clean pair.
        family: of the group, one of `FAMILIES`.
        kind: of error or change, "clean" where there is none.
        divergent: whether the two sentences say different things.
        changed: which sentence is not that of the clean pair.
        tags: for each word of the changed sentence whether it is wrong; None where nobody knows.
        lost: places of the words that are gone from the changed sentence, in the clean one.
    """

    group: int
    family: str
    kind: str
    foreign: str
    english: str
    divergent: bool
    changed: Literal["foreign", "english"] = "english"
    tags: Sequence[int] | None = None
    lost: Sequence[int] = ()


def clean(group: int, family: str, pair: Pair) -> Example:
    """Return the first example of a group."""
    return _agreeing(group, family, "clean", pair, pair.english)


def spoilt_group(group: int, pair: Pair, stock: Stock, chance: random.Random) -> Iterator[Example]:
    """Yield a clean pair, perhaps in another spelling, and spoilt copies."""
    yield clean(group, SPOILT, pair)
    if chance.random() < RESPELT:
        yield _agreeing(group, SPOILT, "respelt", pair, respelt(pair.english, chance))
    copies = 0
    for _ in range(TRIES):
        example = _spoilt(group, pair, stock, chance)
        if example is not None:
            yield example
            copies += 1
        if copies == COPIES:
            break


def _spoilt(group: int, pair: Pair, stock: Stock, chance: random.Random) -> Example | None:
    if pair.spaced and chance.random() < FOREIGN:
        draft = spoil_foreign(pair, stock, chance)
        return None if draft is None else _divergent(group, SPOILT, "foreign", pair, draft, "foreign")
    found = spoil(pair, stock, chance)
    return None if found is None else _divergent(group, SPOILT, found[1], pair, found[0])


def noisy_group(group: int, pair: Pair, stock: Stock, chance: random.Random) -> Iterator[Example]:
    """Yield a clean pair, the pair with noise, and a spoilt copy with noise."""
    yield clean(group, NOISY, pair)
    draft = Draft.of(pair.english)
    add_noise(draft, chance)
    yield _agreeing(group, NOISY, "noisy", pair, draft.text)
    for _ in range(NOISY_TRIES):
        found = spoil(pair, stock, chance, second=0)
        if found is not None:
            add_noise(found[0], chance)
            yield _divergent(group, NOISY, found[1], pair, found[0])
            break


def make_examples(pairs: Sequence[Pair], stock: Stock, chance: random.Random) -> Iterator[Example]:
    """Yield the spoilt and the noisy groups; numbers of groups begin at 0."""
    for group, pair in enumerate(pairs):
        yield from spoilt_group(group, pair, stock, chance)
    for group, pair in enumerate(chance.sample(pairs, min(len(pairs), NOISY_PAIRS)), len(pairs)):
        yield from noisy_group(group, pair, stock, chance)


def _agreeing(group: int, family: str, kind: str, pair: Pair, english: str) -> Example:
    return Example(group=group, family=family, kind=kind, foreign=pair.foreign, english=english, divergent=False)


def _divergent(
    group: int, family: str, kind: str, pair: Pair, draft: Draft, changed: Literal["foreign", "english"] = "english"
) -> Example:
    texts = {"foreign": pair.foreign, "english": pair.english} | {changed: draft.text}
    return Example(
        group=group,
        family=family,
        kind=kind,
        foreign=texts["foreign"],
        english=texts["english"],
        divergent=True,
        changed=changed,
        tags=draft.tags,
        lost=sorted(draft.lost),
    )


def save_examples(examples: Iterable[Example], path: Path) -> None:
    """Write examples as JSON Lines."""
    with path.open("w", encoding="utf-8") as target:
        for example in examples:
            target.write(json.dumps(asdict(example), ensure_ascii=False) + "\n")


def load_examples(path: Path) -> Iterator[Example]:
    """Yield what `save_examples` wrote."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Example(**json.loads(line))
