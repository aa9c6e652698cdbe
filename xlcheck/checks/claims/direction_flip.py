"""One text says that something rose, its counterpart that it fell.

## What it does

Looks for words that exclude each other (rise and fall, before and after, win and lose, buy and sell, north and south)
in sentences that surely correspond: one of a pair of contraries here, only the other one there, in like places.

In translations it also asks of each listed English word (some two thousand) whether the sentence would fit its source
better with the contrary in its place: youngest, oldest. The multilingual encoder weighs the two sentences and the two
words; only a clear answer is reported. This needs no word list of the other language.

## Why it matters

A direction turned round is a false report made of true words: all names and numbers still agree.

## Example

| | |
|---|---|
| Source | Die Mieten in Norddamm sind im März **gestiegen**. |
| English | Rents in Norddamm **fell** in March. |
| Verdict | contrary; contrary-fits where the vectors say so |

## When it stays silent

When either text has a word, in a like place, that may mean what the other one says (a list of words of many meanings
stands beside each list of plain ones); when one text alone is negated (did not rise, fell); when the words stand in
quite different places of their sentences; for words of quality (large, early, good) where the articles only report the
same event; for languages without a list; and for links that are not sure. Vectors are asked about translations
into English only, about sentences negated on both sides or on none, and about no word that stands near a negator.
Where the encoder knows both languages, reading both sentences word by word makes a finding surer or silences it.

## Known limits

Contraries that are in no list are not seen. Two contraries in one sentence that changed places are not seen either.
The vectors see a fifth of wrong contraries. A word of several meanings (individual) can look like a contrary to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples
from xlcheck.checks.claims.comparison import contrary_findings
from xlcheck.checks.claims.contrast import contrast_findings, with_contrasts
from xlcheck.lang.claims import DIRECTIONS
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.checks.base import CheckContext
    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XC103", name="direction-flip", severity=Severity.WARNING, scope="pair", its="mistranslation")

EXAMPLES = Examples(
    fires=(
        Example(
            language="de",
            source="Die Mieten in Norddamm sind im März gestiegen.",
            english="Rents in Norddamm fell in March.",
            cause="contrary",
            note="rents rose or fell",
        ),
        Example(
            language="de",
            source="Die Werft kaufte im Herbst zwei Fähren.",
            english="The shipyard sold two ferries in the autumn.",
            cause="contrary",
            note="bought or sold",
        ),
        Example(
            language="de",
            source="Der Brand brach im nördlichen Teil des Hafens aus.",
            english="The fire broke out in the southern part of the harbour.",
            cause="contrary",
            note="north or south",
        ),
        Example(
            source="The price of fish rose last week.",
            english="The price of fish fell last week.",
            cause="contrary",
            note="two English texts",
        ),
        Example(
            language="ru",
            source="Цены на рыбу в марте выросли.",
            english="Fish prices fell in March.",
            cause="contrary",
            note="Russian: rose or fell",
        ),
        Example(
            language="zh",
            source="三月份鱼价上涨。",
            english="Fish prices fell in March.",
            cause="contrary",
            note="Chinese: rose or fell",
        ),
        Example(
            language="de",
            source="Die Behörden fanden künstliche Farbstoffe im Brot.",
            english="The authorities found natural colouring in the bread.",
            cause="contrary-fits",
            note="by vectors: natural or artificial",
        ),
        Example(
            language="pl",
            source="To był największy pożar w historii miasta.",
            english="It was the smallest fire in the history of the city.",
            cause="contrary-fits",
            note="by vectors, Polish: smallest or largest",
        ),
        Example(
            language="fr",
            source="Le chantier naval a acheté deux bateaux.",
            english="The shipyard sold two boats.",
            cause="contrary",
            note="French: bought or sold",
        ),
    ),
    silent=(
        Example(
            language="de",
            source="Die Mieten in Norddamm sind im März gestiegen.",
            english="Rents in Norddamm went up in March.",
            note="another word for the same",
        ),
        Example(
            language="de",
            source="Die Preise sind nicht gestiegen.",
            english="Prices fell.",
            note="one text is negated",
        ),
        Example(
            language="de",
            source="Die Zahl der Unfälle ging zurück, obwohl der Verkehr zugenommen hat.",
            english="Although traffic has grown, the number of accidents declined.",
            note="both contraries in both texts",
        ),
        Example(
            language="de",
            source="Bevor die Brücke gebaut wurde, fuhr hier eine Fähre.",
            english="There used to be a ferry here before the bridge was built.",
            note="the same order in time",
        ),
        Example(
            language="de",
            source="Der Stadtrat will nicht mehr warten.",
            english="The council is less and less willing to wait.",
            note="no longer is no more of anything",
        ),
        Example(
            source="The company's losses grew.",
            english="The company lost more money than before.",
            note="two English texts that mean the same",
        ),
    ),
)
CERTAINTY, BY_VECTORS = 0.75, 0.7


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield a finding for each two contraries that stand for one another."""
    yield from with_contrasts(
        contrary_findings(INFO, pair, context, DIRECTIONS, cause="contrary", certainty=CERTAINTY),
        contrast_findings(INFO, pair, context, cause="contrary-fits", certainty=BY_VECTORS),
    )
