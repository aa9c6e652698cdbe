"""Reading two sentences together: the word that is wrong stands out, and nothing but the pair counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.embed import Compared, Comparer, Encoder, VectorCache, reading_kind
from xlcheck.embed.comparer import MOST_WORDS

SOURCE = "Der Bürgermeister von Norddamm hat am Dienstag die neue Brücke über den Fluss eröffnet."
RIGHT = "The mayor of Norddamm opened the new bridge over the river on Tuesday."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.mark.parametrize(
    ("english", "wrong"),
    [
        ("The mayor of Norddamm opened the new bakery over the river on Tuesday.", "bakery"),
        ("The poet of Norddamm opened the new bridge over the river on Tuesday.", "poet"),
        ("The mayor of Norddamm has not opened the new bridge over the river on Tuesday.", "not"),
        ("The mayor of Kaltental opened the new bridge over the river on Tuesday.", "Kaltental"),
    ],
)
def test_a_wrong_word_is_the_one_in_doubt(encoder: Encoder, english: str, wrong: str) -> None:
    right, found = Comparer(encoder).compare([(SOURCE, RIGHT), (SOURCE, english)])
    words = [english[start:end] for start, end in encoder.word_ranges(english)]
    assert words[found.english.index(max(found.english))] == wrong
    assert found.log_odds > right.log_odds
    assert max(found.english) > max(right.english)


def test_words_that_the_english_leaves_out_are_in_doubt(encoder: Encoder) -> None:
    right, found = Comparer(encoder).compare(
        [(SOURCE, RIGHT), (SOURCE, "The mayor of Norddamm opened the new bridge.")]
    )
    words = [SOURCE[start:end] for start, end in encoder.word_ranges(SOURCE)]
    ranked = [word for _, word in sorted(zip(found.source, words, strict=True), reverse=True)]
    assert "Fluss" in ranked[:4]
    assert found.log_odds > right.log_odds


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            "市长周二开通了河上的新桥。",
            "The mayor opened the new bridge over the river on Tuesday.",
            "The mayor sold the old church.",
        ),
        (
            "Мэр открыл новый мост через реку.",
            "The mayor opened a new bridge across the river.",
            "The mayor closed a school.",
        ),
        ("Le maire a ouvert un pont.", "The mayor opened a bridge.", "The dentist opened a bottle."),
    ],
    ids=["zh", "ru", "fr"],
)
def test_other_languages_come_alike(encoder: Encoder, source: str, right: str, wrong: str) -> None:
    good, bad = Comparer(encoder).compare([(source, right), (source, wrong)])
    assert bad.log_odds > good.log_odds + 1


def test_a_pair_is_read_alike_in_any_company(encoder: Encoder) -> None:
    pairs = [(SOURCE, RIGHT), ("Ja.", "Yes."), (SOURCE * 3, RIGHT * 2), ("Neu", "The new one is here, at last.")]
    alone = [Comparer(encoder).compare([pair])[0] for pair in pairs]
    together = Comparer(encoder).compare(pairs)
    for left, right in zip(alone, together, strict=True):
        assert right.log_odds == pytest.approx(left.log_odds, abs=2e-2)
        assert right.source == pytest.approx(left.source, abs=2e-2)
        assert right.english == pytest.approx(left.english, abs=2e-2)


def test_the_cache_changes_nothing(encoder: Encoder, tmp_path: Path) -> None:
    cache = VectorCache(tmp_path / "v.sqlite", kind=reading_kind())
    pairs = [(SOURCE, RIGHT), ("今日は会議が開かれた。", "A meeting was held today.")]
    first = Comparer(encoder, cache).compare(pairs)
    assert Comparer(Encoder(), cache).compare(pairs) == first == Comparer(encoder).compare(pairs)


@pytest.mark.parametrize(("source", "english"), [("", "Yes."), ("Ja.", " "), ("", "")])
def test_nothing_speaks_against_an_empty_text(encoder: Encoder, source: str, english: str) -> None:
    assert Comparer(encoder).compare([(source, english)]) == [Compared(whole=0.0, log_odds=0.0, source=(), english=())]


def test_a_list_is_read_up_to_a_limit(encoder: Encoder) -> None:
    (found,) = Comparer(encoder).compare([("und eins " * 500, "and one " * 500)])
    assert len(found.source) == len(found.english) == MOST_WORDS


def test_doubts_are_asked_for_by_place(encoder: Encoder) -> None:
    english = "The mayor of Norddamm opened the new bakery over the  river on Tuesday."
    doubts = Comparer(encoder).doubts(SOURCE, english)
    place = english.index("bakery")
    wrong, right = doubts.in_english(place + 1, place + 2), doubts.in_english(0, place)
    assert wrong is not None and right is not None
    assert wrong > right
    assert wrong == max(odds for _, _, odds in doubts.english)
    assert doubts.in_english(place, place) is None
    place = SOURCE.index("Fluss")
    fine, doubtful = doubts.in_source(place, place + 5), doubts.in_source(0, len(SOURCE))
    assert fine is not None and doubtful is not None and fine < doubtful


def test_the_whole_is_the_cosine_of_the_sentences(encoder: Encoder) -> None:
    (found,) = Comparer(encoder).compare([(SOURCE, RIGHT)])
    assert found.whole == pytest.approx(encoder.cosine(SOURCE, RIGHT), abs=2e-3)
