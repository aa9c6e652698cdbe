"""The terminal report from top to bottom: articles, findings, what was not checked, and the count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from xlcheck.model import DecisionKind
from xlcheck.render.base import counted
from xlcheck.render.lookup import Lookup, all_failures, skipped_lines
from xlcheck.render.positions import position
from xlcheck.render.terminal.findings import finding_blocks
from xlcheck.render.terminal.page import BAR, cropped
from xlcheck.render.words import DECISION_SYMBOL, MESSAGE_LIMIT, PATH_LIMIT, coverage_line, shown, summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import DocumentResult, Failure, Report
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.terminal.page import Page

DECISION_STYLE = {DecisionKind.ACCEPT: "green", DecisionKind.REVIEW: "bold yellow", DecisionKind.QUARANTINE: "bold red"}
DECISION_CELLS = 14
LISTED_INPUTS = 20
"""Skipped inputs named one by one; with `--show-skipped` all are."""


def blocks(report: Report, options: RenderOptions, page: Page) -> Iterator[list[Text]]:
    """Yield the lines of the report, block by block."""
    lookup = Lookup(report)
    yield from _articles(report, options, page)
    if report.findings:
        yield _section("Findings", page)
        yield from finding_blocks(report, lookup, options, page)
    yield from _not_checked(report, options, page)
    yield _closing(report, page)


def _section(title: str, page: Page) -> list[Text]:
    rule = "\N{BOX DRAWINGS LIGHT HORIZONTAL}"
    rest = rule * (page.width - len(title) - 4)
    return [Text.assemble((f"{rule * 2} ", "dim"), (title, "bold"), (f" {rest}", "dim"))]


def _articles(report: Report, options: RenderOptions, page: Page) -> Iterator[list[Text]]:
    if not report.documents:
        return
    yield _section("Articles", page)
    paths = [cell_len(shown(document.side.article.id, PATH_LIMIT)) for document in report.documents]
    path_cells = min(max(paths), page.width * 2 // 5)
    for document in report.documents:
        yield _article(document, options, page, path_cells)
    yield [Text()]


def _article(document: DocumentResult, options: RenderOptions, page: Page, path_cells: int) -> list[Text]:
    """Return one line for an article, and a second one with the reasons where there are any."""
    article, decision = document.side.article, document.decision
    head = f"{DECISION_SYMBOL[decision.kind]} {decision.kind.value}"
    path = shown(article.id, PATH_LIMIT)
    line = Text.assemble(
        (head.ljust(DECISION_CELLS), DECISION_STYLE[decision.kind]),
        (f"{shown(article.language, 8):<4}", "dim"),
        path + " " * (path_cells - cell_len(path)),
    )
    room = page.width - cell_len(line.plain) - 2
    if article.title and options.excerpts and room > 8:
        line.append("  " + cropped(shown(article.title.text, page.width), room), "italic")
    line.rstrip()
    lines = page.wrapped(line, hanging=" " * (DECISION_CELLS + 4))
    if decision.reasons:
        reasons = Text("; ".join(shown(reason, MESSAGE_LIMIT) for reason in decision.reasons))
        lines += page.wrapped(reasons, indent=" " * (DECISION_CELLS + 4))
    return lines


def _not_checked(report: Report, options: RenderOptions, page: Page) -> Iterator[list[Text]]:
    skipped = list(skipped_lines(report)) if options.show_skipped else []
    failures = all_failures(report)
    if not (failures or report.missing_packs or report.skipped or skipped):
        return
    yield _section("Not checked", page)
    for failure in failures:
        yield _failure(failure, page)
    for pack in report.missing_packs:
        articles = counted(pack.articles, "article")
        text = f"{articles} in {shown(pack.language, 12)} not translated: no language pack. To install it:"
        # The command stands alone on its line and is never wrapped, so that it can be copied.
        yield [*page.wrapped(Text(text)), Text.assemble("  ", (shown(pack.command, PATH_LIMIT), "bold"))]
    yield from _skipped_inputs(report, options, page)
    for side, line in skipped:
        article = side.article
        place = f"{shown(article.path, PATH_LIMIT)}:{position(article, line.span).line}"
        why = shown(f"{line.rule}: {line.reason}", MESSAGE_LIMIT)
        yield page.wrapped(Text.assemble(place, (f"  {why}", "dim")), hanging="  ")
        if options.excerpts:
            yield page.wrapped(Text(shown(line.span.text, page.width * 2)), indent="  " + BAR)
    yield [Text()]


def _failure(failure: Failure, page: Page) -> list[Text]:
    where = shown(failure.where, PATH_LIMIT) + (f":{failure.line}" if failure.line else "")
    text = Text.assemble(("failed ", "bold red"), where, ": ", shown(failure.message, MESSAGE_LIMIT))
    lines = page.wrapped(text, hanging="  ")
    if failure.hint:
        lines += page.wrapped(Text(shown(failure.hint, MESSAGE_LIMIT)), indent="  ")
    return lines


def _skipped_inputs(report: Report, options: RenderOptions, page: Page) -> Iterator[list[Text]]:
    listed = report.skipped if options.show_skipped else report.skipped[:LISTED_INPUTS]
    for skipped in listed:
        where = shown(skipped.path, PATH_LIMIT) + (f":{skipped.line}" if skipped.line else "")
        yield page.wrapped(
            Text.assemble(("skipped ", "bold"), where, ": ", shown(skipped.reason, MESSAGE_LIMIT)), hanging="  "
        )
    if rest := len(report.skipped) - len(listed):
        yield page.wrapped(Text(f"and {rest:,} more skipped; --show-skipped lists them"))


def _closing(report: Report, page: Page) -> list[Text]:
    count = summary(report)
    lines = page.wrapped(Text(count[0].upper() + count[1:] + ".", "bold"))
    if report.documents:
        coverage = coverage_line(report.coverage)
        lines += page.wrapped(Text(f"Coverage: {coverage}."))
    for notice in report.notices:
        lines += page.wrapped(Text(shown(notice, MESSAGE_LIMIT)))
    return [*lines, *page.wrapped(Text(shown(report.signature, MESSAGE_LIMIT), "dim"))]
