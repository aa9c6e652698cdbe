"""The report as Markdown: for a job summary, a wiki page, a comment on a merge request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.model import DecisionKind
from xlcheck.render.base import by_weight, counted, message_of
from xlcheck.render.english import english_for
from xlcheck.render.excerpts import excerpt
from xlcheck.render.lookup import Lookup, all_failures
from xlcheck.render.positions import position
from xlcheck.render.words import (
    DECISION_SYMBOL,
    MESSAGE_LIMIT,
    PATH_LIMIT,
    SEVERITY_SYMBOL,
    VERDICT_WORDS,
    coverage_line,
    summary,
    sureness,
)
from xlcheck.safe_text import markdown_text, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import Cluster, Finding, Report, Span
    from xlcheck.render.base import RenderOptions

EXCERPT_LIMIT = 400
ROWS = 200
"""Accepted articles beyond that many are counted, not listed; those to look at are always listed."""


class MarkdownRenderer:
    """`--format markdown`."""

    name = "markdown"

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield the summary, the articles, the findings by story, what went wrong, and the signature."""
        for line in _lines(report, options):
            yield line + "\n"


def _lines(report: Report, options: RenderOptions) -> Iterator[str]:
    lookup = Lookup(report)
    yield "# xlcheck"
    yield ""
    yield f"**{markdown_text(summary(report))}**"
    yield ""
    yield f"{markdown_text(coverage_line(report.coverage))}."
    yield ""
    yield from _articles(report)
    groups: dict[int | None, list[Finding]] = {}
    for finding in by_weight(report.findings):
        groups.setdefault(lookup.subject(finding).cluster, []).append(finding)
    for cluster in sorted(groups, key=lambda index: (index is None, index or 0)):
        yield f"## {_story(None if cluster is None else report.clusters[cluster], lookup, options)}"
        yield ""
        for finding in groups[cluster]:
            yield from _finding(finding, lookup, options)
    yield from _troubles(report)
    yield "---"
    yield ""
    yield markdown_text(report.signature)


def _articles(report: Report) -> Iterator[str]:
    if not report.documents:
        return
    yield "| | Article | Language | Decision | Why |"
    yield "|---|---|---|---|---|"
    order = {kind: place for place, kind in enumerate(reversed(DecisionKind))}
    listed = sorted(report.documents, key=lambda document: order[document.decision.kind])
    kept = [d for d in listed if d.decision.kind is not DecisionKind.ACCEPT]
    accepted = [d for d in listed if d.decision.kind is DecisionKind.ACCEPT]
    for document in (*kept, *accepted[: max(ROWS - len(kept), 0)]):
        article, decision = document.side.article, document.decision
        cells = (
            DECISION_SYMBOL[decision.kind],
            _short(article.path, PATH_LIMIT),
            _short(article.language, 20),
            decision.kind.value,
            _short("; ".join(decision.reasons), MESSAGE_LIMIT),
        )
        yield f"| {' | '.join(cells)} |"
    if (left := len(accepted) - max(ROWS - len(kept), 0)) > 0:
        yield ""
        yield f"{counted(left, 'further accepted article')}."
    yield ""


def _story(cluster: Cluster | None, lookup: Lookup, options: RenderOptions) -> str:
    if cluster is None:
        return "Articles by themselves"
    titles = [lookup.article(article).title for article in cluster.articles]
    title = next(
        (title.text for title in titles if title and options.excerpts), lookup.article(cluster.articles[0]).path
    )
    return f"{_short(title, 120)} ({counted(len(cluster.articles), 'version')})"


def _finding(finding: Finding, lookup: Lookup, options: RenderOptions) -> Iterator[str]:
    head = f"{SEVERITY_SYMBOL[finding.severity]} {finding.severity.value} {finding.check} {finding.name}"
    words = VERDICT_WORDS[finding.verdict]
    told = f"{sureness(finding.confidence)}{', ' + words if words else ''}"
    yield f"**{_short(head, 200)}** ({_short(told, 200)})"
    yield ""
    yield _short(message_of(finding, options), MESSAGE_LIMIT)
    yield ""
    for spans in _by_article((*finding.where, *finding.related)):
        article = lookup.article(spans[0].doc)
        yield f"> {_short(article.path, PATH_LIMIT)}:{position(article, spans[0]).line}"
        if options.excerpts:
            yield ">"
            yield f"> {_marked(lookup, spans)}"
            label, english = english_for(finding, spans, lookup)
            if english:
                yield ">"
                yield f"> *{label}:* {_short(english, EXCERPT_LIMIT)}"
        yield ""


def _by_article(spans: Sequence[Span]) -> list[list[Span]]:
    grouped: dict[str, list[Span]] = {}
    for span in spans:
        grouped.setdefault(span.doc, []).append(span)
    return list(grouped.values())


def _marked(lookup: Lookup, spans: Sequence[Span]) -> str:
    parts = []
    for fragment in excerpt(lookup, spans, EXCERPT_LIMIT).fragments:
        text = markdown_text(fragment.text)
        # Emphasis marks must touch the words they mark, or they show as asterisks.
        core = text.strip()
        if fragment.marked and core:
            lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            text = f"{lead}<b>{core}</b>{tail}"
        parts.append(text)
    return "".join(parts)


def _troubles(report: Report) -> Iterator[str]:
    rows = [
        f"{failure.where}: {failure.message}" + (f" ({failure.hint})" if failure.hint else "")
        for failure in all_failures(report)
    ]
    rows += [f"{pack.language}: not translated, no language pack: {pack.command}" for pack in report.missing_packs]
    rows += [f"{skipped.path}: not checked: {skipped.reason}" for skipped in report.skipped]
    rows += report.notices
    if rows:
        yield "## Not done, and notices"
        yield ""
        for row in rows:
            yield f"* {_short(row, MESSAGE_LIMIT)}"
        yield ""


def _short(text: str, limit: int) -> str:
    return markdown_text(one_line(text, limit))
