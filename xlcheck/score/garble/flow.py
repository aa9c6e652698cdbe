"""How much a sentence says: how common its words are, how many carry meaning, which come back, how it ends.

Weak machine translation is made of common words in orders that are each nearly right, and says the same again; edited
prose is not. (How probable the word order itself is was tried and left out after a look at the development sets: a
corpus of other subjects than the news makes good news look stranger than such text.) Each number alone says little.
`weights.json` says what they are worth together: a sum of pieces that are linear between a few bounds, so that it can
be read and drawn (a generalised additive model, Hastie and Tibshirani 1986). Fitted by `training/garble/fit.py` on
clean sentences and spoilt copies of them.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from xlcheck.score.fluency import MODELS, load_model, tokens_of
from xlcheck.score.garble.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xlcheck.score.fluency import Step
    from xlcheck.score.garble.tokens import Sentence

LEAST_TOKENS = 6
"""Shorter texts have no flow."""
MOST_TOKENS = 400
_SMALL, _COMMON = 100, 1000
"""So many of the commonest words are small words; so many are common."""
_CONTENT_LENGTH = 4


_PRIOR = math.log(0.02 / 0.98)
"""The log-odds that the weights were fitted for."""
# What a reader can check; the other numbers (how common the words are, how it ends) only count.
_WORTH_SAYING = 0.3
_SAID = {
    "content": "few words in it carry meaning",
    "variety": "it says the same words again",
    "echoes": "it says the same words again",
    "pairs_again": "phrases in it come back",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """What one number is worth: `worths` at `bounds`, linear between them, level outside."""

    bounds: tuple[float, ...]
    worths: tuple[float, ...]

    def __call__(self, number: float) -> float:
        """Return the log-odds that the number adds."""
        bounds, worths = self.bounds, self.worths
        if number <= bounds[0]:
            return worths[0]
        for at in range(1, len(bounds)):
            if number <= bounds[at]:
                part = (number - bounds[at - 1]) / (bounds[at] - bounds[at - 1])
                return worths[at - 1] + part * (worths[at] - worths[at - 1])
        return worths[-1]


@cache
def curves(language: str) -> tuple[float, Mapping[str, Curve]]:
    """Return the base log-odds of a language and the curve of each number; no curves where there is no model."""
    found = weights_of(language)
    if not found:
        return 0.0, {}
    return found["base"], {
        name: Curve(bounds=tuple(curve["bounds"]), worths=tuple(curve["worths"]))
        for name, curve in found["curves"].items()
    }


@cache
def weights_of(language: str) -> dict[str, Any]:
    """Return what `weights.json` holds of a language, nothing where it has no model."""
    weights = json.loads((files("xlcheck.score.garble") / "weights.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = weights.get(language, {})
    return found


def flow_hits(sentence: Sentence, language: str) -> Iterator[Hit]:
    """Yield what the wording says for or against a sentence, its strength in log-odds, below 0 where it is good."""
    if sentence.is_list:
        return
    base, of = curves(language)
    numbers = flow_numbers(sentence.text, language) if of else {}
    if not numbers:
        return
    worths = {name: curve(numbers[name]) for name, curve in of.items()}
    most = max(_SAID, key=lambda name: worths.get(name, 0.0))
    note = _SAID[most] if worths.get(most, 0.0) >= _WORTH_SAYING else "it says little for its length"
    strength = base - _PRIOR + sum(worths.values())
    yield Hit(name="says-little", start=0, end=sentence.tokens[-1].end, note=note, strength=round(strength, 2))


def flow_numbers(text: str, language: str) -> dict[str, float]:
    """Return the numbers that describe the flow of a text; none where it is too short or there is no model."""
    if language not in MODELS:
        return {}
    tokens = tokens_of(text)[:MOST_TOKENS]
    if len(tokens) < LEAST_TOKENS:
        return {}
    model = load_model(language)
    steps = model.steps(tokens)
    if not any(token[0].isalnum() for token in tokens):
        return {}
    return _word_numbers(tokens, steps, model.first_word)


def _word_numbers(tokens: Sequence[str], steps: Sequence[Step], first_word: int) -> dict[str, float]:
    words = [(token.lower(), step.rank - first_word) for token, step in zip(tokens, steps, strict=False)]
    words = [word for word in words if word[0][0].isalnum()]
    count = len(words)
    lower = [word for word, _ in words]
    different = len(set(lower))
    content = [word for word, rank in words if not 0 <= rank < _SMALL and len(word) >= _CONTENT_LENGTH]
    pairs = Counter(pairwise(lower))
    return {
        "length": math.log(count),
        "alone": sum(step.alone for step in steps) / len(steps),
        "small": sum(0 <= rank < _SMALL for _, rank in words) / count,
        "common": sum(_SMALL <= rank < _COMMON for _, rank in words) / count,
        "rare": sum(rank < 0 for _, rank in words) / count,
        "letters": sum(map(len, lower)) / count,
        "content": len(set(content)) / count,
        "variety": math.log(different) / math.log(count) if count > 1 else 1.0,
        "echoes": (len(content) - len(set(content))) / count,
        "pairs_again": sum(times - 1 for times in pairs.values()) / count,
        # How well the text ends where it ends: "… of the." does not.
        "edge": steps[-1].score - steps[-1].alone,
        "marks": (len(tokens) - count) / len(tokens),
    }
