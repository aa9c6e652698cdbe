"""Whether two dates can be the same day, and which part of them differs.

Only parts that both sides state are compared: "Mittwoch" and "23 January" share nothing and are *unknown*. Hours may
differ by twelve where one side does not say which half of the day it means.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.model import Agreement, DateFact, DateUnit, RelativeDate, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS = ("year", "month", "day", "weekday", "hour", "minute")
_CAUSES = {
    "year": "year-changed",
    "month": "month-changed",
    "day": "day-changed",
    "weekday": "weekday-changed",
    "hour": "time-changed",
    "minute": "time-changed",
}
_CERTAINTY = {"year": 0.9, "month": 0.9, "day": 0.9, "weekday": 0.85, "hour": 0.75, "minute": 0.8}
_HALF_DAY = 12
_COMMON_YEAR = 2001
"""Stands for a year that is not stated."""
MORE_PARTS_DIFFER = 0.25
"""Two dates that differ in several parts are more likely two dates than one slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMatch:
    """A pair of aligned dates, or one that is left over (the other side is None)."""

    source: DateFact | None
    english: DateFact | None
    agreement: Agreement


def stated(date: DateFact) -> frozenset[str]:
    """Return the names of the parts that a date states."""
    return frozenset(part for part in _PARTS if getattr(date, part) is not None)


def compare_dates(
    source: DateFact, english: DateFact, *, first: dt.date | None = None, second: dt.date | None = None
) -> Agreement:
    """Compare two dates that are about the same thing.

    Args:
        source: the date of the first side; `english` that of the other.
        first: the day on which the source was published, if known; `second` likewise for the English side. Articles of
            different days may tell of different days, so that a difference between weekdays or days alone is unsure.
    """
    shared = stated(source) & stated(english)
    if not shared:
        return Agreement(status=Status.UNKNOWN)
    differing = differing_parts(source, english)
    if not differing:
        return Agreement(status=Status.SAME, certainty=round(0.7 + 0.3 * len(shared) / len(_PARTS), 2))
    if stated(source) != stated(english) and not {"month", "year"} & shared:
        return Agreement(status=Status.UNKNOWN)
    part = differing[0]
    certainty = _CERTAINTY[part] - MORE_PARTS_DIFFER * (len(differing) - 1)
    if len(differing) == 2 and set(differing) == {"day", "weekday"}:
        certainty = _CERTAINTY["day"]
    cause, reasons = _CAUSES[part], [f"the {part} differs"]
    if named := _slip(source, english, differing):
        cause, certainty, reason = named
        reasons = [reason]
    if first is not None and second is not None and first != second:
        certainty -= 0.3
        reasons.append("the two articles are of different days")
    return Agreement(
        status=Status.DIFFERS,
        cause=cause,
        reasons=tuple(reasons),
        certainty=round(max(certainty, 0.1), 2),
    )


def _slip(source: DateFact, english: DateFact, differing: tuple[str, ...]) -> tuple[str, float, str] | None:
    """Return cause, certainty and reason of a slip that the two dates show, None where they merely differ."""
    if set(differing) - {"weekday"} == {"month", "day"} and (source.month, source.day) == (english.day, english.month):
        return "day-month-swapped", 0.9, "day and month have changed places"
    if "day" in differing and _days_apart(source, english) == 1:
        # The day of a time zone farther east, or a slip; a weekday that follows the day shows that it was meant.
        return "day-off-by-one", 0.8, "the two are one day apart"
    return None


def _days_apart(source: DateFact, english: DateFact) -> int | None:
    """Return how many days lie between two dates, within a year where a side does not state it."""
    if source.day is None or english.day is None:
        return None
    if source.month is None or english.month is None:
        return abs(source.day - english.day)
    year = source.year or english.year or _COMMON_YEAR
    first = calendar_day(year, source.month, source.day)
    second = calendar_day(english.year or year, english.month, english.day)
    return abs((first - second).days) if first and second else None


