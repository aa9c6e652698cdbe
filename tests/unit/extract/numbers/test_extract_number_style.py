"""Figures that English copy carried over from another language."""

from __future__ import annotations

from fractions import Fraction

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from xlcheck.extract.numbers.style import ForeignFigure, foreign_figures
from xlcheck.model import Span


def read(text: str, language: str = "en") -> tuple[ForeignFigure, ...]:
    return foreign_figures(Span(doc="d", start=0, end=len(text), text=text), language)


@pytest.mark.parametrize(
    ("text", "meant", "broken", "spaced"),
    [
        ("4,6 billion", ["23/5", "46"], True, False),
        ("1.500 people", ["1500"], False, False),
        ("1.250.000 visitors", ["1250000"], False, False),
        ("1.234,56 euros", ["30864/25"], False, False),
        ("1,25 euros", ["5/4", "125"], True, False),
        ("30,00 miles", ["30", "3000"], True, False),
        ("48,00,00 cases", ["480000"], True, False),
        ("45,000,00", ["4500000"], True, False),
        ("350 000 people", ["350000"], False, True),
        ("a rise to １.５００ yuan", ["1500"], False, False),
    ],
)
def test_foreign(text: str, meant: list[str], broken: bool, spaced: bool) -> None:
    (figure,) = read(text)
    assert [str(value) for value in figure.meant] == meant
    assert (figure.broken, figure.spaced) == (broken, spaced)
    assert figure.span.text in text


@pytest.mark.parametrize(
    "text",
    [
        "1,500 people",
        "1,234,567.8",
        "12,34,567",
        "3.14",
        "2.5 million",
        "in 2021",
        "0.125 grams",
        "3.1.2",
        "1234.567",
        "",
    ],
)
def test_english(text: str) -> None:
    assert read(text) == ()


def test_the_other_way_round_in_german() -> None:
    assert read("1.500 Menschen, 4,6 Prozent", "de") == ()
    assert [figure.own for figure in read("1,500 Menschen", "de")] == [Fraction(3, 2)]


@given(st.integers(min_value=1000, max_value=10**12), st.sampled_from(("en", "de")))
def test_what_a_language_writes_is_its_own_style(amount: int, language: str) -> None:
    assert read(format_decimal(amount, locale=language), language) == ()


@given(st.integers(min_value=1000, max_value=10**12))
def test_german_figures_are_foreign_in_english(amount: int) -> None:
    (figure,) = read(format_decimal(amount, locale="de"))
    assert Fraction(amount) in figure.meant
