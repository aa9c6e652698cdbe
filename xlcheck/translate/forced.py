"""Forced decoding: how probable a model finds an English text that somebody else wrote, given the source.

The log-probability per token of the counterpart's English, beside that of the machine's own translation, tells whether
they say the same: Vamvas & Sennrich, "NMTScore: A Multilingual Analysis of Translation-based Text Similarity Measures"
(Findings of EMNLP 2022). Scores of parts of a text against the whole tell what was added or left out: Vamvas &
Sennrich, "As Little as Possible, as Much as Necessary: Detecting Over- and Undertranslations with Contrastive
Conditioning" (ACL 2022).
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from xlcheck.translate.decoding import batches

if TYPE_CHECKING:
    from collections.abc import Sequence

Tokens = tuple[str, ...]


def score_tokens(
    model: Any, pairs: Sequence[tuple[Tokens, Tokens]], *, prefix: str = "", workers: int = 1
) -> dict[tuple[Tokens, Tokens], float]:
    """Return the mean log-probability (natural logarithm, ≤ 0) of each pair's target tokens, the end of it included.

    Args:
        model: a `ctranslate2.Translator`.
        pairs: tokens of the source and of the English, neither empty; equal pairs are scored once.
        prefix: the token that the pack's translations begin with; it is given, and counts for nothing.
        workers: of the model.
    """
    # The longer side decides what a pair costs.
    order = sorted(dict.fromkeys(pairs), key=lambda pair: (max(map(len, pair)), pair))
    begin = [prefix] if prefix else []
    found: dict[tuple[Tokens, Tokens], float] = {}
    running: deque[tuple[list[tuple[Tokens, Tokens]], list[Any]]] = deque()
    for batch in batches([max(pair, key=len) for pair in order], workers=workers):
        chosen = [order[place] for place in batch]
        results = model.score_batch(
            [list(source) for source, _ in chosen],
            [[*begin, *target] for _, target in chosen],
            max_input_length=0,
            offset=len(begin),
            asynchronous=True,
        )
        running.append((chosen, results))
        if len(running) > workers:
            found |= _means(*running.popleft())
    for chosen, results in running:
        found |= _means(chosen, results)
    return found


def _means(pairs: list[tuple[Tokens, Tokens]], results: list[Any]) -> dict[tuple[Tokens, Tokens], float]:
    """Wait for a batch."""
    log_probs = [result.result().log_probs for result in results]
    return {pair: min(sum(each) / len(each), 0.0) for pair, each in zip(pairs, log_probs, strict=True)}
