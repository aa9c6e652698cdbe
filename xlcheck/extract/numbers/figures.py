"""Figures to values: "1.234,56", "1 234,56", "١٬٢٣٤", "12,34,567", with every reading that the surface allows.

A dot or comma followed by exactly three figures may separate thousands or decimals; both readings are kept, the
language's own convention first. Version numbers, addresses and other malformed groupings have no value at all.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

MAX_DIGITS = 18
"""Longer figures are account numbers or noise, never amounts in the news."""

_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
_POINTS = ".,\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}\N{FULLWIDTH FULL STOP}\N{FULLWIDTH COMMA}"

FIGURE = re.compile(
    rf"""
      \d{{1,3}}+ (?: [{_SPACES}] \d{{3}} (?!\d) )++ (?: [.,] \d++ )?+   # 1 234 567,8
    | \d++ (?: [{_POINTS}{_APOSTROPHES}] \d++ )*+                       # everything without spaces
    """,
    re.VERBOSE,
)
"""A run of figures as far as separators may hold it together; linear because every part is possessive."""

_TO_ASCII = str.maketrans(
    {
        "\N{ARABIC DECIMAL SEPARATOR}": "d",
        "\N{ARABIC THOUSANDS SEPARATOR}": "g",
        "\N{FULLWIDTH FULL STOP}": ".",
        "\N{FULLWIDTH COMMA}": ",",
        **dict.fromkeys(_SPACES, "g"),
        **dict.fromkeys(_APOSTROPHES, "g"),
    }
)
_WESTERN = re.compile(r"\d{1,3}(?:S\d{3})+")
_INDIAN = re.compile(r"\d{1,2}(?:S\d{2})+S\d{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The values of a figure, most likely first, and the significant figures of the first."""

    values: tuple[Fraction, ...]
    precision: int


def parse_figure(surface: str, *, decimal: str, group: str) -> Figure | None:
    """Return what a run matched by `FIGURE` can mean, or None where it is no number.

    Args:
        surface: the run as it stands in the text, in figures of any script.
        decimal: the language's decimal separator; `group` its separator of thousands (" " for any space).
    """
    if len(surface) > 2 * MAX_DIGITS:
        return None
    plain = "".join(_ascii_digit(char) for char in surface.translate(_TO_ASCII))
    if sum(char.isdigit() for char in plain) > MAX_DIGITS:
        return None
    readings = [_value(*reading) for reading in _readings(plain, decimal=decimal, group=group)]
    if not readings:
        return None
    return Figure(values=tuple(dict.fromkeys(value for value, _ in readings)), precision=readings[0][1])


def decimal_figures(surface: str) -> str:
    """Return a run of figures with ASCII digits; everything else stays as it is."""
    return "".join(_ascii_digit(char) for char in surface)


def _ascii_digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


def _readings(plain: str, *, decimal: str, group: str) -> list[tuple[str, str]]:
    """Return (whole figures, decimals) for every reading of a figure whose sure separators are "g" and "d"."""
    whole, _, rest = plain.partition("d")
    if rest or "g" in plain:
        # A sure separator settles the others: 1'234.5, 1 234,5, ١٬٢٣٤٫٥.
        last = max(plain.rfind("."), plain.rfind(","))
        if not rest and last > plain.rfind("g"):
            whole, rest = plain[:last], plain[last + 1 :]
        joined = _join(whole)
        return [(joined, rest)] if joined and (rest.isdigit() or not rest) else []
    marks = [char for char in plain if not char.isdigit()]
    if not marks:
        return [(plain, "")]
    if len(set(marks)) == 2:
        # 1.234,56: the last mark is the decimal separator if it occurs once.
        if marks.count(marks[-1]) > 1:
            return []
        head, _, tail = plain.rpartition(marks[-1])
        joined = _join(head)
        return [(joined, tail)] if joined else []
    if len(marks) > 1:
        joined = _join(plain)
        return [(joined, "")] if joined else []
    head, _, tail = plain.partition(marks[0])
    as_decimal = (head, tail)
    if len(tail) != 3 or len(head) > 3 or head.startswith("0"):
        return [as_decimal]
    as_group = (head + tail, "")
    return [as_decimal, as_group] if marks[0] == decimal else [as_group, as_decimal]


def _join(grouped: str) -> str:
    """Remove separators of thousands if they stand where such separators stand, else return ""."""
    marks = {char for char in grouped if not char.isdigit()}
    if not marks:
        return grouped
    shape = re.sub(r"\D", "S", grouped)
    if len(marks) == 1 and (_WESTERN.fullmatch(shape) or _INDIAN.fullmatch(shape)):
        return re.sub(r"\D", "", grouped)
    return ""


def _value(whole: str, decimals: str) -> tuple[Fraction, int]:
    value = Fraction(int(whole + decimals or "0"), 10 ** len(decimals))
    written = (whole + decimals).lstrip("0") if decimals else whole.lstrip("0").rstrip("0")
    return value, max(len(written), 1)
