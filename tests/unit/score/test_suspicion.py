"""The model of suspicion: readable, bounded, monotone; what is not known counts nothing."""

from __future__ import annotations

import json
import math
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlcheck.config import Config
from xlcheck.errors import ConfigError
from xlcheck.score.reasons import MOST, is_named, reasons_for
from xlcheck.score.suspicion import CORROBORATION, PRIOR, parse_model, shipped_model
from xlcheck.stages.scoring import SentencePair, measure_pairs

COUNTED = ("numbers_differ", "numbers_lost", "names_added", "negation_added", "copied_words", "found_numbers")


def model(**changes: Any) -> dict[str, Any]:
    return {
        "intercept": -1.0,
        "missing": {"vectors": 0.5},
        "groups": {"vectors": ["whole"]},
        "calibration": {"slope": 1.0, "shift": -2.0},
        "terms": {
            "whole": {
                "usual": {"center": 0.7, "spread": 0.1, "sign": -1.0, "languages": {"de": 0.1}},
                "steps": [[-8.0, 0.5], [1.0, 0.5]],
            },
            "numbers_differ": {"steps": [[0.0, 3.0]]},
        },
    } | changes


def test_terms_add_up() -> None:
    parsed = parse_model(model())
    assert parsed.log_odds({"whole": 0.8, "numbers_differ": 0.0}, "de", 100) == pytest.approx(-1.0)
    assert parsed.log_odds({"whole": 0.6, "numbers_differ": 0.0}, "de", 100) == pytest.approx(-1.0 + 0.5 * 2 + 0.5)
    assert parsed.log_odds({"whole": 0.6, "numbers_differ": 0.0}, "fr", 100) == pytest.approx(-1.0 + 0.5)
    assert parsed.log_odds({"whole": None, "numbers_differ": 1.0}, "de", 100) == pytest.approx(-1.0 + 0.5 + 3.0)


def test_parts_name_what_raised_the_suspicion() -> None:
    judged = parse_model(model()).judge({"whole": 0.6, "numbers_differ": 1.0}, "de", 100)
    assert [name for name, _ in judged.parts] == ["numbers_differ", "whole"]
    assert reasons_for(judged)[0] == "numbers differ"
    assert 0 < judged.probability < 1


@pytest.mark.parametrize(
    "broken",
    [
        {"terms": {"x": {"steps": [[0.0, -1.0]]}}},
        {"terms": {"x": {}}},
        {"terms": {"x": {"usual": {"mean": 1}, "steps": []}}},
        {"calibration": {"slope": -1.0, "shift": 0.0}},
        {"evidence": {"found_names": -0.1}},
        {"calibration": {}},
        {"calibration": {"slope": 1.0, "shift": 0.0, "curve": [[-2.0, -1.0], [0.0, -1.5]]}},
        {"calibration": {"slope": 1.0, "shift": 0.0, "curve": [[0.0, -1.0], [0.0, 1.5]]}},
        {"calibration": {"slope": 1.0, "shift": 0.0, "curve": [[0.0]]}},
        {"terms": []},
    ],
)
def test_a_broken_model_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(ConfigError):
        parse_model(model(**broken))


def test_the_shipped_model_can_be_read_by_people() -> None:
    data = json.loads((files("xlcheck.score") / "suspicion.json").read_text(encoding="utf-8"))
    (measured,) = measure_pairs([SentencePair(source="Ja.", english="Yes.", language="de")], Config(engine="none"))
    assert data["sources"]
    for name in (*data["terms"], *data["evidence"]):
        assert is_named(name), name
        assert name in measured.features, name


def test_findings_are_evidence_of_their_own() -> None:
    parsed = parse_model(model(evidence={"found_numbers": 1.0, "found_names": 0.5}))
    calm = parsed.judge({"whole": 0.8, "numbers_differ": 0.0}, "de", 100)
    one = parsed.judge({"whole": 0.8, "numbers_differ": 0.0, "found_numbers": 3.0}, "de", 100)
    both = parsed.judge({"whole": 0.8, "numbers_differ": 0.0, "found_numbers": 3.0, "found_names": 4.0}, "de", 100)

    def odds(probability: float) -> float:
        return math.log(probability / (1 - probability))

    assert odds(one.probability) - odds(calm.probability) == pytest.approx(3.0, abs=1e-3)
    assert odds(both.probability) - odds(calm.probability) == pytest.approx(3.0 + 2.0 * CORROBORATION, abs=1e-3)
    assert both.parts[0][0] == "found_numbers"


CURVE = [[-3.0, -2.0], [0.0, -1.0], [2.0, 2.0]]


@pytest.mark.parametrize(
    ("said", "true"), [(-5.0, -4.0), (-3.0, -2.0), (-1.5, -1.5), (0.0, -1.0), (1.0, 0.5), (2.0, 2.0), (4.0, 4.0)]
)
def test_the_curve_puts_log_odds_right(said: float, true: float) -> None:
    changed = model(intercept=said, missing={}, terms={}, calibration={"slope": 1.0, "shift": 0.0, "curve": CURVE})
    probability = parse_model(changed).judge({}, "de", 100).probability
    assert math.log(probability / (1 - probability)) == pytest.approx(true, abs=1e-3)


def test_a_finding_keeps_most_of_the_evidence_that_its_confidence_claims() -> None:
    assert {f"found_{name}" for name in ("numbers", "dates", "claims", "names", "quotes", "garble")} <= set(
        shipped_model().evidence
    )
    assert min(shipped_model().evidence.values()) >= 0.5


@given(
    base=st.fixed_dictionaries({name: st.floats(0, 3) for name in COUNTED}),
    name=st.sampled_from(COUNTED),
    more=st.floats(0, 3),
    whole=st.floats(-1, 1) | st.none(),
)
def test_more_disagreement_never_lowers_the_suspicion(
    base: dict[str, float], name: str, more: float, whole: float | None
) -> None:
    features: dict[str, float | None] = {**base, "whole": whole}
    worse = features | {name: base[name] + more}
    shipped = shipped_model()
    assert shipped.judge(worse, "de", 120).probability >= shipped.judge(features, "de", 120).probability


@given(low=st.floats(-1, 1), high=st.floats(-1, 1), language=st.sampled_from(["de", "zh", "xx"]))
def test_nearer_sentences_are_never_more_suspicious(low: float, high: float, language: str) -> None:
    near, far = max(low, high), min(low, high)
    shipped = shipped_model()
    assert shipped.log_odds({"whole": far}, language, 90) >= shipped.log_odds({"whole": near}, language, 90)


def test_nothing_known_is_no_suspicion() -> None:
    judged = shipped_model().judge({}, "xx", 100)
    assert judged.probability < 5 * PRIOR
    assert len(reasons_for(judged)) <= MOST
