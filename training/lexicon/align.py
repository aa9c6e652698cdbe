"""Word alignment in both directions and how often two words are aligned (development dependency: sil-thot)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from thot.alignment import EflomalAlignmentModel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus import Pair
    from thot.common import WordAlignmentMatrix

ONE_DIRECTION = 0.25
"""What a link counts that only the grown symmetrisation has and not the intersection of both directions."""


def trained(pairs: Sequence[Pair], *, inverse: bool) -> EflomalAlignmentModel:
    """Return a model of one direction with the alignments of its training pairs.

    Bayesian IBM 1, HMM and fertility steps by Gibbs sampling (Östling and Tiedemann 2016, "Efficient word alignment
    with Markov Chain Monte Carlo"), on lower-cased tokens.
    """
    model = EflomalAlignmentModel()
    model.emit_training_alignments = True
    model.seed = 1
    for pair in pairs:
        sides = _lower(pair.foreign), _lower(pair.english)
        model.add_sentence_pair(*(reversed(sides) if inverse else sides), 1)
    model.start_training()
    for step in range(model.scheduled_iterations):
        model.train()
        print(f"{'inverse' if inverse else 'direct'} {step + 1}/{model.scheduled_iterations}", flush=True)
    model.end_training()
    return model


def _lower(words: Sequence[str]) -> list[str]:
    return [word.lower() for word in words]


def links(direct: EflomalAlignmentModel, inverse: EflomalAlignmentModel, index: int) -> Iterator[tuple[int, int, bool]]:
    """Yield (foreign position, English position, whether both directions agree) of one training pair."""
    forward: WordAlignmentMatrix = direct.get_training_alignment(index)[1]
    backward: WordAlignmentMatrix = inverse.get_training_alignment(index)[1]
    first, second = forward.to_numpy(), backward.to_numpy().T
    both = first & second
    backward.transpose()
    forward.grow_diag_final_and(backward)
    for i, j in np.argwhere(forward.to_numpy()):
        yield int(i), int(j), bool(both[i, j])


def counts(
    pairs: Sequence[Pair], direct: EflomalAlignmentModel, inverse: EflomalAlignmentModel
) -> dict[str, dict[str, float]]:
    """Return how often each foreign word is aligned with each English word, weighted by source and agreement."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for index, pair in enumerate(pairs):
        for i, j, agreed in links(direct, inverse, index):
            found[pair.foreign[i]][pair.english[j]] += pair.weight * (1.0 if agreed else ONE_DIRECTION)
    return found
