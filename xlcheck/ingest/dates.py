"""The day of publication, from declared dates and from header lines ("By X | Updated: January 22, 2022 16:35").

Only dates with day, month and year count. Numbers that could be read two ways (03/04/2022) are left alone. Month names
are CLDR's (babel, imported when a line first needs it).
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_LINE = 500
"""Longer lines are no header lines."""

_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)")
_CJK = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
_DOTTED = re.compile(r"(?<!\d)(?<!\d[.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!\d)")
_WORD = re.compile(r"[^\W\d_]+\.?")
_BEFORE = re.compile(r"(?<!\d)(?P<day>\d{1,2})(?:\.|º|st|nd|rd|th|er)?\s*(?:de\s+)?\Z")
_AFTER = re.compile(r"\s*(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r",?\s*(?:de\s+|del\s+)?(?P<year>(?:19|20)\d\d)(?!\d)")
_ALWAYS = ("en",)


def parse_date(value: str, languages: Sequence[str] = ()) -> dt.date | None:
    """Read a declared date (ISO 8601, RFC 2822, or as a header line writes it); None where it is no date."""
    value = value.strip()[:MAX_LINE]
    if not value:
        return None
    if first := next(iter(find_dates(value, languages)), None):
        return first
    if compact := _COMPACT.match(value):
        return next(_date(*compact.groups()), None)
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, IndexError):
        return None


def find_dates(line: str, languages: Sequence[str] = ()) -> Iterator[dt.date]:
    """Yield the full dates of a header line, in no particular order."""
    if len(line) > MAX_LINE:
        return
    for pattern in (_ISO, _YEAR_FIRST, _CJK, _DOTTED):
        for found in pattern.finditer(line):
            yield from _date(found["year"], found["month"], found["day"])
    for found in _SLASHED.finditer(line):
        first, second = int(found["first"]), int(found["second"])
        # Day or month first is a matter of country; only a part above twelve settles it.
        if first > 12 >= second:
            yield from _date(found["year"], found["second"], found["first"])
        elif second > 12 >= first:
            yield from _date(found["year"], found["first"], found["second"])
    if re.search(r"(?:19|20)\d\d", line):
        yield from _with_month_names(line, languages)


def _with_month_names(line: str, languages: Sequence[str]) -> Iterator[dt.date]:
    """Yield dates such as "January 22, 2022" and "22. Januar 2022"."""
    names = [_month_names(language) for language in dict.fromkeys((*languages, *_ALWAYS))]
    for word in _WORD.finditer(line):
        folded = word.group().casefold().rstrip(".")
        month = next((table[folded] for table in names if folded in table), None)
        if month is None:
            continue
        day = _BEFORE.search(line[max(0, word.start() - 12) : word.start()])
        year = _YEAR.match(line, word.end())
        after = _AFTER.match(line, word.end())
        if day and year:
            yield from _date(year["year"], str(month), day["day"])
        elif after:
            yield from _date(after["year"], str(month), after["day"])


def _date(year: str, month: str, day: str) -> Iterator[dt.date]:
    try:
        yield dt.date(int(year), int(month), int(day))
    except ValueError:
        return


@cache
def _month_names(language: str) -> dict[str, int]:
    """Return the casefolded names and abbreviations of the months in a language; empty where CLDR has none."""
    from babel import Locale, UnknownLocaleError

    try:
        months = Locale.parse(language).months
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        str(name).casefold().rstrip("."): number
        for usage in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in months[usage][width].items()
        if not str(name).isdigit()
    }
