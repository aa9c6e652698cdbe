"""Planted errors: each kind on a sentence that offers it, none where it is not offered."""

from __future__ import annotations

import pytest

from xlcheck.corrupt import CATEGORIES, corrupt_text
from xlcheck.lang.profile import known_languages, load_profile

GERMAN = "Der Hafen von Norddamm wird im Mai für 240 Schiffe geöffnet, sagte Bürgermeisterin Helga Brandt."

CASES = [
    ("number", "The ferry carried 240 cars and 31 lorries.", ""),
    ("number", "The ferry carried seven lorries.", ""),
    ("date", "The ferry ran aground on Friday.", ""),
    ("date", "The ferry was built in 1987.", ""),
    ("unit", "The road is 12 kilometres long.", "The road is 12 miles long."),
    ("unit", "The pier costs $40 million.", ""),
    ("name", "Yesterday Helga Brandt opened the pier.", ""),
    ("role-swap", "Yesterday Helga Brandt praised Emeka Obi.", "Yesterday Emeka Obi praised Helga Brandt."),
    ("negation-added", "The pier will be rebuilt.", "The pier will not be rebuilt."),
    ("negation-removed", "The pier will not be rebuilt.", "The pier will be rebuilt."),
    ("antonym", "Fares rose again.", "Fares fell again."),
    ("hedge", "Fares may rise.", "Fares will rise."),
    ("quantifier", "Most ferries are old.", "Few ferries are old."),
    ("omitted-word", "The council wants to rebuild all of the piers by the summer.", ""),
    ("omitted-clause", "The pier, which was built long ago, is closed.", "The pier is closed."),
    ("added-clause", "The pier in the north is closed.", ""),
    ("untranslated-word", "The harbour will be opened in May.", ""),
    ("shuffled-words", "The council wants to rebuild all of the piers by the summer.", ""),
    ("repeated-phrase", "The council wants to rebuild all of the piers by the summer.", ""),
    (
        "trimmed-quote",
        "“We will rebuild the pier before the next winter,” she said.",
        "“We will rebuild the,” she said.",
    ),
    ("other-sentence", "The pier is closed.", "Trains were late."),
]


@pytest.mark.parametrize(("category", "text", "expected"), CASES, ids=[f"{case[0]}-{case[1][:18]}" for case in CASES])
def test_rule(category: str, text: str, expected: str) -> None:
    (done,) = corrupt_text(
        text, language="en", other=GERMAN, strangers=["Trains were late."], categories=[category], seed=3
    )
    assert done.category == category
    assert done.text != text
    assert done.text[: done.start] + done.original + done.text[done.end :] == text
    if expected:
        assert done.text == expected


@pytest.mark.parametrize(
    ("category", "text"),
    [
        ("number", "The ferry was late."),
        ("date", "The ferry carried 240 cars."),
        ("unit", "The pier is miles away."),
        ("name", "The ferry was late again."),
        ("role-swap", "Yesterday Helga Brandt opened the pier."),
        ("negation-added", "The pier is not what it was."),
        ("hedge", "The pier opens in May."),
        ("trimmed-quote", "The “pier” is closed."),
        ("trimmed-quote", 'She said: "No," and left the meeting of the council before "lunch time" began.'),
        ("trimmed-quote", "“We will rebuild the pier before the next winter."),
        ("trimmed-quote", 'We will rebuild the pier," the mayor of the town said on Monday.'),
        ("shuffled-words", "The pier is closed."),
        ("repeated-phrase", "The pier is closed."),
    ],
)
def test_a_rule_that_finds_nothing_does_nothing(category: str, text: str) -> None:
    assert corrupt_text(text, language="en", categories=[category]) == ()


def test_every_kind_has_a_case() -> None:
    assert {category for category, _, _ in CASES} == set(CATEGORIES)


@pytest.mark.parametrize("language", [code for code in known_languages() if load_profile(code).corrupt.antonyms])
def test_word_lists_are_usable(language: str) -> None:
    profile = load_profile(language).corrupt
    for pairs in (profile.antonyms, profile.negations, profile.hedges, profile.quantifiers, profile.units):
        for pair in pairs:
            assert len(pair) == 2
            assert pair[0] != pair[1]
            assert pair[0].strip() == pair[0] != ""
    text = f"{profile.antonyms[0][0].capitalize()} {profile.negations[0][0]} {profile.quantifiers[0][0]}."
    assert {item.category for item in corrupt_text(text, language=language)} >= {"antonym", "quantifier"}


def test_german_sentences_can_be_spoilt_too() -> None:
    found = {item.category: item.text for item in corrupt_text(GERMAN, language="de", seed=1)}
    assert {"number", "date", "name", "negation-added", "antonym"} <= set(found)
    assert "wird nicht im Mai" in found["negation-added"]
