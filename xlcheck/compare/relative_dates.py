"""Whether two dates of which at least one is relative can be the same day.

"Yesterday", "on Monday" and "11 May" agree when they resolve to the same day, each from the date of its own article.
Where a date of publication is not known only like is compared with like: yesterday with tomorrow, last year with this.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from xlcheck.compare.dates import calendar_day
from xlcheck.model import Agreement, DateUnit, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import DateFact

TOLERANCE = dt.timedelta(days=1)
"""Time zones and articles that were written on the eve of their date move a day by one."""
DAYS_APART, WEEKS_APART = 2, 2
"""Offsets from the same day that differ by less than this may mean the same: today's night, a week that just ended."""
RESOLVED, ALIKE = 0.75, 0.85
"""How sure a difference is between two resolved days, and between two dates of one kind."""
_WEEK = 7
Stretch = tuple[dt.date, dt.date]
"""First and last day."""


def compare_relative(
    source: DateFact, english: DateFact, *, first: dt.date | None = None, second: dt.date | None = None
) -> Agreement:
    """Compare two dates of which at least one is relative.

    Args:
        source: the date of the first side; `english` that of the other.
        first: the day on which the source was published, if known; `second` likewise for the English side.
    """
    if source.relative is None and english.relative is None:
        return Agreement(status=Status.UNKNOWN)
    if first == second and (alike := _alike(source, english)) is not None:
        return _agreement(same=alike, certainty=ALIKE)
    here, there = tuple(_stretches(source, first)), tuple(_stretches(english, second))
    if not here or not there:
        return Agreement(status=Status.UNKNOWN)
    return _agreement(same=any(_touch(one, two) for one in here for two in there), certainty=RESOLVED)


def _agreement(*, same: bool, certainty: float) -> Agreement:
    if same:
        return Agreement(status=Status.SAME, certainty=certainty)
    return Agreement(
        status=Status.DIFFERS,
        cause="relative-date-changed",
        reasons=("the two cannot be the same time",),
        certainty=certainty,
    )


def _alike(source: DateFact, english: DateFact) -> bool | None:
    """Compare two offsets of the same unit from the same day; None where they are not such."""
    one, two = source.relative, english.relative
    if one is None or two is None or (one.unit, one.from_publication) != (two.unit, two.from_publication):
        return None
    if (source.weekday is None) != (english.weekday is None):
        return None
    if source.weekday is not None and one.unit is DateUnit.WEEK:
        # "Next Friday" is the coming one or the one after it, "last Friday" likewise.
        return source.weekday != english.weekday or one.offset * two.offset >= 0
    least = {DateUnit.DAY: DAYS_APART, DateUnit.WEEK: WEEKS_APART}.get(one.unit, 1)
    return abs(one.offset - two.offset) < least


def _stretches(date: DateFact, published: dt.date | None) -> Iterator[Stretch]:
    """Yield the days that a date can mean, none where that cannot be told."""
    if date.month is not None and date.day is not None:
        years = (date.year,) if date.year is not None else _around(published)
        days = (calendar_day(year, date.month, date.day) for year in years)
        yield from ((day, day) for day in days if day is not None)
    elif date.year is not None and date.month is None and 1 <= date.year <= dt.MAXYEAR:
        yield dt.date(date.year, 1, 1), dt.date(date.year, 12, 31)
    elif published is None or date.month is not None or date.year is not None:
        return
    elif date.weekday is not None:
        yield from _weekdays(date, date.weekday, published)
    elif date.relative is not None and date.relative.from_publication:
        stretch = _resolved(published, date.relative.offset, date.relative.unit)
        if stretch is not None:
            yield stretch


def _around(published: dt.date | None) -> tuple[int, ...]:
    return () if published is None else (published.year - 1, published.year, published.year + 1)


def _weekdays(date: DateFact, weekday: int, published: dt.date) -> Iterator[Stretch]:
    """Yield the weekday of the week before and the week after; the direction, where stated, leaves two of them."""
    nearest = published + dt.timedelta(days=(weekday - published.weekday()) % _WEEK)
    steps = range(-2, 3) if date.relative else range(-1, 2)
    for step in steps:
        day = nearest + dt.timedelta(days=_WEEK * step)
        yield day, day


def _resolved(published: dt.date, offset: int, unit: DateUnit) -> Stretch | None:
    try:
        if unit is DateUnit.DAY:
            day = published + dt.timedelta(days=offset)
            return day, day
        if unit is DateUnit.WEEK:
            monday = published + dt.timedelta(days=_WEEK * offset - published.weekday())
            return monday, monday + dt.timedelta(days=_WEEK - 1)
        if unit is DateUnit.MONTH:
            months = published.year * 12 + published.month - 1 + offset
            return dt.date(months // 12, months % 12 + 1, 1), _last_day(months)
        return dt.date(published.year + offset, 1, 1), dt.date(published.year + offset, 12, 31)
    except (ValueError, OverflowError):
        return None  # before the first year of our era, or after the last that a calendar has


def _last_day(months: int) -> dt.date:
    following = months + 1
    return dt.date(following // 12, following % 12 + 1, 1) - dt.timedelta(days=1)


def _touch(one: Stretch, two: Stretch) -> bool:
    return one[0] - TOLERANCE <= two[1] and two[0] - TOLERANCE <= one[1]
