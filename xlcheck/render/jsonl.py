"""The report as JSON Lines: one object a line, to be read and filtered as it comes.

The first field of each line says what it is: `document`, `finding`, `set-aside`, `skipped`, `skipped-line`,
`failure`, and once, at the end, `summary`. The other fields are those of the JSON report.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from xlcheck.render import values
from xlcheck.render.base import by_place
from xlcheck.render.lookup import Lookup, all_failures
from xlcheck.safe_text import json_safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import Report
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.values import Record


class JsonLinesRenderer:
    """`--format jsonl`."""

    name = "jsonl"

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield one line after the other."""
        for kind, record in _records(report, options):
            line = json.dumps({"type": kind, **record}, ensure_ascii=False, allow_nan=False)
            yield json_safe(line) + "\n"


def _records(report: Report, options: RenderOptions) -> Iterator[tuple[str, Record]]:
    lookup = Lookup(report)
    for document in report.documents:
        yield "document", values.document_record(document, options)
    for finding in by_place(report.findings):
        yield "finding", values.finding_record(finding, lookup, options)
    for item in report.set_aside:
        yield "set-aside", values.set_aside_record(item)
    for skipped in report.skipped:
        yield "skipped", values.skipped_record(skipped)
    if options.show_skipped:
        for record in values.skipped_line_records(report, options):
            yield "skipped-line", record
    for failure in all_failures(report):
        yield "failure", values.failure_record(failure)
    yield "summary", _summary(report)


def _summary(report: Report) -> Record:
    return {
        "schema": values.SCHEMA,
        "coverage": values.coverage_record(report.coverage),
        "counts": values.counts_record(report),
        "missingPacks": [values.missing_pack_record(pack) for pack in report.missing_packs],
        "notices": list(report.notices),
        "signature": report.signature,
    }
