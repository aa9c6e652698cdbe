"""A number differs from the number it stands for in the other language version.

## What it does

Reads every number of two linked sentences in its own language: figures of any script and grouping, number words,
scale words, percent, money and units. Numbers that state the same amount are paired first; rounding, unit conversion,
ranges and words such as "about" or "more than" are allowed for. Two numbers that are left over on both sides and
plainly stand for each other are reported, with what seems to have happened: `digit-changed`, `transposed-digits`,
`digit-dropped`, `digit-added`, `separator-confused`, `sign-flipped`, `bound-changed`, `range-collapsed`,
`rounded-too-coarsely` or `value-changed`. Numbers of a translation that all agree but have changed places are
`numbers-exchanged`: the words around each resemble those around the other far more than their own. Where the cause is
more exact (the scale, the unit, the currency, the style of the figures), the check of that cause reports it and this
one is silent.

## Why it matters

A wrong number is the error that readers remember and that a newsroom has to correct in public. It survives fluent
translation, and no similarity score sees it.

## Example

| | |
|---|---|
| Source | Bei dem Brand wurden **47** Menschen verletzt. |
| English | The fire injured **74** people. |
| Verdict | transposed-digits |

## When it stays silent

* A number that the other sentence does not mention at all is never a finding.
* The number occurs elsewhere on the other side: next to the linked sentence, in comparable articles anywhere.
* One side rounds, converts a unit, gives a range that covers the other, or says "more than".
* Amounts in two currencies differ: one of them has probably been converted.
* The sentences are not surely linked and the values have nothing in common but their kind.
* The number is a word of a language whose number words have not been tested.

## Known limits

Vague words (dozens, several, a couple) state no number. A count that a later article raised looks like a changed one;
where the two articles are dated on different days the confidence is lower, and a count that grew is left to
`stale-count`. Sums and differences are not worked out. `numbers-exchanged` is right about half the time in whole
articles, so it has a confidence below 0.5 and shows only with `--min-confidence 0.4`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples
from xlcheck.checks.numbers.differences import number_finding, number_findings
from xlcheck.checks.numbers.exchanged import exchanged_numbers
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XN101", name="number-value", severity=Severity.ERROR, scope="pair", its="numbers")

EXAMPLES = Examples(
    fires=(
        Example(
            source="Bei dem Brand wurden 47 Menschen verletzt.",
            english="The fire injured 74 people.",
            language="de",
            cause="transposed-digits",
        ),
        Example(
            source="Die Arbeitslosenquote stieg auf 5,8 Prozent.",
            english="The unemployment rate rose to 5.3 percent.",
            language="de",
            cause="digit-changed",
        ),
        Example(
            source="Der Tunnel ist 1.500 Meter lang.",
            english="The tunnel is 1.5 meters long.",
            language="de",
            cause="separator-confused",
        ),
        Example(
            source="Mindestens 250 Gäste haben sich angemeldet.",
            english="At most 250 guests have registered.",
            language="de",
            cause="bound-changed",
        ),
        Example(
            source="Die Sanierung dauert 12 bis 18 Monate.",
            english="The renovation will take 12 months.",
            language="de",
            cause="range-collapsed",
        ),
        Example(
            source="По данным полиции, задержаны 12 560 человек.",
            english="Police say 12,650 people were detained.",
            language="ru",
            cause="transposed-digits",
        ),
        Example(
            source="Quelque 4 830 logements sont privés d'électricité.",
            english="Some 4,380 homes are without power.",
            language="fr",
            cause="transposed-digits",
        ),
        Example(
            source="The storm left 120,000 homes without power.",
            english="The storm left 12,000 homes without power.",
            cause="digit-dropped",
        ),
        Example(
            source="地震造成至少 138 人受伤。",
            english="The earthquake injured at least 183 people.",
            language="zh",
            cause="transposed-digits",
        ),
        Example(
            source="Bei dem Erdrutsch starben 12 Menschen, 30 Häuser wurden zerstört.",
            english="The landslide killed 30 people and destroyed 12 houses.",
            language="de",
            cause="numbers-exchanged",
        ),
    ),
    silent=(
        Example(
            source="Bei dem Erdrutsch starben 12 Menschen, 30 Häuser wurden zerstört.",
            english="The landslide destroyed 30 houses and killed 12 people.",
            language="de",
            note="the sentence is turned round",
        ),
        Example(
            source="In 24 Spielen erzielte sie 9 Tore.",
            english="She scored 9 goals in 24 games.",
            language="de",
            note="another order of words",
        ),
        Example(
            source="Rund 1,5 Millionen Menschen sind betroffen.",
            english="Some 1,500,000 people are affected.",
            language="de",
        ),
        Example(
            source="Die Insel liegt 100 Kilometer vor der Küste.",
            english="The island lies 62 miles off the coast.",
            language="de",
            note="a converted unit",
        ),
        Example(
            source="Zwischen 16 und 18 Uhr ist die Brücke gesperrt.",
            english="The bridge is closed between 4 and 6pm.",
            language="de",
            note="the hours of two clocks",
        ),
        Example(
            source="Fast drei Millionen Menschen haben abgestimmt.",
            english="About 2.97 million people voted.",
            language="de",
            note="rounding",
        ),
        Example(
            source="Anderthalb Jahre später wurden zwei Drittel der 25 Häuser abgerissen.",
            english="Eighteen months later, 67 percent of the twenty-five houses were torn down.",
            language="de",
        ),
        Example(
            source="Mehr als 40 Menschen kamen ums Leben.",
            english="The accident killed 44 people.",
            language="de",
            note="a bound that holds",
        ),
        Example(
            source="Das Werk kostet 200 Millionen Euro.",
            english="The plant will cost $215 million.",
            language="de",
            note="converted money",
        ),
        Example(source="The mayor spoke for 20 minutes.", english="The mayor spoke for a long time."),
        Example(
            source="По данным полиции, задержаны 12 500 человек.",
            english="Police say 12,500 people were detained.",
            language="ru",
        ),
        Example(
            source="وأضاف أن ١٬٢٣٤ شخصا أصيبوا.",
            english="He added that 1,234 people were injured.",
            language="ar",
        ),
    ),
)


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield differing numbers of linked sentences, and those that have changed places."""
    yield from number_findings(INFO, pair, context)
    for item in exchanged_numbers(pair, context):
        yield number_finding(INFO, pair, item)
