"""Words in no order: what counts, and what has an order of its own."""

from __future__ import annotations

import pytest

from xlcheck.lang.profile import load_profile
from xlcheck.score.garble import judge_sentence
from xlcheck.score.garble.order import order_hits, spreads_below
from xlcheck.score.garble.tokens import read_sentence

CLEAN = (
    "Die Hafenbehörde von Almsund öffnet nach der Reparatur des Krans am Montag wieder ihren Nordkai.",
    "Der Bürgermeister sagte am Abend, dass die Fähre wegen des Sturms erst morgen fahren werde.",
    "Wer mit dem Schiff nach Norddamm will, muss im Winter früher aufstehen als im Sommer.",
    "„Wir haben das nicht gewollt“, sagte sie ... und ging.",
    "Lindqvist, Halloran, Petrakis, Marchetti, Brandvold, Ferreira, Takemori und Castellano kamen.",
)
SALAD = (
    "Wieder die am Krans ihren Montag des Nordkai der öffnet Reparatur nach von Hafenbehörde Almsund.",
    "Abend fahren die werde am dass Sturms der erst des Fähre Bürgermeister wegen sagte morgen.",
    "Aufstehen im mit früher wer nach als Winter dem muss Norddamm im Schiff Sommer will.",
)


def hits(text: str, language: str) -> list[str]:
    sentence = read_sentence(text, load_profile(language).garble)
    return [hit.name for hit in order_hits(sentence, language)]


@pytest.mark.parametrize("text", CLEAN)
def test_sentences_in_order_are_left_alone(text: str) -> None:
    assert hits(text, "de") == []


@pytest.mark.parametrize("text", SALAD)
def test_mixed_up_words_raise_the_probability(text: str) -> None:
    assert hits(text, "de") == ["word-order"]
    assert judge_sentence(text, "de").value > 2 * judge_sentence(CLEAN[0], "de").value


def test_mixed_up_words_can_make_a_broken_sentence() -> None:
    score = judge_sentence(SALAD[1], "de")
    assert score.value >= 0.5
    assert [signal.name for signal in score.signals] == ["word-order"]


@pytest.mark.parametrize(
    "text",
    [SALAD[0].rstrip("."), "Am Kran der die.", "3/4 (5) 6/7 (8) die 9/10 (11) der 12/13 (14)."],
    ids=["heading", "short", "list"],
)
def test_what_is_no_sentence_has_its_own_order(text: str) -> None:
    assert hits(text, "de") == []


def test_a_language_whose_usual_order_is_unknown_is_not_judged() -> None:
    assert spreads_below("The of mayor in bridge the yesterday a opened was by and.", "en") is None
    assert spreads_below("", "de") is None
