"""Dates, weekdays, years and times of day in a sentence, in the sentence's own language.

Patterns come from `date_lexicon`; each sort of date has its module. What is found first wins its place in the text; a
weekday that stands beside a date becomes part of it, and so does a relative day beside a weekday.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.extract.dates.calendar_dates import complete_dates, lone_months, month_ranges
from xlcheck.extract.dates.clock_times import cued_times, times_of_day
from xlcheck.extract.dates.found_date import FoundDate, Free
from xlcheck.extract.dates.lexicon import date_lexicon
from xlcheck.extract.dates.marked_clocks import marked_clocks
from xlcheck.extract.dates.relative_dates import with_relative_dates
from xlcheck.extract.dates.spoken_clocks import spoken_clocks
from xlcheck.extract.dates.weekdays import with_weekdays
from xlcheck.extract.dates.years import decades, eras, years
from xlcheck.extract.numbers.lexicon import number_lexicon
from xlcheck.extract.phrases import ascii_digits, has_figure

if TYPE_CHECKING:
    from xlcheck.model import DateFact, Span


def extract_dates(span: Span, language: str) -> tuple[DateFact, ...]:
    """Return the dates, weekdays, years and times of day of one sentence, in order of position.

    Args:
        span: the sentence; facts carry sub-spans of it.
        language: ISO 639 code; for a language without data only all-figure dates and years are found.
    """
    return tuple(item.fact(span) for item in find_dates(span.text, language))


def find_dates(text: str, language: str) -> tuple[FoundDate, ...]:
    """Return the dates of a sentence with their places in it."""
    lexicon, numbers = date_lexicon(language), number_lexicon(language)
    text = ascii_digits(text)
    free = Free(text)
    free.block(match.span() for match in lexicon.not_dates.finditer(text))
    found: list[FoundDate] = []
    figures = has_figure(text)
    for pattern in lexicon.complete if figures else lexicon.worded:
        found.extend(free.claim(complete_dates(text, pattern, lexicon)))
    if figures:
        found.extend(free.claim(eras(text, lexicon)))
    found.extend(free.claim(spoken_clocks(text, language)))
    if figures:
        found.extend(free.claim(cued_times(text, lexicon)))
    clocks = marked_clocks(text, language)
    found.extend(free.claim(FoundDate(start=c.start, end=c.end, hour=c.hour, minute=c.minute) for c in clocks))
    found.extend(free.claim(times_of_day(text, lexicon, numbers)))
    found = with_weekdays(text, found, lexicon, free)
    found.extend(free.claim(month_ranges(text, lexicon)))
    found.extend(free.claim(lone_months(text, lexicon)))
    found.extend(free.claim(decades(text, lexicon)))
    found.extend(free.claim(years(text, lexicon, numbers)))
    found = with_relative_dates(text, found, language, free)
    return tuple(sorted(found, key=lambda item: (item.start, item.end)))
