"""Whether two amounts agree once the unit of one is converted into that of the other."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from xlcheck.compare.sameness import CONVERSION, TEMPERATURE_DEGREES, near
from xlcheck.lang.units import BARE_DEGREE, convert

if TYPE_CHECKING:
    from xlcheck.model import Quantity, Reading

TEMPERATURES = (BARE_DEGREE, "celsius", "fahrenheit")


def convertible_and_equal(source: Quantity, english: Quantity) -> bool:
    """Tell whether some readings agree once the unit of one is converted."""
    return any(
        close_after_conversion(left, source.unit, right, english.unit)
        for left in source.readings
        for right in english.readings
    )


def close_after_conversion(left: Reading, first: str, right: Reading, second: str) -> bool:
    """Tell whether `left` in unit `first` is `right` in unit `second`, as newspapers convert."""
    targets: tuple[tuple[str, str], ...] = ((first, second),)
    if BARE_DEGREE in (first, second):
        other = second if first == BARE_DEGREE else first
        targets = tuple(
            (unit if first == BARE_DEGREE else first, unit if second == BARE_DEGREE else second)
            for unit in ("celsius", "fahrenheit")
            if other in TEMPERATURES
        )
    for one, two in targets:
        low, high = convert(left.low, one, two), convert(left.high, one, two)
        if low is None or high is None or one == two:
            continue
        slack = TEMPERATURE_DEGREES if two in TEMPERATURES else Fraction(0)
        if near(low, right.low, CONVERSION, slack) and near(high, right.high, CONVERSION, slack):
            return True
        if two in TEMPERATURES and _is_same_change(left, one, right, two):
            return True
    return False


def _is_same_change(left: Reading, first: str, right: Reading, second: str) -> bool:
    """Tell whether two temperatures are one rise or fall: 1.5 degrees Celsius more are 2.7 Fahrenheit more."""
    zero = convert(Fraction(0), first, second)
    low, high = convert(left.low, first, second), convert(left.high, first, second)
    if zero is None or low is None or high is None:
        return False
    return near(low - zero, right.low, CONVERSION) and near(high - zero, right.high, CONVERSION)
