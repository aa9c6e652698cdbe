"""Quotation checks: what the examples on their pages do not show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xlcheck.checks import quote_content, quote_speaker, quote_trimmed
from xlcheck.checks.base import CheckContext
from xlcheck.model import (
    ArticlePair,
    Finding,
    GarbleScore,
    Link,
    LinkClass,
    LinkKind,
    PairMode,
    QuoteLink,
    Severity,
    Side,
    Verdict,
)
from xlcheck.reading import plain_article, read_article

NO_VECTORS = CheckContext()


def pair_of(
    source: str, english: str, *, language: str = "en", probability: float = 0.95, linked: bool = True
) -> ArticlePair:
    left: Side = read_article(plain_article(source, name="s", language=language))
    right: Side = read_article(plain_article(english, name="e", language="en"))
    link = Link(
        source=tuple(segment.index for segment in left.segments),
        english=tuple(segment.index for segment in right.segments),
        kind=LinkKind.COMPARABLE,
        link_class=LinkClass.SURE,
        score=1.0,
        margin=1.0,
        length_ratio=1.0,
        probability=0.97,
    )
    quote_links = (QuoteLink(source=0, english=0, score=0.9, probability=probability),) if linked else ()
    return ArticlePair(source=left, english=right, mode=PairMode.COMPARABLE, links=(link,), quote_links=quote_links)


def run(check, subject: ArticlePair, context: CheckContext = NO_VECTORS) -> list[Finding]:
    return list(check.check(subject, context))


NEGATED = ("“We will not sell the harbour to anyone,” she said.", "“We will sell the harbour to anyone,” she said.")


def test_lost_negation_is_an_error() -> None:
    (finding,) = run(quote_content, pair_of(*NEGATED))
    assert finding.severity is Severity.ERROR
    assert finding.cause == "negation-lost"
    assert [span.text for span in finding.where] == ["not"]


def test_rewording_is_a_warning_that_admits_two_renderings() -> None:
    subject = pair_of(
        "“We studied the letter from the yard with surprise,” she said.",
        "“We were surprised to study the letter from the yard,” she said.",
    )
    (finding,) = run(quote_content, subject)
    assert finding.severity is Severity.WARNING
    assert ("not two renderings", quote_content.BOTH_RIGHT) in finding.confidence.components
    assert finding.where[0].doc == "e"
    assert finding.related[0].doc == "s"


@pytest.mark.parametrize("check", [quote_content, quote_trimmed, quote_speaker], ids=lambda check: check.INFO.id)
@pytest.mark.parametrize(
    "subject",
    [
        pytest.param(pair_of(*NEGATED, probability=0.6), id="weak-link"),
        pytest.param(pair_of(*NEGATED, linked=False), id="no-link"),
        pytest.param(pair_of("No quotation here.", "None there.", linked=False), id="no-quotations"),
    ],
)
def test_silent_without_a_sure_link(check, subject: ArticlePair) -> None:
    assert run(check, subject) == []


def test_garbled_text_accuses_nobody() -> None:
    subject = pair_of(*NEGATED)
    broken = replace(subject.english, document_garble=GarbleScore(value=0.9))
    (finding,) = run(quote_content, replace(subject, english=broken))
    assert finding.verdict is Verdict.TEXT_GARBLED


def test_whole_sentence_left_out_is_a_note() -> None:
    subject = pair_of(
        "“We will pay for the bridge. The county must agree to it first,” she said.",
        "“We will pay for the bridge,” she said.",
    )
    (finding,) = run(quote_trimmed, subject)
    assert finding.severity is Severity.NOTE


def test_whole_part_left_out_is_a_choice() -> None:
    subject = pair_of(
        "“We will pay for the bridge,” she said. “The county must agree to it first.”",
        "“We will pay for the bridge,” she said.",
    )
    assert run(quote_trimmed, subject) == []


def test_paraphrase_nearby_is_found_by_meaning() -> None:
    source = "“We will pay for the bridge, but only if the county does,” she said."
    english = "“We will pay for the bridge,” she said. It hinges on regional funding."
    assert run(quote_trimmed, pair_of(source, english))
    assert run(quote_trimmed, pair_of(source, english), CheckContext(cosine=lambda left, right: 0.6)) == []


GERMAN = "„Wir werden die neue Brücke bezahlen, aber nur dann, wenn auch der Landkreis zahlt“, sagte sie."


def fake_cosine(covered: dict[str, float], other: float):
    def cosine(left: str, right: str) -> float:
        return next((value for start, value in covered.items() if left.startswith(start)), other)

    return cosine


def test_missing_clause_across_languages() -> None:
    subject = pair_of(GERMAN, "“We will pay for the new bridge,” she said.", language="de")
    context = CheckContext(cosine=fake_cosine({"Wir werden": 0.8, "wenn auch": 0.1, "aber": 0.1}, 0.8))
    assert [finding.cause for finding in run(quote_trimmed, subject, context)] == ["words-dropped"] * len(
        run(quote_trimmed, subject, context)
    )
    assert run(quote_trimmed, subject, context)


@pytest.mark.parametrize(
    "context",
    [
        pytest.param(NO_VECTORS, id="no-vectors"),
        pytest.param(CheckContext(cosine=lambda left, right: 0.8), id="all-covered"),
        pytest.param(CheckContext(cosine=lambda left, right: 0.1), id="nothing-covered"),
        pytest.param(CheckContext(cosine=lambda left, right: 0.32), id="in-doubt"),
    ],
)
def test_no_missing_clause_across_languages(context: CheckContext) -> None:
    subject = pair_of(GERMAN, "“We will pay for the new bridge,” she said.", language="de")
    assert run(quote_trimmed, subject, context) == []


def test_speaker_below_the_cosine_of_renderings_is_left_alone() -> None:
    subject = pair_of(
        "“We will rebuild the bridge,” said Ada Lindqvist.", "“We will rebuild the bridge,” said Henrik Solberg."
    )
    assert run(quote_speaker, subject)
    assert run(quote_speaker, subject, CheckContext(cosine=lambda left, right: 0.3)) == []


def test_catchwords_have_many_speakers() -> None:
    subject = pair_of("“We go now,” said Ada Lindqvist.", "“We go now,” said Henrik Solberg.")
    assert run(quote_speaker, subject) == []
