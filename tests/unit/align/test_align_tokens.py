"""Words that stand for each other: by lexicon, letters or vectors."""

from __future__ import annotations

import numpy as np
import pytest

from xlcheck.align.tokens import link_words


@pytest.mark.parametrize(
    ("source", "english", "language", "expected"),
    [
        pytest.param("Der Hafen ist alt", "The port is old", "de", ("alt", "old"), id="lexicon"),
        pytest.param("Frau Lindqvist kam 1987", "Ms Lindqvist came in 1987", "de", ("1987", "1987"), id="figure"),
        pytest.param("Министр Жуков молчал", "Minister Zhukov was silent", "ru", ("Жуков", "Zhukov"), id="romanised"),
        pytest.param("Die Inflation sinkt", "Inflation is falling", "de", ("Inflation", "Inflation"), id="loan-word"),
    ],
)
def test_links(source: str, english: str, language: str, expected: tuple[str, str]) -> None:
    words = source.split(), english.split()
    links = link_words(*words, language)
    assert expected in {(words[0][link.source], words[1][link.english]) for link in links}


def test_equals_are_told_apart_by_their_place() -> None:
    source, english = "Okonjo traf Adams Adams traf Okonjo", "Okonjo met Adams Adams met Okonjo"
    links = link_words(source.split(), english.split(), "de")
    assert {(0, 0), (2, 2)} <= {(link.source, link.english) for link in links}


def test_vectors_make_links_without_a_lexicon() -> None:
    cosines = np.array([[0.1, 0.9], [0.8, 0.0]], dtype=np.float32)
    links = link_words(["ab", "cd"], ["xy", "zz"], "und", cosines=cosines)
    assert {(link.source, link.english) for link in links} == {(0, 1), (1, 0)}


@pytest.mark.parametrize("texts", [("", "a b"), ("a b", ""), ("", "")], ids=["no-source", "no-english", "nothing"])
def test_nothing_to_link(texts: tuple[str, str]) -> None:
    assert link_words(*(text.split() for text in texts), "de") == ()
