"""The whole report as one JSON document, as `schema/xlcheck-report-1.schema.json` describes it.

Everything is in a stable order, and every character that could act on a terminal is written as an escape, so that the
file can be shown as it is and still gives back the exact text.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from xlcheck.render import values
from xlcheck.render.base import by_place
from xlcheck.render.lookup import Lookup, all_failures
from xlcheck.safe_text import json_safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xlcheck.model import Report
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.values import Record, Value


class JsonRenderer:
    """`--format json`."""

    name = "json"

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield the document, one entry of a list at a time."""
        yield f'{{\n  "schema": {_dumped(values.SCHEMA)}'
        for key, records in _lists(report, options):
            yield f",\n  {_dumped(key)}: "
            yield from _list(records)
        for key, value in _values(report, options):
            yield f",\n  {_dumped(key)}: {_dumped(value, indent=2)}"
        yield "\n}\n"


def schema() -> dict[str, Any]:
    """Return the published JSON schema of the report (draft 2020-12)."""
    text = (files("xlcheck.render") / "schema" / "xlcheck-report-1.schema.json").read_text(encoding="utf-8")
    return cast(dict[str, Any], json.loads(text))


def _lists(report: Report, options: RenderOptions) -> Iterator[tuple[str, Iterable[Record]]]:
    lookup = Lookup(report)
    yield "documents", (values.document_record(document, options) for document in report.documents)
    yield "clusters", map(values.cluster_record, report.clusters)
    yield "pairs", map(values.pair_record, report.pairs)
    yield "links", (record for result in report.pairs for record in values.link_records(result, options))
    yield "findings", (values.finding_record(finding, lookup, options) for finding in by_place(report.findings))
    yield "setAside", map(values.set_aside_record, report.set_aside)
    yield "skipped", map(values.skipped_record, report.skipped)
    if options.show_skipped:
        yield "skippedLines", values.skipped_line_records(report, options)
    yield "failures", map(values.failure_record, all_failures(report))
    yield "missingPacks", map(values.missing_pack_record, report.missing_packs)


def _values(report: Report, options: RenderOptions) -> Iterator[tuple[str, Value]]:
    if not options.show_skipped:
        yield "skippedLines", None
    yield "coverage", values.coverage_record(report.coverage)
    yield "counts", values.counts_record(report)
    yield "notices", list(report.notices)
    yield "signature", report.signature


def _list(records: Iterable[Record]) -> Iterator[str]:
    between = "["
    for record in records:
        yield f"{between}\n    {_dumped(record, indent=4)}"
        between = ","
    yield "[]" if between == "[" else "\n  ]"


def _dumped(value: Value, *, indent: int = 0) -> str:
    """Return a value as JSON: on one line, or over several that follow each other at the given depth."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2 if indent else None)
    return json_safe(text.replace("\n", "\n" + " " * indent))
