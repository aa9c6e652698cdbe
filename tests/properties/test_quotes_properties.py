"""Whatever the text: spans fit, marks nest, comparison is symmetric, time stays linear."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlcheck.compare.quotes import compare_wording, diff_wording
from xlcheck.extract.quotations.in_article import extract_quotes
from xlcheck.extract.quotations.marks import pair_marks
from xlcheck.lang.profile import load_profile
from xlcheck.model import Segment, Status
from xlcheck.reading import plain_article

PIECES = st.sampled_from(
    [
        *"„“”\"'’‘‚«»‹›「」『』《》,.:- \n",
        "said ",
        "sagte ",
        "Smith ",
        "Merz ",
        "he ",
        "so ",
        "laut ",
        "s",
        "5",
        "who ",
        "and ",
        "…",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)
LANGUAGES = st.sampled_from(["en", "de", "xx"])


@given(TEXTS, LANGUAGES)
def test_pairs_nest_and_never_cross(text: str, language: str) -> None:
    scan = pair_marks(text, 0, len(text), load_profile(language).quotes)
    for pair in scan.pairs:
        assert 0 <= pair.start < pair.inner_start <= pair.inner_end <= pair.end <= len(text)
        for other in scan.pairs:
            crosses = pair.start < other.start < pair.end < other.end
            assert not crosses
    assert list(scan.pairs) == sorted(scan.pairs, key=lambda pair: pair.start)


@given(TEXTS, LANGUAGES)
def test_spans_fit_their_text(text: str, language: str) -> None:
    article = plain_article(text, name="a", language=language)
    segments = [
        Segment(index=number, span=line.span, language=language, paragraph=number)
        for number, line in enumerate(line for line in article.lines if line.span.text)
    ]
    quotes = extract_quotes(article, segments)
    assert list(quotes) == sorted(quotes, key=lambda quote: quote.span.start)
    for number, quote in enumerate(quotes):
        assert quote.span.contains(quote.content)
        assert quote.content.text == quote.content.text.strip()
        assert quote.content.text
        assert text[quote.span.start : quote.span.end] == quote.span.text
        assert -1 <= quote.part_of <= number
        assert quote.segments
        if quote.part_of >= 0:
            assert quotes[quote.part_of].part_of == quote.part_of
        if quote.speaker is not None:
            assert 0 < quote.speaker.confidence <= 1
            assert text[quote.speaker.span.start : quote.speaker.span.end] == quote.speaker.span.text


@given(TEXTS)
def test_a_text_has_its_own_wording(text: str) -> None:
    assert compare_wording(text, text, same_language=True).status in (Status.SAME, Status.UNKNOWN)


WORDS = st.lists(
    st.sampled_from(
        ["we", "will", "not", "stay", "here", "until", "the", "two", "ships", "come", "back", "40", "400", "Ada", "…"]
    ),
    max_size=12,
)
MIRROR = {"words-dropped": "words-added", "words-added": "words-dropped"}


@given(WORDS, WORDS)
def test_changing_sides_mirrors_the_comparison(left: list[str], right: list[str]) -> None:
    one = diff_wording(" ".join(left), " ".join(right))
    other = diff_wording(" ".join(right), " ".join(left))
    assert one.agreement.status is other.agreement.status
    assert one.shared == other.shared


@given(WORDS, WORDS)
def test_changes_lie_inside_the_texts(left: list[str], right: list[str]) -> None:
    source, english = " ".join(left), " ".join(right)
    for change in diff_wording(source, english).changes:
        assert 0 <= change.source[0] <= change.source[1] <= len(source)
        assert 0 <= change.english[0] <= change.english[1] <= len(english)


@pytest.mark.parametrize(
    "unit",
    ["“a ", '"a" ', "'a' ", "« ", "„a“ ", "5'10\" ", "‘a ", "said ", "laut ", "“a,” he said. "],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        article = plain_article(text, name="a", language="de")
        segment = Segment(index=0, span=article.span(0, len(text)), language="de", paragraph=0)
        begin = time.perf_counter()
        extract_quotes(article, (segment,))
        return time.perf_counter() - begin

    # Four times the text may take four times as long, with room for a busy machine; a square would be sixteen times.
    assert min(seconds(2000) for _ in range(2)) < 10 * max(seconds(500), 0.01)
