"""What reading a link word by word says about a place in one of its texts."""

from __future__ import annotations

import pytest

from xlcheck.align import align_whole
from xlcheck.checks.base import CheckContext
from xlcheck.checks.word_doubt import doubt_about
from xlcheck.embed import Doubts
from xlcheck.model import ArticlePair, Span
from xlcheck.reading import plain_article, read_article

SOURCE = "Guten Morgen. Die Fähre fährt nach Norddamm."
ENGLISH = "Good morning. The ferry sails to Norddamm."


def pair(source: str, english: str, language: str = "de") -> ArticlePair:
    sides = (
        read_article(plain_article(text, name=name, language=code))
        for text, name, code in ((source, "source", language), (english, "english", "en"))
    )
    return align_whole(*sides, None)


def known(source: str, english: str, /) -> Doubts:
    """Pretend that every word is as doubtful as its place in its own text is far."""
    assert (source, english) == (SOURCE, ENGLISH)
    words = [
        tuple((text.index(word), text.index(word) + len(word), float(text.index(word))) for word in text.split())
        for text in (source, english)
    ]
    return Doubts(source=words[0], english=words[1])


def span(doc: str, text: str, word: str) -> Span:
    start = text.index(word)
    return Span(doc=doc, start=start, end=start + len(word), text=word)


@pytest.mark.parametrize(("doc", "text", "word"), [("source", SOURCE, "Fähre"), ("english", ENGLISH, "ferry sails")])
def test_the_most_doubtful_word_of_a_place_counts(doc: str, text: str, word: str) -> None:
    linked = pair(SOURCE, ENGLISH)
    found = doubt_about(span(doc, text, word), linked, linked.links[0], CheckContext(doubt=known))
    assert found == text.index(word.split()[-1])


def test_nothing_is_known_without_vectors_or_within_one_language() -> None:
    linked = pair(SOURCE, ENGLISH)
    assert doubt_about(span("source", SOURCE, "Fähre"), linked, linked.links[0], CheckContext()) is None
    same = pair(ENGLISH, ENGLISH, "en")
    assert doubt_about(span("english", ENGLISH, "ferry"), same, same.links[0], CheckContext(doubt=known)) is None
