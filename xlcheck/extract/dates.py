"""Dates, weekdays, years and times of day in a sentence, in the sentence's own language.

Patterns come from `date_lexicon`. What is found first wins its place in the text; a weekday that stands beside a date
becomes part of it. Relative days (yesterday, gestern) are no date facts.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from xlcheck.extract.date_lexicon import DateLexicon, date_lexicon, month_key
from xlcheck.extract.marked_clocks import marked_clocks
from xlcheck.extract.number_lexicon import NumberLexicon, number_lexicon
from xlcheck.extract.number_words import HAN_NUMERALS, cardinal, ordinal, positional
from xlcheck.extract.phrases import UNSPACED_LETTER, ascii_digits, fold, is_letter
from xlcheck.model import DateFact, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FIRST_YEAR, LAST_YEAR = 1400, 2099
"""A bare figure outside this range is not taken for a year."""
FIRST_PLAIN_YEAR = 1800
"""An older year needs a word such as "in" before it; 1450 people is as likely as the year 1450."""
_PIVOT = 69
"""Two-figure years up to this one are 20xx, as POSIX strptime has it."""
_LOOK_BACK = 30
_BARE_YEAR = re.compile(
    r"(?<![\d.,:/_])(?P<year>1[4-9]\d\d|2[0-6]\d\d)(?P<glued>[-\N{EN DASH}/](?:\d{4}|\d{2})(?![\d.,/:-]))?"
)
_JOINED_YEARS = re.compile(r"[-\N{EN DASH}/](\d{4})")
_CAPITAL_WORD = re.compile(r"\s([^\W\d_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date with its place in the sentence."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None

    def fact(self, span: Span) -> DateFact:
        """Return the date as a fact of the sentence."""
        return DateFact(
            span=span.sub(self.start, self.end),
            year=self.year,
            month=self.month,
            day=self.day,
            weekday=self.weekday,
            hour=self.hour,
            minute=self.minute,
        )


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
    free = _Free(text)
    free.block(match.span() for match in lexicon.not_dates.finditer(text))
    found: list[FoundDate] = []
    for pattern in lexicon.complete:
        found.extend(free.claim(_complete(text, pattern, lexicon)))
    found.extend(free.claim(_eras(text, lexicon)))
    found.extend(free.claim(_cued_times(text, lexicon)))
    clocks = marked_clocks(text, language)
    found.extend(free.claim(FoundDate(start=c.start, end=c.end, hour=c.hour, minute=c.minute) for c in clocks))
    found.extend(free.claim(_times(text, lexicon, numbers)))
    found = _with_weekdays(text, found, lexicon, free)
    found.extend(free.claim(_lone_months(text, lexicon)))
    found.extend(free.claim(_decades(text, lexicon)))
    found.extend(free.claim(_years(text, lexicon, numbers)))
    return tuple(sorted(found, key=lambda item: (item.start, item.end)))


class _Free:
    """Which parts of the text no date has claimed yet."""

    def __init__(self, text: str) -> None:
        self._taken = bytearray(len(text))

    def block(self, places: Iterable[tuple[int, int]]) -> None:
        """Keep dates out of these places."""
        for start, end in places:
            self._taken[start:end] = b"\x01" * (end - start)

    def claim(self, items: Iterator[FoundDate]) -> list[FoundDate]:
        """Keep the items that overlap nothing claimed before; several facts of one match share its place."""
        kept: list[FoundDate] = []
        for item in items:
            same = kept and (kept[-1].start, kept[-1].end) == (item.start, item.end) and item not in kept[-2:]
            if same or not any(self._taken[item.start : item.end]):
                self._taken[item.start : item.end] = b"\x01" * (item.end - item.start)
                kept.append(item)
        return kept


def _complete(text: str, pattern: re.Pattern[str], lexicon: DateLexicon) -> Iterator[FoundDate]:
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
        if parts.get("name") and day is None and _is_abbreviated_word(parts["name"], lexicon):
            continue
        if not _is_possible(year, month, day):
            continue
        found = FoundDate(start=match.start(), end=match.end(), year=year, month=month, day=day)
        yield found
        second = _int(parts.get("day2"))
        if second is not None and _is_possible(year, month, second):
            yield replace(found, day=second)


def _is_abbreviated_word(name: str, lexicon: DateLexicon) -> bool:
    """Tell whether "May 2022" or "March 2022" is meant, which needs no further cue; kept apart for short forms."""
    return lexicon.months.get(month_key(name)) is None


def _int(value: str | None) -> int | None:
    if value is None or value.isdecimal():
        return None if value is None else int(value)
    return positional([HAN_NUMERALS[char] for char in value])


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


def _cued_times(text: str, lexicon: DateLexicon) -> Iterator[FoundDate]:
    for match in (*lexicon.cued_hour.finditer(text), *lexicon.cued_clock.finditer(text)):
        mark = match["ampm"] or match["ampm2"] or match["ampm3"]
        yield from _time(match, int(match["hour"]), int(match["minute"] or 0), mark, lexicon)


def _times(text: str, lexicon: DateLexicon, numbers: NumberLexicon) -> Iterator[FoundDate]:
    language = numbers.language
    for match in lexicon.named_hour.finditer(text):
        named = _named_hour(text, match, numbers)
        if named is not None:
            yield from _time(match, named, int(match["minute"] or 0), match["ampm"], lexicon)
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
    for match in lexicon.word_hour.finditer(text):
        hour = cardinal(language, match["word"].casefold())
        if hour is not None and hour.denominator == 1 and 1 <= hour <= 24:
            yield from _time(match, int(hour), 0, match["ampm"] or match["ampm2"], lexicon)
    for match in lexicon.named_time.finditer(text):
        names = {month_key(name): hour for name, hour in lexicon.profile.named_times.items()}
        yield FoundDate(start=match.start(), end=match.end(), hour=names[month_key(match["word"])], minute=0)


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


def _with_weekdays(text: str, found: list[FoundDate], lexicon: DateLexicon, free: _Free) -> list[FoundDate]:
    """Join weekdays to the dates beside them; abbreviated ones (Mi., Sat) count only there."""
    starts = {item.start: index for index, item in enumerate(found) if item.month is not None}
    ends = {item.end: index for index, item in enumerate(found) if item.month is not None}
    alone: list[FoundDate] = []
    for pattern in (lexicon.weekday, lexicon.ambiguous_weekday, lexicon.short_weekday):
        is_full = pattern is not lexicon.short_weekday
        for match in pattern.finditer(text):
            may_stand_alone = is_full and not _is_capital_name(text, match.start(), match["weekday"], lexicon)
            item = FoundDate(
                start=match.start(), end=match.end(), weekday=lexicon.weekdays[month_key(match["weekday"])]
            )
            if text[item.end : item.end + 1] == "-" and text[item.end + 1 : item.end + 2].isupper():
                continue  # the first half of a name: "Freitag-Verlag"
            gap = lexicon.weekday_gap.match(text, item.end)
            # A lone ideograph is a weekday only between brackets: 翌日3月5日, but 3月5日（日）.
            glued = not may_stand_alone and UNSPACED_LETTER.match(match["weekday"])
            bracketed = text[item.start - 1 : item.start] in ("(", "（") and text[item.end : item.end + 1] in (
                ")",
                "）",
            )
            after = starts.get(gap.end()) if gap and not glued else None
            may_follow = may_stand_alone or match["weekday"] in lexicon.profile.weekdays_by_date
            before = _date_before(text, item.start, ends, lexicon) if may_follow or (glued and bracketed) else None
            if after is not None and found[after].weekday is None and found[after].start > item.start:
                if free.claim(iter([item])):
                    found[after] = replace(found[after], start=item.start, weekday=item.weekday)
            elif before is not None and found[before].weekday is None:
                if free.claim(iter([item])):
                    found[before] = replace(found[before], end=item.end, weekday=item.weekday)
            elif may_stand_alone:
                alone.extend(free.claim(iter([item])))
    return [*found, *alone]


def _is_capital_name(text: str, start: int, surface: str, lexicon: DateLexicon) -> bool:
    """Tell a name (Plácido Domingo, Bloody Sunday) from a word that its language writes small."""
    if not surface[:1].isupper() or surface.isupper() or month_key(surface) not in lexicon.small_names:
        return False
    if any(char.isalnum() for char in text[max(0, start - _LOOK_BACK) : start]):
        return True
    following = _CAPITAL_WORD.match(text, start + len(surface))
    return following is not None and following.group(1).isupper()


def _date_before(text: str, start: int, ends: dict[int, int], lexicon: DateLexicon) -> int | None:
    """Return the date that ends right before a weekday: "21 January (Friday)", "1 Ocak 2000 Cumartesi"."""
    if "" in lexicon.weekday_follows and start in ends:
        return ends[start]
    for length in (1, 2):
        if start >= length and text[start - length : start] in ("(", " (", "（", *lexicon.weekday_follows):
            return ends.get(start - length)
    return None


def _lone_months(text: str, lexicon: DateLexicon) -> Iterator[FoundDate]:
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


def _decades(text: str, lexicon: DateLexicon) -> Iterator[FoundDate]:
    for match in lexicon.decade.finditer(text):
        figures = next(value for value in match.groups() if value)
        decade = int(figures) if figures.isdecimal() else lexicon.decade_names[month_key(figures)]
        yield FoundDate(start=match.start(), end=match.end(), year=1900 + decade)


def _eras(text: str, lexicon: DateLexicon) -> Iterator[FoundDate]:
    """Read "44 v. Chr." as the astronomical year -43, which ISO 8601 has for 44 BC."""
    for match in lexicon.era.finditer(text):
        year = int(match["year"])
        if year:
            yield FoundDate(start=match.start(), end=match.end(), year=1 - year if match["before"] else year)


def _years(text: str, lexicon: DateLexicon, numbers: NumberLexicon) -> Iterator[FoundDate]:
    for match in _BARE_YEAR.finditer(text):
        start, end, year = match.start(), match.end("year"), int(match["year"])
        if start and text[start - 1].isalnum() and not numbers.prefix_before.search(text, max(0, start - 8), start):
            continue
        glued = match["glued"]
        joined = _JOINED_YEARS.match(text, end) if glued else None
        if joined and not FIRST_YEAR <= int(joined.group(1)) <= LAST_YEAR:
            continue
        stop = match.end() if glued else end
        decade = _decade_ending(text, stop, lexicon)
        if not decade and not _is_year(text, start, stop, year, lexicon, numbers):
            continue
        own = local_year(year, lexicon)
        if own is None or own > LAST_YEAR:
            continue
        year = own
        if joined:
            yield FoundDate(start=start, end=end, year=year)
            yield FoundDate(start=end + 1, end=stop, year=int(joined.group(1)))
        else:
            yield FoundDate(start=start, end=stop + decade, year=year)


def _decade_ending(text: str, stop: int, lexicon: DateLexicon) -> int:
    """Return the length of a decade's ending ("1990er", "1990s") that is glued to a year, 0 if there is none."""
    return max(
        (
            len(ending)
            for ending in lexicon.profile.decade_endings
            if text.startswith(ending, stop) and not text[stop + len(ending) : stop + len(ending) + 1].isalnum()
        ),
        default=0,
    )


