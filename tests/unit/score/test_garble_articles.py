from __future__ import annotations

import math

import pytest

from xlcheck.lang.profile import load_profile
from xlcheck.model import GarbleScore, Segment, Span
from xlcheck.score.garble import judge_article
from xlcheck.score.garble.combine import WEIGHTS, combine, judge_document
from xlcheck.score.garble.hints import gather_hints
from xlcheck.score.garble.hit import Hit

CLEAN = "The town closed the old bridge on Monday because of the storm."
BROKEN = "The envoy met President Ivan K. He is expected to speak."


def segments(*texts: str, language: str = "en", title: bool = False) -> tuple[Segment, ...]:
    found = []
    at = 0
    for index, text in enumerate(texts):
        span = Span(doc="a", start=at, end=at + len(text), text=text)
        is_title = title and index == 0
        found.append(
            Segment(index=index, span=span, language=language, paragraph=0 if is_title else 1, is_title=is_title)
        )
        at += len(text) + 1
    return tuple(found)


def test_there_is_one_score_per_segment() -> None:
    scores, document = judge_article(segments(CLEAN, BROKEN, CLEAN), "en")
    assert [score.value >= 0.5 for score in scores] == [False, True, False]
    assert document.value < 0.5


@pytest.mark.parametrize(
    ("broken", "clean", "condemned"),
    [(0, 30, False), (1, 1, False), (1, 30, False), (3, 20, True), (8, 30, True), (20, 1000, False)],
)
def test_one_odd_sentence_never_condemns_an_article(broken: int, clean: int, condemned: bool) -> None:
    scores = [GarbleScore(value=0.95)] * broken + [GarbleScore(value=0.02)] * clean
    assert (judge_document(scores).value >= 0.5) == condemned


@pytest.mark.parametrize("sentences", [2, 5, 10, 20, 40, 100, 400])
def test_an_article_is_condemned_by_chance_less_than_once_in_two_thousand(sentences: int) -> None:
    # Of clean sentences 0.06 % are called broken (2 of 3,582); 0.2 % is the upper end of the interval of that.
    clean, broken = GarbleScore(value=0.02), GarbleScore(value=1.0)
    fewest = next(
        (
            count
            for count in range(1, sentences + 1)
            if judge_document([broken] * count + [clean] * (sentences - count)).value >= 0.5
        ),
        sentences + 1,
    )
    chance = 1 - sum(math.comb(sentences, k) * 0.002**k * 0.998 ** (sentences - k) for k in range(fewest))
    assert fewest >= 2
    assert chance < 1 / 2000


def test_more_broken_sentences_never_lower_the_score() -> None:
    values = [
        judge_document([GarbleScore(value=0.9)] * broken + [GarbleScore(value=0.02)] * (30 - broken)).value
        for broken in range(31)
    ]
    assert values == sorted(values)
    assert values[0] < 0.1 < values[2] < 0.5 < values[5]


def test_an_article_of_one_sentence_is_that_sentence() -> None:
    scores, document = judge_article(segments(BROKEN), "en")
    assert document == scores[0]


def test_an_article_without_sentences_is_not_garbled() -> None:
    scores, document = judge_article((), "en")
    assert scores == ()
    assert document.value < 0.1


def test_weak_signs_gain_weight_in_a_garbled_article() -> None:
    weak = "Later Herr Vik and an big crowd left 3,5 percent earlier."
    calm, _ = judge_article(segments(weak, *[CLEAN] * 5), "en")
    garbled, document = judge_article(segments(weak, *[BROKEN] * 5, CLEAN), "en")
    assert document.value >= 0.5
    assert garbled[0].value > calm[0].value
    assert garbled[-1].value == calm[-1].value


def test_a_headline_is_judged_leniently() -> None:
    text = "Rejected the plan, which nobody liked, says the mayor of Almsund."
    body, _ = judge_article(segments(text, CLEAN), "en")
    headline, _ = judge_article(segments(text, CLEAN, title=True), "en")
    assert headline[0].value < 0.5 <= body[0].value


def test_a_title_at_the_end_needs_a_nameless_next_sentence() -> None:
    broken, _ = judge_article(segments("The guest was Mr.", "The two of them left early."), "en")
    split, _ = judge_article(segments("The guest was Mr.", "Halvorsen left early."), "en")
    assert [signal.name for signal in broken[0].signals] == ["stray-title"]
    assert split[0].signals == ()


@pytest.mark.parametrize(
    ("odd", "expected"),
    [("Halvorsin", True), ("Halvorsens", False), ("Halverson", False), ("Halvorsen", False), ("Halvrosen", True)],
)
def test_an_odd_spelling_of_a_frequent_name(odd: str, expected: bool) -> None:
    texts = ["Then Halvorsen spoke."] * 5 + [f"Then {odd} left."]
    assert (odd.lower() in gather_hints(texts, (), load_profile("en").garble).misspelt) == expected


def test_two_frequent_names_may_be_neighbours() -> None:
    texts = ["Then Johansen spoke."] * 5 + ["Then Johanson left."] * 3
    assert gather_hints(texts, (), load_profile("en").garble).misspelt == {}


def test_german_nouns_are_no_misspelt_names() -> None:
    texts = ["Die Mutter kam."] * 5 + ["Das Muster lag dort."]
    assert gather_hints(texts, (), load_profile("de").garble).misspelt == {}


def test_titles_of_two_languages_for_one_person() -> None:
    texts = ["Mr. Halvorsen spoke.", "Then Shri Halvorsen left.", "Herr Vik stayed."]
    scores, _ = judge_article(segments(*texts), "en")
    names = [[signal.name for signal in score.signals] for score in scores]
    assert names == [[], ["mixed-honorifics"], ["foreign-honorific"]]


def test_a_signal_that_is_seen_again_adds_less() -> None:
    def value(count: int) -> float:
        hits = [Hit(name="doubled-word", start=at, end=at + 1, note="") for at in range(count)]
        return combine(hits).value

    gains = [value(count + 1) - value(count) for count in range(4)]
    assert all(gain >= 0 for gain in gains)
    assert (
        combine([Hit(name="doubled-word", start=0, end=1, note="")] * 2).signals[0].weight < 2 * WEIGHTS["doubled-word"]
    )


def test_strongest_signal_comes_first() -> None:
    hits = [Hit(name="foreign-figure", start=0, end=1, note="a"), Hit(name="loop", start=2, end=3, note="b")]
    assert [signal.name for signal in combine(hits).signals] == ["loop", "foreign-figure"]
