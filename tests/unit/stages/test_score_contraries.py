"""What the score learns from contraries: how much better one fits the source, or that nobody can tell."""

from __future__ import annotations

import pytest

from xlcheck.checks.claims.contrast import STRONG
from xlcheck.config import Config
from xlcheck.stages.pair_features import CONTRASTS
from xlcheck.stages.scoring import SentencePair, measure_pairs


@pytest.mark.parametrize(
    ("language", "source", "english", "low", "high"),
    [
        pytest.param("de", "Der Hafen ist alt.", "The harbour is new.", 2.0, STRONG, id="contrary"),
        pytest.param("de", "Der Hafen ist alt.", "The harbour is old.", 0.0, 0.0, id="the word itself"),
        pytest.param("de", "Der Super Sale beginnt.", "The super sale begins.", 0.0, 0.0, id="copied words"),
        pytest.param("de", "Der Hafen ist nicht neu.", "The harbour is old.", 0.0, 0.0, id="one side negated"),
    ],
)
def test_the_contrary_of_a_word_is_a_sign(language: str, source: str, english: str, low: float, high: float) -> None:
    pair = SentencePair(source=source, english=english, language=language)
    (measured,) = measure_pairs([pair], Config(engine="none"))
    value = measured.features[CONTRASTS[0]]
    assert value is not None
    assert low <= value <= high


def test_contraries_are_unknown_where_there_are_no_vectors() -> None:
    pair = SentencePair(source="Přístav je starý.", english="The harbour is new.", language="cs")
    (measured,) = measure_pairs([pair], Config(engine="none"))
    assert [measured.features[name] for name in CONTRASTS] == [None] * len(CONTRASTS)


@pytest.mark.parametrize(
    ("source", "english", "unfounded", "missing"),
    [
        pytest.param("Der Hafen ist alt.", "The harbour is not old.", True, False, id="unfounded"),
        pytest.param("Der Hafen ist nicht alt.", "The harbour is old.", False, True, id="missing"),
        pytest.param("Der Hafen ist nicht alt.", "The harbour is not old.", False, False, id="both negated"),
        pytest.param("Der Hafen ist alt.", "The harbour is old.", False, False, id="none negated"),
    ],
)
def test_denials_are_weighed_both_ways(source: str, english: str, *, unfounded: bool, missing: bool) -> None:
    (measured,) = measure_pairs([SentencePair(source=source, english=english, language="de")], Config(engine="none"))
    values = [measured.features[name] or 0.0 for name in CONTRASTS[1:]]
    assert [value > STRONG for value in values] == [unfounded, missing]
