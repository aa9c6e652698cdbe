"""Tables for spreadsheets (RFC 4180): the findings, and the decision about every article.

What could not be done is a row too, named `failure`, so that no table looks complete that is not. A cell that a
spreadsheet would compute is disarmed (`safe_text.csv_cell`), since articles are not to be trusted.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from xlcheck.render.base import by_place, message_of
from xlcheck.render.lookup import Lookup, all_failures
from xlcheck.render.positions import position
from xlcheck.safe_text import csv_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xlcheck.model import Failure, Finding, Report
    from xlcheck.render.base import RenderOptions

FINDING_COLUMNS = (
    *("check", "name", "severity", "confidence", "verdict", "cause", "message"),
    *("path", "line", "column", "end_line", "end_column", "text"),
    *("related_path", "related_line", "related_column", "related_text", "fingerprint"),
)
DECISION_COLUMNS = ("path", "article", "decision", "reasons", "language", "date", "sentences", "garble")


class CsvRenderer:
    """`--format csv`: a row a finding."""

    name = "csv"

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield the header and the rows, by path and line."""
        lookup = Lookup(report)
        yield _row(FINDING_COLUMNS)
        for finding in by_place(report.findings):
            yield _row(_finding(finding, lookup, options))
        for failure in all_failures(report):
            known = {"name": "failure", "severity": "error", "message": _told(failure), "path": failure.where}
            yield _row({**known, "line": str(failure.line or "")}.get(column, "") for column in FINDING_COLUMNS)


class DecisionsRenderer:
    """`--format decisions`: a row an article, for curators who move files by them."""

    name = "decisions"

    def render(self, report: Report, _options: RenderOptions, /) -> Iterator[str]:
        """Yield the header and the rows, in the report's order."""
        yield _row(DECISION_COLUMNS)
        for document in report.documents:
            article = document.side.article
            yield _row(
                (
                    article.path,
                    article.id,
                    document.decision.kind.value,
                    "; ".join(document.decision.reasons),
                    article.language,
                    article.date.isoformat() if article.date else "",
                    str(len(document.side.segments)),
                    f"{document.side.document_garble.value:.4f}",
                )
            )
        for failure in all_failures(report):
            known = {"path": failure.where, "decision": "failure", "reasons": _told(failure)}
            yield _row(known.get(column, "") for column in DECISION_COLUMNS)


def _told(failure: Failure) -> str:
    return f"{failure.message} ({failure.hint})" if failure.hint else failure.message


def _finding(finding: Finding, lookup: Lookup, options: RenderOptions) -> Iterator[str]:
    yield from (finding.check, finding.name, finding.severity.value, f"{finding.confidence.value:.2f}")
    yield from (finding.verdict.value, finding.cause, message_of(finding, options))
    article = lookup.article(finding.where[0].doc)
    at = position(article, finding.where[0])
    yield from (article.path, str(at.line), str(at.column), str(at.end_line), str(at.end_column))
    yield finding.where[0].text if options.excerpts else ""
    if finding.related:
        other = lookup.article(finding.related[0].doc)
        at = position(other, finding.related[0])
        yield from (other.path, str(at.line), str(at.column))
        yield finding.related[0].text if options.excerpts else ""
    else:
        yield from ("", "", "", "")
    yield finding.fingerprint


def _row(cells: Iterable[str]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow([csv_cell(cell) for cell in cells])
    return line.getvalue()
