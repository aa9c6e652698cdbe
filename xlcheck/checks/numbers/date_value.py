"""A date, year or time of day differs from the one it stands for in the other language version.

## What it does

Reads the dates of two linked sentences in their own languages: full and partial dates, years, months and times of
day. Dates that agree in all parts both sides state are paired first. Two dates that are left over, one on each side,
and state the same parts are reported as `day-month-swapped`, `day-off-by-one`, `day-changed`, `month-changed`,
`year-changed` or `time-changed`. In a translation a relative date (yesterday, last week, next Tuesday) is compared
with the one date of the other sentence: with another relative one by itself, with a weekday or a date by the days on
which the two articles were published. Two that cannot be the same time are a `relative-date-changed`; a day more or
less is none.

## Why it matters

Day and month change places when a date is read in the other order, and a wrong year turns history upside down.

## Example

| | |
|---|---|
| Source | Das Gesetz tritt am **3. Juli 2024** in Kraft. |
| English | The law takes effect on **July 30, 2024**. |
| Verdict | day-changed |

## When it stays silent

* One side has no date. "Today" may as well mean nowadays and is never compared.
* A relative date stands beside one of the calendar, and an article's own date is not known.
* Relative dates in articles that are no translations of each other, or of which a sentence has several.
* The two dates state no part in common.
* The year, day or time occurs elsewhere on the other side.
* A time differs by twelve hours and one side does not say which half of the day it means.
* Only one side names a time zone, or each names another.
* The sentences are linked only loosely.

## Known limits

All-figure dates such as 1/2/2022 are read as a year only where the language uses both orders. Inflected month names
of languages without a data file are found only in the forms that CLDR lists.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.checks.base import (
    CheckContext,
    CheckInfo,
    Example,
    Examples,
    make_finding,
    pair_verdict,
    reach_of,
    segments_of,
    trusted_links,
)
from xlcheck.checks.numbers.relative_dates import relative_difference
from xlcheck.compare.dates import DateMatch, differing_parts, match_dates, other_half_of_day, stated
from xlcheck.compare.in_segments import facts_within, with_neighbours
from xlcheck.compare.known_values import known_values
from xlcheck.extract.phrases import alternatives
from xlcheck.lang.profile import load_profile
from xlcheck.model import LinkClass, PairMode, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import ArticlePair, DateFact, Finding, Link, Segment, Side

INFO = CheckInfo(id="XD101", name="date-value", severity=Severity.ERROR, scope="pair", its="numbers")

NOON = 12
LOCAL = "local"
"""The clock of the place itself, as the language files name it."""
COMPARABLE = 0.7
"""Certainty factor between articles that were written independently of each other."""

EXAMPLES = Examples(
    fires=(
        Example(
            source="Das Gesetz tritt am 3. Juli 2024 in Kraft.",
            english="The law takes effect on July 30, 2024.",
            language="de",
            cause="day-changed",
        ),
        Example(
            source="Der Vertrag wurde 1997 unterzeichnet.",
            english="The treaty was signed in 1979.",
            language="de",
            cause="year-changed",
        ),
        Example(
            source="Die Wahl findet im September statt.",
            english="The election will be held in December.",
            language="de",
            cause="month-changed",
        ),
        Example(
            source="Die Sitzung beginnt um 16.30 Uhr.",
            english="The session begins at 4:50 p.m.",
            language="de",
            cause="time-changed",
        ),
        Example(
            source="Das Urteil fällt am 4.5.2023.",
            english="The verdict is due on April 5, 2023.",
            language="de",
            cause="day-month-swapped",
        ),
        Example(
            source="Заседание назначено на 17 марта.",
            english="The session is set for March 18.",
            language="ru",
            cause="day-off-by-one",
        ),
        Example(
            source="Der Zug fährt um 22.15 Uhr ab.",
            english="The train leaves at 10:15 a.m.",
            language="de",
            cause="time-changed",
        ),
        Example(
            source="The bridge was opened on 12 May 2011.",
            english="The bridge was opened on May 12, 2001.",
            cause="year-changed",
        ),
        Example(
            source="Die Gespräche wurden gestern beendet.",
            english="The talks will end tomorrow.",
            language="de",
            cause="relative-date-changed",
        ),
        Example(
            source="В прошлом году завод закрыли.",
            english="The plant will be closed next year.",
            language="ru",
            cause="relative-date-changed",
        ),
        Example(
            source="会议将于2022年1月21日举行。",
            english="The meeting will be held on January 12, 2022.",
            language="zh",
            cause="day-changed",
        ),
    ),
    silent=(
        Example(
            source="Am 23.01.2022 trat der Minister zurück.",
            english="The minister resigned on January 23rd.",
            language="de",
        ),
        Example(
            source="Die Sitzung beginnt um 16.30 Uhr.",
            english="The session begins at half past four, 4:30 p.m. local time.",
            language="de",
        ),
        Example(
            source="Der Gipfel am Mittwoch dauerte zwei Stunden.",
            english="Yesterday's summit lasted two hours.",
            language="de",
            note="a relative day",
        ),
        Example(
            source="Gestern schloss das Werk.",
            english="The plant closed on 11 May.",
            language="de",
            note="no article states its own date",
        ),
        Example(
            source="In den 1990er Jahren wuchs die Stadt.",
            english="The city grew in the 1990s.",
            language="de",
        ),
        Example(
            source="26 июля 2021 года в Москве прошёл дождь.",
            english="It rained in Moscow on July 26, 2021.",
            language="ru",
        ),
        Example(
            source="Der Zug fährt um 22.15 Uhr ab.",
            english="The train leaves at 10:15.",
            language="de",
        ),
        Example(source="The vote is due in March.", english="The vote is due in 2023."),
    ),
)


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield differing dates and times of linked sentences."""
    for link in trusted_links(pair):
        source_segments = segments_of(pair.source, link.source)
        english_segments = segments_of(pair.english, link.english)
        matches = match_dates(
            _dates(pair.source, source_segments),
            _dates(pair.english, english_segments),
            first=pair.source.article.date,
            second=pair.english.article.date,
        )
        matches = tuple(_with_half_of_day(match, source_segments, english_segments) for match in matches)
        translated = pair.mode is PairMode.PARALLEL and link.link_class is LinkClass.SURE
        zones = _time_zones(source_segments) ^ _time_zones(english_segments)
        # A translation may leave out that a clock is the local one; two reporters may well mean different places.
        other_clock = bool(zones - {LOCAL} if translated else zones)
        for match in matches:
            if match.agreement.status is not Status.DIFFERS or match.agreement.cause == "weekday-changed":
                continue
            if other_clock and match.agreement.cause == "time-changed":
                continue
            if _stands_alone(match, matches, translated=translated) and not _is_elsewhere(pair, link, match):
                yield from _finding(pair, link, match)
        if relative := relative_difference(pair, link):
            source, english, agreement = relative
            yield from _finding(pair, link, DateMatch(source=source, english=english, agreement=agreement))


