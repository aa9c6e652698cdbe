"""An amount of money is the same in both language versions, but its currency is not.

## What it does

Compares the prices of two linked sentences. Equal figures in two currencies are reported as `currency-changed`.

## Why it matters

A sign that is replaced and an amount that is not changes what something costs: 20 million euros are not 20 million
dollars, and still less yuan.

## Example

| | |
|---|---|
| Source | Der Umzug kostet **20 Millionen Euro**. |
| English | The move will cost **20 million dollars**. |
| Verdict | currency-changed |

## When it stays silent

* The amounts differ too: one of them has probably been converted.
* A plain dollar sign may be any dollar; a plain pound, crown or peso any of theirs.
* One side leaves the currency out.
* The other side gives both amounts.

## Known limits

Currencies are known by the names and signs that the language's data have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples
from xlcheck.checks.numbers.differences import number_findings
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XN107", name="currency-changed", severity=Severity.ERROR, scope="pair", its="numbers")

EXAMPLES = Examples(
    fires=(
        Example(
            source="Der Umzug kostet 20 Millionen Euro.",
            english="The move will cost 20 million dollars.",
            language="de",
            cause="currency-changed",
        ),
        Example(
            source="Die Strafe beträgt 4.500 Euro.",
            english="The fine is £4,500.",
            language="de",
            cause="currency-changed",
        ),
        Example(
            source="公司投资了300亿元。",
            english="The company invested $30 billion.",
            language="zh",
            cause="currency-changed",
        ),
        Example(
            source="The ticket costs €49 a month.",
            english="The ticket costs $49 a month.",
            cause="currency-changed",
        ),
        Example(
            source="Ремонт обойдётся в 150 миллионов рублей.",
            english="The repairs will cost 150 million euros.",
            language="ru",
            cause="currency-changed",
        ),
    ),
    silent=(
        Example(
            source="Das Werk kostet 200 Millionen Euro.",
            english="The plant will cost $215 million.",
            language="de",
            note="converted money",
        ),
        Example(
            source="Die Strafe beträgt 4.500 Euro.",
            english="The fine is €4,500.",
            language="de",
        ),
        Example(
            source="公司投资了300亿元。",
            english="The company invested 30 billion yuan.",
            language="zh",
        ),
        Example(
            source="Das Haus kostet 900.000 australische Dollar.",
            english="The house costs $900,000.",
            language="de",
            note="any dollar",
        ),
        Example(
            source="Ремонт обойдётся в 150 миллионов рублей.",
            english="The repairs will cost 150 million.",
            language="ru",
        ),
    ),
)


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield equal amounts of different currencies."""
    yield from number_findings(INFO, pair, context)
