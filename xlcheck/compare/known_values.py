"""All values that a stretch of text mentions in any role, to tell a changed number from one that was merely moved.

Before a number is called wrong, it must not turn up elsewhere on the other side as part of a date, a label, a range or
another reading.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlcheck.model import DateFact, Quantity


def known_values(quantities: Iterable[Quantity], dates: Iterable[DateFact]) -> frozenset[Fraction]:
    """Return every value that stands in these facts, whatever its role."""
    values = {
        abs(value) for quantity in quantities for reading in quantity.readings for value in (reading.low, reading.high)
    }
    for date in dates:
        values |= {Fraction(part) for part in (date.year, date.day, date.hour, date.minute) if part is not None}
        if date.year is not None and (str(date.year) not in date.span.text or _is_decade(date)):
            values.add(Fraction(date.year % 100))  # "the 1960s and 1970s" beside "les années 60 et 70"
        if date.month is not None and re.search(rf"(?<!\d)0?{date.month}(?!\d)", date.span.text):
            values.add(Fraction(date.month))  # a month by name states no number
        if date.hour is not None:
            values |= {Fraction(date.hour % 12), Fraction(date.hour % 12 + 12)}
    return frozenset(values)


def _is_decade(date: DateFact) -> bool:
    """Tell whether a date is a decade with its century: a round year with something more to it (1970s, 1970er)."""
    year = date.year or 0
    return year % 10 == 0 and date.month is None and date.span.text != str(year)


def quantity_is_known(quantity: Quantity, values: frozenset[Fraction]) -> bool:
    """Tell whether some reading of a quantity is made only of values that are known.

    A second reading counts only where it has decimals: nobody writes 8 as "8.000", but 1.5 may stand as "1.500".
    """
    first, *others = quantity.readings
    readings = [first, *(reading for reading in others if reading.low.denominator > 1)]
    return any(abs(reading.low) in values and abs(reading.high) in values for reading in readings)
