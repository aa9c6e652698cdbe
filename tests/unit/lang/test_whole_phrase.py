"""Phrases of whole words: a text that lacks their words is not searched, and none that matches is passed over."""

from __future__ import annotations

import pytest

from xlcheck.lang.whole_phrase import whole_phrase, words_of


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        pytest.param("no longer", "The ferry is NO\nlonger here.", ["NO\nlonger"], id="case and white space"),
        pytest.param("isn't", "It isn\N{RIGHT SINGLE QUOTATION MARK}t here.", ["isn’t"], id="apostrophe"),
        pytest.param("still", "\N{LATIN SMALL LETTER LONG S}till", ["\N{LATIN SMALL LETTER LONG S}till"], id="long s"),
        pytest.param("is", "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}S", ["İS"], id="dotted capital"),
        pytest.param("is", "\N{LATIN SMALL LETTER DOTLESS I}s", ["ıs"], id="dotless letter"),
        pytest.param("no", "a no-go, a noun, a 'no'", [], id="parts of words"),
        pytest.param("no", "“no”", ["no"], id="quoted"),
        pytest.param("no longer", "No, he waits longer.", [], id="words apart"),
    ],
)
def test_phrases_are_found_whole(phrase: str, text: str, found: list[str]) -> None:
    whole = whole_phrase(phrase)
    assert [match.group() for match in whole.find(text, words_of(text))] == found
    assert [match.group() for match in whole.pattern.finditer(text)] == found


def test_what_follows_is_part_of_the_match() -> None:
    text = "not  yet, not"
    assert [match.group(1) for match in whole_phrase("not", r"\s+(\w+)").find(text, words_of(text))] == ["yet"]
