"""A count is higher in the newer of two articles: the older one is out of date rather than wrong.

## What it does

Looks at two articles of different days that are not translations of each other. Where the linked sentences of both give
a count of the same sort and the newer article's is the higher one, by a factor of three at most, it notes that the
older number has probably been overtaken (`newer-count`).

## Why it matters

A toll rises for days. Two reports that give two numbers for two days do not contradict each other, but whoever uses the
older one today is wrong.

## Example

| | |
|---|---|
| Source, 3 May | Bei dem Erdbeben kamen mindestens **120** Menschen ums Leben. |
| English, 5 May | The earthquake killed **190** people. |
| Verdict | newer-count |

## When it stays silent

* Both articles are of the same day, or the day of one is not known.
* The newer article gives the lower number: that is `number-value`, with less confidence.
* The texts are translations of each other: a translation of the next day still renders the old number.
* The amounts are money, percent or measures, or the figures show a slip (two figures that have changed places).
* The number stands elsewhere on the other side.

## Known limits

A count that was corrected upwards looks like one that rose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples
from xlcheck.checks.numbers.differences import number_findings
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XD103", name="stale-count", severity=Severity.NOTE, scope="pair", its="numbers")

EXAMPLES = Examples(
    fires=(
        Example(
            source="Bei dem Erdbeben kamen mindestens 120 Menschen ums Leben.",
            english="The earthquake killed at least 190 people.",
            language="de",
            days=("2023-05-03", "2023-05-05"),
            cause="newer-count",
        ),
        Example(
            source="地震已造成138人受伤。",
            english="The earthquake has injured 104 people.",
            language="zh",
            days=("2023-05-05", "2023-05-03"),
            cause="newer-count",
            note="the source is newer",
        ),
        Example(
            source="В результате наводнения погибли 25 человек.",
            english="The floods have killed 41 people.",
            language="ru",
            days=("2023-05-03", "2023-05-05"),
            cause="newer-count",
        ),
        Example(
            source="The fire has destroyed 210 homes.",
            english="The fire has destroyed 340 homes.",
            days=("2023-05-03", "2023-05-05"),
            cause="newer-count",
        ),
    ),
    silent=(
        Example(
            source="Bei dem Erdbeben kamen mindestens 120 Menschen ums Leben.",
            english="The earthquake killed at least 190 people.",
            language="de",
            days=("2023-05-03", "2023-05-03"),
            note="one day",
        ),
        Example(
            source="Bei dem Erdbeben kamen 190 Menschen ums Leben.",
            english="The earthquake killed 120 people.",
            language="de",
            days=("2023-05-03", "2023-05-05"),
            note="it fell",
        ),
        Example(
            source="地震已造成138人受伤。",
            english="The earthquake has injured 138 people.",
            language="zh",
            days=("2023-05-03", "2023-05-05"),
        ),
        Example(
            source="В результате наводнения погибли 25 человек.",
            english="The floods have killed 410 people.",
            language="ru",
            days=("2023-05-03", "2023-05-05"),
            note="not the same count",
        ),
        Example(
            source="Das Werk kostet 120 Millionen Euro.",
            english="The plant costs 150 million euros.",
            language="de",
            days=("2023-05-03", "2023-05-05"),
            note="money",
        ),
    ),
)


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield counts that have grown since the older article."""
    yield from number_findings(INFO, pair, context)
