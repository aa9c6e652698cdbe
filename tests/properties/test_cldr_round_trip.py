"""What CLDR writes for a number, price, share, length, date or hour is read back as just that, in every language."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from babel import Locale, localedata
from babel.dates import format_date, format_time
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent, get_currency_symbol
from babel.units import format_unit
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from xlcheck.extract.quantities.in_sentence import extract_numbers_and_dates
from xlcheck.lang.profile import known_languages
from xlcheck.lang.units import UNITS
from xlcheck.model import DateFact, Quantity, Span

LANGUAGES = [code for code in known_languages() if localedata.exists(code)]
CURRENCIES = ("EUR", "USD", "GBP", "JPY", "CHF", "RUB", "PLN", "SEK", "CNY", "BRL")
LENGTHS = ("length-kilometer", "mass-kilogram", "mass-tonne", "area-hectare", "duration-year", "duration-day")
LATIN_HALVES = ("ko",)
"""Languages for which CLDR puts AM and PM before the hour, which nobody writes."""
FEW = settings(max_examples=10, suppress_health_check=[HealthCheck.filter_too_much])

whole = st.integers(min_value=10_000, max_value=10**11)
amounts = st.builds(lambda digits, places: Decimal(digits).scaleb(-places), whole, st.integers(0, 3))
days = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31))
"""Days of the years in which a plain figure of four is a year."""


def read(text: str, language: str) -> tuple[tuple[Quantity, ...], tuple[DateFact, ...]]:
    return extract_numbers_and_dates(Span(doc="d", start=0, end=len(text), text=text), language)


def lows(quantity: Quantity) -> list[Fraction]:
    return [reading.low for reading in quantity.readings]


@pytest.mark.parametrize("language", LANGUAGES)
@FEW
@given(amount=amounts)
def test_decimals(language: str, amount: Decimal) -> None:
    text = format_decimal(amount, locale=language, decimal_quantization=False)
    quantities, dates = read(text, language)
    assert [lows(item)[0] for item in quantities] == [Fraction(amount)], text
    assert not dates, text


@pytest.mark.parametrize("language", LANGUAGES)
@FEW
@given(amount=st.integers(min_value=1_000_00, max_value=10**10), currency=st.sampled_from(CURRENCIES))
def test_prices(language: str, amount: int, currency: str) -> None:
    price = Decimal(amount).scaleb(-2)
    for form in ("standard", "name"):
        text = format_currency(price, currency, locale=language, format_type=form, currency_digits=False)
        symbol = get_currency_symbol(currency, locale=language)
        if form == "standard" and symbol.isalpha() and symbol != currency:
            continue  # 元 may begin any word; such symbols are left to the language's own table
        quantities, _ = read(text, language)
        assert len(quantities) == 1, text
        assert Fraction(price) in lows(quantities[0]), text
        assert quantities[0].unit in (currency, "$", "¥"), text


@pytest.mark.parametrize("language", LANGUAGES)
@FEW
@given(tenths=st.integers(min_value=1, max_value=2000))
def test_percentages(language: str, tenths: int) -> None:
    text = format_percent(Decimal(tenths) / 1000, locale=language, decimal_quantization=False)
    quantities, _ = read(text, language)
    assert [(lows(item)[0], item.unit) for item in quantities] == [(Fraction(tenths, 10), "%")], text


@pytest.mark.parametrize("language", LANGUAGES)
@FEW
@given(amount=st.integers(min_value=2, max_value=99), unit=st.sampled_from(LENGTHS))
def test_units(language: str, amount: int, unit: str) -> None:
    text = format_unit(amount, unit, length="long", locale=language)
    # babel falls back to CLDR's own name where it lacks a form; Arabic has a dual without a figure.
    assume(unit not in text and any(char.isdigit() for char in text))
    name = unit.partition("-")[2]
    quantities, _ = read(text, language)
    assert name in UNITS
    assert [(lows(item)[0], item.unit) for item in quantities] == [(amount, name)], text


@pytest.mark.parametrize("language", LANGUAGES)
@FEW
@given(amount=st.integers(min_value=10, max_value=999), magnitude=st.sampled_from((10**6, 10**9)))
def test_scale_words(language: str, amount: int, magnitude: int) -> None:
    form = "long" if "long" in Locale(language).compact_decimal_formats else "short"
    text = format_compact_decimal(amount * magnitude, format_type=form, locale=language, fraction_digits=2)
    quantities, _ = read(text, language)
    assert len(quantities) == 1, text
    assert amount * magnitude in lows(quantities[0]), text


@pytest.mark.parametrize("language", LANGUAGES)
@FEW
@given(day=days)
def test_dates(language: str, day: dt.date) -> None:
    for style in ("long", "full", "medium"):
        text = format_date(day, format=style, locale=language)
        quantities, dates = read(text, language)
        assert not quantities, text
        assert [(item.year, item.month, item.day) for item in dates] == [(day.year, day.month, day.day)], text
        assert dates[0].weekday == (day.weekday() if style == "full" else None), text


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code not in LATIN_HALVES])
@FEW
@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_hours(language: str, hour: int, minute: int) -> None:
    text = format_time(dt.time(hour, minute), format="short", locale=language)
    quantities, dates = read(text, language)
    assert [(item.hour, item.minute) for item in dates] == [(hour, minute)], text
    assert not quantities, text
