"""Whether two quantities state the same amount, and if not, what happened to the number.

The policy, in the order in which it is applied:

1. *Readings.* Two quantities agree if any reading of one agrees with any reading of the other; only readings that are
   not the first cost certainty.
2. *Units.* A unit that one side leaves out is no difference. Units of one dimension are converted (5 km and 3 miles
   agree), two thirds and 67 percent agree, "$" may be any dollar. Different currencies with different values are
   *unknown*: one text may have converted the money.
3. *Rounding.* The rounder number must be the other one rounded to the figures that are written, and the two may not lie
   farther apart than the table in `sameness` allows. A plain number below 100 is never round by itself: 25 and 30
   people differ.
4. *Bounds.* "More than 40" agrees with 44, and with nothing below 40; 70 is farther above it than a translation would
   say, but not than another report may know (`bound-exceeded`); from there on it is another value.
5. *Causes.* What is left differs; the cause is read off the written figures (`number_slips`) and is one of the table in
   `number_causes`, which says what it means and which check reports it.

A difference is only claimed between amounts of one sort; a count against a price is unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from xlcheck.compare.conversion import TEMPERATURES, close_after_conversion, convertible_and_equal
from xlcheck.compare.number_causes import CAUSES
from xlcheck.compare.number_slips import decimal_step, slip_between, step_of
from xlcheck.compare.sameness import (
    APPROXIMATION,
    LARGEST_TENS,
    OPEN_BOUND,
    ROUNDING,
    SHARE_POINTS,
    SMALLEST_ROUND_STEP,
    TEN,
    near,
)
from xlcheck.lang.currencies import may_be_same_currency
from xlcheck.lang.units import BARE_DEGREE, UNITS
from xlcheck.model import Agreement, Approximation, Quantity, QuantityKind, Reading, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

_AMBIGUOUS_SEPARATOR = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,]\d)")

_SAME = Agreement(status=Status.SAME)
_EXTENTS = {"length", "area", "volume"}
"""Metres, square metres and cubic metres are one word apart."""
_OPPOSITE_BOUNDS = {Approximation.AT_LEAST, Approximation.AT_MOST}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMatch:
    """A pair of aligned quantities, or one that is left over (the other side is None)."""

    source: Quantity | None
    english: Quantity | None
    agreement: Agreement


def match_quantities(source: Sequence[Quantity], english: Sequence[Quantity]) -> tuple[QuantityMatch, ...]:
    """Align the quantities of two linked groups of sentences: agreements first, then leftovers of one sort.

    Each quantity stands in exactly one match; matches are in order of the source, then leftovers of the English side.
    """
    pairs = [
        (first, second, compare_quantities(left, right))
        for first, left in enumerate(source)
        for second, right in enumerate(english)
    ]
    chosen: dict[int, tuple[int, Agreement]] = {}
    for wanted in (Status.SAME, Status.DIFFERS):
        taken = {second for second, _ in chosen.values()}
        candidates = [item for item in pairs if item[2].status is wanted]
        candidates.sort(key=lambda item: _preference(source, english, *item))
        for first, second, agreement in candidates:
            if first not in chosen and second not in taken:
                chosen[first] = (second, agreement)
                taken.add(second)
    matches = []
    for first, left in enumerate(source):
        partner, agreement = chosen.get(first, (-1, Agreement(status=Status.UNKNOWN)))
        right = english[partner] if partner >= 0 else None
        matches.append(QuantityMatch(source=left, english=right, agreement=agreement))
    taken = {second for second, _ in chosen.values()}
    for second, right in enumerate(english):
        if second not in taken:
            matches.append(QuantityMatch(source=None, english=right, agreement=Agreement(status=Status.UNKNOWN)))
    return tuple(matches)


def _preference(
    source: Sequence[Quantity], english: Sequence[Quantity], first: int, second: int, agreement: Agreement
) -> tuple[bool, float, int, float, int, int]:
    """Sort key: equal figures first, then the surest, then equal kinds, then the nearest relative position.

    6,387 km (3,980 miles) given as 6,387 miles (3,980 km) is two exchanged units, not two changed values.
    """
    left, right = source[first], english[second]
    mismatch = (left.kind is not right.kind) + (left.unit != right.unit)
    distance = abs((first + 1) / (len(source) + 1) - (second + 1) / (len(english) + 1))
    other_figures = bool(agreement.cause) and not CAUSES[agreement.cause].same_figures
    return (other_figures, -agreement.certainty, mismatch, round(distance, 6), first, second)


def compare_quantities(source: Quantity, english: Quantity) -> Agreement:
    """Compare two quantities that are about the same thing; see the module's policy."""
    source, english = _counted(source, english), _counted(english, source)
    for first, left in enumerate(source.readings):
        for second, right in enumerate(english.readings):
            if _agree(source, left, english, right):
                return _agreed(source, english, first, second)
    return _difference(source, english)


def _counted(quantity: Quantity, other: Quantity) -> Quantity:
    """Take centuries for the number of a century where the other side has an ordinal: 18世紀, the 18th century."""
    if quantity.unit == "century" and other.kind is QuantityKind.ORDINAL:
        return replace(quantity, kind=QuantityKind.ORDINAL, unit="")
    return quantity


