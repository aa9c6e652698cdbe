"""The `[garble]` tables of all languages hang together."""

from __future__ import annotations

from dataclasses import fields

import pytest

from xlcheck.lang.profile import known_languages, load_profile

WITH_TABLE = [code for code in known_languages() if load_profile(code).garble.titles]


@pytest.mark.parametrize("code", WITH_TABLE)
def test_words_are_lower_case_and_listed_once(code: str) -> None:
    table = load_profile(code).garble
    for item in fields(table):
        words = getattr(table, item.name)
        if isinstance(words, tuple) and words and isinstance(words[0], str):
            assert [word for word in words if word != word.lower()] == []
            assert sorted(set(words)) == sorted(words), item.name


@pytest.mark.parametrize("code", WITH_TABLE)
def test_lists_refer_to_what_is_there(code: str) -> None:
    table = load_profile(code).garble
    assert set(table.name_like) <= set(table.clause_openers)
    assert {name for pair in table.impossible_pairs for name in pair} <= set(table.word_classes)
    assert all(len(pair.split()) == 2 for pair in table.pair_exceptions)


@pytest.mark.parametrize("code", WITH_TABLE)
def test_odd_phrases_are_never_their_own_correction(code: str) -> None:
    for phrase, better in load_profile(code).garble.odd_phrases.items():
        assert phrase == phrase.lower() and phrase not in better


def test_markers_are_no_words_of_the_other_language() -> None:
    german, english = load_profile("de").garble, load_profile("en").garble
    assert not set(german.markers) & set(english.markers)
