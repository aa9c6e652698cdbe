"""Every check says what was measured of it, and figures follow from the counts as documented."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from xlcheck.checks.measured import (
    LEVELS,
    Clean,
    Found,
    Measurement,
    Precision,
    measurements,
    parse_measurements,
)
from xlcheck.checks.registry import CHECKS

if TYPE_CHECKING:
    from xlcheck.checks.base import ArticleCheck, PairCheck, StoryCheck


def test_every_check_has_an_entry_and_no_other() -> None:
    assert set(measurements().checks) == {check.INFO.id for check in CHECKS}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.INFO.id)
def test_recall_is_measured_or_explained(check: ArticleCheck | PairCheck | StoryCheck) -> None:
    item = measurements().checks[check.INFO.id]
    assert bool(item.found) != bool(item.why)
    for row in item.clean.values():
        assert 0 <= row.right <= row.flagged <= row.total
    for rows in item.found.values():
        for counts in rows.values():
            assert 0 <= counts.itself <= counts.planted
            assert 0 <= counts.any <= counts.planted


def test_most_checks_are_measured() -> None:
    assert sum(bool(item.found) for item in measurements().checks.values()) >= 15


MEASURED = Measurement(
    clean={"de": Clean(2, 1000, 1), "zh": Clean(0, 500, 0)},
    found={"number (A)": {"de": Found(8, 9, 10)}, "number (B)": {"de": Found(72, 80, 90), "zh": Found(5, 5, 10)}},
)


def test_shares_add_up_over_kinds_and_languages() -> None:
    assert (MEASURED.flagged().hits, MEASURED.flagged().total) == (2, 1500)
    assert MEASURED.false_alarms("de").hits == 1
    assert (MEASURED.recall("de").hits, MEASURED.recall("de").total) == (80, 100)
    assert (MEASURED.recall().hits, MEASURED.recall().total) == (85, 110)
    assert MEASURED.recall("fr").total == 0
    assert MEASURED.languages == ("de", "zh")


def test_overall_precision_is_about_languages_with_planted_errors() -> None:
    item = Measurement(clean={"en": Clean(2, 100), "de": Clean(0, 9000)}, found={"x": {"en": Found(5, 5, 10)}})
    assert item.precision(0.02) == item.precision(0.02, "en")


def test_precision_is_bayes_rule() -> None:
    precision = MEASURED.precision(0.02, "de")
    assert precision is not None
    assert precision.value == pytest.approx(0.8 * 0.02 / (0.8 * 0.02 + 0.002 * 0.98))
    low, high = MEASURED.recall("de").interval[0], MEASURED.flagged("de").interval[1]
    assert precision.least == pytest.approx(low * 0.02 / (low * 0.02 + high * 0.98))
    assert precision.least < precision.value


def test_flags_that_were_found_right_count_as_such_only_on_demand() -> None:
    strict, read = MEASURED.precision(0.02), MEASURED.precision(0.02, read=True)
    assert strict is not None
    assert read is not None
    assert strict.value < read.value


@pytest.mark.parametrize(
    "item",
    [
        pytest.param(Measurement(clean={"de": Clean(3, 100, 0)}, why="no set"), id="no errors"),
        pytest.param(Measurement(found={"x": {"de": Found(30, 30, 30)}}), id="no clean pairs"),
        pytest.param(Measurement(clean={"de": Clean(0, 9)}, found={"x": {"de": Found(0, 0, 30)}}), id="no flag at all"),
        pytest.param(Measurement(clean={"de": Clean(0, 9)}, found={"x": {"de": Found(9, 9, 9)}}), id="few errors"),
    ],
)
def test_unknown_precision_is_none(item: Measurement) -> None:
    assert item.precision(0.02) is None


@pytest.mark.parametrize(
    ("least", "level"),
    [
        (1.0, "very-high"),
        (0.9, "very-high"),
        (0.89, "high"),
        (0.75, "high"),
        (0.5, "medium"),
        (0.49, "low"),
        (0, "low"),
    ],
)
def test_levels(least: float, level: str) -> None:
    assert Precision(value=1.0, least=least).level == level
    assert level in {name for _, name in LEVELS}


def test_a_broken_file_is_refused() -> None:
    with pytest.raises(KeyError):
        parse_measurements(json.dumps({"date": "2026-01-01", "version": "1", "prior": 0.02, "checks": {}}))
