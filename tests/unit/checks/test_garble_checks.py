from __future__ import annotations

from types import ModuleType

import pytest

from xlcheck.checks import garbled_text, mojibake, repetition_loop
from xlcheck.checks.base import CheckContext, Example
from xlcheck.ingest.evidence import find_evidence
from xlcheck.model import Article, ArticleFacts, Finding, Line, LineRole, Severity, Side, Span, Verdict
from xlcheck.score.garble import judge_article
from xlcheck.segment import segment_article

CHECKS = (garbled_text, repetition_loop, mojibake)
HEADINGS = ("What it does", "Why it matters", "Example", "When it stays silent", "Known limits")
BROKEN = "The envoy met President Ivan K. He is expected to speak."


def make_side(text: str, language: str = "en", *, skipped: frozenset[int] = frozenset()) -> Side:
    lines = []
    at = 0
    for number, surface in enumerate(text.split("\n")):
        span = Span(doc="a", start=at, end=at + len(surface), text=surface)
        lines.append(Line(span=span, role=LineRole.SKIPPED if number in skipped else LineRole.BODY))
        at += len(surface) + 1
    article = Article(
        id="a",
        path="a",
        text=text,
        language=language,
        language_confidence=1.0,
        lines=tuple(lines),
        evidence=find_evidence("a", text),
    )
    segments = segment_article(article)
    garble, document = judge_article(segments, language)
    return Side(article=article, segments=segments, facts=ArticleFacts(), garble=garble, document_garble=document)


def run(check: ModuleType, side: Side) -> list[Finding]:
    return list(check.check(side, CheckContext()))


def examples(kind: str) -> list[object]:
    return [
        pytest.param(check, example, id=f"{check.INFO.name}-{number}")
        for check in CHECKS
        for number, example in enumerate(getattr(check.EXAMPLES, kind))
    ]


@pytest.mark.parametrize(("check", "example"), examples("fires"))
def test_examples_fire(check: ModuleType, example: Example) -> None:
    side = make_side(example.english, example.language)
    findings = run(check, side)
    assert example.cause in {finding.cause for finding in findings}
    for finding in findings:
        assert finding.verdict is Verdict.TEXT_GARBLED
        assert 0 < finding.confidence.value <= 1
        assert "\n" not in finding.message
        assert all(side.article.text[span.start : span.end] == span.text for span in finding.where)


@pytest.mark.parametrize(("check", "example"), examples("silent"))
def test_examples_stay_silent(check: ModuleType, example: Example) -> None:
    assert run(check, make_side(example.english, example.language)) == []


def test_the_place_is_the_smallest_that_shows_the_break() -> None:
    (finding,) = run(garbled_text, make_side(BROKEN + "\n" + "The town closed the bridge on Monday.\n" * 5))
    assert finding.where[0].text == "Ivan K. He"
    assert finding.cause == "breaks-at-initial"
    assert finding.severity is Severity.WARNING
    assert "breaks off at the initial" in finding.message


def test_a_garbled_article_is_one_error_besides_its_sentences() -> None:
    text = f"{BROKEN}\nReiterated the demand that ships stay away.\nMin. In a note he hinted at it.\nAll is well."
    findings = run(garbled_text, make_side(text))
    assert [finding.severity for finding in findings] == [Severity.ERROR, *[Severity.WARNING] * 3]
    assert findings[0].cause == "garbled-article"
    assert findings[0].evidence[0] == ("broken sentences", "3 of 4 sentences")
    assert len(findings[0].where) == 3


def test_a_loop_is_reported_once() -> None:
    side = make_side("The port was able to be able to be able to be able to open again.")
    assert side.garble[0].value >= 0.5
    assert [finding.check for check in CHECKS for finding in run(check, side)] == ["XG101"]


def test_the_repeated_sentence_is_marked_where_it_comes_back() -> None:
    line = "The ferry left Almsund in the early morning."
    (finding,) = run(repetition_loop, make_side(f"{line} {line} All is well."))
    assert [(span.start, span.text) for span in finding.where] == [(len(line) + 1, line)]


def test_broken_characters_are_one_finding_a_line() -> None:
    side = make_side("Die BrÃ¼cke Ã¼ber den Fluss\nAlles gut\nDer BÃ¼rgermeister kam", "de")
    findings = run(mojibake, side)
    assert [finding.where[0].start < side.article.text.index("Alles") for finding in findings] == [True, False]
    assert [len(finding.where) for finding in findings] == [2, 1]


def test_many_broken_lines_are_one_finding() -> None:
    (finding,) = run(mojibake, make_side("Der BÃ¼rgermeister kam\n" * 8, "de"))
    assert "8 lines" in finding.message


def test_boilerplate_lines_do_not_count() -> None:
    assert run(mojibake, make_side("Alles gut\nDer BÃ¼rgermeister kam", "de", skipped=frozenset({1}))) == []
