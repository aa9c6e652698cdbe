"""Times of day whose hour and minute carry a mark each: 下午3时30分, 午後8時半, 오전 아홉 시, บ่าย 3 โมง."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.extract.numbers.words import HAN_NUMERALS, positional
from xlcheck.extract.phrases import LETTER, SPACE, alternatives
from xlcheck.lang.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SMALL_HOURS = 5
"""Hours of a night before this one are after midnight (夜2時), the others before it (夜10時)."""
_LATE_MORNING = 10
"""Hours from this one on that are called noon are before it or at it (中午11点), the others after it (中午1点)."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day with its place in the text."""

    start: int
    end: int
    hour: int
    minute: int


@dataclass(frozen=True, slots=True)
class _Shapes:
    marked: re.Pattern[str]
    figures: re.Pattern[str]
    bare: re.Pattern[str]
    numeral: re.Pattern[str]
    values: Mapping[str, int]


def marked_clocks(text: str, language: str) -> Iterator[Clock]:
    """Yield the times of day in a text, in order of position; none where the language has no marks."""
    profile = load_profile(language).dates
    shapes = _shapes(language)
    if shapes is None:
        return
    for pattern in (shapes.figures, shapes.marked, shapes.bare):
        for match in pattern.finditer(text):
            parts = match.groupdict()
            hour, minute = _number(parts["hour"], shapes), _number(parts.get("minute"), shapes)
            half = bool(parts.get("half"))
            mark = parts.get("mark")
            weak = mark in profile.weak_hour_signs or not parts["hour"].isdecimal()  # 一時 is "for a while"
            if hour is None or hour > 24 or (weak and not (parts.get("part") or parts.get("minute") or half)):
                continue
            if parts.get("minute") and (minute is None or minute > 59):
                continue
            hour = _in_part(hour, profile.day_parts.get(parts.get("part") or "", ""))
            hour += profile.hour_shifts.get(mark or "", 0)
            yield Clock(match.start(), match.end(), hour % 24, 30 if half else minute or 0)


@cache
def _shapes(language: str) -> _Shapes | None:
    table = load_profile(language)
    profile = table.dates
    marks = (*profile.hour_signs, *profile.weak_hour_signs, *profile.hour_shifts)
    if not marks:
        return None
    values = table.numbers.numerals or HAN_NUMERALS
    words = f"(?:{'|'.join(sorted(map(re.escape, values), key=lambda word: (-len(word), word)))})"
    hour = rf"(?P<hour>(?<![\d.,:/])\d{{1,2}}|(?<!\d){words}{{1,3}})"
    about = f"(?:{alternatives(table.numbers.about)}{SPACE}?)?"
    part = rf"(?P<part>{alternatives(profile.day_parts)}){SPACE}?{about}"
    minute = rf"(?P<minute>\d{{1,2}}|{words}{{1,3}}){SPACE}?{alternatives(profile.minute_signs)}"
    half = rf"(?P<half>{alternatives(profile.hour_halves)})"
    rest = rf"(?:{SPACE}?(?:{minute}|{half}))?"
    never = rf"(?!{SPACE}?{alternatives((*profile.hour_exceptions, *table.numbers.counters))})"
    return _Shapes(
        marked=re.compile(
            rf"(?:{part})?{hour}{SPACE}?(?P<mark>{alternatives(marks)})(?!{alternatives(profile.hour_exceptions)}){rest}"
        ),
        figures=re.compile(rf"{part}(?P<hour>\d{{1,2}})[:：.](?P<minute>[0-5]\d)(?![\d:]|{LETTER})"),
        bare=re.compile(
            rf"(?P<part>{alternatives(profile.bare_day_parts)}){SPACE}?(?P<hour>\d{{1,2}})(?![\d.,:]){never}"
        ),
        numeral=re.compile(words),
        values=values,
    )


def _number(surface: str | None, shapes: _Shapes) -> int | None:
    if not surface:
        return None
    return (
        int(surface)
        if surface.isdecimal()
        else positional([shapes.values[part] for part in shapes.numeral.findall(surface)])
    )


def _in_part(hour: int, part: str) -> int:
    """Return the hour of 24 that an hour in a part of the day is ("am", "pm", "noon", "night")."""
    if hour > 12 or not part:
        return hour
    if part == "noon":
        return hour if hour >= _LATE_MORNING else hour + 12
    if part == "night":
        return hour % 12 if hour < _SMALL_HOURS or hour == 12 else hour + 12
    return hour % 12 + (12 if part == "pm" else 0)
