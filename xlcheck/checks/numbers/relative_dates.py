"""Differences between two dates of which one is relative, for the check on dates: yesterday beside tomorrow.

Asked only of translations, and only where each sentence has one date left that finds no equal on the other side:
two reports of one event tell it from different days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import reach_of, segments_of
from xlcheck.compare.dates import compare_dates
from xlcheck.compare.in_segments import facts_within, with_neighbours
from xlcheck.compare.relative_dates import compare_relative
from xlcheck.model import Agreement, DateUnit, LinkClass, PairMode, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from xlcheck.model import ArticlePair, DateFact, Link, Side


def relative_difference(pair: ArticlePair, link: Link) -> tuple[DateFact, DateFact, Agreement] | None:
    """Return the two dates of a link that cannot be the same time, None where there are none or it is not sure."""
    if pair.mode is not PairMode.PARALLEL or link.link_class is not LinkClass.SURE:
        return None
    source, english = _whens(pair.source, link.source), _whens(pair.english, link.english)
    if not any(date.relative for date in (*source, *english)):
        return None
    source, english = _unmatched(pair, source, english), _unmatched(pair, english, source)
    if len(source) != 1 or len(english) != 1:
        return None
    one, two = source[0], english[0]
    agreement = _compare(pair, one, two)
    if agreement.status is not Status.DIFFERS or _says_number(pair, link, one, two):
        return None
    if _elsewhere(pair, link.source, pair.source, two) or _elsewhere(pair, link.english, pair.english, one):
        return None
    return one, two, agreement


def _whens(side: Side, indexes: Sequence[int]) -> tuple[DateFact, ...]:
    """Return the facts of these sentences that say on which day, or in which week, month or year."""
    dates = facts_within(side.facts.dates, segments_of(side, indexes))
    return tuple(date for date in dates if date.hour is None)


def _unmatched(pair: ArticlePair, dates: Sequence[DateFact], others: Sequence[DateFact]) -> tuple[DateFact, ...]:
    return tuple(
        date for date in dates if not any(_compare(pair, date, other).status is Status.SAME for other in others)
    )


def _compare(pair: ArticlePair, one: DateFact, two: DateFact) -> Agreement:
    """Compare two dates of either side; what is said inside a quotation counts from a day that nobody knows."""
    if one.span.doc != pair.source.article.id:
        one, two = two, one
    if one.relative is None and two.relative is None:
        return compare_dates(one, two)
    if _may_be_nowadays(one) or _may_be_nowadays(two):
        return Agreement(status=Status.UNKNOWN if one.relative != two.relative else Status.SAME)
    quoted = _is_quoted(pair.source, one) or _is_quoted(pair.english, two)
    first, second = pair.source.article.date, pair.english.article.date
    return compare_relative(one, two, first=_known(first, quoted=quoted), second=_known(second, quoted=quoted))


def _known(published: dt.date | None, *, quoted: bool) -> dt.date | None:
    return None if quoted else published


def _may_be_nowadays(date: DateFact) -> bool:
    return date.relative is not None and date.relative.unit is DateUnit.DAY and date.relative.offset == 0


def _is_quoted(side: Side, date: DateFact) -> bool:
    return any(quote.span.contains(date.span) for quote in side.facts.quotes)


def _says_number(pair: ArticlePair, link: Link, one: DateFact, two: DateFact) -> bool:
    """Tell whether the two differ in a number only, which the checks on numbers compare: three and five days ago."""
    if one.relative is None or two.relative is None or one.relative.offset * two.relative.offset <= 0:
        return False
    return all(
        any(date.span.contains(quantity.span) for quantity in side.facts.quantities)
        for side, date in ((pair.source, one), (pair.english, two))
    )


def _elsewhere(pair: ArticlePair, indexes: Sequence[int], side: Side, wanted: DateFact) -> bool:
    """Tell whether a neighbouring sentence states what the other side says here."""
    near = facts_within(side.facts.dates, with_neighbours(side.segments, indexes, reach=reach_of(pair)))
    return any(_compare(pair, date, wanted).status is Status.SAME for date in near)
