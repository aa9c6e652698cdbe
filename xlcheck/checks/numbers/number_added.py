"""The English text states a number that its source does not have.

## What it does

In parallel texts only, where one renders the other sentence by sentence: reports an English figure whose linked source
sentence states no such number and has none left over that it could stand for.

## Why it matters

A figure without a source is the kind of detail that readers quote.

## Example

| | |
|---|---|
| Source | Bei dem Unfall wurden Menschen verletzt. |
| English | The accident injured **47** people. |
| Verdict | number-added |

## When it stays silent

* The articles are comparable and not translations of each other: leaving a fact out is an editor's right.
* The sentences are not surely linked, or the other one has a number of its own that is left over.
* The number stands in a neighbouring sentence of the other side, or as part of a date, a label or a range.
* It is spelt out, an ordinal, a label, or not above twelve: "both", "a couple" and "half" state such numbers too.

## Known limits

In preview: number words of languages without tested data are not read, so that their English figure looks added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples
from xlcheck.checks.numbers.differences import lone_number_findings
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XN103", name="number-added", severity=Severity.NOTE, scope="pair", its="addition", preview=True)

EXAMPLES = Examples(
    fires=(
        Example(
            source="Bei dem Unfall wurden Menschen verletzt.",
            english="The accident injured 47 people.",
            language="de",
            cause="number-added",
        ),
        Example(
            source="该厂去年生产了汽车。",
            english="The plant produced 3,600 cars last year.",
            language="zh",
        ),
        Example(
            source="Полиция сообщила о задержаниях.",
            english="Police said 560 people were detained.",
            language="ru",
        ),
        Example(
            source="The council approved new flats on Monday.",
            english="The council approved 35 new flats on Monday.",
        ),
    ),
    silent=(
        Example(
            source="Bei dem Unfall wurden 47 Menschen verletzt.",
            english="The accident injured 47 people.",
            language="de",
        ),
        Example(
            source="Die Nachbarn halfen.",
            english="Two neighbors helped.",
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
            source="Der Vertrag gilt weiter.",
            english="The 1997 treaty remains in force.",
            language="de",
            note="a year",
        ),
    ),
)


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield English numbers that the source lacks."""
    yield from lone_number_findings(INFO, pair, context, in_source=False)
