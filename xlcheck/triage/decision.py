"""From findings to a decision about each article: a curator acts on files, not on findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.model import Decision, DecisionKind, Finding, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable


def decide(article: str, findings: Iterable[Finding]) -> Decision:
    """Return what to do with an article.

    * quarantine: the text itself is broken as a whole (an error with the verdict `text-garbled` that points at it);
    * review: anything else of weight, on either side of a disagreement, since nobody knows yet who is right; broken
      sentences count only for the article that has them;
    * accept: nothing of weight. Notes never change a decision.
    """
    weighty = [finding for finding in findings if finding.verdict.can_fail and finding.severity is not Severity.NOTE]
    broken = [
        finding
        for finding in weighty
        if finding.verdict is Verdict.TEXT_GARBLED and any(span.doc == article for span in finding.where)
    ]
    if fatal := [finding for finding in broken if finding.severity is Severity.ERROR]:
        return Decision(kind=DecisionKind.QUARANTINE, reasons=_reasons(fatal) + _reasons(_without(broken, fatal)))
    disputed = [
        finding
        for finding in weighty
        if finding.verdict is Verdict.ARTICLES_DISAGREE
        and any(span.doc == article for span in (*finding.where, *finding.related))
    ]
    if broken or disputed:
        return Decision(kind=DecisionKind.REVIEW, reasons=_reasons((*disputed, *broken)))
    return Decision(kind=DecisionKind.ACCEPT)


def _without(findings: list[Finding], left_out: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding not in left_out]


def _reasons(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return one phrase a check, most serious first: "2 × quote-content"."""
    counts: dict[tuple[int, str], int] = {}
    for finding in findings:
        key = (-finding.severity.rank, finding.cause if finding.cause == "garbled-article" else finding.name)
        counts[key] = counts.get(key, 0) + 1
    return tuple(name if count == 1 else f"{count} × {name}" for (_, name), count in sorted(counts.items()))
