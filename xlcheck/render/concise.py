"""One line a finding, for editors that jump to `path:line:column`, for `grep`, and for short logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.render.base import by_place, message_of
from xlcheck.render.lookup import Lookup, all_failures
from xlcheck.render.positions import position
from xlcheck.render.words import MESSAGE_LIMIT, PATH_LIMIT, shown, summary
from xlcheck.safe_text import for_ci_log

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import Failure, Finding, Report
    from xlcheck.render.base import RenderOptions


class ConciseRenderer:
    """`--format concise`."""

    name = "concise"

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield the findings by path and line, what went wrong, what is missing, and a count."""
        for line in _lines(report, options):
            yield for_ci_log(line) + "\n"


def _lines(report: Report, options: RenderOptions) -> Iterator[str]:
    lookup = Lookup(report)
    for finding in by_place(report.findings):
        yield _finding_line(finding, lookup, options)
    for failure in all_failures(report):
        yield _failure_line(failure)
    for pack in report.missing_packs:
        yield f"{pack.language}: not translated, no language pack; to install it: {shown(pack.command, PATH_LIMIT)}"
    yield summary(report)


def _finding_line(finding: Finding, lookup: Lookup, options: RenderOptions) -> str:
    article = lookup.article(finding.where[0].doc)
    at = position(article, finding.where[0])
    place = f"{shown(article.path, PATH_LIMIT)}:{at.line}:{at.column}"
    weight = f"[{finding.severity.value} {finding.confidence.value:.2f}]"
    return f"{place}: {finding.check} {finding.name} {weight} {shown(message_of(finding, options), MESSAGE_LIMIT)}"


def _failure_line(failure: Failure) -> str:
    where = shown(failure.where, PATH_LIMIT) + (f":{failure.line}" if failure.line else "")
    hint = f" ({shown(failure.hint, MESSAGE_LIMIT)})" if failure.hint else ""
    return f"{where}: failed: {shown(failure.message, MESSAGE_LIMIT)}{hint}"