def other_half_of_day() -> Agreement:
    """Return the difference of two times of which one is before noon and the other twelve hours later."""
    return Agreement(
        status=Status.DIFFERS,
        cause="time-changed",
        reasons=("before noon here, after noon there",),
        certainty=_CERTAINTY["minute"],
    )


def differing_parts(source: DateFact, english: DateFact) -> tuple[str, ...]:
    """Return the parts that both dates state and that cannot be the same, coarsest first."""
    shared = stated(source) & stated(english)
    return tuple(part for part in _PARTS if part in shared and not _equal(part, source, english))


def _equal(part: str, source: DateFact, english: DateFact) -> bool:
    if part == "hour" and source.hour is not None and english.hour is not None:
        return source.hour % _HALF_DAY == english.hour % _HALF_DAY
    return bool(getattr(source, part) == getattr(english, part))


def match_dates(
    source: Sequence[DateFact],
    english: Sequence[DateFact],
    *,
    first: dt.date | None = None,
    second: dt.date | None = None,
) -> tuple[DateMatch, ...]:
    """Align the dates of two linked groups of sentences: agreements first, then leftovers that state the same parts."""
    pairs = [
        (one, two, compare_dates(left, right, first=first, second=second))
        for one, left in enumerate(source)
        for two, right in enumerate(english)
    ]
    chosen: dict[int, tuple[int, Agreement]] = {}
    for wanted in (Status.SAME, Status.DIFFERS):
        taken = {two for two, _ in chosen.values()}
        candidates = sorted(
            (item for item in pairs if item[2].status is wanted),
            key=lambda item: (
                -item[2].certainty,
                stated(source[item[0]]) != stated(english[item[1]]),
                item[0],
                item[1],
            ),
        )
        for one, two, agreement in candidates:
            if one not in chosen and two not in taken:
                chosen[one] = (two, agreement)
                taken.add(two)
    unknown = Agreement(status=Status.UNKNOWN)
    matches = []
    for one, left in enumerate(source):
        partner, agreement = chosen.get(one, (-1, unknown))
        matches.append(DateMatch(source=left, english=english[partner] if partner >= 0 else None, agreement=agreement))
    taken = {two for two, _ in chosen.values()}
    matches.extend(
        DateMatch(source=None, english=right, agreement=unknown)
        for two, right in enumerate(english)
        if two not in taken
    )
    return tuple(matches)


def contradicts_calendar(date: DateFact, published: dt.date | None = None) -> dt.date | None:
    """Return the calendar day if a date names the wrong weekday for it, None if it does not or cannot be told.

    A date without a year is taken for the one nearest to the day of publication. A relative day ("yesterday, Friday")
    is counted from that day, which may be one off: only a weekday two days away contradicts it.
    """
    if date.weekday is None:
        return None
    if date.relative is not None and date.month is None:
        return _relative_contradiction(date.weekday, date.relative, published)
    if date.month is None or date.day is None:
        return None
    if date.year is not None:
        day = calendar_day(date.year, date.month, date.day)
    elif published is not None:
        near = (calendar_day(published.year + step, date.month, date.day) for step in (-1, 0, 1))
        day = min((item for item in near if item), key=lambda item: abs(item - published), default=None)
    else:
        return None
    return day if day is not None and day.weekday() != date.weekday else None


def _relative_contradiction(weekday: int, relative: RelativeDate, published: dt.date | None) -> dt.date | None:
    if published is None or relative.unit is not DateUnit.DAY or not relative.from_publication:
        return None
    try:
        day = published + dt.timedelta(days=relative.offset)
    except OverflowError:
        return None
    away = (day.weekday() - weekday) % 7
    return day if min(away, 7 - away) > 1 else None


def calendar_day(year: int, month: int, day: int) -> dt.date | None:
    """Return the day of the calendar, None where there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
