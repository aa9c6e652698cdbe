"""One text gives a claim on somebody's word, its counterpart as a fact.

## What it does

Looks for phrases that name the source of a claim (laut, nach Angaben, zufolge, according to) in sentences that surely
correspond. Reports one where the English sentence, and those around it, has nothing like it, not even a verb of saying.

In translations it also looks at words that have other meanings besides (laut, 据, selon). The multilingual encoder says
whether the phrase is gone: without it, the sentence must fit the English clearly better, and nobody in the English, nor
next to it, may tell, think or find anything. Where there are no vectors (Czech), only phrases that name a source and
nothing else count.

## Why it matters

"According to the shipping company, nobody was hurt" is a report of what the company says. Without the first words the
newspaper itself vouches for it.

## Example

| | |
|---|---|
| Source | **Nach Angaben** der Reederei wurde niemand verletzt. |
| English | Nobody was hurt. |
| Verdict | attribution-lost |

## When it stays silent

When the English, or a sentence next to it, has any word of saying, thinking or finding out, or a quotation; when it is
shorter by so much that it leaves out more than the phrase; for languages without a list; and for links that are not
sure.

## Known limits

Attribution by a verb of saying (he said that) is not read here: how such sentences are told differs too much. What is
told in the Konjunktiv alone is not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples
from xlcheck.checks.claims.comparison import lost_findings
from xlcheck.checks.claims.unnamed_source import unnamed_findings
from xlcheck.lang.claims import ATTRIBUTION
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.checks.base import CheckContext
    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XC104", name="attribution-lost", severity=Severity.WARNING, scope="pair", its="omission")

EXAMPLES = Examples(
    fires=(
        Example(
            language="de",
            source="Nach Angaben der Reederei wurde bei dem Unfall niemand verletzt.",
            english="Nobody was hurt in the accident.",
            cause="attribution-lost",
            note="nach Angaben",
        ),
        Example(
            language="de",
            source="Dem Bericht zufolge hat der Bürgermeister die Brücke verkauft.",
            english="The mayor has sold the bridge.",
            cause="attribution-lost",
            note="zufolge",
        ),
        Example(
            source="According to the company, nobody was hurt.",
            english="Nobody was hurt.",
            cause="attribution-lost",
            note="two English texts",
        ),
        Example(
            language="ru",
            source="По словам министра, мост закрыли в мае.",
            english="The bridge was closed in May.",
            cause="attribution-lost",
            note="Russian: in the words of",
        ),
        Example(
            language="de",
            source="Laut der Reederei wurde bei dem Unfall im Hafen von Norddamm niemand verletzt.",
            english="Nobody was hurt by the accident in the port of Norddamm.",
            cause="attribution-lost",
            note="laut, by vectors",
        ),
        Example(
            language="cs",
            source="Podle ředitele školy bude v pondělí zavřeno.",
            english="It will be closed on Monday.",
            cause="attribution-lost",
            note="Czech: according to the headmaster",
        ),
        Example(
            language="zh",
            source="据报道，渡轮没有沉没。",
            english="The ferry did not sink.",
            cause="attribution-lost",
            note="Chinese: it is reported",
        ),
    ),
    silent=(
        Example(
            language="de",
            source="Nach Angaben der Reederei wurde bei dem Unfall niemand verletzt.",
            english="The shipping company said nobody was hurt in the accident.",
            note="a verb of saying",
        ),
        Example(
            language="de",
            source="Dem Bericht zufolge hat der Bürgermeister die Brücke verkauft.",
            english="The report claims the mayor has sold the bridge.",
            note="a report that claims",
        ),
        Example(
            language="de",
            source="Nach Ansicht der Richterin war das ein Fehler.",
            english="The judge found that this was a mistake.",
            note="a judge's finding",
        ),
        Example(
            language="de",
            source="Die Arbeiten beginnen laut Bauplan im Mai.",
            english="By the construction plan, work will begin in May.",
            note="laut is rendered by a word of many meanings",
        ),
        Example(
            language="de",
            source="Der Hund bellte laut, als die Fähre ankam.",
            english="The dog barked loudly when the ferry arrived.",
            note="laut means loudly",
        ),
        Example(
            source="According to the plan, work will begin in May.",
            english="The plan states that work will begin in May.",
            note="two English texts",
        ),
    ),
)
CERTAINTY = 0.65


MESSAGE = "The English vouches for what the other text tells on somebody's word: {cue} has no counterpart."


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield a finding for each source of a claim of which nothing is left."""
    found = list(
        lost_findings(INFO, pair, context, ATTRIBUTION, cause="attribution-lost", certainty=CERTAINTY, message=MESSAGE)
    )
    yield from found
    known = {finding.where for finding in found}
    for finding in unnamed_findings(
        INFO, pair, context, cause="attribution-lost", certainty=CERTAINTY, message=MESSAGE
    ):
        if finding.where not in known:
            yield finding
