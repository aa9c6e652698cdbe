"""Relative dates: their place, offset and unit, and what only looks like one."""

from __future__ import annotations

import pytest

from xlcheck.extract.quantities.in_sentence import extract_numbers_and_dates
from xlcheck.model import DateFact, DateUnit, RelativeDate, Span


def read(text: str, language: str) -> list[DateFact]:
    span = Span(doc="d", start=0, end=len(text), text=text)
    dates = extract_numbers_and_dates(span, language)[1]
    assert all(text[item.span.start : item.span.end] == item.span.text for item in dates)
    return list(dates)


@pytest.mark.parametrize(
    ("language", "text", "surface", "offset", "unit"),
    [
        ("de", "Gestern war es kalt.", "Gestern", -1, DateUnit.DAY),
        ("de", "Am kommenden Dienstag wird gewählt.", "kommenden Dienstag", 1, DateUnit.WEEK),
        ("de", "Gestern, am Montag, schneite es.", "Gestern, am Montag", -1, DateUnit.DAY),
        ("en", "YESTERDAY IT WAS COLD.", "YESTERDAY", -1, DateUnit.DAY),
        ("en", "“Yesterday it was cold,” she said.", "Yesterday", -1, DateUnit.DAY),
        ("en", "It closed three years ago.", "three years ago", -3, DateUnit.YEAR),
        ("th", "โรงงานปิดเมื่อ 5 ปีที่แล้ว", "5 ปีที่แล้ว", -5, DateUnit.YEAR),
        ("ko", "지난주 금요일에 출발했다.", "지난주 금요일", -1, DateUnit.WEEK),
        ("ja", "来週の火曜日に開く。", "来週の火曜日", 1, DateUnit.WEEK),
    ],
)
def test_relative_dates(language: str, text: str, surface: str, offset: int, unit: DateUnit) -> None:
    (found,) = read(text, language)
    assert found.span.text == surface
    assert found.relative == RelativeDate(offset=offset, unit=unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Jugend von heute schweigt."),
        ("de", "Guten Morgen, Frau Weber."),
        ("en", "It was in USA Today."),
        ("es", "Por la mañana llovía."),
        ("zh", "如今年轻人不读书。"),
        ("xx", "yesterday"),
    ],
)
def test_what_only_looks_like_one(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    "text",
    ["gestern Montag " * 2_000, "gestern" * 4_000, "vor 3 Tagen " * 2_000, "letzten " * 4_000],
    ids=["joined", "glued", "counted", "turns"],
)
def test_long_lines_take_linear_time(text: str) -> None:
    read(text, "de")
