from __future__ import annotations

import pytest

from xlcheck.score.garble.dictionary import has_dictionary, is_slip, is_word

WORDS = ["harbour", "harbor", "ferries", "weaponization", "scientifically", "uninhabited", "homebuyers", "entrustment"]
INVENTED = ["boatation", "harbourality", "xqzt"]


@pytest.mark.parametrize("word", WORDS)
def test_words_exist_in_all_their_forms(word: str) -> None:
    assert is_word(word, "en")


@pytest.mark.parametrize("word", INVENTED)
def test_inventions_do_not(word: str) -> None:
    assert not is_word(word, "en")
    assert not is_slip(word, "en")


@pytest.mark.parametrize("slip", ["goverment", "recieved", "harbuor", "resturant"])
def test_slips_are_near_words(slip: str) -> None:
    assert not is_word(slip, "en")
    assert is_slip(slip, "en")


def test_a_wrong_first_letter_is_no_slip() -> None:
    assert not is_slip("zagency", "en")


def test_nothing_is_known_of_other_languages() -> None:
    assert not has_dictionary("hr")
