"""Years that stand alone, decades, and years of an era (44 BC)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.extract.dates.calendar_dates import local_year
from xlcheck.extract.dates.found_date import FoundDate
from xlcheck.extract.dates.lexicon import DateLexicon, month_key
from xlcheck.extract.phrases import fold
from xlcheck.extract.roman import roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.extract.numbers.lexicon import NumberLexicon

FIRST_YEAR, LAST_YEAR = 1400, 2099
"""A bare figure outside this range is not taken for a year."""
FIRST_PLAIN_YEAR = 1800
"""An older year needs a word such as "in" before it; 1450 people is as likely as the year 1450."""
_LOOK_BACK = 30
_BARE_YEAR = re.compile(
    r"(?<![\d.,:/_])(?P<year>1[4-9]\d\d|2[0-6]\d\d)(?P<glued>[-\N{EN DASH}/](?:\d{4}|\d{2})(?![\d.,/:-]))?"
)
_JOINED_YEARS = re.compile(r"[-\N{EN DASH}/](\d{4})")
_CAPITAL_WORD = re.compile(r"\s([^\W\d_])")


def decades(text: str, lexicon: DateLexicon) -> Iterator[FoundDate]:
    """Yield short decades as their first year: the 80s, or the 80s of the 19th century."""
    for match in lexicon.decade.finditer(text):
        figures = next(value for value in match.groups() if value)
        decade = int(figures) if figures.isdecimal() else lexicon.decade_names[month_key(figures)]
        start, end = match.span()
        century = 20
        if behind := lexicon.century_after.match(text, end):
            century, end = _century(behind, lexicon), behind.end()
        elif before := lexicon.century_before.search(text, max(0, start - _LOOK_BACK), start):
            century, start = _century(before, lexicon), before.start()
        year = 100 * (century - 1) + decade
        if FIRST_YEAR <= year <= LAST_YEAR:
            yield FoundDate(start=start, end=end, year=year)


def _century(match: re.Match[str], lexicon: DateLexicon) -> int:
    name = next(value for value in match.groups() if value)
    if name.isdecimal():
        return int(name)
    return lexicon.century_names.get(fold(name)) or roman(name)


def eras(text: str, lexicon: DateLexicon) -> Iterator[FoundDate]:
    """Read "44 v. Chr." as the astronomical year -43, which ISO 8601 has for 44 BC."""
    for match in lexicon.era.finditer(text):
        year = int(match["year"])
        if year:
            yield FoundDate(start=match.start(), end=match.end(), year=1 - year if match["before"] else year)


def years(text: str, lexicon: DateLexicon, numbers: NumberLexicon) -> Iterator[FoundDate]:
    """Yield years without month and day, and decades with their century (1990s)."""
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
        if decade and (behind := lexicon.century_after.match(text, stop + decade)):
            decade = behind.end() - stop  # "the 1980s of the 20th century"
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
