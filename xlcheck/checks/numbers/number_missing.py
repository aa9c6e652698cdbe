"""A number of the source is not in its translation.

## What it does

In parallel texts only, where one renders the other sentence by sentence: reports a figure of the source whose linked
English sentence states no such number and has none left over that could stand for it.

## Why it matters

A translation that drops the figure turns a fact into a mood.

## Example

| | |
|---|---|
| Source | Bei dem Unfall wurden **47** Menschen verletzt. |
| English | People were injured in the accident. |
| Verdict | number-missing |

## When it stays silent

* The articles are comparable and not translations of each other: leaving a fact out is an editor's right.
* The sentences are not surely linked, or the other one has a number of its own that is left over.
* The number stands in a neighbouring sentence of the other side, or as part of a date, a label or a range.
* It is spelt out, an ordinal, a label, or not above twelve: "both", "a couple" and "half" state such numbers too.

## Known limits

A figure that the English gives in other words (a dozen of this, the last day for "24 hours") can be taken for missing
where the words are not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples
from xlcheck.checks.numbers.differences import lone_number_findings
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XN102", name="number-missing", severity=Severity.WARNING, scope="pair", its="omission")

EXAMPLES = Examples(
    fires=(
        Example(
            source="Bei dem Unfall wurden 47 Menschen verletzt.",
            english="People were injured in the accident.",
            language="de",
            cause="number-missing",
        ),
        Example(
            source="该厂去年生产了3600辆汽车。",
            english="The plant produced cars last year.",
            language="zh",
        ),
        Example(
            source="По данным полиции, задержаны 560 человек.",
            english="Police say many people were detained.",
            language="ru",
        ),
        Example(
            source="The council approved 35 new flats on Monday.",
            english="The council approved new flats on Monday.",
        ),
    ),
    silent=(
        Example(
            source="Bei dem Unfall wurden 47 Menschen verletzt.",
            english="The accident injured 47 people.",
            language="de",
        ),
        Example(
            source="Bei dem Unfall wurden zwei Menschen verletzt.",
            english="Both people were injured in the accident.",
            language="de",
        ),
        Example(
            source="该厂去年生产了3600辆汽车。",
            english="The plant produced 3,600 cars last year.",
            language="zh",
        ),
        Example(
            source="По данным полиции, задержаны 560 человек.",
            english="Police say 560 people were detained.",
            language="ru",
        ),
        Example(
            source="Der Vertrag von 1997 gilt weiter.",
            english="The treaty remains in force.",
            language="de",
            note="a year",
        ),
        Example(
            source="Die Lichtfarbe lässt sich im Bereich von 2700 - 4200K einstellen.",
            english="The colour of the light can be set in the range of 2700 - 4200K.",
            language="de",
            note="the end of a range",
        ),
        Example(
            source="Le chantier employait mille ouvriers dans les années 60 et 70.",
            english="The shipyard employed a thousand workers in the 1960s and 1970s.",
            language="fr",
            note="a decade in short",
        ),
    ),
)


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield numbers of the source that its translation lacks."""
    yield from lone_number_findings(INFO, pair, context, in_source=True)
