"""A number is a thousand, ten thousand or a million times too large or too small.

## What it does

Compares the numbers of two linked sentences, each read in its own language. Where one is exactly a thousand, a million
or a billion times the other, a scale word was lost or taken for its neighbour (`scale-confused`: Milliarde is billion,
Billion is trillion); a factor of ten thousand or a hundred million comes from counting in 万 and 億
(`myriad-confused`).

## Why it matters

Long and short scale use the same words for different numbers, and Chinese, Japanese and Korean count in ten thousands.
The figures look right, so nobody who skims the two texts side by side sees it.

## Example

| | |
|---|---|
| Source | Das Ministerium stellt **3,5 Milliarden** Euro bereit. |
| English | The ministry is providing **3.5 million** euros. |
| Verdict | scale-confused |

## When it stays silent

* The number occurs with the right magnitude elsewhere on the other side.
* The currencies differ: one amount has probably been converted.
* The factor is ten or a hundred: that is a figure too many or too few, and reported as `number-value`.
* A figure may be read both ways in its own language (1.500): that is `number-value` or `number-format`.

## Known limits

A magnitude that is wrong on both sides cannot be seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples
from xlcheck.checks.numbers.differences import number_findings
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XN105", name="magnitude", severity=Severity.ERROR, scope="pair", its="numbers")

EXAMPLES = Examples(
    fires=(
        Example(
            source="Das Ministerium stellt 3,5 Milliarden Euro bereit.",
            english="The ministry is providing 3.5 million euros.",
            language="de",
            cause="scale-confused",
        ),
        Example(
            source="Der Schaden liegt bei 2 Billionen Dollar.",
            english="The damage amounts to 2 billion dollars.",
            language="de",
            cause="scale-confused",
            note="long and short scale",
        ),
        Example(
            source="该项目总投资为3500万元。",
            english="Total investment in the project is 3,500 yuan.",
            language="zh",
            cause="myriad-confused",
        ),
        Example(
            source="В стране живут 4,6 млн человек.",
            english="The country has 4.6 billion inhabitants.",
            language="ru",
            cause="scale-confused",
        ),
        Example(
            source="The fund holds 12 billion euros.",
            english="The fund holds 12 million euros.",
            cause="scale-confused",
        ),
    ),
    silent=(
        Example(
            source="Das Ministerium stellt 3,5 Milliarden Euro bereit.",
            english="The ministry is providing 3.5 billion euros.",
            language="de",
        ),
        Example(
            source="Der Schaden liegt bei 2 Billionen Dollar.",
            english="The damage amounts to 2 trillion dollars.",
            language="de",
        ),
        Example(
            source="该项目总投资为3500万元。",
            english="Total investment in the project is 35 million yuan.",
            language="zh",
        ),
        Example(
            source="全国有1.2亿用户。",
            english="There are 120 million users nationwide.",
            language="zh",
        ),
        Example(
            source="В стране живут 4,6 млн человек.",
            english="The country has 4.6 million inhabitants.",
            language="ru",
        ),
        Example(
            source="Das Werk kostet 5 Millionen Euro, die Region zahlt 5.000 Euro.",
            english="The plant costs 5 million euros; the region pays 5,000 euros.",
            language="de",
        ),
    ),
)


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield numbers of linked sentences that differ by their magnitude."""
    yield from number_findings(INFO, pair, context)
