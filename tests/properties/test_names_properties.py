from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from xlcheck.compare.names import compare_names
from xlcheck.extract.names.in_article import extract_article_names
from xlcheck.extract.names.words import read_words
from xlcheck.model import Segment, Span, Status

pieces = st.one_of(
    st.sampled_from(
        ["Mr.", "J.", "von", "der", "Zhukov’s", "U.S.", "Berlin", "the", "“", "-", "Лавров", "İ", "ǅ", "O'"]
    ),
    st.text(max_size=8),
)
texts = st.lists(pieces, max_size=10).map(" ".join)


@given(texts, st.sampled_from(["en", "fr", "xx"]), st.integers(0, 50))
@settings(max_examples=80)
def test_every_mention_quotes_its_text(text: str, language: str, start: int) -> None:
    span = Span(doc="d", start=start, end=start + len(text), text=text)
    found = extract_article_names([Segment(index=0, span=span, language=language, paragraph=0)], language)
    for item in found:
        assert span.contains(item.span)
        assert text[item.span.start - start : item.span.end - start] == item.span.text
        assert item.name
    assert all(not a.span.overlaps(b.span) for a in found for b in found if a is not b)


@given(texts)
def test_words_stand_where_they_say(text: str) -> None:
    words = read_words(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(a.end <= b.start for a, b in pairwise(words))


@given(st.text(max_size=20), st.text(max_size=20))
@settings(max_examples=150)
def test_comparing_is_symmetric_and_reflexive(left: str, right: str) -> None:
    assert compare_names(left, right).status is compare_names(right, left).status
    assert compare_names(left, left).status is not Status.DIFFERS
