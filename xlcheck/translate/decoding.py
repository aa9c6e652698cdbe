"""How a model is driven: beam, alternatives, limits, and the share of the machine that it gets."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

MAX_TOKENS = 150
"""Source tokens of one part; packs are trained on sentences and lose the thread in much longer ones."""
OUTPUT_RATE = 3
"""Output tokens for each source token after which a model has lost the thread; translations need 0.5 to 2."""
STEP = 32
"""Sentences whose lengths fall into the same step of so many tokens share batches and a bound for the output, so that
what comes out does not depend on what else is in the batch."""
SENTENCES = 20
"""Sentences under way at once, over all workers. With a beam of 4 and 32,000 pieces each takes some 8 MB, since the
decoder weighs every piece for every hypothesis: this bounds the memory, whatever the corpus."""
TOKENS = 1_024
"""Source tokens under way at once, over all workers: the same for long sentences, whose states take the memory."""
MAX_THREADS = 8
"""More threads than this gain nothing for models of this size."""
MAX_WORKERS = 4
"""More workers than this have too few of the sentences each to use a processor well."""
_COMPUTE_TYPES = ("int8_float32", "int8", "float32")
"""Best first. Packs come with 8-bit weights; computing with them is 1.5 to 2 times as fast as with floats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """Options of decoding. The defaults are Argos's own, so a sentence reads as Argos Translate would have it.

    Attributes:
        beam: hypotheses under way for a sentence.
        hypotheses: how many of them are compared at the end, at most `beam`; they cost nothing beside the beam.
        length_penalty: exponent of the length by which a hypothesis's log-probability is divided.
        compute_type: a type of CTranslate2, "" for the best that this processor has.
        max_output: output tokens of one part, 0 for three times what the source has.
    """

    beam: int = 4
    hypotheses: int = 4
    length_penalty: float = 0.2
    compute_type: str = ""
    max_output: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.hypotheses <= self.beam:
            raise ValueError(f"{self.hypotheses} hypotheses out of a beam of {self.beam}")

    @property
    def key(self) -> str:
        """Everything that the English depends on, for the translation memory and the signature of a run."""
        return (
            f"beam{self.beam} nbest{self.hypotheses} penalty{self.length_penalty:g} in{MAX_TOKENS} "
            f"out{self.max_output or f'{OUTPUT_RATE}x'} {self.compute_type or 'auto'}"
        )

    def limit(self, tokens: int) -> int:
        """Return the bound of the output for a source of so many tokens."""
        return self.max_output or OUTPUT_RATE * _step(tokens)


def best_compute_type(supported: Collection[str]) -> str:
    """Return the fastest of the types that the processor has; "float32", which all have, if none is known."""
    return next((name for name in _COMPUTE_TYPES if name in supported), "float32")


def batches(sources: Sequence[Sequence[str]], *, workers: int) -> Iterator[range]:
    """Yield ranges of sources, sorted by length, that are decoded together; each is one worker's."""
    start = 0
    while start < len(sources):
        length = _step(len(sources[start]))
        size = max(1, min(SENTENCES, TOKENS // length) // workers)
        end = start
        while end < len(sources) and end - start < size and _step(len(sources[end])) == length:
            end += 1
        yield range(start, end)
        start = end


def _step(tokens: int) -> int:
    """Return the step of lengths that a number of tokens is in: its upper end."""
    return STEP * max(1, -(-tokens // STEP))


def divide_threads(threads: int | None) -> tuple[int, int]:
    """Return workers and the threads of each: a worker with one thread does more than a thread more for one worker.

    Args:
        threads: in all; by default one for each processor that this process may use, at most 8.
    """
    total = threads or min(_processors(), MAX_THREADS)
    workers = min(total, MAX_WORKERS)
    return workers, max(1, total // workers)


def _processors() -> int:
    """Return how many processors this process may use, or fewer where the user has bounded OpenMP."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    bound = os.environ.get("OMP_NUM_THREADS", "")
    return max(1, min(usable, int(bound)) if bound.isascii() and bound.isdigit() else usable)
