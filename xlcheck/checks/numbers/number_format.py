"""English copy writes a number as another language does.

## What it does

Looks for English figures whose separators are not English ones and whose value stands on the other side: a decimal
comma or a point between thousands (`foreign-separator`), groups that are not of three (`broken-grouping`), thousands
set apart by spaces (`spaced-grouping`, too weak to be shown by default).

## Why it matters

1.500 is one and a half for an English reader. Where the value is right only in the style of the source, the figure was
carried over unread.

## Example

| | |
|---|---|
| Source | In dem Lager leben **1.500** Menschen. |
| English | The camp is home to **1.500** people. |
| Verdict | foreign-separator |

## When it stays silent

* The figure is right as it is read in English (1.500 for 1,5).
* The other side has no such number.
* Figures in groups as in India (12,34,567).

## Known limits

Only English texts are looked at: a German or Swiss newspaper may well write figures in more than one style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples
from xlcheck.checks.numbers.differences import number_findings
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XN104", name="number-format", severity=Severity.WARNING, scope="pair", its="locale-violation")

EXAMPLES = Examples(
    fires=(
        Example(
            source="In dem Lager leben 1.500 Menschen.",
            english="The camp is home to 1.500 people.",
            language="de",
            cause="foreign-separator",
        ),
        Example(
            source="Die Strecke ist 4,6 Kilometer lang.",
            english="The route is 4,6 kilometers long.",
            language="de",
            cause="foreign-separator",
        ),
        Example(
            source="现场查扣成品油4700吨。",
            english="4.700 tons of refined oil were seized.",
            language="zh",
            cause="foreign-separator",
        ),
        Example(
            source="Пострадали 3 000 человек.",
            english="30,00 people were affected.",
            language="ru",
            cause="broken-grouping",
        ),
        Example(
            source="Le musée a accueilli 1.250.000 visiteurs.",
            english="The museum welcomed 1.250.000 visitors.",
            language="fr",
            cause="foreign-separator",
        ),
        Example(
            source="The fund has 480,000 members.",
            english="The fund has 48,00,00 members.",
            cause="broken-grouping",
        ),
    ),
    silent=(
        Example(
            source="In dem Lager leben 1.500 Menschen.",
            english="The camp is home to 1,500 people.",
            language="de",
        ),
        Example(
            source="Die Strecke ist 4,6 Kilometer lang.",
            english="The route is 4.6 kilometers long.",
            language="de",
        ),
        Example(
            source="Das Bauteil wiegt 1,500 Gramm.",
            english="The part weighs 1.500 grams.",
            language="de",
            note="three decimals",
        ),
        Example(
            source="选民共有1234567人。",
            english="There are 12,34,567 voters.",
            language="zh",
            note="grouped as in India",
        ),
        Example(
            source="Пострадали 30 000 человек.",
            english="30,000 people were affected.",
            language="ru",
        ),
    ),
)


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield English figures in the style of another language."""
    yield from number_findings(INFO, pair, context)
