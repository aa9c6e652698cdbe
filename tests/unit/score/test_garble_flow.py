"""How much a sentence says: numbers, curves, and what they may and may not do to a score."""

from __future__ import annotations

import itertools

import pytest

from xlcheck.lang.profile import load_profile
from xlcheck.score.fluency import MODELS, load_model, tokens_of
from xlcheck.score.garble import judge_sentence
from xlcheck.score.garble.combine import combine
from xlcheck.score.garble.flow import Curve, curves, flow_hits, flow_numbers
from xlcheck.score.garble.hit import Hit
from xlcheck.score.garble.tokens import read_sentence

CLEAN = {
    "en": "The harbour authority of Almsund will reopen its northern quay after repairs to the storm-damaged crane.",
    "de": "Die Hafenbehörde von Almsund öffnet nach der Reparatur des sturmbeschädigten Krans wieder ihren Nordkai.",
}
EMPTY = {
    "en": "It is the case that it is to be in the way that it is in the case of the way to be in it.",
    "de": "Es ist der Fall, dass es in der Art ist, wie es in dem Fall der Art ist, in der es ist.",
}


def strength(text: str, language: str) -> float:
    sentence = read_sentence(text, load_profile(language).garble)
    return next(hit.strength for hit in flow_hits(sentence, language))


@pytest.mark.parametrize("language", sorted(MODELS))
def test_empty_wording_counts_against_and_good_wording_for(language: str) -> None:
    assert strength(CLEAN[language], language) < 0 < strength(EMPTY[language], language)


@pytest.mark.parametrize("language", sorted(MODELS))
def test_every_curve_has_its_number_and_rising_bounds(language: str) -> None:
    _, of = curves(language)
    assert set(of) == set(flow_numbers(CLEAN[language], language))
    for curve in of.values():
        assert all(low < high for low, high in itertools.pairwise(curve.bounds))
        assert len(curve.bounds) == len(curve.worths)


@pytest.mark.parametrize("text", ["", "Too short.", "… – … – … – …", "?!?!?!?!?!"])
def test_nothing_is_said_about_short_texts_and_marks(text: str) -> None:
    assert flow_numbers(text, "en") == {}


def test_nothing_is_said_in_other_languages() -> None:
    assert flow_numbers("Мэр закрыл мост до осени, потому что он стар.", "ru") == {}


def test_a_curve_is_linear_between_its_bounds_and_level_outside() -> None:
    curve = Curve(bounds=(0.0, 1.0, 3.0), worths=(-1.0, 1.0, 5.0))
    assert [curve(number) for number in (-9, 0, 0.5, 1, 2, 3, 9)] == [-1, -1, 0, 1, 3, 5, 5]


def wording(strength: float) -> Hit:
    return Hit(name="says-little", start=0, end=1, note="", strength=strength)


BREAK = Hit(name="cut-end", start=0, end=1, note="")
WEAK = Hit(name="wrong-article", start=0, end=1, note="")
STRONG_SIGNS = [WEAK, Hit(name="odd-title", start=0, end=1, note=""), Hit(name="stray-marks", start=0, end=1, note="")]


def test_good_wording_does_not_outweigh_a_plain_break() -> None:
    assert combine([BREAK, wording(-3)]).value == combine([BREAK]).value


def test_good_wording_lowers_a_sentence_without_signs() -> None:
    assert combine([wording(-1)]).value < combine([]).value


def test_odd_wording_ranks_but_tips_no_scales() -> None:
    assert combine([]).value < combine([wording(2)]).value < combine([wording(5)]).value < 0.5
    assert combine([*STRONG_SIGNS]).value > 0.5
    near = [WEAK, Hit(name="two-title-styles", start=0, end=1, note="")]
    assert combine([*near, wording(5)]).value < 0.5 < combine([*near, wording(7)]).value


def test_the_sign_is_named_with_its_reason() -> None:
    score = judge_sentence(EMPTY["en"], "en")
    assert "says-little" in {signal.name for signal in score.signals}


def test_steps_follow_the_tokens_and_the_end() -> None:
    tokens = tokens_of("The council met on Monday.")
    steps = load_model("en").steps(tokens)
    assert len(steps) == len(tokens) + 1
    assert all(step.order in (1, 2, 3) for step in steps)
