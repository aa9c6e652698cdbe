"""What holds for every format."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from support import report_cases
from support.reports import make_finding, make_pair, make_report, make_side, span_of

from xlcheck.errors import UsageError
from xlcheck.model import Failure, Report
from xlcheck.render.base import RenderOptions, by_place, by_weight
from xlcheck.render.registry import RENDERERS, renderer
from xlcheck.safe_text import FORBIDDEN

if TYPE_CHECKING:
    from xlcheck.render.base import Renderer

each_format = pytest.mark.parametrize("form", RENDERERS, ids=lambda form: form.name)
TABLES = ("decisions", "tmx")
"""Formats about articles and links; findings are not in them."""
each_format_with_findings = pytest.mark.parametrize(
    "form", [form for form in RENDERERS if form.name not in TABLES], ids=lambda form: form.name
)
each_case = pytest.mark.parametrize("case", [report_cases.empty, report_cases.clean_pair, report_cases.rich])
each_option = pytest.mark.parametrize(
    "options",
    [
        RenderOptions(),
        RenderOptions(width=120, show_skipped=True, verbose=True),
        RenderOptions(width=1, show_skipped=True, verbose=True),
        RenderOptions(excerpts=False, show_skipped=True, verbose=True),
    ],
    ids=["plain", "wide", "narrow", "no-excerpts"],
)


def rendered(form: Renderer, report: Report, options: RenderOptions = RenderOptions()) -> str:  # noqa: B008
    return "".join(form.render(report, options))


def test_names_are_unique_and_found() -> None:
    assert [renderer(form.name) for form in RENDERERS] == list(RENDERERS)
    assert len({form.name for form in RENDERERS}) == len(RENDERERS)
    with pytest.raises(UsageError, match="unknown format 'yaml'") as caught:
        renderer("yaml")
    assert "jsonl" in caught.value.hint


@each_option
@each_case
@each_format
def test_output_is_harmless_and_ends_with_a_line_feed(form: Renderer, case: Any, options: RenderOptions) -> None:
    output = rendered(form, case(), options)
    assert output.endswith("\n")
    output.encode("utf-8")
    for line in output.split("\n"):
        assert not FORBIDDEN.search(line)
        # Annotations are commands; test_render_services.py looks at what is in them.
        assert form.name == "github" or not line.lstrip().startswith("::")
        assert "##[" not in line
        assert "##vso[" not in line
        assert line == line.rstrip()


@each_format_with_findings
def test_without_excerpts_no_words_of_the_articles_come_out(form: Renderer) -> None:
    secret = "Qzarth"
    sides = [
        make_side(
            f"{name}.txt",
            f"{secret} title\n{secret} one. {secret} two.\n{secret} teaser",
            language=language,
            skipped={2: ("teaser", "announces another article")},
            translations=(f"{secret} title", f"{secret} one."),
        )
        for name, language in (("a", "de"), ("b", "en"))
    ]
    finding = make_finding(
        [span_of(sides[1], f"{secret} one")],
        [span_of(sides[0], f"{secret} one")],
        message=f"“{secret}” is missing.",
        cause="word-lost",
        evidence=((secret, "1"), ("english", secret)),
    )
    report = make_report(sides, pairs=[make_pair(*sides, [([0], [0]), ([1], [1])])], findings=[finding])
    options = RenderOptions(show_skipped=True, verbose=True)
    assert secret in rendered(form, report, options)
    hidden = rendered(form, report, replace(options, excerpts=False))
    assert secret not in hidden
    assert "number value: word lost" in hidden


@each_format
def test_a_failure_is_visible_everywhere(form: Renderer) -> None:
    report = make_report(failures=[Failure(where="gone.txt", message="no such file", hint="look again", line=3)])
    output = rendered(form, report)
    assert "gone.txt" in output
    assert "no such file" in output
    assert "look again" in output


@each_format
def test_a_pair_that_broke_off_is_visible_everywhere(form: Renderer) -> None:
    one, two = make_side("one.txt", "Eins\nEin Satz.", language="de"), make_side("two.txt", "Two\nA sentence.")
    report = make_report([one, two], pairs=[make_pair(one, two, failure="it broke off")])
    assert "it broke off" in rendered(form, report)


@each_format_with_findings
def test_findings_in_titles_skipped_lines_and_empty_spans(form: Renderer) -> None:
    side = make_side("a.txt", "Title\nBody here.\nTeaser", skipped={2: ("teaser", "")})
    spans = [side.article.span(*place) for place in ((0, 5), (17, 23), (8, 8), (5, 6), (0, 23))]
    report = make_report([side], findings=[make_finding([span], message=f"at {span.start}") for span in spans])
    output = rendered(form, report)
    assert all(f"at {span.start}" in output for span in spans)


@cache
def many(number: int) -> Report:
    source = make_side(
        "a.txt", "Titel\n" + "\n".join(f"Es waren {n} in der Halle." for n in range(number)), language="de"
    )
    english = make_side("b.txt", "Title\n" + "\n".join(f"There were {n} in the hall." for n in range(number)))
    findings = [
        make_finding([right.span.sub(6, 10)], [left.span.sub(3, 8)])
        for left, right in zip(source.segments[1:], english.segments[1:], strict=True)
    ]
    pair = make_pair(source, english, [([n], [n]) for n in range(number)])
    return make_report([source, english], pairs=[pair], findings=findings, clusters=[["a.txt", "b.txt"]])


@each_format
def test_ten_times_the_findings_take_about_ten_times_as_long(form: Renderer) -> None:
    def seconds(report: Report) -> float:
        before = time.process_time()
        rendered(form, report)
        return time.process_time() - before

    seconds(many(5))
    assert seconds(many(800)) < 40 * max(seconds(many(80)), 0.002)


def test_orders() -> None:
    report = report_cases.rich()
    weights = [finding.severity.rank * finding.confidence.value for finding in by_weight(report.findings)]
    assert weights == sorted(weights, reverse=True)
    places = [(finding.where[0].doc, finding.where[0].start) for finding in by_place(report.findings)]
    assert places == sorted(places)
    assert by_weight(report.findings[::-1]) == by_weight(report.findings)


def test_concise_lines() -> None:
    lines = rendered(renderer("concise"), report_cases.rich()).splitlines()
    assert lines[1] == (
        "incoming/2024/bridge-almsund.txt:2:6: XN101 number-value [error 0.86] "
        "The number of workers differs: 400 in the original, 4,000 here."
    )
    assert lines[-1].startswith("10 findings (4 errors, 3 warnings, 3 notes), 6 articles")
    assert rendered(renderer("concise"), report_cases.clean_pair()) == "no findings, 2 articles (2 accept)\n"


def test_json_is_streamed() -> None:
    pieces = list(renderer("json").render(many(50), RenderOptions()))
    assert len(pieces) > 100
    assert max(map(len, pieces)) < 2000
    json.loads("".join(pieces))


def test_knowing_the_formats_costs_no_rich() -> None:
    code = "import sys, xlcheck.render.registry, xlcheck.render.progress; print('rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
