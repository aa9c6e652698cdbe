"""Percent and percentage points are exchanged.

## What it does

Compares the shares of two linked sentences. Equal figures that are percent on one side and percentage points on the
other are reported as `percent-points`.

## Why it matters

A rise from 4 to 5 percent is one percentage point, and 25 percent. Readers and markets take the two for what they are.

## Example

| | |
|---|---|
| Source | Die Zustimmung stieg um **drei Prozentpunkte**. |
| English | Support rose by **three percent**. |
| Verdict | percent-points |

## When it stays silent

* The figures differ.
* One side only says "points", or leaves the unit out.
* The other side states both.

## Known limits

Whether a text that says percent on both sides means points cannot be seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples
from xlcheck.checks.numbers.differences import number_findings
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XN108", name="percent-points", severity=Severity.WARNING, scope="pair", its="numbers")

EXAMPLES = Examples(
    fires=(
        Example(
            source="Die Zustimmung stieg um drei Prozentpunkte.",
            english="Support rose by three percent.",
            language="de",
            cause="percent-points",
        ),
        Example(
            source="Die Quote sank um 2,5 Prozent.",
            english="The rate fell by 2.5 percentage points.",
            language="de",
            cause="percent-points",
        ),
        Example(
            source="失业率上升了0.3个百分点。",
            english="The unemployment rate rose by 0.3 percent.",
            language="zh",
            cause="percent-points",
        ),
        Example(
            source="Turnout was up 4 percentage points.",
            english="Turnout was up 4 percent.",
            cause="percent-points",
        ),
        Example(
            source="Le taux a augmenté de 1,2 point de pourcentage.",
            english="The rate rose by 1.2 percent.",
            language="fr",
            cause="percent-points",
        ),
    ),
    silent=(
        Example(
            source="Die Zustimmung stieg um drei Prozentpunkte.",
            english="Support rose by three percentage points.",
            language="de",
        ),
        Example(
            source="Die Quote sank um 2,5 Prozent.",
            english="The rate fell by 2.5 percent.",
            language="de",
        ),
        Example(
            source="失业率上升了0.3个百分点。",
            english="The unemployment rate rose by 0.3 percentage points.",
            language="zh",
        ),
        Example(
            source="Die Zustimmung stieg um drei Punkte auf 45 Prozent.",
            english="Support rose three points to 45 percent.",
            language="de",
        ),
        Example(
            source="Le taux a augmenté de 1,2 point.",
            english="The rate rose by 1.2 points.",
            language="fr",
        ),
    ),
)


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield percent that stands for percentage points, or the other way round."""
    yield from number_findings(INFO, pair, context)
