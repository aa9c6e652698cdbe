"""The sample corpus, as a new user meets it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from xlcheck.config import Config
from xlcheck.model import DecisionKind, LinkClass, Report
from xlcheck.pipeline import check_paths

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def report() -> Report:
    return check_paths([str(SEEDS)], Config(cache=False, engine="none"))


def number(article: str) -> str:
    return Path(article).name[:3]


def test_two_events(report: Report) -> None:
    assert [tuple(map(number, cluster.articles)) for cluster in report.clusters] == [
        ("000", "001", "002"),
        ("003", "004"),
    ]


def test_decisions(report: Report) -> None:
    decisions = {number(document.side.article.id): document.decision.kind for document in report.documents}
    assert decisions["004"] is DecisionKind.QUARANTINE
    assert DecisionKind.QUARANTINE not in {kind for name, kind in decisions.items() if name != "004"}


@pytest.mark.parametrize("words", ["Vladimir V. He is expected", "Blinkon"])
def test_garbled_article_is_taken_apart(report: Report, words: str) -> None:
    places = [
        document.side.article.text.find(words)
        for document in report.documents
        if number(document.side.article.id) == "004"
    ]
    spans = [
        span
        for finding in report.findings
        if finding.check == "XG105"
        for span in finding.where
        if number(span.doc) == "004"
    ]
    assert any(span.start < place + len(words) and place < span.end for span in spans for place in places)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We reviewed with puzzlement the reports", "We were puzzled to read reports"),
        ("high-impact economic measures that we’ve refrained from", "high-impact economic measures we have avoided"),
    ],
    ids=["embassy statement", "economic measures"],
)
def test_differing_quotations_are_found(report: Report, left: str, right: str) -> None:
    texts = {document.side.article.id: document.side.article.text for document in report.documents}
    found = [finding for finding in report.findings if finding.check == "XQ101"]

    def shows(span, words: str) -> bool:
        place = texts[span.doc].find(words)
        return place >= 0 and span.start <= place + len(words) and place - 5 <= span.end

    assert any(
        any(shows(span, left) for span in (*finding.where, *finding.related))
        and any(shows(span, right) for span in (*finding.where, *finding.related))
        for finding in found
    )


def test_german_quotation_is_linked_with_its_english_original(report: Report) -> None:
    linked = [
        (
            " ".join(result.pair.source.segments[i].text for i in link.source),
            " ".join(result.pair.english.segments[j].text for j in link.english),
        )
        for result in report.pairs
        for link in result.pair.links
        if link.link_class is LinkClass.SURE
    ]
    assert any(
        "Wir haben uns nicht mit konkreten" in german and "did not get into the specifics" in english
        for german, english in linked
    )


def test_spelling_of_names_and_quotation_marks_are_no_difference(report: Report) -> None:
    names = re.compile(r"Law?row|Lavrov|W?V?ladimir|Kiew|Kyiv|Kiev|Serge[ijy]")
    for finding in report.findings:
        if finding.check.startswith("XE"):
            assert not any(names.search(span.text) for span in finding.where), finding.message
    assert not [finding for finding in report.findings if finding.check == "XQ105"]


def test_every_span_quotes_its_article(report: Report) -> None:
    texts = {document.side.article.id: document.side.article.text for document in report.documents}
    spans = [span for finding in report.findings for span in (*finding.where, *finding.related)]
    assert spans
    assert all(texts[span.doc][span.start : span.end] == span.text for span in spans)


def test_order_of_arguments_does_not_matter(report: Report) -> None:
    files = sorted(map(str, SEEDS.glob("*.txt")), reverse=True)
    again = check_paths(files, Config(cache=False, engine="none"))
    assert [(f.check, f.fingerprint) for f in again.findings] == [(f.check, f.fingerprint) for f in report.findings]
