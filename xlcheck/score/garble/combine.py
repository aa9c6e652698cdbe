"""From signals to a probability: log-odds that add up on a prior, for a sentence and for an article.

The weights are set by hand and rounded: what a signal was worth on broken and on edited English news, lowered where it
also met clean copy (a typo such as "the the" must not condemn a sentence). A sentence counts as broken at 0.5, so the
prior says how much evidence that takes: one plain break, or two or three weak signs together. With these weights two
of 3,582 sentences of edited English news reach 0.5 (both with a real slip, "of the of the") and none of 890 German
ones.
"""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING

from xlcheck.model import GarbleScore
from xlcheck.model.pairing import GarbleSignal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.score.garble.hit import Hit

PRIOR = -4.0
"""Log-odds that a sentence is broken before anything was seen (about one in fifty-five)."""
WEIGHTS = MappingProxyType(
    {
        # A sentence that breaks at an edge.
        "ends-at-initial": 5.5,
        "breaks-at-initial": 5.5,
        "initial-before-clause": 2.0,
        "initial-at-end": 0.8,
        "stray-title": 5.0,
        "odd-title": 1.5,
        # Names and titles.
        "mixed-honorifics": 3.5,
        "foreign-honorific": 0.6,
        "name-misspelt": 3.0,
        "two-title-styles": 1.2,
        # Clauses.
        "no-subject": 4.5,
        "no-verb": 3.0,
        "cut-end": 4.2,
        "glued-clauses": 4.2,
        "two-finite-verbs": 4.2,
        # Words next to each other.
        "impossible-pair": 3.2,
        "doubled-word": 3.0,
        "wrong-article": 1.5,
        "doubled-phrase": 3.0,
        "echo": 4.2,
        "odd-phrase": 2.0,
        # Wording that goes round in circles; these have a strength.
        "loop": 6.0,
        "repeated-phrase": 1.4,
        "few-words": 1.6,
        "short-words": 1.2,
        "no-words": 1.5,
        # Words that do not exist; the strength counts them.
        "invented-word": 3.0,
        # Words in no order; the strength is log-odds.
        "word-order": 1.0,
        # How much it says for its length: log-odds of a model, up or down; never enough by itself.
        "says-little": 0.3,
        # Traces of another language.
        "foreign-words": 4.2,
        "headless-number": 4.2,
        "stray-marks": 1.2,
        "empty-quotation": 2.0,
        "broken-figure": 3.0,
        "mixed-script-word": 2.5,
        "foreign-figure": 1.0,
    }
)
AGAIN = 0.4
"""A second sighting of the same signal adds this share of its weight, a third this share of that, and so on."""
TITLE_DISCOUNT = 0.5
"""Headlines leave out words and play with them: their signs count half."""
STRONG = 0.5
"""A sentence from this value on is broken."""

_WORDING = "says-little"
_DECISIVE = 5.5
"""Wording below this strength, which one of 3,493 sentences of clean news exceeds, never tips the scales."""
_JUST_BELOW = -0.02
_WORTH_SAYING = 0.5
"""Signals below this weight count, but are not named to readers."""
_DOCUMENT_PRIOR = -3.6
_PER_BROKEN = 1.2
_PER_SHARE = 10.0
_MOST_BROKEN = 5.0
_PAGE = 40
"""In articles longer than this, broken sentences are counted per so many."""
_ALONE = 0.45
"""The most that a single broken sentence among several can make of an article."""
_SHIFT = 1.5
"""Log-odds that weak signs gain in an article that is known to be garbled."""


def sigmoid(log_odds: float) -> float:
    """Return the probability for log-odds, rounded so that it is the same on every machine."""
    return round(1 / (1 + math.exp(-log_odds)), 4)


def combine(hits: Iterable[Hit], *, is_title: bool = False, shift: float = 0.0) -> GarbleScore:
    """Add up what the signals of one sentence say.

    Args:
        hits: everything that was seen in the sentence.
        is_title: whether it is a headline.
        shift: log-odds to add because of the article around it; without any signal worth naming it changes nothing.
    """
    by_name: dict[str, list[Hit]] = {}
    for hit in hits:
        by_name.setdefault(hit.name, []).append(hit)
    total = PRIOR
    signals: list[GarbleSignal] = []
    wording = by_name.pop(_WORDING, [])
    for name, seen in by_name.items():
        best = max(seen, key=lambda hit: (hit.strength, -hit.start))
        gain = sum(AGAIN**count for count in range(len(seen)))
        weight = WEIGHTS[name] * best.strength * gain * (TITLE_DISCOUNT if is_title else 1.0)
        total += weight
        if weight >= _WORTH_SAYING:
            signals.append(
                GarbleSignal(name=name, weight=round(weight, 2), start=best.start, end=best.end, note=best.note)
            )
    if wording:
        total = _with_wording(total, wording[0], signals)
    if signals:
        total += shift
    signals.sort(key=lambda signal: (-signal.weight, signal.name))
    return GarbleScore(value=sigmoid(total), signals=tuple(signals))


def _with_wording(total: float, wording: Hit, signals: list[GarbleSignal]) -> float:
    """Add what the wording says: good wording only where nothing else was seen, odd wording only up to a tie."""
    weight = WEIGHTS[_WORDING] * wording.strength
    if weight < 0:
        return total if signals else total + weight
    if weight >= _WORTH_SAYING:
        note, start, end = wording.note, wording.start, wording.end
        signals.append(GarbleSignal(name=_WORDING, weight=round(weight, 2), start=start, end=end, note=note))
    tips = total < 0 <= total + weight and wording.strength < _DECISIVE
    return _JUST_BELOW if tips else total + weight


def judge_document(scores: Sequence[GarbleScore]) -> GarbleScore:
    """Judge an article by how many of its sentences are broken, and which share of it that is.

    One broken sentence never condemns an article of several; its signals are those of the sentences, added up by name.
    """
    if len(scores) == 1:
        return scores[0]
    broken = [score for score in scores if score.value >= STRONG]
    count = sum(score.value for score in broken)
    share = count / len(scores) if scores else 0.0
    per_page = count * min(1.0, _PAGE / max(len(scores), 1))
    value = sigmoid(_DOCUMENT_PRIOR + _PER_BROKEN * min(per_page, _MOST_BROKEN) + _PER_SHARE * share)
    if len(broken) == 1:
        value = min(value, _ALONE)
    return GarbleScore(value=value, signals=_summary(broken))


def article_shift(document: GarbleScore) -> float:
    """Return the log-odds that weak signs gain from the article around them."""
    return _SHIFT if document.value >= STRONG else 0.0


def _summary(broken: Sequence[GarbleScore]) -> tuple[GarbleSignal, ...]:
    weights: dict[str, list[GarbleSignal]] = {}
    for score in broken:
        for signal in score.signals:
            weights.setdefault(signal.name, []).append(signal)
    summary = [
        GarbleSignal(
            name=name,
            weight=round(sum(signal.weight for signal in seen), 2),
            start=0,
            end=0,
            note=seen[0].note if len(seen) == 1 else f"{seen[0].note} (and {len(seen) - 1} more like it)",
        )
        for name, seen in weights.items()
    ]
    return tuple(sorted(summary, key=lambda signal: (-signal.weight, signal.name)))
