"""Numbers and dates that CLDR formats in a language are read back as the same value in that language."""

from __future__ import annotations

import datetime as dt
import itertools
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st

from xlcheck.extract.quantities import extract_numbers_and_dates
from xlcheck.model import DateFact, Quantity, Span

LANGUAGES = ("de", "en", "fr", "es", "it", "pl", "pt", "ru", "tr", "nl", "sv")

amounts = st.builds(
    lambda whole, places: Decimal(whole).scaleb(-places),
    st.integers(min_value=10_000, max_value=10**12),
    st.integers(min_value=0, max_value=3),
)
days = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31))


def read(text: str, language: str) -> tuple[tuple[Quantity, ...], tuple[DateFact, ...]]:
    return extract_numbers_and_dates(Span(doc="d", start=0, end=len(text), text=text), language)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40, deadline=None)
@given(amount=amounts)
def test_decimals(language: str, amount: Decimal) -> None:
    quantities, dates = read(f"x {format_decimal(amount, locale=language, decimal_quantization=False)} y", language)
    assert not dates
    assert len(quantities) == 1
    assert Fraction(amount) in [reading.low for reading in quantities[0].readings]
    assert quantities[0].readings[0].low == Fraction(amount)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=25, deadline=None)
@given(amount=st.integers(min_value=10, max_value=999), magnitude=st.sampled_from((10**6, 10**9)))
def test_scale_words(language: str, amount: int, magnitude: int) -> None:
    value = amount * magnitude
    # Abbreviations of one letter (10 M) are left to tables, except before a currency.
    for style in ("long",) if language in ("fr", "es") else ("long", "short"):
        text = format_compact_decimal(value, format_type=style, locale=language)
        quantities, _ = read(f"x {text} y", language)
        assert len(quantities) == 1, text
        assert value in [reading.low for reading in quantities[0].readings], text


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=25, deadline=None)
@given(share=st.integers(min_value=1, max_value=99))
def test_percent(language: str, share: int) -> None:
    quantities, _ = read(f"x {format_percent(Decimal(share) / 100, locale=language)} y", language)
    assert [(item.readings[0].low, item.unit) for item in quantities] == [(share, "%")]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40, deadline=None)
@given(day=days)
def test_dates(language: str, day: dt.date) -> None:
    for style in ("long", "full", "medium"):
        text = format_date(day, format=style, locale=language)
        quantities, dates = read(f"x {text} y", language)
        assert not quantities, text
        assert [(item.year, item.month, item.day) for item in dates] == [(day.year, day.month, day.day)], text
        if style == "full":
            assert dates[0].weekday == day.weekday(), text


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(
        alphabet=st.sampled_from("0123456789.,:/-–% \N{NO-BREAK SPACE}€$abUhrMioandund三万年月日½٣"), max_size=60
    ),
    language=st.sampled_from(("de", "en", "zh", "ru", "und")),
)
def test_any_text_yields_spans_that_quote_it_and_never_overlap(text: str, language: str) -> None:
    span = Span(doc="d", start=7, end=7 + len(text), text=text)
    quantities, dates = extract_numbers_and_dates(span, language)
    for fact in (*quantities, *dates):
        assert fact.span.text == text[fact.span.start - 7 : fact.span.end - 7]
        assert fact.span.text.strip()
    for quantity in quantities:
        assert quantity.readings
        assert all(reading.low <= reading.high for reading in quantity.readings)
        assert not any(quantity.span.overlaps(date.span) for date in dates)
    ordered = sorted(quantities, key=lambda item: item.span.start)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(ordered))
    assert list(quantities) == ordered
