"""The numbers that differ between the linked sentences of a pair: what all checks of numbers share.

Worked out once per pair (`CheckContext.memo`); each difference names the one check that reports it, by its cause
(`compare.number_causes`), so that nothing is said twice. How one link is compared stands in the folder `comparison`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, make_finding, pair_verdict, segments_of, trusted_links
from xlcheck.checks.numbers.comparison.certainty import reading_certainty
from xlcheck.checks.numbers.comparison.linked_numbers import LinkedNumbers
from xlcheck.checks.numbers.comparison.outcome import (
    LoneNumber,
    NumberAgreement,
    NumberComparison,
    NumberDifference,
)
from xlcheck.checks.numbers.wording import describe
from xlcheck.compare.number_causes import ADDED, CAUSES, MISSING
from xlcheck.compare.witness import Witness
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import ArticlePair, Finding

NUMBER_CHECKS = frozenset({"XN101", "XN104", "XN105", "XN106", "XN107", "XN108", "XD103"})
"""The checks that share this comparison; each of their findings holds one number against one number."""
LEFT_OUT = 0.7
"""Certainty that a figure which a translation has nothing like was left out, and not worded otherwise."""
OVERRULED = 0.6
"""Certainty factor where our own translation of the source agrees with the English text, not with what was read."""


def compare_numbers(pair: ArticlePair) -> NumberComparison:
    """Compare the numbers of all linked sentences of a pair."""
    differences: list[NumberDifference] = []
    alone: list[LoneNumber] = []
    agreed: list[NumberAgreement] = []
    for link in trusted_links(pair):
        numbers = LinkedNumbers(pair, link)
        differences += numbers.differences()
        alone += numbers.alone()
        agreed += numbers.agreed
    return NumberComparison(differences=tuple(differences), alone=tuple(alone), agreed=tuple(agreed))


def number_findings(info: CheckInfo, pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield the findings of one check: the differences whose cause it owns."""
    for item in context.memo.once(compare_numbers, pair).differences:
        if item.check == info.name:
            yield number_finding(info, pair, item)


def number_finding(info: CheckInfo, pair: ArticlePair, item: NumberDifference) -> Finding:
    """Return the finding that reports a difference."""
    english = describe(item.english) if item.english else item.where.text
    evidence = [("source", describe(item.source)), ("english", english)]
    if item.witness is not Witness.SILENT:
        evidence.append(("translation", item.witness.value))
    confidence = [
        ("link", item.link.probability),
        (
            "reading",
            round(reading_certainty(item.source) * (reading_certainty(item.english) if item.english else 1), 3),
        ),
        ("comparison", item.certainty),
    ]
    if item.witness is Witness.AGREES_WITH_ENGLISH:
        confidence.append(("translation", OVERRULED))
    cause = CAUSES[item.cause]
    return make_finding(
        info,
        confidence=confidence,
        verdict=pair_verdict(pair, source=item.link.source, english=item.link.english),
        message=f"“{item.where.text}” here, “{item.related.text}” on the other side: {cause.reason}.",
        where=(item.where,),
        related=(item.related,),
        cause=item.cause,
        evidence=evidence,
        severity=Severity.WARNING if cause.mild else None,
    )


def lone_number_findings(
    info: CheckInfo, pair: ArticlePair, context: CheckContext, *, in_source: bool
) -> Iterator[Finding]:
    """Yield the numbers of one side that the other, a translation, lacks."""
    for item in context.memo.once(compare_numbers, pair).alone:
        if item.in_source is not in_source:
            continue
        side, indexes = (pair.english, item.link.english) if in_source else (pair.source, item.link.source)
        missing = "the translation has no such number" if in_source else "the source has no such number"
        yield make_finding(
            info,
            confidence=(
                ("link", item.link.probability),
                ("reading", reading_certainty(item.quantity)),
                ("comparison", LEFT_OUT),
            ),
            verdict=pair_verdict(pair, source=item.link.source, english=item.link.english),
            message=f"“{item.quantity.span.text}”: {missing}.",
            where=(item.quantity.span,),
            related=tuple(segment.span for segment in segments_of(side, indexes)),
            cause=MISSING if in_source else ADDED,
            evidence=(("source" if in_source else "english", describe(item.quantity)),),
        )
