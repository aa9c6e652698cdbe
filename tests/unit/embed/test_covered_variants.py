"""Which languages the encoder serves."""

from __future__ import annotations

from xlcheck.embed import COVERED, is_covered


def test_a_variant_is_covered_with_its_language() -> None:
    assert is_covered("zh", "zh-TW", "en")


def test_languages_without_training_are_not_covered() -> None:
    assert not {"cs", "uk", "sv", "hi"} & COVERED
