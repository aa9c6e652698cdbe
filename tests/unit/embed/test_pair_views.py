"""Views of pairs rest on the same numbers as sentence vectors."""

from __future__ import annotations

from dataclasses import asdict, astuple
from pathlib import Path

import pytest

from xlcheck.embed import PAIR_VIEWS, Encoder, PairViews, VectorCache, is_covered

PAIRS = [
    ("Die Fähre nach Norddamm fährt am Sonntag nicht.", "The ferry to Norddamm does not run on Sunday."),
    ("渡轮星期天不开。", "The ferry does not run on Sunday."),
    ("Mehr.", "More."),
    ("Die Fähre nach Norddamm fährt am Sonntag nicht.", "The council has raised all taxes on tobacco."),
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def test_the_whole_is_the_cosine_of_the_sentence_vectors(encoder: Encoder) -> None:
    for (source, english), view in zip(PAIRS, PairViews(encoder).view(PAIRS), strict=True):
        assert view.whole == pytest.approx(encoder.cosine(source, english), abs=2e-3)


def test_a_translation_is_nearer_than_another_sentence(encoder: Encoder) -> None:
    same, *_, other = PairViews(encoder).view(PAIRS)
    for name, value in asdict(same).items():
        nearer = -1 if name.startswith("spare") else 1
        assert nearer * value > nearer * getattr(other, name), name


def test_a_word_too_many_shows_on_the_side_that_has_it(encoder: Encoder) -> None:
    source = "Der Stadtrat hat den Bau der neuen Brücke im Norden beschlossen."
    good, more = PairViews(encoder).view(
        [
            (source, "The city council has decided to build the new bridge in the north."),
            (source, "The city council has decided to build the new tobacco bridge in the north."),
        ]
    )
    assert more.spare_english - good.spare_english > 0.01
    assert more.spare_english - good.spare_english > more.spare_source - good.spare_source
    assert more.quarter_english <= good.quarter_english


def test_words_in_another_order(encoder: Encoder) -> None:
    source = "Der Stadtrat hat den Bau der neuen Brücke im Norden beschlossen."
    good, mixed = PairViews(encoder).view(
        [
            (source, "The city council has decided to build the new bridge in the north."),
            (source, "North the build has in city the decided new to council bridge the."),
        ]
    )
    assert good.order - mixed.order > 0.3


def test_the_source_of_an_omission_has_words_that_nothing_returns_to(encoder: Encoder) -> None:
    source = "Die Fähre fährt nicht, weil der Kapitän krank ist und die Werft streikt."
    whole, cut = PairViews(encoder).view(
        [
            (source, "The ferry does not run because the captain is ill and the shipyard is on strike."),
            (source, "The ferry does not run."),
        ]
    )
    assert whole.returned_source - cut.returned_source > whole.returned_english - cut.returned_english


def test_a_missing_part_shows_on_the_side_that_has_it(encoder: Encoder) -> None:
    source = "Die Fähre fährt nicht, weil der Kapitän krank ist und die Werft streikt."
    whole, cut = PairViews(encoder).view(
        [
            (source, "The ferry does not run because the captain is ill and the shipyard is on strike."),
            (source, "The ferry does not run."),
        ]
    )
    assert whole.weakest_phrase_source - cut.weakest_phrase_source > 0.1
    assert whole.words_source - cut.words_source > whole.words_english - cut.words_english


def test_views_do_not_depend_on_batch_order_or_cache(encoder: Encoder, tmp_path: Path) -> None:
    cache = VectorCache(tmp_path / "vectors.sqlite", kind=PAIR_VIEWS)
    alone = [PairViews(encoder).view([pair])[0] for pair in PAIRS]
    assert PairViews(encoder, cache).view(PAIRS[::-1])[::-1] == alone
    assert PairViews(encoder, cache).view(PAIRS) == alone


def test_kinds_share_a_file_without_meeting(encoder: Encoder, tmp_path: Path) -> None:
    path = tmp_path / "vectors.sqlite"
    PairViews(encoder, VectorCache(path, kind=PAIR_VIEWS)).view(PAIRS)
    assert VectorCache(path).get([text for pair in PAIRS for text in pair]) == {}


def test_an_empty_text_is_like_nothing(encoder: Encoder) -> None:
    (view,) = PairViews(encoder).view([("Die Fähre fährt nicht.", "  ")])
    assert set(astuple(view)) == {0.0}


def test_covered_languages() -> None:
    assert is_covered("de", "en")
    assert not is_covered("de", "fi")
