"""What a difference between two numbers means, given how the two articles relate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.compare.number_causes import CAUSES
from xlcheck.model import PairMode, QuantityKind

if TYPE_CHECKING:
    from xlcheck.model import Agreement, ArticlePair, Quantity

COMPARABLE = 0.6
"""Certainty factor of a mere difference between articles that were written independently of each other."""
OTHER_DAY = 0.7
"""Certainty factor where the two articles are of different days: the newer one may simply know more."""
NEWER = 0.8
"""Certainty that a larger count in the newer article of two is the later state of the same count."""
GROWS_AT_MOST = 3
"""A count that more than trebled from one article to the next is more likely another count."""


def judge(
    pair: ArticlePair, source: Quantity, english: Quantity, agreement: Agreement, *, is_list: bool
) -> tuple[str, float]:
    """Return the cause of a difference and how certain it is.

    Args:
        pair: the two articles.
        source: the number of the source; `english` that of the English side.
        agreement: how the two compare.
        is_list: whether the sentences share so many numbers that they list the same things.
    """
    certainty, cause = agreement.certainty, agreement.cause
    parallel = pair.mode is PairMode.PARALLEL
    first, second = pair.source.article.date, pair.english.article.date
    if first and second and first != second:
        older, newer = (source, english) if first < second else (english, source)
        if not parallel and _has_grown(older, newer, cause):
            return "newer-count", round(certainty * NEWER, 3)
        certainty *= OTHER_DAY
    if not CAUSES[cause].slip and not parallel and not is_list:
        certainty *= COMPARABLE
    return cause, round(certainty, 3)


def _has_grown(older: Quantity, newer: Quantity, cause: str) -> bool:
    """Tell whether two counts may be two states of one: a toll that rose from one article to the next."""
    if cause not in ("value-changed", "digit-changed", "rounded-too-coarsely") or older.kind is not QuantityKind.COUNT:
        return False
    low, high = older.readings[0].low, newer.readings[0].low
    return newer.kind is QuantityKind.COUNT and 0 < low < high <= low * GROWS_AT_MOST
