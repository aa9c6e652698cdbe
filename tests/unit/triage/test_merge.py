"""One error is reported once: which findings speak for which, and which never do."""

from __future__ import annotations

import pytest

from xlcheck.checks.registry import find_check
from xlcheck.config import Config
from xlcheck.embed import Encoder
from xlcheck.model import Confidence, Finding, Severity, Span, Verdict
from xlcheck.pipeline import check_articles
from xlcheck.reading import plain_article
from xlcheck.triage.merge import ALSO, merge_findings

LEFT, RIGHT = "0123456789" * 4, "abcdefghij" * 4


def span(doc: str, start: int, end: int) -> Span:
    return Span(doc=doc, start=start, end=end, text=(LEFT if doc == "left" else RIGHT)[start:end])


def finding(check: str, where: Span, related: Span | None, cause: str = "", severity=Severity.WARNING) -> Finding:
    return Finding(
        check=check,
        name=find_check(check).INFO.name,
        severity=severity,
        confidence=Confidence(components=(("comparison", 0.9),)),
        verdict=Verdict.ARTICLES_DISAGREE,
        message="They differ.",
        where=(where,),
        related=(related,) if related else (),
        cause=cause,
    )


QUOTED = (span("right", 0, 20), span("left", 0, 20))
SENTENCE = (span("right", 0, 30), span("left", 5, 9))


@pytest.mark.parametrize(
    ("check", "cause", "other"),
    [
        ("XQ101", "negation-lost", "XC101"),
        ("XQ101", "number-changed", "XN101"),
        ("XQ101", "number-changed", "XN105"),
        ("XQ104", "", "XE101"),
        ("XC105", "country-replaced", "XE102"),
        ("XE101", "", "XC105"),
        ("XQ106", "reworded", "XQ101"),
    ],
)
@pytest.mark.parametrize("turned", [False, True], ids=["first", "second"])
def test_speaks_for(check: str, cause: str, other: str, turned: bool) -> None:
    pair = [finding(check, *QUOTED, cause), finding(other, *SENTENCE, severity=Severity.ERROR)]
    (merged,) = merge_findings(pair[::-1] if turned else pair)
    assert merged.check == check
    assert merged.severity is Severity.ERROR
    assert dict(merged.evidence)[ALSO].startswith(other)


def test_a_finding_about_one_article_is_spoken_for_where_all_its_words_are_meant() -> None:
    spoken, beside = finding("XG106", span("right", 3, 9), None), finding("XG106", span("right", 25, 30), None)
    merged = merge_findings([spoken, finding("XN104", *QUOTED), beside])
    assert [item.check for item in merged] == ["XN104", "XG106"]
    assert merged[1] == beside


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(finding("XQ101", *QUOTED, "reworded"), finding("XC101", *SENTENCE), id="another-cause"),
        pytest.param(
            finding("XQ101", *QUOTED, "negation-lost"),
            finding("XC101", span("right", 21, 30), span("left", 5, 9)),
            id="other-words-on-one-side",
        ),
        pytest.param(finding("XQ104", *QUOTED), finding("XC101", *SENTENCE), id="no-rule"),
        pytest.param(
            finding("XQ101", *QUOTED, "negation-lost"), finding("XG105", QUOTED[0], None), id="about-one-article"
        ),
    ],
)
def test_stands_beside(first: Finding, second: Finding) -> None:
    assert merge_findings([first, second]) == [first, second]


@pytest.mark.parametrize(
    ("texts", "check", "absorbed"),
    [
        pytest.param(
            [
                '"We will not sell the harbour to anyone," Mayor Ada Lindqvist said.',
                '"We will sell the harbour to anyone," Mayor Ada Lindqvist said.',
            ],
            "XQ101",
            {"XC101"},
            id="negation-in-a-quotation",
        ),
        pytest.param(
            [
                '"We will rebuild the bridge before the winter," said Mayor Ada Lindqvist.',
                '"We will rebuild the bridge before the winter," said Mayor Henrik Solberg.',
            ],
            "XQ104",
            {"XE101"},
            id="wrong-mouth",
        ),
        pytest.param(
            [
                '"We will not sell the harbour to anyone," Mayor Ada Lindqvist said.',
                '"We will not sell the harbour to anyone," said Ada Lindqvist.',
                '"We will sell the harbour to anyone," said Mayor Ada Lindqvist.',
            ],
            "XQ106",
            {"XC101", "XQ101"},
            id="odd-one-out",
        ),
    ],
)
def test_through_the_whole_program(texts: list[str], check: str, absorbed: set[str]) -> None:
    articles = [plain_article(text, name=f"text-{number}", language="en") for number, text in enumerate(texts)]
    report = check_articles(articles, Config(cache=False, engine="none"), together=True, encoder=Encoder())
    found = [item.check for item in report.findings]
    assert found.count(check) == 1
    assert not absorbed & set(found)