def _with_half_of_day(
    match: DateMatch, source_segments: Sequence[Segment], english_segments: Sequence[Segment]
) -> DateMatch:
    """Take back the agreement of two times that are both told to be in different halves of the day."""
    source, english = match.source, match.english
    if source is None or english is None or match.agreement.status is not Status.SAME or source.hour == english.hour:
        return match
    halves = {_half_of_day(source, source_segments), _half_of_day(english, english_segments)}
    return replace(match, agreement=other_half_of_day()) if halves == {"am", "pm"} else match


def _half_of_day(date: DateFact, segments: Sequence[Segment]) -> str:
    """Return "am" or "pm" where the hour or a word beside it leaves no doubt, else ""."""
    if date.hour is None:
        return ""
    if date.hour == 0 or date.hour > NOON:
        return "am" if date.hour == 0 else "pm"
    # Marks stand behind figures or before them, with or without a blank: 10:08 a.m., 9am, 上午9时.
    marks = (_mornings(segment.language) for segment in segments if segment.span.contains(date.span))
    if any(re.search(mark, date.span.text, re.IGNORECASE) for mark in marks):
        return "am"
    return ""


@cache
def _mornings(language: str) -> str:
    profile = load_profile(language).dates
    return alternatives((*profile.am, *(word for word, half in profile.day_parts.items() if half == "am")), left=False)


