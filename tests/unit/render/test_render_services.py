"""The formats that other programs read: SARIF, annotations, code quality, JUnit, tables, TMX, Markdown."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator
from junitparser import Error, Failure, JUnitXml
from support import report_cases
from support.reports import make_finding, make_report, make_side, span_of

from xlcheck.checks.measured import measurements
from xlcheck.checks.registry import CHECKS
from xlcheck.model import Report, SetAside, SetAsideBy, Severity
from xlcheck.render.base import RenderOptions
from xlcheck.render.lookup import Lookup
from xlcheck.render.registry import renderer
from xlcheck.render.sarif import uri

SCHEMA = Path(__file__).parents[2] / "support" / "schemas" / "sarif-2.1.0.json"
CASES = {"empty": report_cases.empty, "clean_pair": report_cases.clean_pair, "rich": report_cases.rich}


def rendered(name: str, report: Report, **options: Any) -> str:
    return "".join(renderer(name).render(report, RenderOptions(**options)))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("excerpts", [True, False], ids=["with excerpts", "without"])
def test_sarif_is_valid(case: str, excerpts: bool) -> None:
    log = json.loads(rendered("sarif", CASES[case](), excerpts=excerpts))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []


def test_sarif_has_what_code_scanning_asks_for() -> None:
    report = replace(report_cases.rich(), checks=())
    run = json.loads(rendered("sarif", report))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [check.INFO.id for check in CHECKS]
    for rule in run["tool"]["driver"]["rules"]:
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert len(rule["properties"]["tags"]) <= 20
    assert len(run["results"]) == len(report.findings)
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
        ids = {related["id"] for related in result["relatedLocations"]}
        assert {int(number) for number in re.findall(r"\]\((\d+)\)", result["message"]["text"])} == ids
        assert result["partialFingerprints"]["primaryLocationLineHash"]
        if "ruleIndex" in result:
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert not run["invocations"][0]["executionSuccessful"]


def test_sarif_rules_are_the_checks_that_ran() -> None:
    report = replace(report_cases.empty(), checks=("XN101", "XQ101"))
    rules = json.loads(rendered("sarif", report))["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["XN101", "XQ101"]


def test_sarif_precision_is_the_measured_one() -> None:
    run = json.loads(rendered("sarif", replace(report_cases.empty(), checks=())))["runs"][0]
    levels = {rule["id"]: rule["properties"].get("precision") for rule in run["tool"]["driver"]["rules"]}
    assert levels == {
        check.INFO.id: found.level if (found := measurements().precision(check.INFO.id)) else None for check in CHECKS
    }
    assert {"very-high", None} <= set(levels.values()) <= {"very-high", "high", "medium", "low", None}


def with_set_aside() -> Report:
    """Two findings that are reported and three that are not."""
    side = make_side("a.txt", "Title\n" + "It was 5.\n" * 5)
    spans = [side.article.span(match.start(), match.end()) for match in re.finditer("5", side.article.text)]
    findings = [make_finding([span]) for span in spans]
    aside = (
        SetAside(finding=findings[2], by=SetAsideBy.BASELINE, reason="in the baseline"),
        SetAside(finding=findings[3], by=SetAsideBy.RULE, reason="known\nto the desk"),
        SetAside(finding=findings[4], by=SetAsideBy.REVIEW, reason="dismissed: fine"),
    )
    return replace(make_report([side], findings=findings[:2]), set_aside=aside)


def test_sarif_leaves_out_what_is_set_aside() -> None:
    results = json.loads(rendered("sarif", with_set_aside()))["runs"][0]["results"]
    assert len(results) == 2
    assert not any("suppressions" in result for result in results)


def test_sarif_marks_what_is_set_aside_on_demand() -> None:
    log = json.loads(rendered("sarif", with_set_aside(), show_suppressed=True))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []
    results = log["runs"][0]["results"]
    assert [result["suppressions"] for result in results[:2]] == [[], []]
    given = {one["properties"]["by"]: one for result in results[2:] for one in result["suppressions"]}
    assert {by: one["justification"] for by, one in given.items()} == {
        "baseline": "in the baseline",
        "ignored": "known to the desk",
        "reviewed": "dismissed: fine",
    }
    assert {(one["kind"], one["status"]) for one in given.values()} == {("external", "accepted")}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("a b/ü.txt", "a%20b/%C3%BC.txt", id="relative"),
        pytest.param("/srv/a.txt", "file:///srv/a.txt", id="absolute"),
        pytest.param("x\ud800.txt", "x%3F.txt", id="lone surrogate"),
    ],
)
def test_paths_become_uris(path: str, expected: str) -> None:
    assert uri(path) == expected


def many_findings(count: int, severity: Severity) -> Report:
    side = make_side("a.txt", "Title\n" + "It was, so they say: 5% more.\n" * count)
    spans = [side.article.span(match.start(), match.end()) for match in re.finditer("5% more", side.article.text)]
    findings = [make_finding([span], severity=severity, message="50% of it:\nis wrong, too") for span in spans]
    return make_report([side], findings=findings)


def test_annotations_are_escaped() -> None:
    first = rendered("github", many_findings(1, Severity.ERROR)).splitlines()[0]
    assert first == (
        "::error file=a.txt,line=2,endLine=2,col=22,endColumn=29,"
        "title=XN101 number-value (93%25 sure)::50%25 of it: is wrong, too"
    )


def test_annotations_beyond_the_cap_are_counted() -> None:
    lines = rendered("github", many_findings(14, Severity.WARNING)).splitlines()
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert "::notice title=xlcheck::4 further findings not shown here." in lines


def test_a_range_over_lines_has_no_columns() -> None:
    side = make_side("a.txt", "Title\nOne line.\nAnother line.")
    span = span_of(side, "One line.\nAnother")
    first = rendered("github", make_report([side], findings=[make_finding([span])])).splitlines()[0]
    assert "line=2,endLine=3,title=" in first


def test_no_article_text_is_a_command() -> None:
    for line in rendered("github", report_cases.rich()).splitlines():
        assert line.startswith(("::error ", "::warning ", "::notice ")) or "::" not in line[:2]
        assert "##[" not in line


@pytest.mark.parametrize("case", CASES)
def test_code_quality_entries_are_complete_and_unique(case: str) -> None:
    report = CASES[case]()
    entries = json.loads(rendered("gitlab", report))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    assert len(entries) == len(report.findings) + len(report.failures)
    for entry in entries:
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["lines"]["begin"] >= 1


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    side = make_side("a.txt", "Title\nIt was 5.")
    finding = make_finding([span_of(side, "5")])
    entries = json.loads(rendered("gitlab", make_report([side], findings=[finding, finding])))
    assert entries[0]["fingerprint"] != entries[1]["fingerprint"]


@pytest.mark.parametrize("case", CASES)
def test_junit_is_read_back(case: str) -> None:
    report = CASES[case]()
    document = JUnitXml.fromstring(rendered("junit", report, fail_on="note").encode())
    cases = [case for suite in document for case in suite]
    assert cases, "never an empty file"
    failed = [result for case in cases for result in case.result if isinstance(result, Failure)]
    lookup = Lookup(report)
    failing = {
        (finding.check, lookup.subject(finding).articles) for finding in report.findings if finding.verdict.can_fail
    }
    assert len(failed) == len(failing)
    assert document.failures == len(failed)
    assert document.tests == len(cases)
    errors = [result for case in cases for result in case.result if isinstance(result, Error)]
    assert len(errors) == len(report.failures)


def test_junit_fails_only_from_the_severity_asked_for() -> None:
    report = many_findings(1, Severity.WARNING)
    for fail_on, failures in (("error", 0), ("warning", 1), ("note", 1), ("never", 0)):
        assert JUnitXml.fromstring(rendered("junit", report, fail_on=fail_on).encode()).failures == failures
    assert "<system-out>" in rendered("junit", report, fail_on="error")


@pytest.mark.parametrize("name", ["csv", "decisions"])
@pytest.mark.parametrize("case", CASES)
def test_tables_are_rectangular(name: str, case: str) -> None:
    report = CASES[case]()
    header, *rows = csv.reader(StringIO(rendered(name, report)))
    assert {len(row) for row in rows} <= {len(header)}
    assert len(rows) == len(report.failures) + len(report.findings if name == "csv" else report.documents)


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\N{FULLWIDTH EQUALS SIGN}1"])
def test_no_cell_is_a_formula(formula: str) -> None:
    side = make_side("a.txt", f"Title\n{formula} was said.")
    finding = make_finding([span_of(side, formula)], message=formula)
    _, row = csv.reader(StringIO(rendered("csv", make_report([side], findings=[finding]))))
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}")) for cell in row)


@pytest.mark.parametrize("case", CASES)
def test_tmx_has_a_unit_for_every_link_with_two_sides(case: str) -> None:
    report = CASES[case]()
    document = ElementTree.fromstring(rendered("tmx", report).encode())
    links = [link for result in report.pairs for link in result.pair.links if link.source and link.english]
    units = document.findall("body/tu")
    assert len(units) == len(links)
    assert all(len(unit.findall("tuv")) == 2 for unit in units)


def test_markdown_shows_hostile_text_as_text() -> None:
    side = make_side("a|b.txt", "Title\nSee [here](http://x.test) <script> @everyone `code` | cell ![i](j).")
    span = side.article.span(6, len(side.article.text))
    text = rendered("markdown", make_report([side], findings=[make_finding([span], message="# [x](y) <img>")]))
    assert "<script" not in text
    assert "<img" not in text
    assert not re.search(r"(?<!\\)\[[^\]]*(?<!\\)\]\(", text), "no link"
    assert "@everyone" not in text
    assert "a\\|b.txt" in text


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "junit", "html", "markdown", "csv", "tmx"])
def test_without_excerpts_no_word_of_an_article_is_shown(name: str) -> None:
    text = rendered(name, report_cases.rich(), excerpts=False)
    assert "doubted the schedule" not in text
    assert "4,000 workers" not in text
