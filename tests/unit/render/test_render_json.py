"""The JSON formats: valid, exact, stable, and silent about the text where that was asked for."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from support import report_cases

from xlcheck.model import Report
from xlcheck.render.base import RenderOptions
from xlcheck.render.json_report import JsonRenderer, schema
from xlcheck.render.jsonl import JsonLinesRenderer

CASES = [report_cases.empty, report_cases.clean_pair, report_cases.rich]
OPTIONS = [
    pytest.param(RenderOptions(), id="plain"),
    pytest.param(RenderOptions(show_skipped=True), id="show-skipped"),
    pytest.param(RenderOptions(excerpts=False, show_skipped=True), id="no-excerpts"),
]
LINE_KINDS = {
    "document": "document",
    "finding": "finding",
    "skipped": "skipped",
    "skipped-line": "skippedLine",
    "failure": "failure",
    "summary": "summary",
}


VALIDATOR = jsonschema.Draft202012Validator(schema())


def rendered(report: Report, options: RenderOptions) -> Any:
    return json.loads("".join(JsonRenderer().render(report, options)))


def spans_in(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        own = [value] if "endColumn" in value else []
        return own + [span for inner in value.values() for span in spans_in(inner)]
    return [span for inner in value for span in spans_in(inner)] if isinstance(value, list) else []


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_every_object_of_the_schema_is_closed_and_complete() -> None:
    def objects(value: Any) -> list[dict[str, Any]]:
        if isinstance(value, dict):
            own = [value] if value.get("type") == "object" else []
            return own + [found for inner in value.values() for found in objects(inner)]
        return [found for inner in value for found in objects(inner)] if isinstance(value, list) else []

    found = objects(schema())
    assert len(found) > 15
    for each in found:
        assert each["additionalProperties"] is False
        assert sorted(each["required"]) == sorted(each["properties"])


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("case", CASES)
def test_reports_follow_the_schema(case: Any, options: RenderOptions) -> None:
    VALIDATOR.validate(rendered(case(), options))


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("case", CASES)
def test_lines_follow_the_schema(case: Any, options: RenderOptions) -> None:
    lines = "".join(JsonLinesRenderer().render(case(), options)).splitlines()
    records = [json.loads(line) for line in lines]
    assert [record["type"] for record in records].count("summary") == 1
    assert records[-1]["type"] == "summary"
    for record in records:
        definition = {"$ref": f"#/$defs/{LINE_KINDS[record.pop('type')]}", "$defs": schema()["$defs"]}
        VALIDATOR.evolve(schema=definition).validate(record)


def test_both_formats_hold_the_same_findings_in_the_same_order() -> None:
    report = report_cases.rich()
    records = [json.loads(line) for line in "".join(JsonLinesRenderer().render(report, RenderOptions())).splitlines()]
    findings = [{k: v for k, v in record.items() if k != "type"} for record in records if record["type"] == "finding"]
    assert findings == rendered(report, RenderOptions())["findings"]


def test_every_span_is_the_text_that_stands_there() -> None:
    report = report_cases.rich()
    texts = {document.side.article.id: document.side.article.text for document in report.documents}
    spans = spans_in(rendered(report, RenderOptions(show_skipped=True)))
    assert len(spans) > 40
    for span in spans:
        text = texts[span["article"]]
        assert span["text"] == text[span["start"] : span["end"]]
        lines = text.split("\n")
        begin = sum(len(line) + 1 for line in lines[: span["line"] - 1]) + span["column"] - 1
        end = sum(len(line) + 1 for line in lines[: span["endLine"] - 1]) + span["endColumn"] - 1
        assert (begin, end) == (span["start"], span["end"])


@pytest.mark.parametrize("renderer", [JsonRenderer(), JsonLinesRenderer()])
def test_the_order_of_findings_does_not_matter(renderer: Any) -> None:
    report = report_cases.rich()
    mirrored = replace(report, findings=report.findings[::-1])
    assert [*renderer.render(report, RenderOptions())] == [*renderer.render(mirrored, RenderOptions())]


def test_skipped_lines_are_null_unless_asked_for() -> None:
    assert rendered(report_cases.rich(), RenderOptions())["skippedLines"] is None
    assert len(rendered(report_cases.rich(), RenderOptions(show_skipped=True))["skippedLines"]) == 3
    assert rendered(report_cases.empty(), RenderOptions(show_skipped=True))["skippedLines"] == []


def test_numbers_are_rounded() -> None:
    links = rendered(report_cases.rich(), RenderOptions())["links"]
    assert {link["score"] for link in links} == {0.8123}


def test_null_beads_have_an_empty_side() -> None:
    links = rendered(report_cases.rich(), RenderOptions())["links"]
    (null,) = [link for link in links if not link["english"]]
    assert [span["text"] for span in null["source"]] == ["Der Bürgermeister von Almsund lehnte einen Kommentar ab."]
