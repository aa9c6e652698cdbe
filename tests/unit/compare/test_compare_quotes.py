"""Wording of two quotations: what is the same, and what a difference is called."""

from __future__ import annotations

import pytest

from xlcheck.compare.clauses import clauses
from xlcheck.compare.quotes import compare_across, compare_wording, diff_wording
from xlcheck.extract.cues.polarity import extract_polarity
from xlcheck.extract.quantities.in_sentence import extract_numbers_and_dates
from xlcheck.model import Span, Status

SAME = [
    pytest.param("We go “now” — at once.", "we go 'now' - at once", id="marks-dashes-capitals-full-stop"),
    pytest.param(
        "We've realised the labour costs of the centre.",
        "We have realized the labor costs of the center",
        id="spelling",
    ),
    pytest.param("I won't go and you can't stay.", "I will not go and you cannot stay.", id="contractions"),
    pytest.param("It needs three bolts.", "It needs 3 bolts.", id="number-word"),
    pytest.param("It costs 1,500 crowns.", "It costs 1500 crowns.", id="digit-groups"),
    pytest.param("We, uh, stay here.", "We stay here.", id="hesitation"),
    pytest.param("We know that the ferry is safe.", "We know the ferry is safe.", id="small-words"),
    pytest.param("He will open the locks.", "[The engineer] will open the locks.", id="bracketed-insertion"),
    pytest.param("He don't [sic] open the locks.", "He do not open the locks.", id="sic"),
    pytest.param("We will stay until the work is done.", "We will stay … done.", id="ellipsis"),
    pytest.param(
        "We will stay here until the work is done.",
        "We will stay [...] until the work is done.",
        id="bracketed-ellipsis",
    ),
    pytest.param("Mr Lawrow knows the harbour.", "Mr Lavrov knows the harbour.", id="spelling-of-a-name"),
    pytest.param("The anti-tank ditch is dug.", "The antitank ditch is dug.", id="compound"),
    pytest.param("The U.S. ships are here.", "The US ships are here.", id="initials"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_same_wording(left: str, right: str) -> None:
    assert compare_wording(left, right, same_language=True).status is Status.SAME
    assert compare_wording(right, left, same_language=True).status is Status.SAME


DIFFERENT = [
    pytest.param("We will not sell the harbour.", "We will sell the harbour.", "negation-lost", id="not"),
    pytest.param("They did not agree to the plan.", "They agreed to the plan.", "negation-lost", id="do-support"),
    pytest.param("We can't close the harbour.", "We can close the harbour.", "negation-lost", id="contracted"),
    pytest.param("The bridge needs 400 bolts.", "The bridge needs 40 bolts.", "number-changed", id="figures"),
    pytest.param("The bridge needs three bolts.", "The bridge needs 13 bolts.", "number-changed", id="word-and-figure"),
    pytest.param(
        "We studied the letter with surprise.", "We were surprised to study the letter.", "reworded", id="reworded"
    ),
    pytest.param(
        "The ferry is safe for passengers.", "The ferry is perfectly safe for passengers.", "words-added", id="added"
    ),
    pytest.param(
        "The ferry is perfectly safe for passengers.",
        "The ferry is safe for passengers.",
        "words-dropped",
        id="dropped",
    ),
    pytest.param("We will pay, but only if they do.", "We will pay.", "words-dropped", id="cut-at-the-end"),
    pytest.param("We will pay.", "Unless they lie, we will pay.", "words-added", id="longer-at-the-start"),
]


@pytest.mark.parametrize(("left", "right", "cause"), DIFFERENT)
def test_different_wording(left: str, right: str, cause: str) -> None:
    agreement = compare_wording(left, right, same_language=True)
    assert (agreement.status, agreement.cause) == (Status.DIFFERS, cause)
    assert 0 < agreement.certainty <= 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Completely other words here.", "Nothing in common at all!", id="two-utterances"),
        pytest.param("…", "We stay.", id="no-words"),
        pytest.param("word " * 2000, "word " * 2000, id="too-long"),
    ],
)
def test_unknown(left: str, right: str) -> None:
    assert compare_wording(left, right, same_language=True).status is Status.UNKNOWN


def test_changes_point_at_the_words() -> None:
    left, right = "We will surely stay here tonight.", "We will stay here tomorrow."
    shown = [
        (left[slice(*change.source)], right[slice(*change.english)], change.place)
        for change in diff_wording(left, right).changes
    ]
    assert shown == [("surely", "", "middle"), ("tonight", "tomorrow", "end")]


def test_marked_cut() -> None:
    left, right = "We will pay for the bridge, but only if they do.", "We will pay … if they do."
    assert diff_wording(left, right).agreement.status is Status.SAME


def across(source: str, english: str, language: str = "de") -> tuple[Status, str]:
    spans = Span(doc="s", start=0, end=len(source), text=source), Span(doc="e", start=0, end=len(english), text=english)
    agreement = compare_across(
        source,
        english,
        source_cues=extract_polarity(spans[0], language),
        english_cues=extract_polarity(spans[1], "en"),
        source_quantities=extract_numbers_and_dates(spans[0], language)[0],
        english_quantities=extract_numbers_and_dates(spans[1], "en")[0],
        length_ratio=1.12,
    )
    return agreement.status, agreement.cause


@pytest.mark.parametrize(
    ("source", "english", "expected"),
    [
        pytest.param(
            "Wir verkaufen den Hafen nicht.",
            "We will sell the harbour.",
            (Status.DIFFERS, "negation-lost"),
            id="negation",
        ),
        pytest.param(
            "Wir verkaufen den Hafen nicht.", "We refuse to sell the harbour.", (Status.UNKNOWN, ""), id="implied"
        ),
        pytest.param(
            "Wir brauchen 400 Schrauben.", "We need 40 bolts.", (Status.DIFFERS, "number-changed"), id="number"
        ),
        pytest.param(
            "Wir brauchen 400 Schrauben.", "We need four hundred bolts.", (Status.UNKNOWN, ""), id="number-in-words"
        ),
        pytest.param("Wir brauchen 1.500 Schrauben.", "We need 1,500 bolts.", (Status.UNKNOWN, ""), id="number-format"),
        pytest.param(
            "Wir gehen, aber nur, wenn auch alle anderen mitgehen.",
            "We will go.",
            (Status.DIFFERS, "words-dropped"),
            id="length",
        ),
        pytest.param("Wir bleiben hier.", "We stay here.", (Status.UNKNOWN, ""), id="nothing-to-see"),
    ],
)
def test_across_languages(source: str, english: str, expected: tuple[Status, str]) -> None:
    assert across(source, english) == expected


def test_other_language_by_text_alone() -> None:
    agreement = compare_wording("Wir bleiben hier.", "We stay here.", same_language=False, language="de")
    assert agreement.status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We will pay for it, but only if they pay too.",
            ["We will pay for it,", "but only if they pay too."],
            id="two",
        ),
        pytest.param("Of course, we will pay for it.", ["Of course, we will pay for it."], id="short-beginning"),
        pytest.param(
            "We will pay for it – they will not pay at all",
            ["We will pay for it", "they will not pay at all"],
            id="dash",
        ),
        pytest.param("We pay", ["We pay"], id="one"),
        pytest.param("", [], id="empty"),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in clauses(text)] == expected
