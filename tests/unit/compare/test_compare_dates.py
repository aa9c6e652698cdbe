"""Whether two dates can be one day, and which part of them differs."""

from __future__ import annotations

import datetime as dt

import pytest

from xlcheck.compare.dates import compare_dates, contradicts_calendar, differing_parts, match_dates
from xlcheck.compare.known_values import known_values, quantity_is_known
from xlcheck.extract.quantities.in_sentence import extract_numbers_and_dates
from xlcheck.model import DateFact, Quantity, Span, Status


def read(text: str, language: str = "de") -> tuple[tuple[Quantity, ...], tuple[DateFact, ...]]:
    return extract_numbers_and_dates(Span(doc="d", start=0, end=len(text), text=text), language)


def date(text: str, language: str = "de") -> DateFact:
    (found,) = read(text, language)[1]
    return found


@pytest.mark.parametrize(
    ("source", "english", "status", "cause"),
    [
        ("23. Januar 2022", "January 23rd, 2022", Status.SAME, ""),
        ("23.01.2022", "January 23", Status.SAME, ""),
        ("Mittwoch", "Wednesday", Status.SAME, ""),
        ("16.30 Uhr", "4:30 p.m.", Status.SAME, ""),
        ("16.30 Uhr", "4:30", Status.SAME, ""),
        ("in den 1990er Jahren", "in the 1990s", Status.SAME, ""),
        ("Mittwoch", "January 23", Status.UNKNOWN, ""),
        ("16 Uhr", "January 23", Status.UNKNOWN, ""),
        ("23. Januar 2022", "January 14, 2022", Status.DIFFERS, "day-changed"),
        ("23. Januar", "June 23", Status.DIFFERS, "month-changed"),
        ("1997", "1979", Status.DIFFERS, "year-changed"),
        ("Mittwoch", "Thursday", Status.DIFFERS, "weekday-changed"),
        ("16.30 Uhr", "5:30 p.m.", Status.DIFFERS, "time-changed"),
        ("16.30 Uhr", "4:50 p.m.", Status.DIFFERS, "time-changed"),
    ],
)
def test_compare(source: str, english: str, status: Status, cause: str) -> None:
    agreement = compare_dates(date(source), date(english, "en"))
    assert agreement.status is status
    assert agreement.cause == cause
    assert compare_dates(date(english, "en"), date(source)).status is status


def test_articles_of_different_days_make_a_difference_unsure() -> None:
    source, english = date("Mittwoch"), date("Thursday", "en")
    plain = compare_dates(source, english)
    other_days = compare_dates(source, english, first=dt.date(2022, 1, 19), second=dt.date(2022, 1, 20))
    same_day = compare_dates(source, english, first=dt.date(2022, 1, 19), second=dt.date(2022, 1, 19))
    assert other_days.certainty < plain.certainty == same_day.certainty
    assert len(other_days.reasons) > len(plain.reasons)


def test_several_differing_parts_are_less_sure_than_one() -> None:
    one = compare_dates(date("23. Januar 2022"), date("January 24, 2022", "en"))
    two = compare_dates(date("23. Januar 2022"), date("May 24, 2022", "en"))
    assert differing_parts(date("23. Januar 2022"), date("May 24, 2022", "en")) == ("month", "day")
    assert two.certainty < one.certainty


def test_matching() -> None:
    source = read("Am 3. Mai 2021 und 2019")[1]
    english = read("In 2019 and on May 4, 2021", "en")[1]
    matches = match_dates(source, english)
    assert [match.agreement.status for match in matches] == [Status.DIFFERS, Status.SAME]
    assert match_dates((), english)[0].source is None


@pytest.mark.parametrize(
    ("text", "published", "actual"),
    [
        ("Freitag, 21. Januar 2022", None, None),
        ("Donnerstag, 21. Januar 2022", None, dt.date(2022, 1, 21)),
        ("Donnerstag, 21. Januar", None, None),
        ("Donnerstag, 21. Januar", dt.date(2022, 1, 25), dt.date(2022, 1, 21)),
        ("Freitag, 21. Januar", dt.date(2022, 1, 25), None),
        ("Freitag, 31. Dezember", dt.date(2022, 1, 2), None),
        ("21. Januar 2022", dt.date(2022, 1, 25), None),
    ],
)
def test_calendar(text: str, published: dt.date | None, actual: dt.date | None) -> None:
    assert contradicts_calendar(date(text), published) == actual


def test_a_number_is_known_in_whatever_role_it_stands() -> None:
    quantities, dates = read("Am 23. Januar 2022 um 16.30 Uhr fuhren 3 bis 5 Züge in die G8.")
    values = known_values(quantities, dates)
    for known in (
        "23 people",
        "2,022 people",
        "16 people",
        "4 people",
        "30 people",
        "3 people",
        "3 to 5 people",
        "8 people",
    ):
        assert quantity_is_known(read(known, "en")[0][0], values), known
    for unknown in ("1 people", "7 people", "3 to 6 people"):
        assert not quantity_is_known(read(unknown, "en")[0][0], values), unknown


@pytest.mark.parametrize(
    ("source", "english", "cause"),
    [
        ("am 4.5.2023", "on April 5, 2023", "day-month-swapped"),
        ("am 3. Mai 2023", "on May 4, 2023", "day-off-by-one"),
        ("am 30. April 2023", "on May 1, 2023", "day-off-by-one"),
        ("am 31. Dezember 2022", "on January 1, 2023", "day-off-by-one"),
        ("am 3. Mai", "on May 4", "day-off-by-one"),
        ("am 3. Mai 2023", "on May 30, 2023", "day-changed"),
        ("am 4.5.2023", "on June 5, 2023", "month-changed"),
    ],
)
def test_slips_have_names(source: str, english: str, cause: str) -> None:
    assert compare_dates(date(source), date(english, "en")).cause == cause
    assert compare_dates(date(english, "en"), date(source)).cause == cause
