"""Dates that a calendar has: day, month and year, or month and year, in words or in figures; months alone."""

from __future__ import annotations

import calendar
from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.extract.dates.found_date import FoundDate
from xlcheck.extract.dates.lexicon import DateLexicon, month_key
from xlcheck.extract.numbers.words import HAN_NUMERALS, positional
from xlcheck.extract.phrases import fold, is_letter

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

_PIVOT = 69
"""Two-figure years up to this one are 20xx, as POSIX strptime has it."""
_LOOK_BACK = 30


def complete_dates(text: str, pattern: re.Pattern[str], lexicon: DateLexicon) -> Iterator[FoundDate]:
    """Yield the dates that one of the complete patterns of a language matches."""
    for match in pattern.finditer(text):
        parts = match.groupdict()
        year = _year_of(parts, lexicon)
        if parts.get("first"):
            ordered = _ordered(int(parts["first"]), int(parts["second"]), parts.get("sep", "."), lexicon)
            if ordered is None:
                continue
            month, day = ordered
        else:
            month = lexicon.months[month_key(parts["name"])] if parts.get("name") else _int(parts.get("month"))
            day = _int(parts.get("day")) or lexicon.day_words.get(month_key(parts.get("dayword") or ""))
        if parts.get("name") and year is None and month_key(parts["name"]) in lexicon.year_needed:
            continue
        if not _is_possible(year, month, day):
            continue
        found = FoundDate(start=match.start(), end=match.end(), year=year, month=month, day=day)
        yield found
        second = _int(parts.get("day2"))
        if second is not None and _is_possible(year, month, second):
            yield replace(found, day=second)


def _int(value: str | None) -> int | None:
    if value is None:
        return None
    return int(value) if value.isdecimal() else positional([HAN_NUMERALS[char] for char in value])


def _year_of(parts: Mapping[str, str | None], lexicon: DateLexicon) -> int | None:
    """Return the year of our era that the parts of a date state."""
    if era := parts.get("era"):
        count = parts.get("era_year")
        return (1 if count == "元" else _int(count) or 0) + lexicon.profile.eras[era]
    if short := parts.get("short_year"):
        # Of a year in another reckoning the century is left out as of ours: 64 is 2564.
        return int(short) + lexicon.profile.local_years[0] // 100 * 100 + 100 + lexicon.profile.local_years[2]
    return local_year(_full_year(parts.get("year")), lexicon)


def local_year(year: int | None, lexicon: DateLexicon) -> int | None:
    """Return the year of our era for one that may be written in the reckoning of a country."""
    if year is None or not lexicon.profile.local_years:
        return year
    first, last, offset = lexicon.profile.local_years
    return year + offset if first <= year <= last else year


def _full_year(value: str | None) -> int | None:
    if value is None or len(value) != 2:
        return _int(value)
    return int(value) + (2000 if int(value) <= _PIVOT else 1900)


def _ordered(first: int, second: int, separator: str, lexicon: DateLexicon) -> tuple[int | None, int | None] | None:
    """Return (month, day) of an all-figure date; (None, None) where both orders are possible and usual."""
    if first > 12 and second > 12:
        return None
    if first > 12 or separator == ".":
        return second, first
    if second > 12:
        return first, second
    if lexicon.day_first is None:
        return (first, second) if first == second else (None, None)
    return (second, first) if lexicon.day_first else (first, second)


def _is_possible(year: int | None, month: int | None, day: int | None) -> bool:
    if month is not None and not 1 <= month <= 12:
        return False
    if day is not None and not 1 <= day <= 31:
        return False
    if month is not None and day is not None:
        longest = calendar.monthrange(year, month)[1] if year and 1 <= year <= 9999 else (29 if month == 2 else 31)
        return day <= longest
    return year is None or year > 0 or month is not None


def month_ranges(text: str, lexicon: DateLexicon) -> Iterator[FoundDate]:
    """Yield both months of "Nov to Mar"."""
    for match in lexicon.month_range.finditer(text):
        for side in ("first", "second"):
            start, end = match.span(side)
            yield FoundDate(start=start, end=end, month=lexicon.months[fold(match[side])])


def lone_months(text: str, lexicon: DateLexicon) -> Iterator[FoundDate]:
    """Yield months without day and year; a name that is another word too needs a cue before it."""
    for match in lexicon.lone_month.finditer(text):
        key = month_key(match["name"])
        before_it = text[match.start() - 1 : match.start()]
        if before_it and (before_it.isdigit() or is_letter(before_it)):
            continue
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        is_name = match["name"][0].isupper() and key in lexicon.small_names and not match["name"].isupper()
        doubtful = is_name or key in lexicon.ambiguous_months
        if doubtful and not lexicon.month_cue.search(before):
            continue
        yield FoundDate(start=match.start(), end=match.end(), month=lexicon.months[key])
