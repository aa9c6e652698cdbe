"""Times of day: 14:30, 2.30 p.m., um 14 Uhr, noon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.extract.dates.found_date import FoundDate
from xlcheck.extract.dates.lexicon import DateLexicon, month_key
from xlcheck.extract.numbers.words import cardinal, ordinal
from xlcheck.extract.phrases import fold, has_figure

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from xlcheck.extract.numbers.lexicon import NumberLexicon


def cued_times(text: str, lexicon: DateLexicon) -> Iterator[FoundDate]:
    """Yield hours behind a word that makes them one ("um", "kl.")."""
    for match in (*lexicon.cued_hour.finditer(text), *lexicon.cued_clock.finditer(text)):
        mark = match["ampm"] or match["ampm2"] or match["ampm3"]
        yield from _time(match, int(match["hour"]), int(match["minute"] or 0), mark, lexicon)


def times_of_day(text: str, lexicon: DateLexicon, numbers: NumberLexicon) -> Iterator[FoundDate]:
    """Yield all other times of day, the surest shapes first."""
    language = numbers.language
    for match in lexicon.named_hour.finditer(text):
        named = _named_hour(text, match, numbers)
        if named is not None:
            yield from _time(match, named, int(match["minute"] or 0), match["ampm"], lexicon)
    if has_figure(text):
        yield from _figure_times(text, lexicon)
    for match in lexicon.word_hour.finditer(text):
        hour = cardinal(language, match["word"].casefold())
        if hour is not None and hour.denominator == 1 and 1 <= hour <= 24:
            yield from _time(match, int(hour), 0, match["ampm"] or match["ampm2"], lexicon)
    for match in lexicon.named_time.finditer(text):
        names = {month_key(name): hour for name, hour in lexicon.profile.named_times.items()}
        yield FoundDate(start=match.start(), end=match.end(), hour=names[month_key(match["word"])], minute=0)


def _figure_times(text: str, lexicon: DateLexicon) -> Iterator[FoundDate]:
    """Yield times whose hour is in figures."""
    for match in lexicon.clock.finditer(text):
        minutes = match["minute"] or match["minute2"] or match["minute3"]
        mark = match["ampm"] or match["ampm2"] or match["ampm3"]
        yield from _time(match, int(match["hour"]), int(minutes), mark, lexicon)
    for match in lexicon.marked_hour.finditer(text):
        yield from _time(match, int(match["hour"]), int(match["minute"]), None, lexicon)
    for match in lexicon.four_figures.finditer(text):
        yield from _time(match, int(match["hour"]), int(match["minute"]), None, lexicon)
    for match in lexicon.full_hour.finditer(text):
        yield from _time(match, int(match["hour"]), 0, match["ampm"] or match["ampm2"], lexicon)


def _named_hour(text: str, match: re.Match[str], numbers: NumberLexicon) -> int | None:
    """Return the hour that "saat 15" names; in "3 saat 15 dakika" it names none, and "saat" is a unit."""
    if numbers.unit.match(text, match.end()) or numbers.percent.match(text, match.end()):
        return None
    if match["hour"]:
        return int(str(match["hour"]))
    word = fold(str(match["word"]))
    value = cardinal(numbers.language, word)
    if value is None:
        value = ordinal(numbers.language, word)
    return int(value) if value is not None and value.denominator == 1 and 1 <= value <= 24 else None


def _time(match: re.Match[str], hour: int, minute: int, mark: str | None, lexicon: DateLexicon) -> Iterator[FoundDate]:
    if mark and hour <= 12:
        afternoon = month_key(mark) in {month_key(name) for name in lexicon.pm}
        hour = hour % 12 + (12 if afternoon else 0)
    start = max(
        (match.start(group) for group in ("hour", "word") if group in match.re.groupindex), default=match.start()
    )
    yield FoundDate(start=start, end=match.end(), hour=hour % 24, minute=minute)
