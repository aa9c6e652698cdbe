"""Numerals in figures where they stand in a text: 1,234.5, 4 1/2, 3¾."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING

from xlcheck.extract.numbers.figures import FIGURE, parse_figure
from xlcheck.extract.numbers.numeral import Numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.extract.numbers.lexicon import NumberLexicon

_VULGAR = re.compile(r"\s?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_SLASH = re.compile(r"\s(\d{1,2})/(\d{1,2})(?![\d/])|/(\d{1,2})(?![\d/])")
_BROKEN_AFTER = re.compile(r"\s[.,]\s?\d")
"""A blank inside a number ("25 .000"): nobody can tell what it says."""
_BROKEN_BEFORE = re.compile(r"\d\s[.,]\s?$")
_USUAL_DENOMINATORS = (2, 3, 4, 5, 6, 8, 10)


def figures(text: str, lexicon: NumberLexicon, taken: bytearray) -> Iterator[Numeral]:
    """Yield the numerals in figures outside the ranges marked in `taken`; one that nobody can read has no values."""
    for match in FIGURE.finditer(text):
        start, end = match.span()
        if any(taken[start:end]):
            continue
        if _BROKEN_AFTER.match(text, end) or _BROKEN_BEFORE.search(text[max(0, start - 4) : start]):
            yield Numeral(start=start, end=end, values=())
            continue
        figure = parse_figure(match.group(), decimal=lexicon.decimal, group=lexicon.group)
        if figure is None:
            yield Numeral(start=start, end=end, values=())
            continue
        value, precision = figure.values[0], figure.precision
        if (more := _VULGAR.match(text, end)) and value.denominator == 1:
            part = Fraction(unicodedata.numeric(more.group(1))).limit_denominator(10)
            yield Numeral(start=start, end=more.end(), values=(value + part,), precision=precision + 1)
        elif (more := _SLASH.match(text, end)) and value.denominator == 1:
            yield _slashed(start, value, precision, more)
        else:
            yield Numeral(start=start, end=end, values=figure.values, precision=precision)
    for match in _VULGAR.finditer(text):
        start, end = match.span(1)
        if (
            not taken[start]
            and not (start and text[start - 1].isdigit())
            and not text[max(0, start - 2) : start].strip().isdigit()
        ):
            value = Fraction(unicodedata.numeric(match.group(1))).limit_denominator(10)
            yield Numeral(start=start, end=end, values=(value,), precision=1)


def _slashed(start: int, value: Fraction, precision: int, match: re.Match[str]) -> Numeral:
    """Read "4 1/2" and "2/3"; other slashes (9/11, 24/7) name something."""
    if match.group(3) is None:
        top, bottom = int(match.group(1)), int(match.group(2))
        if 0 < top < bottom and bottom in _USUAL_DENOMINATORS:
            return Numeral(
                start=start, end=match.end(), values=(value + Fraction(top, bottom),), precision=precision + 1
            )
        return Numeral(start=start, end=match.start(), values=(value,), precision=precision)
    bottom = int(match.group(3))
    if 0 < value < bottom and bottom in _USUAL_DENOMINATORS:
        return Numeral(start=start, end=match.end(), values=(value / bottom,), precision=2)
    return Numeral(start=start, end=match.end(), values=())
