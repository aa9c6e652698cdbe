"""Whether two linked passages agree in being negative or not.

Translators move negation about freely (not easy, hard; nicht vergessen, remember), so an answer is given only in the
plainest case: one passage has a plain negator, and the other has none, nor any word that could stand for one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
_WORD = re.compile(r"\w+")


def compare_polarity(
    source_cues: Sequence[PolarityCue],
    english_cues: Sequence[PolarityCue],
    source_text: str,
    english_text: str,
    *,
    length_ratio: float = 1.0,
) -> Agreement:
    """Compare the negation of two linked passages.

    Args:
        source_cues: every cue of the source passage; `english_cues` likewise.
        source_text: the passage the cues were read from; `english_text` likewise.
        length_ratio: characters it takes in the source language to say what takes one in English.

    Returns:
        `differs` with cause "negation-lost" where only the source negates and "negation-added" where only the English
        does; `unknown` where an implicit negative or a question leaves it open.
    """
    in_source, in_english = _negators(source_cues), _negators(english_cues)
    if not in_source and not in_english:
        return Agreement(status=Status.SAME, reasons=("neither passage negates",))
    if in_source and in_english:
        return Agreement(status=Status.UNKNOWN, reasons=("both passages negate; what they negate is not compared",))
    if len(source_cues if in_english else english_cues):
        return _unknown("the other passage has a word that implies a negation")
    if _is_double(source_cues or english_cues, within=DOUBLE_WITHIN * (length_ratio if in_source else 1.0)):
        return _unknown("a negated negative may be said as a plain statement")
    if any(mark in text for mark in "?\N{FULLWIDTH QUESTION MARK}" for text in (source_text, english_text)):
        return _unknown("a question may be negated for politeness")
    lengths = (len(source_text) / max(length_ratio, 0.01), float(len(english_text)))
    negated, other = lengths if in_source else lengths[::-1]
    if negated > LONGEST_EXCESS * other + SLACK:
        return _unknown("the negated passage says more than the other")
    words = max(len(_WORD.findall(source_text)), len(_WORD.findall(english_text)))
    certainty = _CERTAINTY[0 if words <= SHORT else 1 if words <= MEDIUM else 2]
    cause = "negation-lost" if in_source else "negation-added"
    return Agreement(
        status=Status.DIFFERS, cause=cause, reasons=("one passage negates and the other does not",), certainty=certainty
    )


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
