"""Which differences between two numbers are none: the policy as a table, with the reason for each allowance.

Distances are relative to the larger of the two values and exact. A pair that no allowance covers differs, or is
unknown where the two need not be about one thing at all.

| allowance | distance | why |
|---|---|---|
| rounding | 6 % | 1.5 million for 1.42 is honest; the rounder number must be the other, rounded to its own figures |
| approximation | 15 % | "nearly three million" for 2.6 million is fair where a word says that it is not exact |
| conversion | 8 % | newspapers round a converted unit to one figure or two (5 km, 3 miles: 3.5 %) |
| share | 2 points | two thirds and 67 percent |
| temperature | 1.5 degrees | converted temperatures are rounded to whole degrees on both sides |
| open bound | factor 2 | "more than 40" may stand for 44 and for 70; far above it nothing can be said |
"""

from __future__ import annotations

from fractions import Fraction

ROUNDING = Fraction(6, 100)
APPROXIMATION = Fraction(15, 100)
CONVERSION = Fraction(8, 100)
SHARE_POINTS = Fraction(2)
TEMPERATURE_DEGREES = Fraction(3, 2)
OPEN_BOUND = 2
SMALLEST_ROUND_STEP = 100
"""A plain whole number is round by itself only from here on: 25 and 30 people differ, 1,400 and 1,421 may not."""


def near(one: Fraction, two: Fraction, allowance: Fraction, slack: Fraction = Fraction(0)) -> bool:
    """Tell whether two values lie no farther apart than an allowance, or `slack` where that is more."""
    return abs(one - two) <= max(allowance * max(abs(one), abs(two)), slack)


TEN, LARGEST_TENS = 10, 100
"""More than a number of full tens below a hundred means one up to the next ten."""
