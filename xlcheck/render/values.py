"""The shapes of the machine-readable formats: each noun of a report as plain dicts, lists, strings and numbers.

`schema/xlcheck-report-1.schema.json` describes them; a change here that the schema does not allow fails the tests. With
excerpts off, every field that could hold words of an article is null.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from xlcheck.model import DecisionKind, Severity
from xlcheck.render.base import message_of
from xlcheck.render.lookup import all_failures, skipped_lines
from xlcheck.render.positions import position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import (
        Cluster,
        Coverage,
        DocumentResult,
        Failure,
        Finding,
        Link,
        MissingPack,
        PairResult,
        Report,
        SetAside,
        Side,
        Skipped,
        Span,
    )
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.lookup import Lookup

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
Record = dict[str, Value]

SCHEMA = "xlcheck-report/1"


def document_record(document: DocumentResult, options: RenderOptions) -> Record:
    """Return an article with its decision."""
    side = document.side
    article = side.article
    return {
        "id": article.id,
        "path": article.path,
        "language": article.language,
        "languageConfidence": _number(article.language_confidence),
        "title": article.title.text if article.title and options.excerpts else None,
        "date": article.date.isoformat() if article.date else None,
        "url": article.url,
        "encoding": article.encoding,
        "sentences": len(side.segments),
        "garble": _number(side.document_garble.value),
        "decision": document.decision.kind.value,
        "reasons": list(document.decision.reasons),
    }


def cluster_record(cluster: Cluster) -> Record:
    """Return a story; origin and relation of a pair are null where the caller put the articles together."""
    reasons = cluster.reasons or (None,) * len(cluster.pairs)
    return {
        "articles": list(cluster.articles),
        "pairs": [
            {
                "source": source,
                "english": english,
                "score": _number(score),
                "origin": reason.origin.value if reason else None,
                "relation": reason.kind.value if reason else None,
            }
            for (source, english, score), reason in zip(cluster.pairs, reasons, strict=True)
        ],
        "date": cluster.date.isoformat() if cluster.date else None,
    }


def pair_record(result: PairResult) -> Record:
    """Return a compared pair."""
    pair = result.pair
    return {
        "source": pair.source.article.id,
        "english": pair.english.article.id,
        "mode": pair.mode.value,
        "failure": failure_record(result.failure) if result.failure else None,
    }


def link_records(result: PairResult, options: RenderOptions) -> Iterator[Record]:
    """Yield the links of a pair, null beads included, in the pair's order."""
    for link in result.pair.links:
        yield _link_record(result, link, options)


def finding_record(finding: Finding, lookup: Lookup, options: RenderOptions) -> Record:
    """Return a finding with all its places."""
    evidence: Value = [{"what": what, "value": value} for what, value in finding.evidence]
    return {
        "check": finding.check,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": {
            "value": _number(finding.confidence.value),
            "components": [{"name": name, "value": _number(part)} for name, part in finding.confidence.components],
        },
        "verdict": finding.verdict.value,
        "cause": finding.cause or None,
        "message": message_of(finding, options),
        "where": [_span_record(lookup.side(span.doc), span, options) for span in finding.where],
        "related": [_span_record(lookup.side(span.doc), span, options) for span in finding.related],
        "evidence": evidence if options.excerpts else None,
        "fingerprint": finding.fingerprint,
    }


def set_aside_record(item: SetAside) -> Record:
    """Return a finding that is not reported, and why."""
    return {
        "check": item.finding.check,
        "name": item.finding.name,
        "fingerprint": item.finding.fingerprint,
        "by": item.by.value,
        "reason": item.reason,
    }


def coverage_record(coverage: Coverage) -> Record:
    """Return how much was looked at."""
    return {
        "articles": coverage.articles,
        "skippedLines": coverage.skipped_lines,
        "sentences": coverage.segments,
        "pairable": coverage.pairable,
        "linked": coverage.linked,
        "foreign": coverage.foreign,
        "translated": coverage.translated,
    }


def skipped_record(skipped: Skipped) -> Record:
    """Return an input that was not checked."""
    return {"path": skipped.path, "line": skipped.line, "reason": skipped.reason}


def skipped_line_records(report: Report, options: RenderOptions) -> Iterator[Record]:
    """Yield every line of every article that was left out as boilerplate."""
    for side, line in skipped_lines(report):
        yield {
            "rule": line.rule,
            "reason": line.reason,
            "language": line.language,
            "where": _span_record(side, line.span, options),
        }


def failure_record(failure: Failure) -> Record:
    """Return something that went wrong."""
    return {
        "where": failure.where,
        "line": failure.line,
        "message": failure.message,
        "hint": failure.hint or None,
    }


def missing_pack_record(pack: MissingPack) -> Record:
    """Return a language that nothing here can translate."""
    return {"language": pack.language, "articles": pack.articles, "command": pack.command}


def counts_record(report: Report) -> Record:
    """Return how many of everything there are."""
    severities = Counter(finding.severity for finding in report.findings)
    decisions = Counter(document.decision.kind for document in report.documents)
    return {
        "documents": len(report.documents),
        "clusters": len(report.clusters),
        "pairs": len(report.pairs),
        "findings": len(report.findings),
        "failures": len(all_failures(report)),
        "skipped": len(report.skipped),
        "severities": {severity.value: severities[severity] for severity in Severity},
        "decisions": {kind.value: decisions[kind] for kind in DecisionKind},
    }


def _link_record(result: PairResult, link: Link, options: RenderOptions) -> Record:
    source, english = result.pair.source, result.pair.english
    return {
        "pair": {"source": source.article.id, "english": english.article.id},
        "source": _segment_records(source, link.source, options),
        "english": _segment_records(english, link.english, options),
        "score": _number(link.score),
        "margin": _number(link.margin),
        "probability": _number(link.probability),
        "kind": link.kind.value,
        "class": link.link_class.value,
    }


def _segment_records(side: Side, indexes: Sequence[int], options: RenderOptions) -> Value:
    return [_span_record(side, side.segments[index].span, options) for index in indexes]


def _span_record(side: Side, span: Span, options: RenderOptions) -> Record:
    at = position(side.article, span)
    return {
        "path": side.article.path,
        "article": side.article.id,
        "start": at.start,
        "end": at.end,
        "line": at.line,
        "column": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
        "text": span.text if options.excerpts else None,
    }


def _number(value: float) -> float:
    """Return a number that is the same on every machine: four decimals, no negative zero."""
    return round(value, 4) + 0.0
