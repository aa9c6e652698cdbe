"""`xlcheck facts`: what a text states, one JSON object a line, in order of position."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import typer

from xlcheck.cli.text_input import language_of, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from xlcheck.model import ArticleFacts, DateFact, Mention, PolarityCue, Quantity, Quote, Reading, Span


def print_facts(file: str, language: str) -> None:
    """Print the facts of a text; offsets are code points of the decoded text."""
    from xlcheck.reading import plain_article, read_facts
    from xlcheck.segment import segment_article

    text = read_text(file)
    article = plain_article(text, name=file, language=language_of(text, language))
    facts = read_facts(article, segment_article(article))
    for record in sorted(records(facts), key=lambda item: (item["start"], item["end"], item["kind"])):
        typer.echo(json.dumps(record, ensure_ascii=False))


def records(facts: ArticleFacts) -> Iterator[dict[str, Any]]:
    """Return one JSON object a fact, kind by kind."""
    for quantity in facts.quantities:
        yield _quantity(quantity)
    for date in facts.dates:
        yield _record("date", date.span, value=_date(date))
    for quote in (*facts.quotes, *facts.indirect):
        yield _quote(quote)
    for mention in facts.mentions:
        yield _name(mention)
    for cue in facts.polarity:
        yield _polarity(cue)


def _record(
    kind: str, span: Span, *, value: str, unit: str = "", alternatives: list[str] | None = None
) -> dict[str, Any]:
    return {
        "kind": kind,
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "value": value,
        "unit": unit,
        "alternatives": alternatives or [],
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    first, *others = (_amount(reading) for reading in quantity.readings)
    record = _record(quantity.kind, quantity.span, value=first, unit=quantity.unit, alternatives=others)
    return {**record, "approximation": quantity.approximation}


def _amount(reading: Reading) -> str:
    low, high = _exact(reading.low), _exact(reading.high)
    return low if low == high else f"{low}..{high}"


def _exact(value: Fraction) -> str:
    """Return a value without loss: a decimal where that is finite, else a fraction."""
    from decimal import Decimal

    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return str(value)
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{decimal:f}" if value.denominator != 1 else str(value.numerator)


def _date(date: DateFact) -> str:
    """Return a date as ISO 8601 has it, X for what is not stated, T before a time of day; "W3" is a Wednesday.

    A relative date is its unit and offset: "day-1" is yesterday, "day+1 then" the day after one that the text tells of.
    """
    parts = []
    if (date.year, date.month, date.day) != (None, None, None):
        year = "XXXX" if date.year is None else f"{date.year:0{4 + (date.year < 0)}d}"
        month = "" if date.month is None and date.day is None else "-XX" if date.month is None else f"-{date.month:02d}"
        day = "" if date.day is None else f"-{date.day:02d}"
        parts.append(year + month + day)
    if date.weekday is not None:
        parts.append(f"W{date.weekday + 1}")
    if date.hour is not None:
        parts.append(f"T{date.hour:02d}:{date.minute or 0:02d}")
    if date.relative is not None:
        then = "" if date.relative.from_publication else " then"
        parts.append(f"{date.relative.unit}{date.relative.offset:+d}{then}")
    return " ".join(parts)


def _quote(quote: Quote) -> dict[str, Any]:
    speaker = quote.speaker
    return {
        **_record("quote", quote.span, value=quote.content.text),
        "quote_type": quote.kind,
        "speaker": (speaker.name or speaker.span.text) if speaker else None,
        "cue": speaker.cue if speaker else None,
    }


def _name(mention: Mention) -> dict[str, Any]:
    return {**_record("name", mention.span, value=mention.name), "name_type": mention.kind, "key": mention.key}


def _polarity(cue: PolarityCue) -> dict[str, Any]:
    return _record("negation", cue.span, value=cue.strength)
