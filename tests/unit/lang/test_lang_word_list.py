"""A packed list of words finds what a sorted list finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlcheck.lang.word_list import WordList, packed

WORDS = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=6), max_size=120)


@given(words=WORDS, asked=st.text(max_size=4))
def test_every_word_is_found_in_its_place_and_no_other(words: list[str], asked: str) -> None:
    ordered = sorted(set(words))
    found = WordList(packed(ordered))
    assert [found.find(word) for word in ordered] == list(range(len(ordered)))
    assert [found[place] for place in range(len(found))] == ordered
    assert found.find(asked) == (ordered.index(asked) if asked in ordered else None)


@pytest.mark.parametrize("asked", ["", "\n", "a\nb", "Hafe", "Hafenx", "afen", "zzz"], ids=repr)
def test_parts_of_words_are_no_words(asked: str) -> None:
    words = [*(f"Hafen{number}" for number in range(100)), "a", "b", "z"]
    assert WordList(packed(sorted([*words, "Hafen"]))).find(asked) is None
