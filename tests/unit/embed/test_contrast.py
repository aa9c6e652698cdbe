"""Contrasts: encoding only a stretch anew gives what encoding the whole rewrite gives, and contraries are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.embed import CONTRAST_ROWS, Contrast, Contrasts, Encoder, VectorCache
from xlcheck.lang.contraries import Rewrite, rewrites

SOURCE = "Der Thomaskai in Norddamm ist, wie die Stadt mitteilte, der älteste und kleinste Hafen an der ganzen Küste."
WRONG = "The Thomas quay in Norddamm is, as the city announced, the youngest and\nsmallest harbour on the entire coast."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def spoken(text: str, rewrite: Rewrite) -> str:
    return text[: rewrite.start] + rewrite.new + text[rewrite.end :]


def test_a_stretch_tells_what_the_whole_tells(encoder: Encoder) -> None:
    for source, english in ((SOURCE, WRONG), ("最老的港口", "The youngest harbour"), ("Neu.", "Old")):
        found = Contrasts(encoder).compare(source, english, rewrites(english, "en"))
        assert found
        for item in found:
            whole = encoder.cosine(source, spoken(english, item.rewrite)) - encoder.cosine(source, english)
            assert item.whole == pytest.approx(whole, abs=2e-3)


def test_the_contrary_of_a_wrong_word_fits_better(encoder: Encoder) -> None:
    found = Contrasts(encoder).compare(SOURCE, WRONG, rewrites(WRONG, "en"))
    best = max(found, key=lambda item: item.margin)
    assert (best.rewrite.old, best.rewrite.new) == ("youngest", "oldest")
    assert best.whole > 0
    assert best.word > 0
    assert all(item.margin < 1 for item in found if item.rewrite.old != "youngest")


def test_the_contrary_of_a_right_word_does_not(encoder: Encoder) -> None:
    right = WRONG.replace("youngest", "oldest")
    assert all(item.margin < 0 for item in Contrasts(encoder).compare(SOURCE, right, rewrites(right, "en")))


def test_no_difference_counts_without_bound() -> None:
    rewrite = Rewrite(start=0, end=3, old="Big", new="Small")
    high, higher = (Contrast(rewrite=rewrite, whole=value, word=value, place=value) for value in (0.5, 1.0))
    assert high.margin == higher.margin


@pytest.mark.parametrize("source", ["", "  "])
def test_nothing_is_compared_with_nothing(encoder: Encoder, source: str) -> None:
    assert Contrasts(encoder).compare(source, WRONG, rewrites(WRONG, "en")) == ()


def test_no_rewrites_no_contrasts(encoder: Encoder) -> None:
    assert Contrasts(encoder).compare(SOURCE, WRONG, ()) == ()


def test_many_together_and_from_the_cache_are_as_each_alone(encoder: Encoder, tmp_path: Path) -> None:
    asked = [
        (source, english, rewrites(english, "en"))
        for source, english in ((SOURCE, WRONG), ("最老的港口", "The youngest harbour"), ("Neu.", "Old"), (" ", "Old"))
    ]
    alone = [Contrasts(encoder).compare(*item) for item in asked]
    cache = VectorCache(tmp_path / "vectors.sqlite", kind=CONTRAST_ROWS)
    for _ in range(2):
        together = Contrasts(Encoder(), cache)
        together.learn(asked)
        assert [together.compare(*item) for item in asked] == alone
