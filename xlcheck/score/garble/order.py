"""Words that stand in no order that the language has: "die gestern Hafen Bürgermeister der wurde im getauft"."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.score.fluency import load_model, tokens_of
from xlcheck.score.garble.flow import MOST_TOKENS, weights_of
from xlcheck.score.garble.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.score.garble.tokens import Sentence

LEAST_TOKENS = 8
"""Fewer words can stand in almost any order."""
USUAL = 2.0
"""Spreads below the mean from which an order counts; one in forty clean sentences lies below."""
PER_SPREAD, MOST = 3.0, 6.0
"""Log-odds for each spread more, and at most."""
_ENDS = frozenset(".!?\N{HORIZONTAL ELLIPSIS}")
_UNUSUAL_MARKS = re.compile("[^\\w\\s.,;:!?()'\N{RIGHT SINGLE QUOTATION MARK}\N{EN DASH}\N{EM DASH}-]")
_NOTE = "its words stand in no usual order"


def order_hits(sentence: Sentence, language: str) -> Iterator[Hit]:
    """Yield a hit where the words of a whole sentence follow each other hardly better than they would by chance.

    A heading or a line of a list has an order of its own.
    """
    if sentence.is_list or sentence.text.rstrip()[-1:] not in _ENDS:
        return
    below = spreads_below(sentence.text, language)
    if below is not None and below > USUAL:
        strength = round(min(MOST, PER_SPREAD * (below - USUAL)), 2)
        yield Hit(name="word-order", start=0, end=sentence.tokens[-1].end, note=_NOTE, strength=strength)


def spreads_below(text: str, language: str) -> float | None:
    """Return how far below the usual it lies how well words follow each other, in spreads; None where it is unknown.

    What a word is worth behind the two before it, less what it is worth anywhere: a sum over the sentence, so that rare
    words and names, which go anywhere, count little.
    """
    usual = _usual(language)
    tokens = _plain_tokens(text) if usual else []
    if usual is None or len(tokens) < LEAST_TOKENS:
        return None
    mean, spread = usual
    steps = load_model(language).steps(tokens)
    total = sum(step.score - step.alone - mean for step in steps)
    return -total / math.sqrt(len(steps)) / spread


def _plain_tokens(text: str) -> list[str]:
    """Split a text without quotation marks and the like, of which the model knows little, and without runs of dots."""
    tokens = tokens_of(_UNUSUAL_MARKS.sub(" ", text))[:MOST_TOKENS]
    return [token for at, token in enumerate(tokens) if at == 0 or token != tokens[at - 1]]


@cache
def _usual(language: str) -> tuple[float, float] | None:
    """Return mean and spread of what places are worth in clean news of a language."""
    found = weights_of(language).get("order")
    return (found["mean"], found["spread"]) if found else None
