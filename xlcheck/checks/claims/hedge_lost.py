"""One text says that something may be so or is alleged, its counterpart that it is so.

## What it does

Looks for words that hold a claim at arm's length (alleged, suspected, mutmaßlich, angeblich; perhaps, probably,
möglicherweise; verbs of possibility: might, könnte, pourrait) in sentences that surely correspond. Reports one that the
English has nothing like, not even a verb that could carry the doubt (may, would, seems, said, reportedly). It is surest
where the English has a plain forecast instead (will). Doubt that the English alone has is reported too, with little
confidence.

In translations it also asks the multilingual encoder whether a bold word (will, proven, knew) would fit the source far
better as a careful one (may, suspected, believed).

## Why it matters

"The alleged thief" and "the thief" part a report from a libel. Machine translation and shortening both lose the little
word first.

## Example

| | |
|---|---|
| Source | Der **mutmaßliche** Dieb wurde in Norddamm gefasst. |
| English | The thief was caught in Norddamm. |
| Verdict | hedge-lost |

## When it stays silent

When the English has any word that may carry doubt or hearsay, whatever it refers to; when it is shorter by so much that
it leaves out more than the word; in questions; for languages without a list; and for links that are not sure.

## Known limits

Doubt that the source tells by a verb form alone (Konjunktiv, conditional) is not read, nor verbs that mean both may and
can (kann, peut). Added doubt is below the usual threshold: see `--min-confidence`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples
from xlcheck.checks.claims.comparison import added_findings, lost_findings
from xlcheck.checks.claims.contrast import phrase_findings
from xlcheck.lang.claims import ATTRIBUTION, CERTAIN, DOUBT
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.checks.base import CheckContext
    from xlcheck.model import ArticlePair, Finding

INFO = CheckInfo(id="XC102", name="hedge-lost", severity=Severity.WARNING, scope="pair", its="omission")

EXAMPLES = Examples(
    fires=(
        Example(
            language="de",
            source="Der mutmaßliche Dieb wurde am Montag in Norddamm gefasst.",
            english="The thief was caught in Norddamm on Monday.",
            cause="hedge-lost",
            note="alleged",
        ),
        Example(
            language="de",
            source="Die Fähre ist vielleicht gesunken.",
            english="The ferry sank.",
            cause="hedge-lost",
            note="perhaps",
        ),
        Example(
            source="Police arrested the alleged owner of the boat.",
            english="Police arrested the owner of the boat.",
            cause="hedge-lost",
            note="two English texts",
        ),
        Example(
            language="ru",
            source="Полиция задержала предполагаемого владельца судна.",
            english="Police detained the owner of the vessel.",
            cause="hedge-lost",
            note="Russian: alleged",
        ),
        Example(
            language="fr",
            source="La police a arrêté le propriétaire présumé du bateau.",
            english="Police arrested the owner of the boat.",
            cause="hedge-lost",
            note="French: alleged",
        ),
        Example(
            language="de",
            source="Die Mieten könnten im Herbst steigen.",
            english="Rents will rise in the autumn.",
            cause="possibility-lost",
            note="könnten became will",
        ),
        Example(
            language="zh",
            source="渡轮可能会在周日停航。",
            english="The ferry will stop on Sunday.",
            cause="possibility-lost",
            note="Chinese: may became will",
        ),
        Example(
            language="es",
            source="El puente puede cerrar en otoño, dijo la alcaldesa.",
            english="The bridge will close in the autumn, the mayor said.",
            cause="care-fits",
            note="Spanish: puede, by vectors",
        ),
        Example(
            language="de",
            source="Die Fähre ist am Sonntag gesunken.",
            english="The ferry might have sunk on Sunday.",
            cause="hedge-added",
            note="a fact became doubtful",
        ),
    ),
    silent=(
        Example(
            language="de",
            source="Der mutmaßliche Dieb wurde am Montag in Norddamm gefasst.",
            english="The suspected thief was caught in Norddamm on Monday.",
            note="another word for the same",
        ),
        Example(
            language="de",
            source="Die Fähre ist vielleicht gesunken.",
            english="The ferry may have sunk.",
            note="a verb carries the doubt",
        ),
        Example(
            language="de",
            source="Angeblich hat der Bürgermeister davon gewusst.",
            english="The mayor is said to have known about it.",
            note="hearsay in other words",
        ),
        Example(
            language="de",
            source="Wahrscheinlich wird die Brücke im Mai fertig.",
            english="The bridge is expected to be finished in May.",
            note="an expectation",
        ),
        Example(
            language="de",
            source="Die Mieten könnten im Herbst steigen.",
            english="Rents look set to rise in the autumn.",
            note="a prospect",
        ),
        Example(
            language="de",
            source="Die Fähre soll am Sonntag gesunken sein.",
            english="The ferry might have sunk on Sunday.",
            note="hearsay is doubt",
        ),
        Example(
            source="Perhaps the mayor knew about it.",
            english="The mayor could have known about it.",
            note="two English texts",
        ),
    ),
)
LOST = {"alleged": 0.65, "perhaps": 0.6}
"""Certainty of a finding by what is lost."""
PLAIN, FORECAST, ADDED = 0.45, 0.65, 0.4
"""Likewise where only a verb of possibility is lost: at all, and with a plain forecast in its place; for added doubt.

On 3,582 clean pairs of news the first flags one, the second none, the third one.
"""
FITS = 3.0
"""Margin from which a bold word is reported that the encoder would rather have careful: 27 of 276 planted ones reach
it, and one of 7,363 clean pairs."""
_LOST = "The English states as a fact what the other text holds at arm's length: {cue} has no counterpart."
_ADDED = "The English doubts what the other text states as a fact: {cue} has no counterpart."


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield a finding for each doubt of which nothing is left, or that came from nowhere."""
    for concept, certainty in LOST.items():
        yield from lost_findings(INFO, pair, context, concept, cause="hedge-lost", certainty=certainty, message=_LOST)
    yield from lost_findings(
        INFO,
        pair,
        context,
        "possible",
        cause="possibility-lost",
        certainty=PLAIN,
        message=_LOST,
        surer=(CERTAIN, FORECAST),
    )
    yield from phrase_findings(INFO, pair, context, "certainties", least=FITS, cause="care-fits", certainty=FORECAST)
    kin = ("alleged", "perhaps", "possible", ATTRIBUTION)
    yield from added_findings(INFO, pair, context, DOUBT, kin, cause="hedge-added", certainty=ADDED, message=_ADDED)
