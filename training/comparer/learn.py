"""Step 6: learn. Three losses: of words, of pairs, and of the order of pairs within a group.

Words and pairs: logistic loss, wrong words thrice as heavy, since they are few. Order: a spoilt pair shall get higher
log-odds than its clean one (logistic loss of the difference, as Briakou and Carpuat 2020 learn to rank by margin).
"""

from __future__ import annotations

import hashlib
import queue
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from encode import Store
from examples import FAMILIES, NEAR, NOISY, SPOILT
from labels import UNKNOWN, Labels, Tags
from network import Network
from torch import Tensor
from torch.nn import functional

MIXTURE = {SPOILT: 40_000, NOISY: 32_000, NEAR: 28_000}
"""Groups of each family in an epoch, drawn anew each time; where there are fewer, all."""
TOGETHER = 28
"""Groups of like length in a batch."""
RATE, LEAST_RATE, WARM_UP = 1.5e-3, 1e-5, 300
"""Highest and lowest rate of learning, and the steps in which it rises; it falls in a line until the time is up."""
DECAY, BETAS, CLIP = 0.01, (0.9, 0.98), 1.0
NOISE = 0.015
"""Standard deviation of what is added to each number of a unit vector."""
WRONG = 3.0
"""Weight of a wrong word."""
HELD_OUT = 60
"""One in so many English sentences is kept for measuring, with all groups that begin with it."""
AVERAGED = (0.5, 0.75)
"""Shares of the time after which the weights are kept; their mean is the result. Later ones find more of what our rules
spoilt, and no more of what others did."""
TOLD = 200
"""Steps between two lines of print."""
_AHEAD = 6
Ids = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some examples, padded; `tags` are `UNKNOWN` where there is no word. The first of two is foreign, then English."""

    vectors: tuple[Tensor, Tensor]
    traits: tuple[Tensor, Tensor]
    there: tuple[Tensor, Tensor]
    tags: tuple[Tensor, Tensor]
    divergent: Tensor
    group: Tensor


class Material:
    """The examples in groups, and how to make batches of them."""

    def __init__(self, labels: Labels, store: Store) -> None:
        self.labels, self.store = labels, store
        order = np.argsort(labels.group, kind="stable")
        self.groups: list[Ids] = np.split(order, np.flatnonzero(np.diff(labels.group[order])) + 1)
        sizes = store.counts[labels.foreign], store.counts[labels.english]
        self._starts = [np.concatenate([[0], np.cumsum(own)]) for own in sizes]
        self.length = np.array([sum(int(own[group].max()) for own in sizes) for group in self.groups])
        texts = list(store.number)
        self.held_out = np.array([_is_held_out(texts[labels.english[group[0]]]) for group in self.groups])
        self.family = np.array([labels.family[group[0]] for group in self.groups])

    def batch(self, groups: Sequence[int]) -> Batch:
        """Return the examples of some groups."""
        ids = np.concatenate([self.groups[group] for group in groups])
        sides = [self.store.batch(numbers[ids].tolist()) for numbers in (self.labels.foreign, self.labels.english)]
        vectors, traits, there = (tuple(map(torch.from_numpy, parts)) for parts in zip(*sides, strict=True))
        tags = [
            _padded([flat[starts[at] : starts[at + 1]] for at in ids], side[2].shape[1])
            for flat, starts, side in zip(
                (self.labels.foreign_tags, self.labels.english_tags), self._starts, sides, strict=True
            )
        ]
        return Batch(
            (vectors[0], vectors[1]),
            (traits[0], traits[1]),
            (there[0], there[1]),
            (torch.from_numpy(tags[0]), torch.from_numpy(tags[1])),
            torch.from_numpy(self.labels.divergent[ids]).float(),
            torch.from_numpy(self.labels.group[ids]),
        )

    def epochs(self, chance: np.random.Generator) -> Iterator[Batch]:
        """Yield batches of groups of like length, in random order, without end."""
        while True:
            taken = []
            for family, most in MIXTURE.items():
                own = np.flatnonzero((self.family == FAMILIES.index(family)) & ~self.held_out)
                taken.append(chance.choice(own, min(most, len(own)), replace=False))
            mixed = np.concatenate(taken)
            mixed = mixed[np.argsort(self.length[mixed] + chance.normal(0, 3, len(mixed)))]
            starts = np.arange(0, len(mixed), TOGETHER)
            chance.shuffle(starts)
            for start in starts:
                yield self.batch(mixed[start : start + TOGETHER].tolist())


def learn(material: Material, minutes: float, seed: int = 1) -> Network:
    """Return what a network that learns for some time knows on average, at the times of `AVERAGED`."""
    torch.manual_seed(seed)
    network = Network()
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY, betas=BETAS)
    batches = _ahead(material.epochs(np.random.default_rng(seed)))
    kept: list[dict[str, Tensor]] = []
    start, step, losses = time.monotonic(), 0, []
    # The rate falls as if the whole time were used: the kept weights come from its middle.
    while len(kept) < len(AVERAGED):
        elapsed = (time.monotonic() - start) / (60 * minutes)
        if elapsed >= AVERAGED[len(kept)]:
            kept.append({name: value.clone() for name, value in network.state_dict().items()})
            continue
        rate = RATE * min(1, (step + 1) / WARM_UP) * (1 - elapsed) + LEAST_RATE
        for group in optimiser.param_groups:
            group["lr"] = rate
        parts = losses_of(network, next(batches))
        optimiser.zero_grad()
        torch.stack(parts).sum().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        optimiser.step()
        losses.append([part.item() for part in parts])
        step += 1
        if step % TOLD == 0:
            print(f"step {step}: losses of words, pairs, order {np.mean(losses[-TOLD:], axis=0).round(3)}", flush=True)
    print(f"{step} steps")
    network.load_state_dict({name: torch.stack([own[name] for own in kept]).mean(dim=0) for name in kept[0]})
    return network.eval()


def losses_of(network: Network, batch: Batch) -> list[Tensor]:
    """Return the losses of words, of pairs and of order."""
    noisy = [
        own + NOISE * torch.randn_like(own) * here[:, :, None]
        for own, here in zip(batch.vectors, batch.there, strict=True)
    ]
    *words, odds = network((noisy[0], noisy[1]), batch.traits, batch.there)
    of_words = odds.new_zeros(())
    for own, tags in zip(words, batch.tags, strict=True):
        known = tags != UNKNOWN
        if known.any():
            of_words = of_words + functional.binary_cross_entropy_with_logits(
                own[known], tags[known].float(), pos_weight=torch.tensor(WRONG)
            )
    of_pairs = functional.binary_cross_entropy_with_logits(odds, batch.divergent)
    rivals = (batch.group[:, None] == batch.group[None]) & (batch.divergent[:, None] > batch.divergent[None])
    margins = (odds[:, None] - odds[None])[rivals]
    of_order = functional.softplus(-margins).mean() if len(margins) else odds.new_zeros(())
    return [of_words, of_pairs, of_order]


def report(network: Network, material: Material) -> None:
    """Print, for groups held out, how often a divergent pair is above an agreeing one: of its group, and of any."""
    for number, family in enumerate(FAMILIES):
        groups = np.flatnonzero(material.held_out & (material.family == number))
        within, odds, divergent = [], [], []
        for start in range(0, len(groups), TOGETHER):
            batch = material.batch(groups[start : start + TOGETHER].tolist())
            with torch.no_grad():
                own = network(batch.vectors, batch.traits, batch.there)[2]
            rivals = (batch.group[:, None] == batch.group[None]) & (batch.divergent[:, None] > batch.divergent[None])
            within.append((own[:, None] > own[None])[rivals])
            odds.append(own)
            divergent.append(batch.divergent)
        if not len(groups):
            continue
        every, label = torch.cat(odds), torch.cat(divergent)
        clean, bad = every[label == 0].sort().values, every[label == 1]
        above = torch.searchsorted(clean, bad).double().mean() / max(len(clean), 1)
        own_group = torch.cat(within).double().mean()
        print(f"{family}: {len(groups)} groups, above those of its group {own_group:.3f}, above any {above:.3f}")


def _is_held_out(english: str) -> bool:
    return int(hashlib.sha256(english.encode()).hexdigest(), 16) % HELD_OUT == 0


def _ahead(batches: Iterator[Batch]) -> Iterator[Batch]:
    """Yield batches that another thread makes ready."""
    ready: queue.Queue[Batch] = queue.Queue(_AHEAD)

    def fill() -> None:
        for batch in batches:
            ready.put(batch)

    threading.Thread(target=fill, daemon=True).start()
    while True:
        yield ready.get()


def _padded(rows: Sequence[Tags], width: int) -> Tags:
    out = np.full((len(rows), width), UNKNOWN, dtype=np.int8)
    for place, own in enumerate(rows):
        out[place, : len(own)] = own
    return out
