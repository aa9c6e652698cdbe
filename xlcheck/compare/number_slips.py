"""What turned one number into another: the slip of the pen that the written figures show."""

from __future__ import annotations

from fractions import Fraction

from xlcheck.compare.sameness import SMALLEST_ROUND_STEP


def slip_between(left: Fraction, right: Fraction) -> tuple[str, float]:
    """Name what turned the first value into the second, with the certainty that it is a slip at all."""
    if left and right:
        ratio = max(abs(left), abs(right)) / min(abs(left), abs(right))
        if ratio in (10**3, 10**6, 10**9, 10**12):
            return "scale-confused", 0.95
        if ratio in (10**4, 10**8):
            return "myriad-confused", 0.95
    one, two = _figures(left), _figures(right)
    if len(one) == len(two) > 1:
        changed = [index for index, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
        if len(changed) == 2 and changed[1] == changed[0] + 1 and _swapped(one, two, changed[0]):
            return "transposed-digits", 0.95
        if len(changed) == 1 and not (_is_coarse(left, right) or _is_coarse(right, left)):
            return "digit-changed", 0.9
    if len(one) == len(two) + 1 and len(one) > 2 and _is_one_shorter(one, two):
        return "digit-dropped", 0.9
    if len(two) == len(one) + 1 and len(two) > 2 and _is_one_shorter(two, one):
        return "digit-added", 0.9
    if _is_coarse(left, right) or _is_coarse(right, left):
        return "rounded-too-coarsely", 0.7
    return "value-changed", 0.85


def _is_coarse(rounded: Fraction, exact: Fraction) -> bool:
    """Tell whether a number lost figures: 2.6 million given as 2 or 3 million, 147,300 as 100,000."""
    step = step_of(rounded)
    return step >= SMALLEST_ROUND_STEP and step_of(exact) < step and 0 < abs(exact - rounded) < step


def _swapped(one: str, two: str, index: int) -> bool:
    return one[index] == two[index + 1] and one[index + 1] == two[index]


def _is_one_shorter(longer: str, shorter: str) -> bool:
    return any(longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer)))


def _figures(value: Fraction) -> str:
    """Return the figures of a value without sign and decimal point, as far as they are finite."""
    step = step_of(value)
    return str(abs(value / step).numerator) if step < 1 else str(abs(value.numerator))


def step_of(value: Fraction) -> Fraction:
    """Return the place value of the last figure that is not nought: 100 for 2,300, 1/100 for 1.25."""
    if value.denominator != 1:
        return decimal_step(value)
    number, step = abs(value.numerator), 1
    while number and number % 10 == 0:
        number //= 10
        step *= 10
    return Fraction(step)


def decimal_step(value: Fraction) -> Fraction:
    """Return the place value of the last decimal of a value that is not whole, 1e-9 where it has no last one."""
    for places in range(1, 10):
        if (value * 10**places).denominator == 1:
            return Fraction(1, 10**places)
    return Fraction(1, 10**9)