def _agreed(source: Quantity, english: Quantity, first: int, second: int) -> Agreement:
    """Judge an agreement of values: it may still hide another unit, or rest on an unlikely reading."""
    change = _unit_change(source, english)
    if change is not None:
        return change
    if {source.approximation, english.approximation} == _OPPOSITE_BOUNDS:
        return _differs("bound-changed", 0.7)
    if _collapsed(source.readings[first], english.readings[second]):
        return _differs("range-collapsed", 0.6)
    if not first and not second:
        sure = source.kind is english.kind and source.unit == english.unit
        return _SAME if sure else Agreement(status=Status.SAME, certainty=0.9)
    if cause := _separator_cause(source, english, first, second):
        return _differs(cause, 0.75)
    return Agreement(status=Status.SAME, certainty=0.7)


def _unit_change(source: Quantity, english: Quantity) -> Agreement | None:
    """Return the difference of two equal figures with contradicting units, None where units agree or one is open."""
    first, second = source.unit, english.unit
    if not first or not second or first == second or convertible_and_equal(source, english):
        return None
    if source.kind is QuantityKind.MONEY and english.kind is QuantityKind.MONEY:
        if may_be_same_currency(first, second):
            return None
        return _differs("currency-changed", 0.85)
    if {first, second} == {"%", "pp"}:
        return _differs("percent-points", 0.6)
    if source.kind is english.kind and UNITS.get(first) and UNITS.get(second):
        if UNITS[first].dimension == UNITS[second].dimension:
            return _differs("unit-changed", 0.85)
        if {UNITS[first].dimension, UNITS[second].dimension} <= _EXTENTS or _lost_hour(first, second):
            return _differs("unit-changed", 0.75)
        return Agreement(status=Status.UNKNOWN)
    return None


def _lost_hour(first: str, second: str) -> bool:
    """Tell whether one unit is the other an hour: 120 km/h given as 120 km."""
    return f"{first}_per_hour" == second or f"{second}_per_hour" == first


def _differs(cause: str, certainty: float) -> Agreement:
    reason = CAUSES[cause].reason
    return Agreement(status=Status.DIFFERS, cause=cause, reasons=(reason,), certainty=round(certainty, 2))


def _separator_cause(source: Quantity, english: Quantity, first: int, second: int) -> str:
    """Tell 1.500 against 1.5, and 1.500 for 1500: one side has a second reading that matches, the other side has one.

    Where the second reading is the larger one, that side writes thousands as another language does; where it is the
    smaller one, its first reading is the value that the other side should have had.
    """
    if first and second:
        return ""
    ambiguous, plain = (source, english) if first else (english, source)
    own, meant = ambiguous.readings[0].low, ambiguous.readings[first or second].low
    if not _AMBIGUOUS_SEPARATOR.search(ambiguous.span.text) or ambiguous.kind is QuantityKind.LABEL:
        return ""
    letter_scaled = len(ambiguous.readings) > 2  # "6,900K": the factor of a thousand is the letter's
    if letter_scaled or len(plain.readings) > 1 or not own or not meant:
        return ""
    return {Fraction(1000): "separator-confused", Fraction(1, 1000): "foreign-separator"}.get(own / meant, "")


def _collapsed(left: Reading, right: Reading) -> bool:
    """Tell whether one side gives a range and the other only one end of it."""
    if (left.low == left.high) == (right.low == right.high):
        return False
    point, whole = (left, right) if left.low == left.high else (right, left)
    return point.low in (whole.low, whole.high) and not near(whole.low, whole.high, APPROXIMATION)


def _agree(source: Quantity, left: Reading, english: Quantity, right: Reading) -> bool:
    """Tell whether two readings state one amount, units set aside or converted."""
    if left == right:
        return True
    if source.kind is QuantityKind.LABEL or english.kind is QuantityKind.LABEL:
        return _inside(left, right) or _inside(right, left)
    if _percent_of_one(source, left, english, right) or _percent_of_one(english, right, source, left):
        return True
    if source.unit and english.unit and source.unit != english.unit:
        return close_after_conversion(left, source.unit, right, english.unit)
    if left.low == left.high and right.low == right.high:
        return _round_agree(source, left.low, english, right.low) or _bounds_agree(source, left.low, english, right.low)
    if (left.low == left.high) != (right.low == right.high):
        return _inside(left, right) or _inside(right, left)
    return _round_agree(source, left.low, english, right.low) and _round_agree(source, left.high, english, right.high)


def _inside(point: Reading, whole: Reading) -> bool:
    return point.low == point.high and whole.low < whole.high and whole.low <= point.low <= whole.high


def _percent_of_one(part: Quantity, left: Reading, percent: Quantity, right: Reading) -> bool:
    """Tell whether a fraction below one and a percentage are the same share (two thirds, 67 percent)."""
    if percent.unit != "%" or part.unit or not 0 < left.low < 1 or left.low != left.high:
        return False
    return abs(left.low * 100 - right.low) <= SHARE_POINTS and right.low == right.high


