"""Untranslated words: what is told apart from names, loans and accidents."""

from __future__ import annotations

import pytest

from xlcheck.lang.lexicon import lexicon_for
from xlcheck.score.fluency import function_words, is_common, is_english
from xlcheck.score.untranslated import untranslated

SOURCE = "Die Koalition lehnte den Antrag von Frau Lindner am Montag ab."
ENGLISH = "The coalition rejected the motion by Ms Lindner on Monday."


@pytest.mark.parametrize(
    ("language", "source", "english", "names", "expected"),
    [
        pytest.param("de", SOURCE, ENGLISH, {"lindner"}, 0, id="translated"),
        pytest.param("de", SOURCE, ENGLISH.replace("coalition", "Koalition"), {"lindner"}, 1, id="German-noun"),
        pytest.param("de", SOURCE, ENGLISH.replace("rejected the", "rejected den"), {"lindner"}, 1, id="small-word"),
        pytest.param("de", "Das Festival war schön.", "The festival was nice, the Festival.", set(), 0, id="loan"),
        pytest.param("de", "Das war in der Stadt.", "There was war in the city.", set(), 0, id="accident"),
        pytest.param("fr", "Le maire a refusé.", "The maire has refused.", set(), 1, id="no-lexicon"),
        pytest.param("fr", "Il a encore plu.", "It encore rained.", set(), 0, id="English-too"),
        pytest.param("fr", "Il a vu le maire.", "He saw le mayor.", set(), 1, id="tiny"),
        pytest.param("fr", "Le maire Dupont parle.", "Mayor Dupont speaks.", {"dupont"}, 0, id="name"),
        pytest.param(
            "de", "Die Neue Hafen Zeitung schreibt es.", "The Neue Hafen Zeitung writes it.", set(), 0, id="title"
        ),
        pytest.param("fr", "", "", set(), 0, id="empty"),
    ],
)
def test_words_left_in_the_source_language(
    language: str, source: str, english: str, names: set[str], expected: int
) -> None:
    assert untranslated(source, english, names=names, lexicon=lexicon_for(language)) == expected


def test_known_words() -> None:
    assert {"the", "of", "and"} <= function_words()
    assert "harbour" not in function_words()
    assert is_common("government")
    assert is_english("harbours")
    assert not is_english("hafenmauer")
