"""The top of the page: articles with their decisions, what was not done, and what can be filtered by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.model import DecisionKind, Severity, Verdict
from xlcheck.render.base import counted
from xlcheck.render.lookup import all_failures, skipped_lines
from xlcheck.render.positions import position
from xlcheck.render.words import (
    DECISION_SYMBOL,
    MESSAGE_LIMIT,
    PATH_LIMIT,
    SEVERITY_SYMBOL,
    VERDICT_WORDS,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xlcheck.model import DocumentResult, Finding, Report
    from xlcheck.render.base import RenderOptions

ACCEPTED_SHOWN = 200
"""Accepted articles beyond that many are counted, not listed; those to look at are always listed."""
LISTED_INPUTS = 20
SET_ASIDE_SHOWN = 200
TITLE_LIMIT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article of the table; `findings` counts those that it is involved in."""

    decision: str
    symbol: str
    path: str
    language: str
    title: str
    reasons: str
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Something that was not done, or a notice; `command` is what helps."""

    kind: str
    text: str
    hint: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedLine:
    """A line of an article that was left out; `text` is "" without excerpts."""

    place: str
    why: str
    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value to filter by, how it is said, and how many findings have it."""

    value: str
    label: str
    count: int


def article_rows(report: Report, options: RenderOptions, findings: Mapping[str, int]) -> tuple[list[ArticleRow], int]:
    """Return the articles, those to look at first, and how many accepted ones are not among them.

    Args:
        report: whose articles are gone through once.
        options: whether titles may be shown.
        findings: how many there are by article id.
    """
    by_kind: dict[DecisionKind, list[ArticleRow]] = {kind: [] for kind in reversed(DecisionKind)}
    left_out = 0
    for document in report.documents:
        kind = document.decision.kind
        if kind is DecisionKind.ACCEPT and len(by_kind[kind]) == ACCEPTED_SHOWN:
            left_out += 1
        else:
            by_kind[kind].append(_article_row(document, options, findings))
    return [row for rows in by_kind.values() for row in rows], left_out


def _article_row(document: DocumentResult, options: RenderOptions, findings: Mapping[str, int]) -> ArticleRow:
    article, decision = document.side.article, document.decision
    return ArticleRow(
        decision=decision.kind.value,
        symbol=DECISION_SYMBOL[decision.kind],
        path=shown(article.id, PATH_LIMIT),
        language=article.language,
        title=shown(article.title.text, TITLE_LIMIT) if article.title and options.excerpts else "",
        reasons="; ".join(shown(reason, MESSAGE_LIMIT) for reason in decision.reasons),
        findings=findings.get(article.id, 0),
    )


def troubles(report: Report, options: RenderOptions) -> list[Trouble]:
    """Return what went wrong or was not done, and the notices."""
    found = [
        Trouble(
            kind="failed",
            text=f"{_at(failure.where, failure.line)}: {shown(failure.message, MESSAGE_LIMIT)}",
            hint=shown(failure.hint, MESSAGE_LIMIT),
        )
        for failure in all_failures(report)
    ]
    for pack in report.missing_packs:
        articles = counted(pack.articles, "article")
        text = f"{articles} in {shown(pack.language, 12)}: no language pack. To install it:"
        found.append(Trouble(kind="not translated", text=text, command=shown(pack.command, PATH_LIMIT)))
    listed = report.skipped if options.show_skipped else report.skipped[:LISTED_INPUTS]
    for skipped in listed:
        text = f"{_at(skipped.path, skipped.line)}: {shown(skipped.reason, MESSAGE_LIMIT)}"
        found.append(Trouble(kind="skipped", text=text))
    if rest := len(report.skipped) - len(listed):
        found.append(Trouble(kind="skipped", text=f"{rest:,} more inputs; --show-skipped lists them"))
    return found + [Trouble(kind="notice", text=shown(notice, MESSAGE_LIMIT)) for notice in report.notices]


def lines_left_out(report: Report, options: RenderOptions) -> Iterator[SkippedLine]:
    """Yield every line that was left out, where they were asked for."""
    if not options.show_skipped:
        return
    for side, line in skipped_lines(report):
        yield SkippedLine(
            place=f"{shown(side.article.path, PATH_LIMIT)}:{position(side.article, line.span).line}",
            why=shown(f"{line.rule}: {line.reason}", MESSAGE_LIMIT),
            language=line.language or side.article.language,
            text=shown(line.span.text, MESSAGE_LIMIT) if options.excerpts else "",
        )


def set_aside(report: Report) -> tuple[list[tuple[str, str, str]], int]:
    """Return check, place and reason of findings that are known or dismissed, and how many more there are."""
    listed = [
        (
            f"{item.finding.check} {item.finding.name}",
            shown(item.finding.where[0].doc, PATH_LIMIT),
            f"{item.by.value}: {shown(item.reason, MESSAGE_LIMIT)}" if item.reason else item.by.value,
        )
        for item in report.set_aside[:SET_ASIDE_SHOWN]
    ]
    return listed, len(report.set_aside) - len(listed)


def choices(findings: Sequence[Finding]) -> dict[str, list[Choice]]:
    """Return what findings can be filtered by: severity, verdict and check, each with the values that occur."""
    severities = Counter(finding.severity for finding in findings)
    verdicts = Counter(finding.verdict for finding in findings)
    checks = Counter((finding.check, finding.name) for finding in findings)
    return {
        "severity": [
            Choice(value=kind.value, label=f"{SEVERITY_SYMBOL[kind]} {kind.value}", count=severities[kind])
            for kind in Severity
            if severities[kind]
        ],
        "verdict": [
            Choice(value=kind.value, label=VERDICT_WORDS[kind] or "the articles disagree", count=verdicts[kind])
            for kind in Verdict
            if verdicts[kind]
        ],
        "check": [
            Choice(value=check, label=f"{check} {name.replace('-', ' ')}", count=count)
            for (check, name), count in sorted(checks.items())
        ],
    }


def _at(path: str, line: int | None) -> str:
    return shown(path, PATH_LIMIT) + (f":{line}" if line else "")
