"""Words that stand for each other: by lexicon, letters or vectors; coverage of what has no counterpart."""

from __future__ import annotations

import numpy as np
import pytest

from xlcheck.align.tokens import align_tokens, smooth


def linked(source: str, english: str, language: str = "de") -> set[tuple[str, str]]:
    found = align_tokens(source, english, language)
    words = [source[a:b] for a, b in found.source_words], [english[a:b] for a, b in found.english_words]
    return {(words[0][link.source], words[1][link.english]) for link in found.links}


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
    assert expected in linked(source, english, language)


def test_equals_are_told_apart_by_their_place() -> None:
    found = align_tokens("Okonjo traf Adams , Adams traf Okonjo", "Okonjo met Adams , Adams met Okonjo", "de")
    names = {(link.source, link.english) for link in found.links}
    assert (0, 0) in names
    assert (2, 2) in names


def test_what_has_no_counterpart_is_covered_worse() -> None:
    source = "Der Hafen ist alt und die Stadt ist groß"
    full = align_tokens(source, "The port is old and the city is big", "de")
    half = align_tokens(source, "The port is old and nobody likes purple umbrellas", "de")
    assert half.source_coverage[-1] < full.source_coverage[-1]
    assert len(half.english_coverage) == len(half.english_words)


def test_vectors_make_links_without_a_lexicon() -> None:
    cosines = np.array([[0.1, 0.9], [0.8, 0.0]], dtype=np.float32)
    found = align_tokens("ab cd", "xy zz", "und", cosines=cosines)
    assert {(link.source, link.english) for link in found.links} == {(0, 1), (1, 0)}


@pytest.mark.parametrize("texts", [("", "a b"), ("a b", ""), ("", "")], ids=["no-source", "no-english", "nothing"])
def test_nothing_to_align(texts: tuple[str, str]) -> None:
    found = align_tokens(*texts, "de")
    assert found.links == ()
    assert len(found.source_coverage) == len(found.source_words)


def test_smoothing_keeps_length_and_range() -> None:
    assert smooth([1.0]) == [1.0]
    assert smooth([1.0] * 9) == pytest.approx([1.0] * 9)
