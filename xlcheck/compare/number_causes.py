"""What can have happened to a number, and which check reports it.

A difference has one cause, and a cause stands in one row of this table: so one difference is reported by one check.
Where several causes would describe a difference, the comparison names the most exact one; the order is that of the
rows (a unit or a currency that was exchanged, then the style, then the magnitude, then the digits, then the value).
"""

from __future__ import annotations

from dataclasses import dataclass

VALUE, FORMAT, MAGNITUDE = "number-value", "number-format", "magnitude"
UNIT, CURRENCY, POINTS = "unit-changed", "currency-changed", "percent-points"
STALE, MISSING, ADDED = "stale-count", "number-missing", "number-added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One thing that can happen to a number on its way into another language.

    Attributes:
        reason: a short clause for a reader.
        check: the name of the check that reports it.
        slip: whether it shows a slip of the pen; a value that merely differs may be newer or counted otherwise.
        same_figures: whether both sides write the same figures, which shows by itself that they belong together.
        mild: whether a careful editor may have done it on purpose: reported as a warning, between parallel texts only.
    """

    reason: str
    check: str
    slip: bool = True
    same_figures: bool = False
    mild: bool = False


CAUSES: dict[str, Cause] = {
    "unit-changed": Cause(reason="the same figure with another unit", check=UNIT, same_figures=True),
    "currency-changed": Cause(reason="the same amount of another currency", check=CURRENCY, same_figures=True),
    "percent-points": Cause(
        reason="percent here, percentage points there", check=POINTS, slip=False, same_figures=True
    ),
    "foreign-separator": Cause(
        reason="the value is right only if it is read in the other language's style", check=FORMAT, same_figures=True
    ),
    "broken-grouping": Cause(
        reason="the figures are right, but no language groups them so", check=FORMAT, same_figures=True
    ),
    "spaced-grouping": Cause(
        reason="thousands are set apart by spaces, which this language does otherwise",
        check=FORMAT,
        slip=False,
        same_figures=True,
    ),
    "separator-confused": Cause(
        reason="the same figures, with the separator of thousands read as a decimal point",
        check=VALUE,
        same_figures=True,
    ),
    "scale-confused": Cause(
        reason="the values differ by a factor of a thousand, a million or a billion", check=MAGNITUDE
    ),
    "myriad-confused": Cause(
        reason="the values differ by a factor of ten thousand or a hundred million, as in 万 and 億", check=MAGNITUDE
    ),
    "sign-flipped": Cause(reason="the sign is the opposite one", check=VALUE, slip=False, same_figures=True),
    "bound-changed": Cause(
        reason="at least here, at most there", check=VALUE, slip=False, same_figures=True, mild=True
    ),
    "range-collapsed": Cause(reason="a range here, only one end of it there", check=VALUE, slip=False, mild=True),
    "transposed-digits": Cause(reason="two neighbouring figures have changed places", check=VALUE),
    "digit-changed": Cause(reason="one figure is another one", check=VALUE),
    "digit-dropped": Cause(reason="a figure is missing", check=VALUE),
    "digit-added": Cause(reason="there is a figure too many", check=VALUE),
    "rounded-too-coarsely": Cause(reason="one is the other rounded too coarsely", check=VALUE, slip=False, mild=True),
    "value-changed": Cause(reason="the values differ", check=VALUE, slip=False),
    "bound-exceeded": Cause(
        reason="one gives a bound, the other a number far beyond it", check=VALUE, slip=False, mild=True
    ),
    "numbers-exchanged": Cause(reason="two numbers of the sentence have changed places", check=VALUE),
    "newer-count": Cause(reason="the newer article counts more", check=STALE, slip=False),
}
"""The causes by name, the most exact first."""

STRONG_CAUSES = frozenset(name for name, cause in CAUSES.items() if cause.slip)
"""Causes that show a slip of the pen."""
