"""One text says all, its counterpart some.

## What it does

Looks for words of amount that exclude each other (all, most, some, few; always, sometimes, rarely; at least, at most;
wholly, partly) in sentences that surely correspond: one of them here, only another one there, in like places.

In translations it also asks whether the sentence would fit its source better with another amount in the place of the
one that is written (most for few). The multilingual encoder weighs the two; only a clear answer is reported.

## Why it matters

"All schools", "some schools" and "most schools" are three different reports, and a translation engine or a tired editor
swaps the little word without anybody noticing.

## Example

| | |
|---|---|
| Source | **Alle** Schulen in Norddamm bleiben geschlossen. |
| English | **Some** schools in Norddamm remain closed. |
| Verdict | amount; amount-fits where the vectors say so |

## When it stays silent

When either text has a word, in a like place, that may mean what the other one says; when one text alone is negated (not
all, some); for languages without a list; and for links that are not sure.

## Known limits

A word that is merely left out (schools for all schools) is not reported. Amounts told by numbers or shares (half, two
thirds) belong to the checks of numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples
from xlcheck.checks.claims.comparison import contrary_findings
from xlcheck.checks.claims.contrast import phrase_findings, with_contrasts
from xlcheck.lang.claims import QUANTIFIERS
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.checks.base import CheckContext
    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XC106", name="quantifier-changed", severity=Severity.WARNING, scope="pair", its="mistranslation")

EXAMPLES = Examples(
    fires=(
        Example(
            language="de",
            source="Alle Schulen in Norddamm bleiben am Montag geschlossen.",
            english="Some schools in Norddamm will remain closed on Monday.",
            cause="amount",
            note="all or some",
        ),
        Example(
            language="de",
            source="Die meisten Fischer sind mit dem Vertrag zufrieden.",
            english="Few fishermen are satisfied with the contract.",
            cause="amount",
            note="most or few",
        ),
        Example(
            source="All passengers were taken to the hospital.",
            english="Several passengers were taken to the hospital.",
            cause="amount",
            note="two English texts",
        ),
        Example(
            language="ru",
            source="Некоторые школы закрыты.",
            english="All schools are closed.",
            cause="amount",
            note="Russian: some or all",
        ),
        Example(
            language="fr",
            source="La plupart des pêcheurs sont satisfaits.",
            english="Few fishermen are satisfied.",
            cause="amount",
            note="French: most or few",
        ),
        Example(
            language="it",
            source="Molti pescatori sono contenti del nuovo porto.",
            english="A handful of fishermen are happy with the new harbour.",
            cause="amount-fits",
            note="Italian: many, by vectors",
        ),
        Example(
            language="de",
            source="Die Stadt hat im Winter gewöhnlich viele Gäste.",
            english="The city seldom has many visitors in winter.",
            cause="amount-fits",
            note="usually, by vectors",
        ),
    ),
    silent=(
        Example(
            language="de",
            source="Alle Schulen in Norddamm bleiben am Montag geschlossen.",
            english="Every school in Norddamm will remain closed on Monday.",
            note="another word for the same",
        ),
        Example(
            language="de",
            source="Nicht alle Schulen bleiben geschlossen.",
            english="Some schools will open.",
            note="one text is negated",
        ),
        Example(
            language="fr",
            source="Les loyers n'ont pas du tout augmenté.",
            english="Rents did not rise at all.",
            note="at all is no amount",
        ),
        Example(
            language="de",
            source="Vor allem einige ältere Bürger waren dagegen.",
            english="Some older citizens in particular were against it.",
            note="vor allem is no amount",
        ),
        Example(
            language="de",
            source="Die meisten Fischer sind zufrieden, einige wollen klagen.",
            english="While some fishermen want to sue, the majority are satisfied.",
            note="both amounts in both texts",
        ),
        Example(
            source="After all, several witnesses had seen the ship.",
            english="Several witnesses had seen the ship.",
            note="after all is no amount",
        ),
    ),
)
CERTAINTY = 0.7
FITS = 2.7
"""Margin from which another amount is reported: 104 of 290 planted ones reach it, none of 7,363 clean pairs."""


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield a finding for each two amounts that stand for one another and differ."""
    yield from with_contrasts(
        contrary_findings(INFO, pair, context, QUANTIFIERS, cause="amount", certainty=CERTAINTY),
        phrase_findings(INFO, pair, context, "amounts", least=FITS, cause="amount-fits", certainty=CERTAINTY),
    )
