"""Times of day as they are said: half past four, halb fünf, las cuatro y media, в половине пятого."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.extract.dates.found_date import FoundDate
from xlcheck.extract.dates.lexicon import date_lexicon, month_key
from xlcheck.extract.numbers.lexicon import number_lexicon
from xlcheck.extract.numbers.words import cardinal, ordinal
from xlcheck.extract.phrases import SPACE, alternatives, fold
from xlcheck.lang.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FIGURES = r"\d{1,2}(?!\d|[.,:]\d)"
_LAST = 12
_MINUTES = 60


def spoken_clocks(text: str, language: str) -> Iterator[FoundDate]:
    """Yield the times of day that a language says in words around an hour, in order of position.

    Args:
        text: one sentence, its figures in ASCII.
        language: ISO 639 code; nothing is found for a language whose file lists no such shapes.
    """
    pattern, shifts = _shapes(language)
    for match in pattern.finditer(text):
        shape = match.lastgroup or ""
        hour = _hour(match[shape], language)
        if hour is None:
            continue
        mark = date_lexicon(language).mark_after.match(text, match.end())
        minutes = hour * _MINUTES + shifts[shape]
        if mark is not None:
            minutes = minutes % (_LAST * _MINUTES) + (_LAST * _MINUTES if _is_afternoon(mark[1], language) else 0)
        hour, minute = divmod(minutes, _MINUTES)
        yield FoundDate(start=match.start(), end=mark.end() if mark else match.end(), hour=hour % 24, minute=minute)


def _hour(surface: str, language: str) -> int | None:
    """Return the hour that a figure or a number word of any form names."""
    if surface.isdecimal():
        value = int(surface)
    else:
        word = fold(surface)
        named = cardinal(language, word)
        named = ordinal(language, word) if named is None else named
        if named is None or named.denominator != 1:
            return None
        value = int(named)
    return value if 1 <= value <= _LAST else None


def _is_afternoon(mark: str, language: str) -> bool:
    return month_key(mark) in date_lexicon(language).pm


@cache
def _shapes(language: str) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """Return a pattern with a group for the hour of each shape, and the minutes that each adds to the hour."""
    shapes, shifts, word = [], {}, number_lexicon(language).word.pattern
    for number, (shape, minutes) in enumerate(load_profile(language).dates.spoken_clocks.items()):
        before, after = (part.strip() for part in shape.split("{hour}"))
        hour = rf"(?P<hour{number}>{_FIGURES}|{word})"
        shapes.append(
            (rf"{alternatives([before])}{SPACE}" if before else r"(?<!\w)")
            + hour
            + (rf"{SPACE}{alternatives([after])}" if after else r"(?![\w-])")
        )
        shifts[f"hour{number}"] = minutes
    return re.compile("|".join(shapes) or r"(?!)", re.IGNORECASE), shifts
