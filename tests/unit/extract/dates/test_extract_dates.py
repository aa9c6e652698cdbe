"""Dates, weekdays, years and times: a table of phrases, and texts that name no day.

An expectation names the parts: "2022/1/23" with "-" for a part not stated, a weekday ("Wed"), a time ("16:30").
"""

from __future__ import annotations

import pytest

from xlcheck.extract.dates.in_sentence import extract_dates
from xlcheck.model import DateFact, Span

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def read(text: str, language: str) -> tuple[DateFact, ...]:
    return extract_dates(Span(doc="d", start=0, end=len(text), text=text), language)


def summary(date: DateFact) -> str:
    parts = []
    if date.year is not None or date.month is not None or date.day is not None:
        parts.append("/".join("-" if part is None else str(part) for part in (date.year, date.month, date.day)))
    if date.weekday is not None:
        parts.append(WEEKDAYS[date.weekday])
    if date.hour is not None:
        parts.append(f"{date.hour}:{date.minute:02}")
    return " ".join(parts)


TABLE = [
    ("de", "am 23. Januar 2022", ["2022/1/23"]),
    ("de", "am 3. März", ["-/3/3"]),
    ("de", "am Mittwoch, den 23. Januar 2022,", ["2022/1/23 Wed"]),
    ("de", "Mittwoch, 23.01.2022", ["2022/1/23 Wed"]),
    ("de", "am Freitag, dem 21. Januar,", ["-/1/21 Fri"]),
    ("de", "am Mittwoch", ["Wed"]),
    ("de", "mittwochs", ["Wed"]),
    ("de", "am Mittwochabend", ["Wed"]),
    ("de", "am Sonnabend", ["Sat"]),
    ("de", "im Juni", ["-/6/-"]),
    ("de", "im Mai", ["-/5/-"]),
    ("de", "im Januar 2022", ["2022/1/-"]),
    ("de", "Ende 2021", ["2021/-/-"]),
    ("de", "seit 2018", ["2018/-/-"]),
    ("de", "im Jahr 1997", ["1997/-/-"]),
    ("de", "in den 1990er Jahren", ["1990/-/-"]),
    ("de", "in den 80er Jahren", ["1980/-/-"]),
    ("de", "von 2018 bis 2020", ["2018/-/-", "2020/-/-"]),
    ("de", "2018-2020", ["2018/-/-", "2020/-/-"]),
    ("de", "die Saison 2018/19", ["2018/-/-"]),
    ("de", "22.01.2022", ["2022/1/22"]),
    ("de", "am 22.1.22", ["2022/1/22"]),
    ("de", "am 22.01. in Rom", ["-/1/22"]),
    ("de", "2022-01-22", ["2022/1/22"]),
    ("de", "23. und 24. Januar", ["-/1/23", "-/1/24"]),
    ("de", "23.-25. Januar 2022", ["2022/1/23", "2022/1/25"]),
    ("de", "5. Dez. 2021", ["2021/12/5"]),
    ("de", "16.30 Uhr", ["16:30"]),
    ("de", "16:30 Uhr", ["16:30"]),
    ("de", "um 16:30", ["16:30"]),
    ("de", "16 Uhr", ["16:00"]),
    ("de", "16 Uhr 30", ["16:30"]),
    ("de", "4 Uhr nachmittags", ["16:00"]),
    ("de", "fünf Uhr", ["5:00"]),
    ("de", "um Mitternacht", ["0:00"]),
    ("en", "on January 23, 2022", ["2022/1/23"]),
    ("en", "January 23rd", ["-/1/23"]),
    ("en", "23 January 2022", ["2022/1/23"]),
    ("en", "the 23rd of January", ["-/1/23"]),
    ("en", "Wednesday, January 23rd, 2022", ["2022/1/23 Wed"]),
    ("en", "Jan. 23, 2022", ["2022/1/23"]),
    ("en", "Sept. 5", ["-/9/5"]),
    ("en", "on Wednesday", ["Wed"]),
    ("en", "Wednesday's talks", ["Wed"]),
    ("en", "on Sundays", ["Sun"]),
    ("en", "in June", ["-/6/-"]),
    ("en", "in May", ["-/5/-"]),
    ("en", "since last March", ["-/3/-"]),
    ("en", "January 2022", ["2022/1/-"]),
    ("en", "May 2022", ["2022/5/-"]),
    ("en", "late 2021", ["2021/-/-"]),
    ("en", "the 1990s", ["1990/-/-"]),
    ("en", "the '80s", ["1980/-/-"]),
    ("en", "mid-1990s", ["1990/-/-"]),
    ("en", "2018-2020", ["2018/-/-", "2020/-/-"]),
    ("en", "2022-01-22", ["2022/1/22"]),
    ("en", "1/22/2022", ["2022/1/22"]),
    ("en", "22/1/2022", ["2022/1/22"]),
    ("en", "1/2/2022", ["2022/-/-"]),
    ("en", "on the 24th.", ["-/-/24"]),
    ("en", "January 23 and 24", ["-/1/23", "-/1/24"]),
    ("en", "4:30 p.m.", ["16:30"]),
    ("en", "4:30pm", ["16:30"]),
    ("en", "4 p.m.", ["16:00"]),
    ("en", "12 a.m.", ["0:00"]),
    ("en", "12 p.m.", ["12:00"]),
    ("en", "five o'clock", ["5:00"]),
    ("en", "16:30", ["16:30"]),
    ("en", "1200 GMT", ["12:00"]),
    ("en", "at noon", ["12:00"]),
    ("en", "32 January", ["-/1/-"]),
    ("fr", "le 3 janvier 2022", ["2022/1/3"]),
    ("fr", "le mardi 1er mars 2022", ["2022/3/1 Tue"]),
    ("fr", "22/01/2022", ["2022/1/22"]),
    ("es", "el 23 de enero de 2022", ["2022/1/23"]),
    ("es", "miércoles", ["Wed"]),
    ("it", "23 gennaio 2022", ["2022/1/23"]),
    ("it", "mercoledì", ["Wed"]),
    ("nl", "23 januari 2022", ["2022/1/23"]),
    ("nl", "woensdag", ["Wed"]),
    ("pl", "23 stycznia 2022", ["2022/1/23"]),
    ("pl", "w 1992 roku", ["1992/-/-"]),
    ("pt", "23 de janeiro de 2022", ["2022/1/23"]),
    ("ru", "26 июля 2021 года", ["2021/7/26"]),
    ("ru", "26.07.2021", ["2021/7/26"]),
    ("zh", "2022年1月21日", ["2022/1/21"]),
    ("zh", "1月21日", ["-/1/21"]),
    ("zh", "星期三", ["Wed"]),
    ("zh", "2022年", ["2022/-/-"]),
    ("ja", "2022年1月21日(金)", ["2022/1/21 Fri"]),
    ("ja", "水曜日", ["Wed"]),
    ("ko", "2022년 1월 21일", ["2022/1/21"]),
    ("ar", "١٢ يناير ٢٠٢٢", ["2022/1/12"]),
    ("tr", "23 Ocak 2022", ["2022/1/23"]),
    ("cs", "23. ledna 2022", ["2022/1/23"]),
    ("sv", "23 januari 2022", ["2022/1/23"]),
    ("hu", "2022. január 21.", ["2022/1/21"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), TABLE, ids=[f"{row[0]}-{row[1]}" for row in TABLE])
def test_phrase(language: str, text: str, expected: list[str]) -> None:
    assert [summary(item) for item in read(text, language)] == expected


SILENT = [
    ("de", "So ist das mit dem Mi."),
    ("de", "Die Mark war stark."),
    ("de", "2000 Menschen kamen."),
    ("de", "1.234,56 Euro"),
    ("de", "Version 1.2.3"),
    ("de", "Er siegte 3:1."),
    ("de", "2018 Euro"),
    ("de", "1999 km"),
    ("de", "rund 1900 Menschen"),
    ("de", "Artikel 1990"),
    ("en", "It may rain, they march on."),
    ("en", "May I come in?"),
    ("en", "March on, he said."),
    ("en", "Theresa May resigned."),
    ("en", "the sun and the sat nav"),
    ("en", "I am 5 and he is 6."),
    ("en", "He won 3-1."),
    ("en", "$2018"),
    ("en", "2000 people came"),
    ("en", "about 2000 came"),
    ("en", "10.20.30.40"),
    ("en", "99/99/2022"),
    ("en", "the 24th congress"),
    ("en", "ISO 9001"),
    ("fr", "Il est mardois."),
]


@pytest.mark.parametrize(("language", "text"), SILENT, ids=[f"{row[0]}-{row[1]}" for row in SILENT])
def test_no_date(language: str, text: str) -> None:
    assert [summary(item) for item in read(text, language)] == []


def test_spans_quote_the_text() -> None:
    text = "Am Freitag, dem 21. Januar 2022, um 16.30 Uhr."
    dates = extract_dates(Span(doc="d", start=10, end=10 + len(text), text=text), "de")
    assert [item.span.text for item in dates] == ["Freitag, dem 21. Januar 2022", "16.30 Uhr"]
    assert all(text[item.span.start - 10 : item.span.end - 10] == item.span.text for item in dates)
