"""Whatever stands in an article, a path or a message: reports stay harmless, and exact where machines read them."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.html_tags import Tags
from support.reports import make_finding, make_pair, make_report, make_side

from xlcheck.model import Decision, DecisionKind, Failure, MissingPack, Report, Side, Skipped, Span
from xlcheck.render.base import RenderOptions
from xlcheck.render.excerpts import WORD_REACH, excerpt
from xlcheck.render.html import HtmlRenderer
from xlcheck.render.json_report import JsonRenderer, schema
from xlcheck.render.lookup import Lookup
from xlcheck.render.registry import RENDERERS
from xlcheck.safe_text import FORBIDDEN

VALIDATOR = jsonschema.Draft202012Validator(schema())
hostile = st.text(
    st.one_of(st.sampled_from("ab .\n:#[]<>&\"'/\x1b\x85\u202e\u2028\u200d\ud800漢क\u0301"), st.characters(codec=None)),
    max_size=80,
)


@st.composite
def spans(draw: st.DrawFn, side: Side) -> Span:
    start = draw(st.integers(0, len(side.article.text)))
    return side.article.span(start, draw(st.integers(start, len(side.article.text))))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    names = draw(st.lists(hostile, min_size=2, max_size=2, unique=True))
    sides = [make_side(name, draw(hostile), language=code) for name, code in zip(names, ("de", "en"), strict=True)]
    found = [
        make_finding(
            draw(st.lists(spans(draw(st.sampled_from(sides))), min_size=1, max_size=3)),
            draw(st.lists(spans(draw(st.sampled_from(sides))), max_size=3)),
            message=draw(hostile),
            evidence=((draw(hostile), draw(hostile)),),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    return make_report(
        sides,
        pairs=[make_pair(sides[0], sides[1])],
        findings=found,
        clusters=[names] if draw(st.booleans()) else [],
        decisions={names[0]: Decision(kind=DecisionKind.REVIEW, reasons=(draw(hostile),))},
        failures=[Failure(where=draw(hostile), message=draw(hostile), hint=draw(hostile), line=1)],
        skipped=[Skipped(path=draw(hostile), reason=draw(hostile))],
        missing_packs=[MissingPack(language=draw(hostile), articles=1, command=draw(hostile))],
        notices=[draw(hostile)],
    )


@pytest.mark.parametrize("form", RENDERERS, ids=lambda form: form.name)
@settings(max_examples=40)
@given(report=reports(), width=st.integers(0, 150), show_skipped=st.booleans(), verbose=st.booleans())
def test_reports_are_harmless(form, report: Report, width: int, show_skipped: bool, verbose: bool) -> None:  # type: ignore[no-untyped-def]
    output = "".join(form.render(report, RenderOptions(width=width, show_skipped=show_skipped, verbose=verbose)))
    for line in output.split("\n"):
        assert not FORBIDDEN.search(line)
        # Annotations are commands; what stands in them is looked at in test_render_services.py.
        assert form.name == "github" or not line.lstrip().startswith("::")
        assert "##[" not in line


@settings(max_examples=40)
@given(report=reports(), excerpts=st.booleans())
def test_the_page_is_well_formed(report: Report, excerpts: bool) -> None:
    output = "".join(HtmlRenderer().render(report, RenderOptions(excerpts=excerpts, show_skipped=True)))
    tags = Tags(output)
    assert tags.wrong == []
    assert tags.handlers == []
    assert tags.count["script"] == tags.count["style"] == 1
    assert [name for name, count in tags.ids.items() if count > 1] == []
    assert {link[1:] for link in tags.links if link != "data:,"} <= set(tags.ids)


@settings(max_examples=40)
@given(reports())
def test_json_is_valid_and_every_span_is_the_surface(report: Report) -> None:
    value = json.loads("".join(JsonRenderer().render(report, RenderOptions(show_skipped=True))))
    VALIDATOR.validate(value)
    shown = {(span["article"], span["start"], span["end"]) for item in value["findings"] for span in item["where"]}
    assert len(value["findings"]) == len(report.findings)
    assert shown == {
        # A JSON reader joins two lone surrogates that stand together; the offsets still count both.
        (json.loads(json.dumps(span.doc)), span.start, span.end)
        for finding in report.findings
        for span in finding.where
    }


@given(st.data(), st.integers(1, 60))
def test_excerpts_are_short_and_mark_only_what_they_should(data: st.DataObject, limit: int) -> None:
    words = st.sampled_from(["Foo", "bar", "baz.", "\n", "qux", "a" * 50])
    side = make_side("a.txt", "Title\n" + " ".join(data.draw(st.lists(words, max_size=40))))
    marks = data.draw(st.lists(spans(side), min_size=1, max_size=6))
    found = excerpt(Lookup(make_report([side])), marks, limit)
    joints = 4 * len(marks)
    assert len(found.text) <= max(limit, len(marks)) + (2 * WORD_REACH + joints) * len(marks)
    text = " ".join(side.article.text.split())
    for fragment in found.fragments:
        if fragment.marked:
            assert any(" ".join(fragment.text.split()) in " ".join(mark.text.split()) for mark in _unions(side, marks))
        for part in fragment.text.split(" … "):
            assert " ".join(part.replace("…", " ").split()) in text


def _unions(side: Side, marks: list[Span]) -> list[Span]:
    """Return the marks with touching ones joined, slowly: by painting every character."""
    painted = [any(mark.start <= at < mark.end for mark in marks) for at in range(len(side.article.text))]
    unions, start = [], 0
    for at, (here, before) in enumerate(zip([*painted, False], [False, *painted], strict=True)):
        if here and not before:
            start = at
        if before and not here:
            unions.append(side.article.span(start, at))
    return unions
