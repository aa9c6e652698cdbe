from __future__ import annotations

import pytest

from xlcheck.model import Confidence, DecisionKind, Finding, Severity, Span, Verdict
from xlcheck.triage.decision import decide

HERE = Span(doc="here", start=0, end=1, text="x")
THERE = Span(doc="there", start=0, end=1, text="y")


def finding(verdict: Verdict, severity: Severity, where: Span = HERE, related: tuple[Span, ...] = ()) -> Finding:
    return Finding(
        check="XN101",
        name="number-value",
        severity=severity,
        confidence=Confidence(components=(("all", 0.9),)),
        verdict=verdict,
        message="m",
        where=(where,),
        related=related,
    )


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([], DecisionKind.ACCEPT),
        ([finding(Verdict.ARTICLES_DISAGREE, Severity.NOTE)], DecisionKind.ACCEPT),
        ([finding(Verdict.WEAK_LINK, Severity.WARNING)], DecisionKind.ACCEPT),
        ([finding(Verdict.TRANSLATION_SUSPECT, Severity.ERROR)], DecisionKind.ACCEPT),
        ([finding(Verdict.ARTICLES_DISAGREE, Severity.WARNING)], DecisionKind.REVIEW),
        ([finding(Verdict.ARTICLES_DISAGREE, Severity.ERROR, THERE, (HERE,))], DecisionKind.REVIEW),
        ([finding(Verdict.TEXT_GARBLED, Severity.WARNING)], DecisionKind.REVIEW),
        ([finding(Verdict.TEXT_GARBLED, Severity.ERROR)], DecisionKind.QUARANTINE),
        ([finding(Verdict.TEXT_GARBLED, Severity.ERROR, THERE, (HERE,))], DecisionKind.ACCEPT),
        ([finding(Verdict.ARTICLES_DISAGREE, Severity.WARNING, THERE)], DecisionKind.ACCEPT),
    ],
    ids=[
        "nothing",
        "only a note",
        "weak link",
        "our translation",
        "disagreement",
        "disagreement seen from the other side",
        "a broken sentence",
        "a broken article",
        "the other article is broken",
        "somebody else's disagreement",
    ],
)
def test_decision(findings: list[Finding], expected: DecisionKind) -> None:
    assert decide("here", findings).kind is expected


def test_reasons_count_and_put_the_worst_first() -> None:
    decision = decide(
        "here",
        [finding(Verdict.ARTICLES_DISAGREE, Severity.WARNING)] * 2
        + [finding(Verdict.ARTICLES_DISAGREE, Severity.ERROR)],
    )
    assert decision.reasons == ("number-value", "2 × number-value")
