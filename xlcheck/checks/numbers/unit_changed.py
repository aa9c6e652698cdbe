"""A figure is the same in both language versions, but its unit is not.

## What it does

Compares the measures of two linked sentences. Equal figures with two units of one kind (kilometres and miles, Celsius
and Fahrenheit, litres and hectolitres), or with a length for a surface or a volume, are reported as `unit-changed`.

## Why it matters

A unit that is translated while its number is not makes a statement wrong by its factor: 50 miles are 80 kilometres.

## Example

| | |
|---|---|
| Source | Die Insel liegt **50 Kilometer** vor der Küste. |
| English | The island lies **50 miles** off the coast. |
| Verdict | unit-changed |

## When it stays silent

* The number was converted with the unit, to one figure or two.
* One side leaves the unit out, or names degrees without saying which.
* Both units stand on both sides.
* The unit is one that the data do not know.

## Known limits

Days and nights, people and families and other things that are counted are no units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples
from xlcheck.checks.numbers.differences import number_findings
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XN106", name="unit-changed", severity=Severity.ERROR, scope="pair", its="numbers")

EXAMPLES = Examples(
    fires=(
        Example(
            source="Die Insel liegt 50 Kilometer vor der Küste.",
            english="The island lies 50 miles off the coast.",
            language="de",
            cause="unit-changed",
        ),
        Example(
            source="In der Stadt wurden 38 Grad Celsius gemessen.",
            english="Temperatures in the city reached 38 degrees Fahrenheit.",
            language="de",
            cause="unit-changed",
        ),
        Example(
            source="隧道全长12公里。",
            english="The tunnel is 12 miles long.",
            language="zh",
            cause="unit-changed",
        ),
        Example(
            source="The farm has 300 hectares.",
            english="The farm has 300 acres.",
            cause="unit-changed",
        ),
        Example(
            source="Длина моста составляет 19 километров.",
            english="The bridge is 19 miles long.",
            language="ru",
            cause="unit-changed",
        ),
    ),
    silent=(
        Example(
            source="Die Insel liegt 50 Kilometer vor der Küste.",
            english="The island lies 31 miles off the coast.",
            language="de",
            note="converted",
        ),
        Example(
            source="Die Insel liegt 50 Kilometer vor der Küste.",
            english="The island lies 50 kilometers (31 miles) off the coast.",
            language="de",
        ),
        Example(
            source="隧道全长12公里。",
            english="The tunnel is 12 kilometers long.",
            language="zh",
        ),
        Example(
            source="In der Stadt wurden 38 Grad gemessen.",
            english="Temperatures in the city reached 100 degrees Fahrenheit.",
            language="de",
        ),
        Example(
            source="Длина моста составляет 19 километров.",
            english="The bridge is 12 miles long.",
            language="ru",
        ),
    ),
)


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield equal figures with different units."""
    yield from number_findings(INFO, pair, context)
