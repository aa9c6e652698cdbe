"""Contraries: which words are exchanged, and which are left alone."""

from __future__ import annotations

import pytest

from xlcheck.lang.contraries import MOST, MOST_POLAR, Rewrite, contraries_of, phrase_rewrites, polar_rewrites, rewrites


def exchanged(text: str, **options: tuple[tuple[int, int], ...]) -> set[tuple[str, str]]:
    return {(item.old, item.new) for item in rewrites(text, "en", **options)}


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        pytest.param("Rents rose in March.", "rose", "fell", id="past"),
        pytest.param("Rents have risen in March.", "risen", "fallen", id="participle"),
        pytest.param("Higher rents annoy people.", "Higher", "Lower", id="capital kept"),
        pytest.param("It was the largest ferry.", "largest", "smallest", id="superlative"),
        pytest.param("The supporters won.", "supporters", "opponents", id="plural"),
        pytest.param("The bridge opened\nin May.", "opened", "closed", id="line break"),
    ],
)
def test_words_are_exchanged_in_the_same_form(text: str, old: str, new: str) -> None:
    assert (old, new) in exchanged(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He works in New Harbour.", id="name"),
        pytest.param("HIGH WATER", id="capitals"),
        pytest.param("It is a low-lying island.", id="joined word"),
        pytest.param("Rents rose here and fell there.", id="both said"),
        pytest.param("A sunny week with some rain.", id="a word of the family"),
        pytest.param("The ferry runs on Sunday.", id="nothing listed"),
        pytest.param("", id="empty"),
    ],
)
def test_words_are_left_alone(text: str) -> None:
    assert exchanged(text) == set()


def test_negated_words_are_left_alone() -> None:
    text = "The bridge is not important, but the harbour is big."
    negator = (text.index("not"), text.index("not") + 3)
    assert {old for old, _ in exchanged(text)} == {"important", "big"}
    assert {old for old, _ in exchanged(text, negators=(negator,))} == {"big"}


def test_places_fit_the_text() -> None:
    text = "  “Big ships, small ferries”: the winner lost, the old harbour opened early and rents rose."
    found = rewrites(text, "en")
    assert found
    assert all(text[item.start : item.end] == item.old for item in found)


def test_there_is_a_bound() -> None:
    assert len(rewrites("large " * 10_000, "en")) == MOST


def test_contraries_are_mutual() -> None:
    table = contraries_of("en")
    for word, items in table.items():
        for item in items:
            assert word in {back.word for back in table[item.word]}, (word, item.word)
            assert word != item.word


def test_a_language_without_a_list_is_not_rewritten() -> None:
    assert contraries_of("xx") == {}
    assert rewrites("Rents rose.", "xx") == ()
    assert rewrites("Rents rose.", "en-GB") == (
        Rewrite(start=6, end=10, old="rose", new="fell"),
        *rewrites("Rents rose.", "en")[1:],
    )


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        pytest.param("The ferry does not run.", "does not", "does", id="auxiliary"),
        pytest.param("The ferry did\nnot run.", "did\nnot", "did", id="line break"),
        pytest.param("It isn't open.", "isn't", "is", id="contraction"),
        pytest.param(
            "It won\N{RIGHT SINGLE QUOTATION MARK}t open.",
            "won\N{RIGHT SINGLE QUOTATION MARK}t",
            "will",
            id="typographic",
        ),
        pytest.param("Never again.", "Never", "Always", id="capital"),
        pytest.param("He came, but not alone.", "not alone", "alone", id="bare negator"),
    ],
)
def test_denials_are_taken_away(text: str, old: str, new: str) -> None:
    found = polar_rewrites(text, "en", deny=False)
    assert [(item.old, item.new, item.polar) for item in found] == [(old, new, True)]
    assert text[found[0].start : found[0].end] == old


def test_denials_are_put_in() -> None:
    found = polar_rewrites("He is here and will always be.", "en", deny=True)
    assert [(item.old, item.new) for item in found] == [("is", "is not"), ("will", "will not"), ("always", "never")]


@pytest.mark.parametrize("deny", [True, False])
def test_denials_have_bounds(*, deny: bool) -> None:
    assert len(polar_rewrites("It is not. " * 10_000, "en", deny=deny)) == MOST_POLAR
    assert polar_rewrites("Es ist nicht so.", "xx", deny=deny) == ()


@pytest.mark.parametrize(
    ("text", "table", "both_ways", "expected"),
    [
        pytest.param("Few schools are open.", "amounts", True, [("Few", "Most"), ("Few", "Many")], id="capital"),
        pytest.param("A handful of schools.", "amounts", True, [("A handful of", "Many")], id="phrase"),
        pytest.param("Some fish, all swim.", "amounts", True, [], id="both are said"),
        pytest.param("The ferry will sink.", "certainties", False, [("will", "may")], id="bold to careful"),
        pytest.param("The ferry may sink.", "certainties", False, [], id="careful stays"),
        pytest.param("The free-will party.", "certainties", False, [], id="part of a joined word"),
    ],
)
def test_phrases_are_exchanged(text: str, table: str, expected: list[tuple[str, str]], *, both_ways: bool) -> None:
    found = phrase_rewrites(text, "en", table, both_ways=both_ways)
    assert expected == [(item.old, item.new) for item in found][: len(expected)]
    assert bool(found) == bool(expected)
    assert all(text[item.start : item.end] == item.old for item in found)
