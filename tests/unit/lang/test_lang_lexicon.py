"""Lexicon and gloss: look-up in any case, compounds, quantised probabilities, senses by context."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.lang.gloss import gloss
from xlcheck.lang.lexicon import Lexicon, lexicon_for, save
from xlcheck.lang.lexicon_words import tokens

ROWS = [
    ("Abzug", 40.0, [("withdrawal", 0.6, 0.5), ("deduction", 0.3, 0.6)]),
    ("Bank", 90.0, [("bank", 0.7, 0.8), ("bench", 0.2, 0.7)]),
    ("Truppe", 20.0, [("troupe", 0.5, 0.7)]),
    ("Truppen", 60.0, [("troops", 0.9, 0.8)]),
    ("der", 5000.0, [("the", 0.7, 0.4), ("of", 0.1, 0.05)]),
    ("nicht", 900.0, [("not", 0.9, 0.8)]),
    ("pen", 1.0, [("pen", 0.9, 0.9)]),
    ("steht", 70.0, [("stands", 0.4, 0.5), ("is", 0.3, 0.01)]),
]


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    folder = tmp_path_factory.mktemp("lexicon")
    save(folder / "lexicon.de-en.npz", ROWS)
    found = lexicon_for("de", (folder,))
    assert found is not None
    return found


def test_probabilities_come_back_within_a_step(lexicon: Lexicon) -> None:
    for form, _, entries in ROWS:
        for sense, (english, forward, backward) in zip(lexicon.senses(form), entries, strict=True):
            assert sense.english == english
            assert sense.probability == pytest.approx(forward, rel=0.02)
            assert sense.backward == pytest.approx(backward, rel=0.02)


@pytest.mark.parametrize("word", ["Bank", "bank", "BANK"])
def test_a_form_is_found_in_any_case(lexicon: Lexicon, word: str) -> None:
    assert lexicon.senses(word)[0].english == "bank"
    assert word in lexicon


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        pytest.param("Truppen", ("Truppen",), id="known"),
        pytest.param("Truppenabzug", ("Truppen", "abzug"), id="two parts, the more frequent split"),
        pytest.param("Bankabzug", ("Bank", "abzug"), id="no link"),
        pytest.param("Abzugsbank", ("Abzug", "bank"), id="linking letter"),
        pytest.param("Truppen-Abzug", ("Truppen", "Abzug"), id="hyphen"),
        pytest.param("Zbruc", (), id="unknown"),
        pytest.param("Abzugs", ("Abzug",), id="another ending"),
        pytest.param("Banken-", (), id="a link ends no word"),
        pytest.param("x" * 5000, (), id="endless"),
    ],
)
def test_compounds(lexicon: Lexicon, word: str, parts: tuple[str, ...]) -> None:
    assert lexicon.parts(word) == parts


def test_there_is_none_for_a_language_without_a_file(tmp_path: Path) -> None:
    assert lexicon_for("de", (tmp_path,)) is None


@pytest.mark.parametrize(
    ("text", "english", "expected"),
    [
        pytest.param("Der Truppenabzug steht nicht.", "", "The troops withdrawal stands not.", id="plain"),
        pytest.param("Die Bank", "He sat on a bench.", "The bench", id="context decides"),
        pytest.param("Bank 1.234,5 „Halvorsen“", "", "Bank 1.234,5 „Halvorsen“", id="figures, marks and names stay"),
        pytest.param("", "", "", id="empty"),
    ],
)
def test_gloss(lexicon: Lexicon, text: str, english: str, expected: str) -> None:
    assert gloss(text, lexicon, english=english) == expected


def test_names_stay(lexicon: Lexicon) -> None:
    assert gloss("Bank Bank", lexicon, names=("Bank",)) == "Bank Bank"


def test_words_are_cut_with_their_places() -> None:
    text = "US-Truppen kosten 1.234,5 Mio. – heißt’s."
    found = [(match.group(), match.start()) for match in tokens(text)]
    assert [word for word, _ in found] == ["US-Truppen", "kosten", "1.234,5", "Mio", ".", "–", "heißt", "’s", "."]
    assert all(text[start:].startswith(word) for word, start in found)
