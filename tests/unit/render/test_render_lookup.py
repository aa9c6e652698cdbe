"""What a finding is about."""

from __future__ import annotations

import pytest
from support.reports import make_finding, make_pair, make_report, make_side, span_of

from xlcheck.model import Failure
from xlcheck.render.lookup import Lookup, all_failures

GERMAN = make_side(
    "b.txt", "Titel hier\nErster Satz. Zweiter Satz.\nWerbung", language="de", skipped={2: ("ad", "")},
    translations=("Title here", "First sentence.", "Second sentence."),
)  # fmt: skip
ENGLISH = make_side("a.txt", "Title here\nFirst sentence. Second sentence.")
THIRD = make_side("c.txt", "Another title\nAnother sentence.")
LONER = make_side("d.txt", "Alone\nNobody like me.")
REPORT = make_report(
    [GERMAN, ENGLISH, THIRD, LONER], pairs=[make_pair(GERMAN, ENGLISH)], clusters=[["a.txt", "b.txt", "c.txt"]]
)
LOOKUP = Lookup(REPORT)


def test_a_pair_is_named_in_its_own_order_whichever_side_is_accused() -> None:
    for where, related in ((GERMAN, ENGLISH), (ENGLISH, GERMAN)):
        finding = make_finding([span_of(where, "T")], [span_of(related, "T")])
        subject = LOOKUP.subject(finding)
        assert (subject.cluster, subject.pair, subject.articles) == (0, 0, ("b.txt", "a.txt"))


def test_articles_that_were_not_compared_make_no_pair() -> None:
    subject = LOOKUP.subject(make_finding([span_of(THIRD, "A")], [span_of(ENGLISH, "T")]))
    assert (subject.cluster, subject.pair, subject.articles) == (0, None, ("c.txt", "a.txt"))


def test_order_is_story_then_pairs_then_articles_then_what_has_no_story() -> None:
    story = make_finding([span_of(THIRD, "A")], [span_of(ENGLISH, "T"), span_of(GERMAN, "T")])
    pair = make_finding([span_of(ENGLISH, "T")], [span_of(GERMAN, "T")])
    article = make_finding([span_of(ENGLISH, "T")])
    loner = make_finding([span_of(LONER, "A")])
    ordered = sorted([loner, article, pair, story], key=lambda finding: LOOKUP.subject(finding).order)
    assert ordered == [story, pair, article, loner]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("Zweiter", [2], id="inside"),
        pytest.param("Satz. Zweiter", [1, 2], id="across"),
        pytest.param("hier\nErster", [0, 1], id="title-and-body"),
        pytest.param("Werbung", [], id="skipped-line"),
    ],
)
def test_segments(words: str, found: list[int]) -> None:
    assert [segment.index for segment in LOOKUP.segments(span_of(GERMAN, words))] == found


def test_an_empty_span_lies_in_its_sentence() -> None:
    start = GERMAN.article.text.index("Zweiter")
    assert [segment.index for segment in LOOKUP.segments(GERMAN.article.span(start, start))] == [2]


def test_around_a_skipped_line_there_is_the_line_and_beyond_all_lines_the_span() -> None:
    text = GERMAN.article.text
    start, end = LOOKUP.surroundings(span_of(GERMAN, "erb"))
    assert text[start:end] == "Werbung"
    across = span_of(ENGLISH, "\n")
    assert LOOKUP.surroundings(across) == (across.start, across.end)


def test_our_english_is_joined_once_in_order() -> None:
    spans = [span_of(GERMAN, "Zweiter"), span_of(GERMAN, "Erster"), span_of(GERMAN, "Zweiter Satz")]
    assert LOOKUP.english(spans) == "First sentence. Second sentence."
    assert LOOKUP.english([span_of(ENGLISH, "First")]) == ""
    assert LOOKUP.english([span_of(GERMAN, "Werbung")]) == ""


def test_failures_of_pairs_are_told_once() -> None:
    pair = make_pair(GERMAN, ENGLISH, failure="broke off")
    other = Failure(where="x.txt", message="unreadable")
    assert all_failures(make_report([GERMAN], pairs=[pair])) == (pair.failure,)
    assert pair.failure is not None
    assert all_failures(make_report([], pairs=[pair], failures=[pair.failure, other])) == (pair.failure, other)
