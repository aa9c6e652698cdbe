"""Do two articles report one event? A score from their openings, their sentences and their dates."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from xlcheck.align.mode import MATCH, PARALLEL_COVERAGE, choose_mode
from xlcheck.align.similarity_matrix import local_margin, mutual_best
from xlcheck.align.trust import LIKELY_COSINE, comparable_trust
from xlcheck.model import LinkClass, PairKind, PairMode, PairOrigin, PairReason

if TYPE_CHECKING:
    import datetime as dt

    from xlcheck.align.similarity_matrix import Matrix

DATE_WINDOW = 7
"""Days; articles further apart are about two days of a story, if they are about one story at all."""
SAME_EVENT = 0.67
"""Score from which two articles are paired. With margins that are not corrected for short articles, .68 found as many
of 123 halves (74) beside 15 other pairs instead of 10 (`benchmarks/results/pair.txt`)."""
SURE_BONUS, LIKELY_BONUS, COUNTED = 0.04, 0.02, 2
"""What a sentence adds that surely or likely has its counterpart, and how many of each count."""
MAX_BONUS = COUNTED * (SURE_BONUS + LIKELY_BONUS)
MIN_BEST_MATCH = 0.35
"""Mean cosine of best matches below which two articles cannot report one event (5th percentile of those that do)."""
SAME_SENTENCE, SAME_SHARE = 0.95, 0.8
"""Cosine of sentences that are the same but for a comma or a name, and the share of them in a near-duplicate."""
SURELY_UNRELATED_FROM = 3
"""Sentences that both sides must have before it can be said that they have nothing in common."""
_STEEPNESS = 0.03


def compare_contents(
    left: Matrix, right: Matrix, *, lead_cosine: float, days: int | None, same_language: bool, bound: float = 0.0
) -> PairReason:
    """Return what the sentences of two articles say about their relation.

    Args:
        left: unit vectors of content sentences, shape (n, 512), n > 0; `right` likewise.
        lead_cosine: cosine of the two openings less their backgrounds.
        days: between the two dates, if both are known.
        bound: where the score cannot reach it whatever links there are, they are not counted.
    """
    cosines = left @ right.T
    row_best, column_best = cosines.max(axis=1), cosines.max(axis=0)
    best_match = round(float(column_best.mean() + row_best.mean()) / 2, 4)
    matches = [(i, j) for i, j in mutual_best(cosines) if cosines[i, j] >= min(LIKELY_COSINE, MATCH)]
    kind = PairKind.SAME_EVENT
    if same_language:
        shorter = row_best if len(row_best) <= len(column_best) else column_best
        if float((shorter >= SAME_SENTENCE).mean()) >= SAME_SHARE:
            kind = PairKind.NEAR_DUPLICATE
    elif (
        min(cosines.shape) > 2
        and len(matches) >= PARALLEL_COVERAGE * min(cosines.shape)
        and choose_mode(cosines) is PairMode.PARALLEL
    ):
        kind = PairKind.TRANSLATION
    hopeless = best_match < MIN_BEST_MATCH or lead_cosine + _bonus(len(matches), len(matches) - COUNTED) < bound
    classes = [] if hopeless and kind is PairKind.SAME_EVENT else _link_classes(cosines, matches)
    return PairReason(
        origin=PairOrigin.CONTENT,
        kind=kind,
        lead_cosine=lead_cosine,
        best_match=best_match,
        sure=classes.count(LinkClass.SURE),
        likely=classes.count(LinkClass.LIKELY),
        days=days,
    )


def event_score(reason: PairReason) -> float:
    """Return how much two articles look like one event: `SAME_EVENT` where it is even, 0 where it is excluded."""
    if reason.lead_cosine is None or reason.best_match is None or reason.best_match < MIN_BEST_MATCH:
        return 0.0
    if reason.days is not None and reason.days > DATE_WINDOW:
        return 0.0
    if reason.kind is not PairKind.SAME_EVENT:
        return 1.0
    return reason.lead_cosine + _bonus(reason.sure, reason.likely)


def _bonus(sure: int, likely: int) -> float:
    return SURE_BONUS * min(sure, COUNTED) + LIKELY_BONUS * min(max(likely, 0), COUNTED)


def surely_unrelated(left: Matrix, right: Matrix) -> bool:
    """Tell whether two articles that are said to belong together have nothing in common.

    Of 123 translations none is refused, of 91 halves of articles that share no sentence 3; of 8,846 pairs of other
    articles 97 % are (`benchmarks/pair.py`).
    """
    if min(len(left), len(right)) < SURELY_UNRELATED_FROM:
        return False
    cosines = left @ right.T
    best_match = float(cosines.max(axis=0).mean() + cosines.max(axis=1).mean()) / 2
    return best_match < MIN_BEST_MATCH and choose_mode(cosines) is PairMode.UNRELATED


def days_between(left: dt.date | None, right: dt.date | None) -> int | None:
    """Return the days between two dates, None where one is not known."""
    return abs((left - right).days) if left and right else None


def grade(score: float) -> float:
    """Return a score as a number 0…1 that is .5 where it is even."""
    return 1 / (1 + exp(-(score - SAME_EVENT) / _STEEPNESS))


def score_of_grade(value: float) -> float:
    """Return the score that has a given grade, 0 < value < 1."""
    return SAME_EVENT + _STEEPNESS * log(value / (1 - value))


def _link_classes(cosines: Matrix, matches: list[tuple[int, int]]) -> list[LinkClass]:
    """Return the classes of mutual best matches, by the margins that align comparable articles."""
    margins = local_margin(cosines)
    grades = (comparable_trust(float(cosines[i, j]), float(margins[i, j]), mutual=True) for i, j in matches)
    return [found[0] for found in grades if found is not None]
