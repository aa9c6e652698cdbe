from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlcheck.translate.apertium_text import clean, count_words, from_stream, to_stream


@pytest.mark.parametrize(
    ("text", "stream"),
    [
        ("La casa", "La casa."),
        ("¿La casa?", "¿La casa?"),
        ("[a] {b} ^c$ d/e \\ @f <g>", r"\[a\] \{b\} \^c\$ d\/e \\ \@f \<g\>."),
        ("5 * 2 #3 ~ 1+1", "5 [*] 2 [#]3 [~] 1[+]1."),
    ],
    ids=["full-stop-added", "has-an-end", "reserved", "marks-of-the-source"],
)
def test_into_the_stream_and_back(text: str, stream: str) -> None:
    assert to_stream(text) == stream
    answer = from_stream(stream, text)
    assert (answer.text, answer.unknown, answer.rough) == (text, 0, 0)


@given(st.text())
def test_any_text_comes_back_from_a_machine_that_changes_nothing(text: str) -> None:
    source = clean(text)
    answer = from_stream(to_stream(source), source)
    assert answer.text == source
    assert (answer.unknown, answer.rough) == (0, 0)


@pytest.mark.parametrize(
    ("answer", "source", "text", "unknown", "rough"),
    [
        ("The *fluxo is big.", "La fluxo es grande.", "The fluxo is big.", 1, 0),
        ("In *Altenrode it rains.", "En Altenrode llueve.", "In Altenrode it rains.", 0, 0),
        ("THE *FLUXO.", "LA FLUXO.", "THE FLUXO.", 1, 0),
        ("The @casa and *L'hora.", "x", "The casa and L'hora", 1, 0),
        ("He #go home.", "Va a casa.", "He go home.", 0, 1),
        ("It is <adj>big$.", "Es grande.", "It is big.", 0, 0),
        ("A* *12b *.", "A.", "A 12b .", 1, 0),
    ],
    ids=["unknown", "a-name", "capitals", "without-translation", "without-form", "remains", "lone-marks"],
)
def test_marks(answer: str, source: str, text: str, unknown: int, rough: int) -> None:
    found = from_stream(answer, source)
    assert (found.text, found.unknown, found.rough) == (text, unknown, rough)


def test_clean_text_has_nothing_that_breaks_the_stream() -> None:
    assert clean(" a\0b\tc\r\nd\x85e es\N{SOFT HYPHEN}cuela \ud800 ") == "a b c d e escuela \N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(("text", "words"), [("El 12 de mayo, ¿no?", 4), ("", 0), ("1,5 %", 0), ("l'hora d'anar", 2)])
def test_words_are_counted(text: str, words: int) -> None:
    assert count_words(text) == words
