"""Alignment without vectors."""

from __future__ import annotations

import math

import numpy as np
import pytest

from xlcheck.align.lengths import _log_two_tails, align_by_length, looks_parallel, shared_words

# Invented news in Icelandic, a language that the encoder does not know, and its English.
ICELANDIC = [
    "Brúin yfir Hvítá verður lokuð til föstudags.",
    "Vegagerðin greindi frá þessu á mánudag og sagði að 340 bílar færu um brúna á degi hverjum.",
    "Sprungur fundust í tveimur stöplum.",
    "Verkfræðingurinn Katla Brandsdóttir sagði að viðgerðin myndi kosta 12 milljónir króna.",
    "Skólabíllinn fer lengri leið á meðan, um Selfoss.",
    "Síðast var brúnni lokað árið 1997.",
]
ENGLISH = [
    "The bridge over the Hvítá will stay closed until Friday.",
    "The road administration announced this on Monday.",
    "It said that 340 cars use the bridge every day.",
    "Cracks were found in two pillars.",
    "The engineer Katla Brandsdóttir said the repair would cost 12 million krónur.",
    "The school bus takes a longer way for the time being, through Selfoss.",
    "The bridge was last closed in 1997.",
]


def test_an_uncovered_language_is_aligned() -> None:
    found = [(list(bead.source), list(bead.english)) for bead in align_by_length(ICELANDIC, ENGLISH, prior=1.0)]
    assert found == [([0], [0]), ([1], [1, 2]), ([2], [3]), ([3], [4]), ([4], [5]), ([5], [6])]


def test_common_words_overrule_lengths() -> None:
    source = ["Fyrst var það Katla Brandsdóttir.", "Síðan komu 340 bílar.", "Loks var það 1997."]
    english = ["First came Katla Brandsdóttir.", "At the end of it all, as everybody knows, it was the year 1997."]
    beads = align_by_length(source, english, prior=1.0)
    linked = {(i, j) for bead in beads for i in bead.source for j in bead.english}
    assert (0, 0) in linked
    assert (2, 1) in linked


def test_words_are_compared_without_accents_and_endings() -> None:
    left, right = shared_words(["Hitti Kötlu Brandsdóttur."], ["Met Katla Brandsdottir in 1997."])
    assert left[0].keys() == right[0].keys() == {"bran"}


def test_translations_look_parallel_and_other_articles_do_not() -> None:
    assert looks_parallel(ICELANDIC, ENGLISH)
    assert not looks_parallel(ICELANDIC, ENGLISH[::-1])
    assert not looks_parallel(ICELANDIC, ["Onions are cheap.", "Nobody knows why.", "Farmers complain."])
    assert not looks_parallel([], ENGLISH)


@pytest.mark.parametrize("delta", [0.0, 0.3, 1.0, 2.5, 4.0])
def test_tail_of_the_normal_distribution(delta: float) -> None:
    exact = math.log(math.erfc(delta / math.sqrt(2)))
    assert float(_log_two_tails(np.asarray([[delta]]))[0, 0]) == pytest.approx(exact, abs=2e-3)


def test_an_impossible_length_is_finite() -> None:
    beads = align_by_length(["x" * 1_000_000, "a"], ["b", "c"], prior=1.0)
    assert [i for bead in beads for i in bead.source] == [0, 1]
