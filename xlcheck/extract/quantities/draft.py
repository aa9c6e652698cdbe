"""A quantity in the making, and the small arithmetic of its readings."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from xlcheck.model import Approximation, Quantity, QuantityKind, Reading, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


LOOK_BACK = 40
"""How much text before a number is read for hedges, labels and signs; the longest such phrase is shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A quantity in the making: `numeral_start` is where the bare number begins, `bare` whether nothing followed it."""

    start: int
    end: int
    numeral_start: int
    kind: QuantityKind
    readings: tuple[Reading, ...]
    unit: str = ""
    approximation: Approximation = Approximation.EXACT
    precision: int | None = None
    scale: Fraction = Fraction(1)
    bare: bool = False

    def quantity(self, span: Span) -> Quantity:
        """Return the finished fact; `span` is the sentence."""
        return Quantity(
            span=span.sub(self.start, self.end),
            kind=self.kind,
            readings=self.readings,
            unit=self.unit,
            approximation=self.approximation,
            precision=self.precision,
        )


def point(values: Sequence[Fraction]) -> tuple[Reading, ...]:
    """Return readings of single values."""
    return tuple(Reading(low=value, high=value) for value in values)


def times(reading: Reading, factor: Fraction) -> Reading:
    """Return a reading multiplied by a factor."""
    return Reading(low=reading.low * factor, high=reading.high * factor)


def kind_of(unit: str) -> QuantityKind:
    """Return what a unit measures."""
    if unit in ("%", "pp"):
        return QuantityKind.PERCENT
    return QuantityKind.MEASURE
