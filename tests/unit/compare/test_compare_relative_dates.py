"""Whether two dates of which one is relative can be the same time."""

from __future__ import annotations

import datetime as dt

import pytest

from xlcheck.compare.dates import contradicts_calendar
from xlcheck.compare.relative_dates import compare_relative
from xlcheck.extract.quantities.in_sentence import extract_numbers_and_dates
from xlcheck.model import DateFact, Span, Status

WEDNESDAY = dt.date(2022, 5, 11)
FRIDAY = dt.date(2022, 5, 13)


def date(text: str, language: str = "de") -> DateFact:
    (found,) = extract_numbers_and_dates(Span(doc="d", start=0, end=len(text), text=text), language)[1]
    return found


@pytest.mark.parametrize(
    ("source", "english", "status"),
    [
        ("gestern", "yesterday", Status.SAME),
        ("gestern", "last night", Status.SAME),
        ("gestern", "tomorrow", Status.DIFFERS),
        ("vor drei Tagen", "tomorrow", Status.DIFFERS),
        ("gestern", "today", Status.SAME),
        ("letzte Woche", "this week", Status.SAME),
        ("letzte Woche", "next week", Status.DIFFERS),
        ("letztes Jahr", "this year", Status.DIFFERS),
        ("zwei Wochen zuvor", "two weeks later", Status.DIFFERS),
        ("am Tag zuvor", "yesterday", Status.UNKNOWN),
        ("nächsten Dienstag", "next Tuesday", Status.SAME),
        ("letzten Dienstag", "next Tuesday", Status.DIFFERS),
        ("gestern", "Monday", Status.UNKNOWN),
        ("gestern", "11 May", Status.UNKNOWN),
        ("letzte Woche", "yesterday", Status.UNKNOWN),
    ],
)
def test_without_dates_of_publication_only_like_is_compared(source: str, english: str, status: Status) -> None:
    agreement = compare_relative(date(source), date(english, "en"))
    assert agreement.status is status
    assert compare_relative(date(english, "en"), date(source)).status is status


@pytest.mark.parametrize(
    ("source", "english", "second", "status"),
    [
        ("gestern", "Tuesday", WEDNESDAY, Status.SAME),
        ("gestern", "Monday", WEDNESDAY, Status.SAME),
        ("gestern", "Friday", WEDNESDAY, Status.DIFFERS),
        ("gestern", "May 10", WEDNESDAY, Status.SAME),
        ("gestern", "May 14", WEDNESDAY, Status.DIFFERS),
        ("gestern", "three days ago", FRIDAY, Status.SAME),
        ("letzten Monat", "in April 2022", WEDNESDAY, Status.UNKNOWN),
        ("letztes Jahr", "2021", WEDNESDAY, Status.SAME),
        ("letztes Jahr", "2019", WEDNESDAY, Status.DIFFERS),
        ("letzte Woche", "May 3", WEDNESDAY, Status.SAME),
        ("kommenden Dienstag", "May 17", WEDNESDAY, Status.SAME),
        ("kommenden Dienstag", "May 20", WEDNESDAY, Status.DIFFERS),
        ("vor 900 Jahren", "last year", FRIDAY, Status.DIFFERS),
    ],
)
def test_with_dates_of_publication_days_are_compared(
    source: str, english: str, second: dt.date, status: Status
) -> None:
    assert compare_relative(date(source), date(english, "en"), first=WEDNESDAY, second=second).status is status


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("gestern (Dienstag)", None),
        ("gestern (Montag)", None),
        ("gestern (Freitag)", dt.date(2022, 5, 10)),
        ("heute, am Samstag", dt.date(2022, 5, 11)),
        ("nächsten Samstag", None),
    ],
)
def test_a_weekday_two_days_from_its_relative_day_contradicts_it(text: str, day: dt.date | None) -> None:
    assert contradicts_calendar(date(text), WEDNESDAY) == day
    assert contradicts_calendar(date(text)) is None


def test_years_that_no_calendar_has_are_unknown() -> None:
    agreement = compare_relative(date("vor 900 Jahren"), date("2021", "en"), first=dt.date(800, 1, 1))
    assert agreement.status is Status.UNKNOWN
