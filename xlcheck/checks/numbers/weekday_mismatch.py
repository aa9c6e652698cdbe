"""A weekday differs between two language versions, or contradicts the date beside it.

## What it does

Compares the weekdays of two linked sentences that both name exactly one (`weekday-changed`). In each article it also
looks up the weekday of every date that is written with one, and of "yesterday, Friday" where the article states its own
date; where the calendar says otherwise the date or the weekday is wrong (`weekday-contradicts-date`). A relative day
may be off by one.

## Why it matters

Weekdays are short, frequent and easily mistaken in machine translation; a date that contradicts its weekday is wrong
beyond doubt, without any second source.

## Example

| | |
|---|---|
| Source | Der Minister reist am **Mittwoch** nach Rom. |
| English | The minister travels to Rome on **Thursday**. |
| Verdict | weekday-changed |

## When it stays silent

* Either side speaks of a night: "Saturday night" is "in der Nacht zu Sonntag".
* One side says "yesterday", gives a date or no day at all.
* A sentence names several weekdays, and those of one side are among those of the other.
* The other side's weekday occurs in the next sentence, in comparable articles anywhere.
* A date without a year is checked against the calendar only where the article's own date is known.

## Known limits

Two outlets may report two days of one story; where the articles carry different dates the confidence is lower. A
weekday inside a name (Black Friday) counts as a weekday.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.checks.base import (
    CheckContext,
    CheckInfo,
    Example,
    Examples,
    is_garbled,
    make_finding,
    pair_verdict,
    reach_of,
    segments_of,
    trusted_links,
)
from xlcheck.compare.dates import compare_dates, contradicts_calendar
from xlcheck.compare.in_segments import facts_within, with_neighbours
from xlcheck.extract.phrases import alternatives
from xlcheck.lang.profile import load_profile
from xlcheck.model import LinkClass, PairMode, Severity, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import ArticlePair, DateFact, Finding, Link, Side

INFO = CheckInfo(id="XD102", name="weekday-mismatch", severity=Severity.WARNING, scope="pair", its="numbers")

COMPARABLE = 0.7
"""Certainty factor between articles that were written independently of each other."""
WITHOUT_YEAR = 0.75
"""Certainty that a date without a year is of the year nearest to its article's own date."""
RELATIVE = 0.6
"""Certainty that "yesterday" counts from the day that its article bears: a report may be printed again, or be old."""
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

