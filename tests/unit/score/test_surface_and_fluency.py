"""What shows on the surface: figures, words that are not English, order of words, questions."""

from __future__ import annotations

import pytest

from xlcheck.score.fluency import read_fluency, strange_words
from xlcheck.score.surface import surface_features

SOURCE = "Die Fähre brachte 1.240 Gäste nach Norddamm."
GOOD = "The ferry took 1,240 guests to Norddamm."


@pytest.mark.parametrize(
    ("english", "feature"),
    [
        ("The ferry took 1,420 guests to Norddamm.", "figures_lost"),
        ("The ferry took 1,420 guests to Norddamm.", "figures_added"),
        ("The ferry took 1,240 guests guests to Norddamm.", "doubled"),
        ("The ferry took 1,240 gxesten to Norddamm.", "strange_words"),
        ("The ferry took 1,240 гостей to Norddamm.", "foreign_script"),
        ("The ferry took 1,240 гостей to Norddamm.", "foreign_words"),
        ("The ferry took 1,240 guests to Norddamm on a ferry took.", "echoes"),
        ("Did the ferry take 1,240 guests to Norddamm?", "question"),
        ("The ferry took 1,240 guests to", "unfinished"),
        ("The “ferry” took 1,240 guests to Norddamm.", "quotation_marks"),
        ("The ferry took 1,240 guests to Bad Halloran.", "capitals_added"),
        ("The ferry took took took took 1,240 guests to Norddamm.", "loops"),
    ],
)
def test_feature_rises(english: str, feature: str) -> None:
    assert surface_features(SOURCE, english)[feature] > surface_features(SOURCE, GOOD)[feature]


def test_a_good_translation_has_nothing_odd() -> None:
    features = surface_features(SOURCE, GOOD)
    odd = {name for name, value in features.items() if value and name not in ("length", "fluency", "choppy", "echoes")}
    assert odd == set()


def test_order_of_words() -> None:
    good = read_fluency("The council has agreed to build a new bridge in the north of the town.")
    mixed = read_fluency("The has council a to agreed bridge build new in north the of the town.")
    assert good.mean > mixed.mean
    assert good.worst > mixed.worst
    assert read_fluency("").mean < mixed.mean


def test_words_that_are_not_english() -> None:
    assert strange_words("The Gemeinde rebuilt zwischen Brücke, isn't it, said Mr Okonjo happily.") == ["zwischen"]
    assert strange_words("They agreed to the bridges’ rebuilding.") == []


def test_long_hostile_text_is_quick() -> None:
    text = "a1" * 200_000 + " " + "the " * 50_000
    assert surface_features(text, text)["figures_lost"] == 0
