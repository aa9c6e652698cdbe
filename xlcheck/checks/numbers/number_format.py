"""English copy writes a number as another language does.

## What it does

Looks for English figures whose separators are not English ones and whose value stands on the other side: a decimal
comma or a point between thousands (`foreign-separator`), groups that are not of three (`broken-grouping`), thousands
set apart by spaces (`spaced-grouping`, too weak to be shown by default). All figures of an article with one cause are
one finding: whoever writes one decimal comma writes more of them.

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

from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples, fingerprint
from xlcheck.checks.numbers.differences import compare_numbers, number_finding
from xlcheck.compare.number_causes import CAUSES
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.checks.numbers.comparison.outcome import NumberDifference
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
    """Yield English figures in the style of another language, those of one cause together."""
    alike: dict[tuple[str, str], list[NumberDifference]] = {}
    for item in context.memo.once(compare_numbers, pair).differences:
        if item.check == INFO.name:
            alike.setdefault((item.cause, item.where.doc), []).append(item)
    for items in alike.values():
        yield _together(pair, items)


def _together(pair: ArticlePair, items: Sequence[NumberDifference]) -> Finding:
    """Return one finding for all figures of an article that have one cause: they are one habit, corrected at once."""
    found = [number_finding(INFO, pair, item) for item in items]
    surest = max(found, key=lambda finding: finding.confidence.value)
    if len(found) == 1:
        return surest
    where, related = (tuple(item.where for item in items), tuple(item.related for item in items))
    more = len(items) - 1
    figures = "1 more figure is" if more == 1 else f"{more} more figures are"
    return replace(
        surest,
        where=where,
        related=related,
        message=f"“{where[0].text}” here, “{related[0].text}” on the other side; {figures} written so: "
        f"{CAUSES[surest.cause].reason}.",
        evidence=(*found[0].evidence, ("figures", ", ".join(span.text for span in where))),
        fingerprint=fingerprint(INFO.id, where, related),
    )