EXAMPLES = Examples(
    fires=(
        Example(
            source="Der Minister reist am Mittwoch nach Rom.",
            english="The minister travels to Rome on Thursday.",
            language="de",
            cause="weekday-changed",
        ),
        Example(
            source="Am Montagabend kam es zu einem Stromausfall.",
            english="There was a power cut on Sunday evening.",
            language="de",
            cause="weekday-changed",
        ),
        Example(
            source="Die Konferenz begann am Freitag, dem 21. Januar 2022.",
            english="The conference began on Thursday, January 21, 2022.",
            language="de",
            cause="weekday-contradicts-date",
        ),
        Example(
            source="The verdict is expected on Tuesday.",
            english="The verdict is expected on Wednesday.",
            cause="weekday-changed",
        ),
        Example(
            source="Er starb am Sonntag, wie seine Tochter am Dienstag mitteilte.",
            english="He died on Friday, his daughter said on Tuesday.",
            language="de",
            cause="weekday-changed",
            note="one of two days",
        ),
        Example(
            source="总统星期三抵达。",
            english="The president arrived on Friday.",
            language="zh",
            cause="weekday-changed",
        ),
    ),
    silent=(
        Example(
            source="Der Minister reist am Mittwoch nach Rom.",
            english="The minister travels to Rome on Wednesday.",
            language="de",
        ),
        Example(
            source="Das Treffen am Sonnabend wurde verschoben.",
            english="Saturday's meeting was postponed.",
            language="de",
        ),
        Example(
            source="Am Freitag, dem 21. Januar 2022, trafen sich die Minister.",
            english="The ministers met on Friday, January 21, 2022.",
            language="de",
        ),
        Example(
            source="Die Gespräche am Dienstag und Mittwoch blieben ohne Ergebnis.",
            english="Wednesday's talks ended without result.",
            language="de",
        ),
        Example(
            source="In der Nacht zu Sonntag brannte eine Lagerhalle.",
            english="A warehouse burnt down on Saturday night.",
            language="de",
            note="one night, two days",
        ),
        Example(source="The talks ended yesterday.", english="The talks ended on Friday."),
        Example(
            source="Переговоры прошли 26 июля.",
            english="The talks took place on Monday.",
            language="ru",
        ),
    ),
)


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield differing weekdays of linked sentences, and weekdays that contradict their dates."""
    wrong = {id(date) for side in (pair.source, pair.english) for date in _wrong(side)}
    for link in trusted_links(pair):
        source = _weekdays(pair.source, link.source)
        english = _weekdays(pair.english, link.english)
        both = {date.weekday for date in source} & {date.weekday for date in english}
        if {id(date) for date in (*source, *english)} & wrong:
            continue  # the calendar already says which of the two is mistaken
        source = [date for date in source if date.weekday not in both]  # on Sunday, as she said on Tuesday
        english = [date for date in english if date.weekday not in both]
        if len({date.weekday for date in source}) == 1 and len({date.weekday for date in english}) == 1:
            yield from _changed(pair, link, source[0], english[0])
    for side, is_source in ((pair.source, True), (pair.english, False)):
        for date in _wrong(side):
            yield _contradiction(pair, side, date, is_source=is_source)


def _weekdays(side: Side, indexes: Sequence[int]) -> list[DateFact]:
    dates = facts_within(side.facts.dates, segments_of(side, indexes))
    return [date for date in dates if date.weekday is not None]


def _wrong(side: Side) -> list[DateFact]:
    return [date for date in side.facts.dates if contradicts_calendar(date, side.article.date) is not None]


def _changed(pair: ArticlePair, link: Link, source: DateFact, english: DateFact) -> Iterator[Finding]:
    if source.weekday == english.weekday or source.weekday is None or english.weekday is None:
        return
    if (source.weekday - english.weekday) % 7 in (1, 6) and _in_the_night(pair, link):
        return
    agreement = compare_dates(source, english, first=pair.source.article.date, second=pair.english.article.date)
    if agreement.status is not Status.DIFFERS or agreement.cause != "weekday-changed":
        return  # another day with its weekday is XD101's
    parallel = pair.mode is PairMode.PARALLEL
    reach = reach_of(pair)
    if _mentions(pair.source, link.source, reach, english.weekday) or _mentions(
        pair.english, link.english, reach, source.weekday
    ):
        return
    if link.link_class is not LinkClass.SURE and not parallel:
        return
    yield make_finding(
        INFO,
        confidence=(
            ("link", link.probability),
            ("reading", 0.96),
            ("comparison", round(agreement.certainty * (1 if parallel else COMPARABLE), 3)),
        ),
        verdict=pair_verdict(pair, source=link.source, english=link.english),
        message=f"“{english.span.text}” here, “{source.span.text}” on the other side: the weekday differs.",
        where=(english.span,),
        related=(source.span,),
        cause="weekday-changed",
        evidence=(("source", _NAMES[source.weekday]), ("english", _NAMES[english.weekday])),
    )


def _in_the_night(pair: ArticlePair, link: Link) -> bool:
    """Tell whether either side speaks of a night, which languages count to the day before or the day after."""
    segments = (*segments_of(pair.source, link.source), *segments_of(pair.english, link.english))
    return any(
        re.search(alternatives(load_profile(segment.language).dates.nights), segment.text, re.IGNORECASE)
        for segment in segments
    )


def _mentions(side: Side, indexes: Sequence[int], reach: int, weekday: int) -> bool:
    segments = with_neighbours(side.segments, indexes, reach=reach)
    return any(date.weekday == weekday for date in facts_within(side.facts.dates, segments))


def _calendar_certainty(date: DateFact) -> float:
    if date.year is not None:
        return 1.0
    return WITHOUT_YEAR if date.relative is None else RELATIVE


def _contradiction(pair: ArticlePair, side: Side, date: DateFact, *, is_source: bool) -> Finding:
    day = contradicts_calendar(date, side.article.date)
    actual = _NAMES[day.weekday()] if day else ""
    segments = [segment.index for segment in side.segments if segment.span.contains(date.span)]
    garbled = is_garbled(pair.source if is_source else pair.english, segments)
    stated_weekday = _NAMES[date.weekday or 0]
    return make_finding(
        INFO,
        confidence=(("reading", 0.96), ("calendar", _calendar_certainty(date))),
        verdict=Verdict.TEXT_GARBLED if garbled else Verdict.ARTICLES_DISAGREE,
        message=f"“{date.span.text}”: that day is a {actual}, not a {stated_weekday}.",
        where=(date.span,),
        cause="weekday-contradicts-date",
        evidence=(("stated", stated_weekday), ("calendar", f"{day} is a {actual}")),
    )
