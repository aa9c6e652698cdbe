"""Utterances: parts put together, and which of two articles correspond."""

from __future__ import annotations

import pytest

from xlcheck.compare.utterances import linked_utterances, utterance
from xlcheck.model import ArticlePair, Link, LinkClass, LinkKind, PairMode, QuoteLink, Side
from xlcheck.reading import plain_article, read_article


def side(text: str, name: str) -> Side:
    return read_article(plain_article(text, name=name, language="en"))


def pair(left: str, right: str, *quote_links: QuoteLink, kind: LinkKind = LinkKind.PARALLEL) -> ArticlePair:
    source, english = side(left, "s"), side(right, "e")
    link = Link(
        source=tuple(range(len(source.segments))),
        english=tuple(range(len(english.segments))),
        kind=kind,
        link_class=LinkClass.SURE,
        score=1.0,
        margin=1.0,
        length_ratio=1.0,
        probability=0.97,
    )
    return ArticlePair(source=source, english=english, mode=PairMode.PARALLEL, links=(link,), quote_links=quote_links)


def texts(subject: ArticlePair, least: float = 0.5) -> list[tuple[str, str]]:
    return [(first.text, second.text) for _, first, second in linked_utterances(subject, least=least)]


INTERRUPTED = "“We will stay here,” she said, “until the work is done.”"


def test_parts_are_joined_and_mapped_back() -> None:
    quotes = side(INTERRUPTED, "s").facts.quotes
    joined = utterance(quotes, 1)
    assert joined.text == "We will stay here, until the work is done."
    start = joined.text.index("here")
    spans = list(joined.spans(start, start + len("here, until")))
    assert [span.text for span in spans] == ["here,", "until"]
    assert [INTERRUPTED[span.start : span.end] for span in spans] == ["here,", "until"]


def test_interrupted_quotation_is_yielded_once() -> None:
    links = (
        QuoteLink(source=0, english=0, score=0.9, probability=0.9),
        QuoteLink(source=1, english=0, score=0.8, probability=0.8),
    )
    subject = pair(INTERRUPTED, "“We will stay here until the work is done,” she said.", *links)
    assert len(texts(subject)) == 1


def test_weak_links_are_left_out() -> None:
    link = QuoteLink(source=0, english=0, score=0.6, probability=0.6)
    subject = pair("“We will stay here,” she said.", "“We will stay here,” she said.", link, kind=LinkKind.COMPARABLE)
    assert texts(subject, least=0.75) == []
    assert len(texts(subject, least=0.5)) == 1


def test_parallel_sentences_link_their_quotations_in_order() -> None:
    subject = pair(
        "“We will stay here,” she said. “You will go,” he said.",
        "“We remain in this place,” she said. “You leave,” he said.",
    )
    assert [first for first, _ in texts(subject)] == ["We will stay here,", "You will go,"]


@pytest.mark.parametrize(
    ("right", "kind"),
    [
        pytest.param("“We remain,” she said. “You all leave,” he said.", LinkKind.PARALLEL, id="other-count"),
        pytest.param("“We remain in this place,” she said.", LinkKind.COMPARABLE, id="comparable"),
    ],
)
def test_no_order_without_parallel_sentences(right: str, kind: LinkKind) -> None:
    assert texts(pair("“We will stay here,” she said.", right, kind=kind)) == []


def test_inner_quotation_goes_with_the_outer_one() -> None:
    text = "“He spoke of ‘very strong actions’ again,” she said."
    links = tuple(QuoteLink(source=number, english=number, score=0.9, probability=0.9) for number in (0, 1))
    assert len(texts(pair(text, text, *links))) == 1
