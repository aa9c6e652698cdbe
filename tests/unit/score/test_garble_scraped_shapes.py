"""What scrapers do to clean copy is not garbling: lists of files, headlines that lost their line break."""

from __future__ import annotations

import pytest

from xlcheck.lang.profile import load_profile
from xlcheck.score.garble import judge_sentence
from xlcheck.score.garble.tokens import read_sentence

CLEAN = [
    ("en", "Download (JPG, 10 MB, 16.01.2020) Download (JPG, 12 MB, 16.01.2020) Download (JPG, 11 MB, 16.01.2020)"),
    ("en", "Winners of the 2015 Lindach awards The winners of the 2015 Lindach awards have been chosen by the jury."),
    ("en", "New rules for ferries on the lake The new rules for ferries on the lake apply from May to all operators."),
    ("en", "Working at the Town Council The Town Council is the office of the mayor and of her deputies."),
    (
        "de",
        "Gewinner des Lindacher Preises 2015 Die Gewinner des Lindacher Preises 2015 stehen fest und warten.",
    ),
]


@pytest.mark.parametrize(("language", "text"), CLEAN)
def test_scraped_shapes_are_not_garbled(language: str, text: str) -> None:
    score = judge_sentence(text, language)
    assert score.value < 0.5, score.signals


def test_a_phrase_that_really_comes_back_still_counts() -> None:
    text = "The council said that the council said that the bridge of the bridge of the town was the bridge of."
    assert judge_sentence(text, "en").value >= 0.5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Winners of the 2015 awards The winners of the 2015 awards have been chosen.", 5),
        ("The winners of the awards met the mayor in The Hague on Monday.", 0),
        ("The bridge is open.", 0),
    ],
)
def test_heading_words(text: str, words: int) -> None:
    assert read_sentence(text, load_profile("en").garble).heading_words == words
