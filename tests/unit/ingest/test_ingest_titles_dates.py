"""Headlines, and dates above the text."""

from __future__ import annotations

import datetime as dt

import pytest

from xlcheck.ingest.dates import find_dates, parse_date
from xlcheck.ingest.draft import Draft
from xlcheck.ingest.marking import mark
from xlcheck.ingest.titles import headline_end

BODY = "The council of Port Ellery voted on Tuesday to rebuild the lighthouse."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Council votes for a new tower", "Council votes for a new tower"),
        ("City\nEpaper\n\nCouncil votes for a new tower", "Council votes for a new tower"),
        ("Port Ellery\nCouncil votes for a new tower", "Council votes for a new tower"),
        ("Tower wins", "Tower wins"),
        ("Will Port Ellery get its tower back?", "Will Port Ellery get its tower back?"),
        ("  Council votes for tower", "Council votes for tower"),
        (" date 2021-12-03 Council Votes for Tower", "Council Votes for Tower"),
        ("3.12.2021 – Rat stimmt für Turm", "Rat stimmt für Turm"),
        ("Council votes for a new tower | World | News", "Council votes for a new tower"),
        ("Council votes for a new tower\nin the harbour", "Council votes for a new tower\nin the harbour"),
        ("COUNCIL VOTES FOR A NEW TOWER", "COUNCIL VOTES FOR A NEW TOWER"),
        ("市议会投票决定重建灯塔", "市议会投票决定重建灯塔"),
        ("By Nora Pell\nMarch 3, 2021", None),
        ("- Tower to cost millions", None),
    ],
)
def test_title(head: str, title: str | None) -> None:
    text = f"{head}\n\n{BODY}"
    marked = mark(Draft(text=text))
    assert (text[slice(*marked.title)] if marked.title else None) == title
    assert [line.text for line in marked.body] == [BODY]


@pytest.mark.parametrize(
    "first",
    [
        BODY,
        "2021 was the year in which the council of Port Ellery voted for the tower.",
    ],
)
def test_text_that_opens_with_a_sentence_has_no_title(first: str) -> None:
    assert mark(Draft(text=f"{first}\n\n{BODY}")).title is None


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Council votes for a new tower | Ellery Courier", "Council votes for a new tower"),
        ("LIVE | Council votes for a new tower", "LIVE | Council votes for a new tower"),
        ("Tower | Courier", "Tower | Courier"),
        ("Council votes for a new tower - and a pier", "Council votes for a new tower - and a pier"),
    ],
)
def test_headline_ends_before_names_of_site_and_section(line: str, headline: str) -> None:
    assert line[: headline_end(line)] == headline


@pytest.mark.parametrize(
    "value",
    [
        "2022-01-22",
        "2022-01-22T16:35:00+05:30",
        "20220122",
        "January 22, 2022",
        "By ANN | Updated: January 22, 2022 16:35 IST",
        "Jan. 22, 2022",
        "22 January 2022",
        "January 22nd, 2022",
        "22. Januar 2022",
        "22. Jan. 2022, 10:15 Uhr",
        "22.01.2022",
        "22.1.2022",
        "22 janvier 2022",
        "22 de enero de 2022",
        "22 января 2022 г.",
        "2022年1月22日",
        "2022년 1월 22일",
        "2022/01/22",
        "1/22/2022",
        "22/1/2022",
        "Sat, 22 Jan 2022 10:00:00 GMT",
    ],
)
def test_date_is_read(value: str) -> None:
    assert parse_date(value, ("de", "fr", "es", "ru")) == dt.date(2022, 1, 22)


@pytest.mark.parametrize(
    "value", ["", "today", "3/4/2022", "2022", "January 2022", "2022-13-45", "31.02.2022", "1234567"]
)
def test_what_is_no_full_or_no_clear_date_is_not_read(value: str) -> None:
    assert parse_date(value, ("en",)) is None


def test_long_lines_are_no_header_lines() -> None:
    assert list(find_dates("x" * 600 + " 2022-01-22")) == []