def _is_year(text: str, start: int, stop: int, year: int, lexicon: DateLexicon, numbers: NumberLexicon) -> bool:
    """Decide whether a bare figure of four is a year or an amount."""
    following = text[stop : stop + 2]
    if following[:1].isalnum() and following[:1].isascii():
        return False
    if re.match(r"[.,:/]\d", following):
        return False
    counted = (numbers.percent, numbers.percent_points, numbers.currency, numbers.scale, numbers.unit_symbol)
    glued = (numbers.counter, numbers.infix)  # 2000人, 2000多人
    if any(pattern.match(text, stop) for pattern in (*counted, *glued)):
        return False
    before = text[max(0, start - _LOOK_BACK) : start]
    if (
        numbers.currency_before.search(before)
        or numbers.label_before.search(before)
        or lexicon.counted.match(text, stop)
    ):
        return False
    if before[-1:] in ("-", "\N{MINUS SIGN}") and before[-2:-1].isupper():
        return False  # a model name: X-2000
    if lexicon.year_cue.search(before) or lexicon.year_after.match(text, stop):
        return True
    if year > LAST_YEAR:
        return False
    unit = numbers.unit.match(text, stop)
    if unit is not None:
        # "1992 roku": where no cues are known, the word for year behind the figure is one.
        return (
            not lexicon.profile.year_cues and numbers.units[fold(unit.group(1))] == "year" and year >= FIRST_PLAIN_YEAR
        )
    if any(pattern.search(before) for pattern in (numbers.about, numbers.at_least, numbers.at_most)):
        return False
    if year < FIRST_PLAIN_YEAR:
        return False
    word = _CAPITAL_WORD.match(text, stop)
    return not (lexicon.profile.capital_nouns and word is not None and word.group(1).isupper())
