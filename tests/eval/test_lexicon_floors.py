"""How well the shipped lexicon aligns words: error rate on hand-aligned sentences, with it and without."""

from __future__ import annotations

import pytest

from tests.support.token_gold import gold_pairs, scores
from xlcheck.align.tokens import TokenLink

MOST_ERRORS = 0.15
LEAST_PRECISION = 0.96
LEAST_PAIRS = 100
LEAST_GAIN = 0.5


def test_there_are_enough_pairs() -> None:
    assert len({pair.german for pair in gold_pairs()}) >= LEAST_PAIRS


def test_alignment_error_rate() -> None:
    found = scores("de")
    assert found.error_rate <= MOST_ERRORS, found
    assert found.precision >= LEAST_PRECISION, found


def test_the_lexicon_is_what_aligns() -> None:
    without = scores("und")
    assert without.error_rate - scores("de").error_rate >= LEAST_GAIN


def test_a_perfect_aligner_would_have_no_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    """The measure itself: handing back the gold links gives an error rate of 0."""
    by_text = {pair.german: pair for pair in gold_pairs()}

    def perfect(german: tuple[str, ...], _english: tuple[str, ...], _language: str) -> list[TokenLink]:
        return [TokenLink(source=left, english=right, strength=1) for left, right in by_text[german].links]

    monkeypatch.setattr("tests.support.token_gold.link_words", perfect)
    assert scores("de").error_rate == pytest.approx(0)
