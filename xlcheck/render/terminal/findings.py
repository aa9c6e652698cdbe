"""Findings for a reader: what, how sure, where, and the sentences side by side with the differing words marked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from xlcheck.model import Severity
from xlcheck.render.base import by_weight, message_of
from xlcheck.render.english import english_for
from xlcheck.render.excerpts import excerpt
from xlcheck.render.positions import position
from xlcheck.render.terminal.page import BAR, cropped_left
from xlcheck.render.words import (
    MESSAGE_LIMIT,
    MODE_WORDS,
    PATH_LIMIT,
    SEVERITY_SYMBOL,
    VERDICT_WORDS,
    roles,
    shown,
    sureness,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import Finding, Report, Span
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.lookup import Lookup, Subject
    from xlcheck.render.terminal.page import Page

SIDE_BY_SIDE_FROM = 100
"""Page width from which texts stand in columns; below they stand under each other."""
MIN_COLUMN = 28
EXCERPT_LIMIT = 360
"""Code points of an article in one excerpt: two long sentences."""
SEVERITY_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "cyan"}
MARK_STYLE = "bold underline"
MARK = ("\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}", "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}")
"""Around marked words, so that they stand out without any style."""
INDENT = "    "


@dataclass(frozen=True, slots=True)
class Panel:
    """One text of a finding: whose it is, where it stands, what it says."""

    label: str
    place: str
    body: Text


def finding_blocks(report: Report, lookup: Lookup, options: RenderOptions, page: Page) -> Iterator[list[Text]]:
    """Yield a heading for each pair, story or article with findings, and a block for each finding."""
    subjects = [(lookup.subject(finding), finding) for finding in by_weight(report.findings)]
    # The sort is stable: within a subject the findings stay ordered by weight.
    subjects.sort(key=lambda entry: entry[0].order)
    for subject, group in groupby(subjects, key=lambda entry: entry[0]):
        yield _heading(subject, report, lookup, page)
        for _, finding in group:
            yield _block(finding, subject, lookup, options, page)


def _heading(subject: Subject, report: Report, lookup: Lookup, page: Page) -> list[Text]:
    names = [shown(lookup.article(doc).id, PATH_LIMIT) for doc in subject.articles]
    text = Text()
    if subject.cluster is not None:
        text.append(f"Story {subject.cluster + 1}: ")
    text.append((" \N{LEFT RIGHT ARROW} " if subject.pair is not None else ", ").join(names), "bold")
    if subject.pair is not None:
        text.append(f"  ({MODE_WORDS[report.pairs[subject.pair].pair.mode]})", "dim")
    return [*page.wrapped(text, hanging="  "), Text()]


def _block(finding: Finding, subject: Subject, lookup: Lookup, options: RenderOptions, page: Page) -> list[Text]:
    lines = page.wrapped(_title(finding, lookup), indent="  ", hanging=INDENT)
    message = shown(message_of(finding, options), MESSAGE_LIMIT)
    lines += page.wrapped(Text(message), indent=INDENT)
    if words := VERDICT_WORDS[finding.verdict]:
        lines += page.wrapped(Text(f"({words})", "dim"), indent=INDENT)
    if options.excerpts:
        lines += _laid_out(_panels(finding, subject, lookup), page)
    if options.verbose:
        lines += page.wrapped(_small_print(finding, options), indent=INDENT, hanging=INDENT + "  ")
    return [*lines, Text()]


def _title(finding: Finding, lookup: Lookup) -> Text:
    style = SEVERITY_STYLE[finding.severity]
    return Text.assemble(
        (f"{SEVERITY_SYMBOL[finding.severity]} {finding.severity.value}", style),
        f"  {finding.check} {finding.name}  ",
        (sureness(finding.confidence), "bold"),
        "  ",
        _place(finding.where[0], lookup),
    )


def _place(span: Span, lookup: Lookup) -> str:
    article = lookup.article(span.doc)
    at = position(article, span)
    return f"{shown(article.path, PATH_LIMIT)}:{at.line}:{at.column}"


def _panels(finding: Finding, subject: Subject, lookup: Lookup) -> list[Panel]:
    """Return the texts of a finding in reading order: each article of the subject, then our English for it."""
    panels = []
    for doc, role in zip(subject.articles, roles(finding, subject, lookup), strict=True):
        spans = [span for span in (*finding.where, *finding.related) if span.doc == doc]
        label = f"{role} ({shown(lookup.article(doc).language, 12)})"
        panels.append(Panel(label, _place(spans[0], lookup), _marked(lookup, spans)))
        label, english = english_for(finding, spans, lookup)
        if english:
            panels.append(Panel(label, "", Text(shown(english, EXCERPT_LIMIT))))
    return panels


def _marked(lookup: Lookup, spans: list[Span]) -> Text:
    found = excerpt(lookup, spans, EXCERPT_LIMIT)
    text = Text()
    for fragment in found.fragments:
        text.append(f"{MARK[0]}{fragment.text}{MARK[1]}" if fragment.marked else fragment.text, _style(fragment.marked))
    if found.more:
        text.append(f" (and {found.more} more)", "dim")
    return text


def _style(marked: bool) -> str:
    return MARK_STYLE if marked else ""


def _laid_out(panels: list[Panel], page: Page) -> list[Text]:
    wide = page.width >= SIDE_BY_SIDE_FROM and page.column_width(len(panels), indent=INDENT) >= MIN_COLUMN
    if wide and len(panels) > 1:
        room = page.column_width(len(panels), indent=INDENT)
        return page.columns([_column(panel, room) for panel in panels], indent=INDENT)
    lines: list[Text] = []
    for panel in panels:
        head = Text.assemble((panel.label, "bold"), (f"  {panel.place}" if panel.place else "", "dim"))
        lines += page.wrapped(head, indent=INDENT, hanging=INDENT + "  ")
        lines += page.wrapped(panel.body, indent=INDENT + BAR)
    return lines


def _column(panel: Panel, room: int) -> tuple[Text, Text, Text]:
    # The heading above the finding has the path in full, so here its end will do.
    return Text(panel.label, "bold"), Text(cropped_left(panel.place, room), "dim"), panel.body


def _small_print(finding: Finding, options: RenderOptions) -> Text:
    parts = [f"{name} {value:.2f}" for name, value in finding.confidence.components]
    lines = ["confidence: " + " \N{MULTIPLICATION SIGN} ".join(parts)]
    if finding.cause:
        lines.append(f"cause: {finding.cause}")
    if finding.evidence and options.excerpts:
        lines.append("compared: " + ", ".join(f"{what} {value}" for what, value in finding.evidence))
    lines.append(f"fingerprint: {finding.fingerprint}")
    return Text(shown("; ".join(lines), MESSAGE_LIMIT), "dim")
