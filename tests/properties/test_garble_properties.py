from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xlcheck.model import Segment, Span
from xlcheck.score.garble import judge_article, judge_sentence
from xlcheck.score.repetition import find_loops

WORDS = st.sampled_from(
    ["Mr.", "Min.", "Shri.", "President", "Ivan", "K.", "He", "is", "was", "the", "of", "a", "an", "and", ".", ",", "“"]
)
ODD_WORDS = st.sampled_from(
    ["”", '"', "ist", "war", "die", "und", "1.500", "3,5", "Halvorsen", "\u4e2d\u6587", "\ufffd", "e\u0301", "a" * 9]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS | ODD_WORDS, max_size=30).map(" ".join))
LANGUAGES = st.sampled_from(["en", "de", "zh", "und"])


@given(TEXTS, LANGUAGES)
def test_any_text_gets_a_probability_and_places_inside_it(text: str, language: str) -> None:
    score = judge_sentence(text, language)
    assert 0 <= score.value <= 1
    assert all(0 <= signal.start <= signal.end <= len(text) for signal in score.signals)
    assert [signal.weight for signal in score.signals] == sorted((item.weight for item in score.signals), reverse=True)
    assert judge_sentence(text, language) == score


@given(st.lists(TEXTS, max_size=6), LANGUAGES)
def test_any_article_gets_one_score_per_sentence(texts: list[str], language: str) -> None:
    segments = [
        Segment(index=i, span=Span(doc="a", start=0, end=len(text), text=text), language=language, paragraph=0)
        for i, text in enumerate(texts)
    ]
    scores, document = judge_article(segments, language)
    assert len(scores) == len(texts)
    assert 0 <= document.value <= 1


@given(TEXTS, LANGUAGES)
def test_loops_lie_in_the_text_one_after_another(text: str, language: str) -> None:
    at = 0
    for loop in find_loops(text, language):
        assert at <= loop.start < loop.end <= len(text)
        assert loop.turns >= 3
        assert text[loop.start :].startswith(loop.unit)
        at = loop.end


@given(
    st.lists(st.sampled_from(["port", "ship", "gull", "tern", "sea"]), min_size=1, max_size=5, unique=True),
    st.integers(3, 8),
)
def test_a_planted_loop_is_found(unit: list[str], turns: int) -> None:
    text = "It had " + " ".join(unit * turns) + " in it."
    (loop,) = find_loops(text, "en")
    assert (loop.unit, loop.turns) == (" ".join(unit), turns)


@given(st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=26, unique=True))
def test_words_that_differ_are_no_loop(letters: list[str]) -> None:
    assert find_loops(" ".join(letter * 3 + "x" for letter in letters), "en") == ()
