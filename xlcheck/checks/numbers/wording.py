"""How a finding names the amounts and dates that were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from xlcheck.model import Quantity


def describe(quantity: Quantity) -> str:
    """Return the amount that was read, in plain figures with its unit."""
    low, high = quantity.readings[0].low, quantity.readings[0].high
    amount = _plain(low) if low == high else f"{_plain(low)} to {_plain(high)}"
    return f"{amount} {quantity.unit}".strip()


def _plain(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.6g}"
