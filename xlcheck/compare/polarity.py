"""Whether two linked passages agree in being negative or not.

Translators move negation about freely (not easy, hard; nicht vergessen, remember), so an answer is given only in the
plainest case: one passage has a plain negator, and the other has none, nor any word that could stand for one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from xlcheck.model import Agreement, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.model import PolarityCue

LONGEST_EXCESS = 1.8
"""A negated passage that is so much longer may simply say more than the other."""
SLACK = 12
"""Characters by which even very short passages may differ."""
SHORT = 14
MEDIUM = 28
"""Words up to which a passage has room for one statement, and for two."""
DOUBLE_WITHIN = 24
"""Characters of English (four words or so) between a negator and the negative word that it cancels."""
_CERTAINTY = (0.75, 0.65, 0.55)
"""By length. With every flip in a thousand linked passages, three flags in four on short passages are flips."""
PAIRED_WITHIN = 0.12
"""Share of a passage by which two words may be apart that both imply a negation and stand for each other."""
IMPLIED_WITHIN = 0.45
"""The same for a negator and a word that stands for it."""
PAIRED, BESIDE, FAR = 0.9, 0.78, 0.6
"""Certainty factors where the other passage has words that imply a negation: all of them paired; all paired, one of
them with a word right beside the negator (denies, denies that not); some only far away.

On 3,582 clean pairs of news the first flags no pair, the second two (in both the English is wrong), the third ten: too
many to show.
"""
_Placed: TypeAlias = "tuple[PolarityCue, float]"
_WORD = re.compile(r"\w+")


def compare_polarity(
    source_cues: Sequence[PolarityCue],
    english_cues: Sequence[PolarityCue],
    source_text: str,
    english_text: str,
    *,
    length_ratio: float = 1.0,
    starts: tuple[int, int] | None = None,
) -> Agreement:
    """Compare the negation of two linked passages.

    Args:
        source_cues: every cue of the source passage; `english_cues` likewise.
        source_text: the passage the cues were read from; `english_text` likewise.
        length_ratio: characters it takes in the source language to say what takes one in English.
        starts: where the two passages begin, in the same count as their cues' spans; None where nothing is known of
            places, so that any word that implies a negation may stand for any negator.

    Returns:
        `differs` with cause "negation-lost" where only the source negates and "negation-added" where only the English
        does; `unknown` where an implicit negative or a question leaves it open.
    """
    in_source, in_english = _negators(source_cues), _negators(english_cues)
    if not in_source and not in_english:
        return Agreement(status=Status.SAME, reasons=("neither passage negates",))
    if in_source and in_english:
        return Agreement(status=Status.UNKNOWN, reasons=("both passages negate; what they negate is not compared",))
    here, there = (source_cues, english_cues) if in_source else (english_cues, source_cues)
    alone: Sequence[PolarityCue] = here
    unpaired: list[float] = []
    if there:
        if starts is None:
            return _unknown("the other passage has a word that implies a negation")
        placed = _placed(source_cues, source_text, starts[0]), _placed(english_cues, english_text, starts[1])
        alone, unpaired, negators = _left_over(*(placed if in_source else placed[::-1]))
        if any(abs(other - share) <= IMPLIED_WITHIN for share in negators for other in unpaired):
            return _unknown("the other passage has a word that implies a negation")
    within = DOUBLE_WITHIN * (length_ratio if in_source else 1.0)
    if _is_double(alone, within=within):
        return _unknown("a negated negative may be said as a plain statement")
    if any(mark in text for mark in "?\N{FULLWIDTH QUESTION MARK}" for text in (source_text, english_text)):
        return _unknown("a question may be negated for politeness")
    lengths = (len(source_text) / max(length_ratio, 0.01), float(len(english_text)))
    negated, other = lengths if in_source else lengths[::-1]
    if negated > LONGEST_EXCESS * other + SLACK:
        return _unknown("the negated passage says more than the other")
    words = max(len(_WORD.findall(source_text)), len(_WORD.findall(english_text)))
    certainty = _CERTAINTY[0 if words <= SHORT else 1 if words <= MEDIUM else 2]
    if there:
        factor = FAR if unpaired else BESIDE if _is_double(here, within=within) else PAIRED
        certainty = round(certainty * factor, 2)
    cause = "negation-lost" if in_source else "negation-added"
    return Agreement(
        status=Status.DIFFERS, cause=cause, reasons=("one passage negates and the other does not",), certainty=certainty
    )


def _placed(cues: Sequence[PolarityCue], text: str, start: int) -> list[_Placed]:
    """Return cues with their place in their passage, as a share of it."""
    return [(cue, (cue.span.start - start) / max(len(text), 1)) for cue in cues]


def _left_over(
    here: Sequence[_Placed], there: Sequence[_Placed]
) -> tuple[tuple[PolarityCue, ...], list[float], list[float]]:
    """Pair off the words of two passages that imply a negation: each stands first of all for its like (ohne, without).

    Returns:
        the cues of the negated passage without the paired ones, the places of the other's cues that are left over, and
        the places of the negators.
    """
    left = [share for _, share in there]
    alone = []
    negators = [share for cue, share in here if cue.strength == "negator"]
    for cue, share in here:
        nearest = min(left, key=lambda other: abs(other - share), default=None)
        if cue.strength == "negator" or nearest is None or not _are_like(nearest, share, negators):
            alone.append(cue)
        else:
            left.remove(nearest)
    return tuple(alone), left, negators


def _are_like(there: float, here: float, negators: Sequence[float]) -> bool:
    """Tell whether two words that imply a negation stand for each other, and the first for none of the negators."""
    apart = abs(there - here)
    return apart <= PAIRED_WITHIN and all(apart < abs(there - negator) for negator in negators)


def _is_double(cues: Sequence[PolarityCue], *, within: float) -> bool:
    """Tell whether a lone negator stands next to a negative word: not far from, didn't go unmentioned."""
    negators = _negators(cues)
    here = negators[0].span
    gaps = (max(cue.span.start - here.end, here.start - cue.span.end) for cue in cues if cue.strength != "negator")
    return len(negators) == 1 and any(gap <= within for gap in gaps)


def _negators(cues: Iterable[PolarityCue]) -> list[PolarityCue]:
    return [cue for cue in cues if cue.strength == "negator"]


def _unknown(reason: str) -> Agreement:
    return Agreement(status=Status.UNKNOWN, reasons=(reason,))