def _round_agree(source: Quantity, left: Fraction, english: Quantity, right: Fraction) -> bool:
    if left == right:
        return True
    if left == 0 or right == 0 or (left < 0) != (right < 0):
        return False
    blurred = Approximation.ABOUT in (source.approximation, english.approximation)
    if not near(left, right, APPROXIMATION if blurred else ROUNDING):
        return False
    return _is_rounding(source, left, right, blurred) or _is_rounding(english, right, left, blurred)


def _is_rounding(quantity: Quantity, rounded: Fraction, exact: Fraction, blurred: bool) -> bool:
    """Tell whether `exact`, rounded to the figures that `rounded` was written with, gives `rounded`."""
    step = step_of(rounded)
    if rounded.denominator == 1 and step < SMALLEST_ROUND_STEP and not (blurred and step >= 10):
        # 25 and 30 are counts; 44 and "about 45" may be one; a tenth of a million has a larger step.
        return False
    if quantity.precision is not None and rounded.denominator != 1:
        step = decimal_step(rounded)
    return abs(exact - rounded) <= step / (1 if blurred else 2) and step_of(exact) < step


def _bounds_agree(source: Quantity, left: Fraction, english: Quantity, right: Fraction) -> bool:
    return _bound_covers(source, left, english, right) or _bound_covers(english, right, source, left)


def _bound_covers(bound: Quantity, limit: Fraction, other: Quantity, value: Fraction) -> bool:
    """Tell whether "more than 40" or "up to 50" is a fair way to say the other number."""
    if other.approximation not in (Approximation.EXACT, Approximation.ABOUT) or limit <= 0 or value <= 0:
        return False
    if bound.approximation is Approximation.AT_LEAST:
        if limit < LARGEST_TENS and limit % TEN == 0 and limit <= value < limit + TEN:
            return True  # 十多: eleven to nineteen, a dozen
        return limit <= value <= limit * (1 + APPROXIMATION) and step_of(limit) > step_of(value)
    if bound.approximation is Approximation.AT_MOST:
        return limit * (1 - APPROXIMATION) <= value <= limit and step_of(limit) > step_of(value)
    return False


def _difference(source: Quantity, english: Quantity) -> Agreement:
    """Name the difference of two amounts that no reading reconciles, or say that nothing can be said."""
    if not _one_sort(source, english):
        return Agreement(status=Status.UNKNOWN)
    left, right = source.readings[0], english.readings[0]
    if (left.low == left.high) != (right.low == right.high):
        return Agreement(status=Status.UNKNOWN)
    if _only_bounded(source, english):
        return _differs("bound-exceeded", 0.65)
    if left.low == -right.low and left.high == -right.high:
        return _sign(source, english)
    if left.low != left.high and left.low == right.low:
        left, right = Reading(low=left.high, high=left.high), Reading(low=right.high, high=right.high)
    cause, certainty = slip_between(left.low, right.low)
    if source.kind is not english.kind:
        if not CAUSES[cause].slip:  # an anniversary's number and a count of something else
            return Agreement(status=Status.UNKNOWN)
        certainty -= 0.2
    elif near(left.low, right.low, APPROXIMATION) and cause == "value-changed":
        certainty -= 0.15
    return _differs(cause, certainty)


def _one_sort(source: Quantity, english: Quantity) -> bool:
    """Tell whether two quantities can plainly stand for each other; a share of a whole and a whole number cannot."""
    if _is_share(source) != _is_share(english):
        return False
    kinds = {source.kind, english.kind}
    if len(kinds) == 1:
        if source.kind is QuantityKind.MONEY:
            return may_be_same_currency(source.unit, english.unit)
        return _one_unit(source.unit, english.unit) or (
            source.kind is not QuantityKind.MEASURE
            and "pp"
            not in (
                source.unit,
                english.unit,
            )
        )
    return kinds == {QuantityKind.COUNT, QuantityKind.ORDINAL}


def _is_share(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.COUNT and quantity.precision is None and 0 < quantity.readings[0].low < 1


def _one_unit(first: str, second: str) -> bool:
    """Tell whether two units are one, or degrees of which one side does not say what they measure."""
    return first == second or (BARE_DEGREE in (first, second) and {first, second} <= set(TEMPERATURES))


def _only_bounded(source: Quantity, english: Quantity) -> bool:
    """Tell whether the values lie on the side that a bound leaves open ("more than 40" against 70)."""
    for one, two in ((source, english), (english, source)):
        low, high = one.readings[0].low, two.readings[0].low
        if one.approximation is Approximation.AT_LEAST and two.approximation is not Approximation.AT_LEAST:
            return low <= high <= low * OPEN_BOUND
        if one.approximation is Approximation.AT_MOST and two.approximation is not Approximation.AT_MOST:
            return high <= low <= high * OPEN_BOUND
    return False


def _sign(source: Quantity, english: Quantity) -> Agreement:
    """Judge 5 against −5: a fall of 5 percent is often written without a sign, a temperature never is."""
    if source.unit in TEMPERATURES and english.unit in TEMPERATURES:
        return _differs("sign-flipped", 0.75)
    return Agreement(status=Status.SAME, certainty=0.6)