def _dates(side: Side, segments: Sequence[Segment]) -> tuple[DateFact, ...]:
    """Return the dates of these segments; lone weekdays are XD102's."""
    return tuple(date for date in facts_within(side.facts.dates, segments) if stated(date) != {"weekday"})


def _stands_alone(match: DateMatch, matches: Sequence[DateMatch], *, translated: bool) -> bool:
    """Tell whether these are the only two dates of their sort that found no equal.

    In a translation there may be several, if both sides have as many of them and all state the same parts: the two ends
    of a period, both moved by an hour.
    """
    open_matches = [item for item in matches if item.agreement.status is not Status.SAME]
    rivals = [
        [
            stated(date)
            for item in open_matches
            if (date := getattr(item, side)) is not None and stated(date) & stated(getattr(match, side))
        ]
        for side in ("source", "english")
    ]
    if len(rivals[0]) == len(rivals[1]) == 1:
        return True
    return translated and len(rivals[0]) == len(rivals[1]) and len({*rivals[0], *rivals[1]}) == 1


def _time_zones(segments: Sequence[Segment]) -> frozenset[str]:
    """Return whose clocks are meant: 12 h GMT and 10:00 GMT differ, 12:00 and 10:00 GMT need not."""
    return frozenset(
        load_profile(segment.language).dates.time_zones.get(name, name)
        for segment in segments
        for name in _time_zone(segment.language).findall(segment.text)
    )


@cache
def _time_zone(language: str) -> re.Pattern[str]:
    return re.compile(alternatives(load_profile(language).dates.time_zones))


def _is_elsewhere(pair: ArticlePair, link: Link, match: DateMatch) -> bool:
    """Tell whether a differing part is mentioned on the other side in another place or role."""
    reach = reach_of(pair)
    source, english = match.source, match.english
    if source is None or english is None:
        return True
    part = next(iter(differing_parts(source, english)), "hour")
    values = getattr(source, part), getattr(english, part)
    return _mentions(pair.english, link.english, reach, part, values[0]) or _mentions(
        pair.source, link.source, reach, part, values[1]
    )


def _mentions(side: Side, indexes: Sequence[int], reach: int, part: str, value: int) -> bool:
    """Tell whether a side states this value in the same part of another date, or as a number (not as a month)."""
    segments = with_neighbours(side.segments, indexes, reach=reach)
    if any(getattr(date, part) == value for date in facts_within(side.facts.dates, segments)):
        return True
    if part == "month":
        return False
    # Half of "the 20s and 30s" is read as a decade, half as a number.
    spoken = {Fraction(value)} | ({Fraction(value % 100)} if part == "year" and value % 10 == 0 else set())
    return bool(spoken & known_values(facts_within(side.facts.quantities, segments), ()))


def _finding(pair: ArticlePair, link: Link, match: DateMatch) -> Iterator[Finding]:
    source, english, agreement = match.source, match.english, match.agreement
    if source is None or english is None:
        return
    parallel = pair.mode is PairMode.PARALLEL
    if link.link_class is not LinkClass.SURE and (not parallel or agreement.certainty < 0.8):
        return
    yield make_finding(
        INFO,
        confidence=(
            ("link", link.probability),
            ("reading", 0.96),
            ("comparison", round(agreement.certainty * (1 if parallel else COMPARABLE), 3)),
        ),
        verdict=pair_verdict(pair, source=link.source, english=link.english),
        message=f"“{english.span.text}” here, “{source.span.text}” on the other side: {agreement.reasons[0]}.",
        where=(english.span,),
        related=(source.span,),
        cause=agreement.cause,
        evidence=(("source", describe(source)), ("english", describe(english))),
    )


def describe(date: DateFact) -> str:
    """Return the parts of a date that were read, such as "year 2022, month 1" or "week +1"."""
    parts = ("year", "month", "day", "weekday", "hour", "minute")
    read = [f"{part} {getattr(date, part)}" for part in parts if part in stated(date)]
    if date.relative is not None:
        read.append(f"{date.relative.unit} {date.relative.offset:+d}")
    return ", ".join(read)
