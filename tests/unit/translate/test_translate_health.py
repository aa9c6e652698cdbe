from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlcheck.translate.clauses import cut
from xlcheck.translate.health import COPIED, FOREIGN, LONG, NOTHING, REPEATS, SHORT, UNKNOWN, repeats, suspect_reasons

CHINESE = "市议会星期一决定关闭旧港大桥。"
WORDS = st.text(alphabet="ab ,;，、-", max_size=300).map(lambda text: " ".join(text.split()))
GERMAN = "Der Stadtrat hat am Montag beschlossen, die alte Brücke am Hafen zu schließen."


@pytest.mark.parametrize(
    ("source", "english"),
    [
        pytest.param(GERMAN, "On Monday the city council decided to close the old harbour bridge.", id="plain"),
        pytest.param("„Nein, nein, nein!“", "“No, no, no!”", id="said-three-times"),
        pytest.param("Ja.", "Yes.", id="short"),
        pytest.param("Bla bla bla bla bla bla.", "Blah blah blah blah blah blah.", id="source-repeats"),
        pytest.param("Berlin, Hamburg, München, Köln", "Berlin, Hamburg, Munich, Cologne", id="names-stay"),
        pytest.param(CHINESE, "On Monday the city council decided to close the old bridge.", id="dense"),
        pytest.param("Он приехал в город.", "He came to town.", id="cyrillic"),
        pytest.param("10 000 000 000 Kilometer", "10,000,000,000 kilometres", id="zeros"),
    ],
)  # fmt: skip
def test_sound_translations_are_not_suspected(source: str, english: str) -> None:
    assert suspect_reasons(source, english) == ()


@pytest.mark.parametrize(
    ("source", "english", "reason"),
    [
        pytest.param(GERMAN, "", NOTHING, id="empty"),
        pytest.param(GERMAN, ". –", NOTHING, id="marks"),
        pytest.param(GERMAN, "The council the council the council closes the old bridge.", REPEATS, id="phrase"),
        pytest.param(GERMAN, "The bridge of of of of of the council is closed on Monday.", REPEATS, id="word"),
        pytest.param(GERMAN, "The bridge is hahahahahahahahahaha closed on Monday by them.", REPEATS, id="letters"),
        pytest.param(GERMAN, GERMAN, COPIED, id="copied"),
        pytest.param("Он сказал, что мост закрыт.", "Он сказал что мост closed.", FOREIGN, id="other-script"),
        pytest.param(GERMAN, "The council.", SHORT, id="dropped"),
        pytest.param("Er kam gestern nach Hause.", "He came home yesterday " + "and told us that " * 2 + "it had been "
                     "a long way from the harbour to the old town.", LONG, id="invented"),
        pytest.param("Ja.", "Yes, and the council has also decided to close the old bridge.", LONG, id="one-word"),
        pytest.param(CHINESE, "The city.", SHORT, id="dense-dropped"),
        pytest.param(GERMAN, "On Monday the council ⁇ to close the old bridge.", UNKNOWN, id="unknown"),
    ],
)  # fmt: skip
def test_bad_translations_are(source: str, english: str, reason: str) -> None:
    assert reason in suspect_reasons(source, english)


@pytest.mark.parametrize("unit", ["a", "ab ", ". ", "the council ", "😀"])
def test_repetition_is_looked_for_in_linear_time(unit: str) -> None:
    start = time.process_time()
    repeats("x y " + unit * (300_000 // len(unit)))
    assert time.process_time() - start < 5


def words(text: str) -> int:
    """A stand-in for a tokenizer: a token for every two letters of a word."""
    return sum((len(word) + 1) // 2 for word in text.split())


@pytest.mark.parametrize(
    ("text", "limit", "parts", "at_clauses"),
    [
        pytest.param("one two", 9, ("one two",), True, id="short"),
        pytest.param("one two, three four; five", 6, ("one two,", "three four;", "five"), True, id="clauses"),
        pytest.param("one two, six, nine", 7, ("one two, six,", "nine"), True, id="as-long-as-fits"),
        pytest.param("one two six ten, a", 4, ("one two", "six ten,", "a"), False, id="between-words"),
        pytest.param("甲乙，丙丁，戊己", 2, ("甲乙，", "丙丁，", "戊己"), True, id="east-asian"),
    ],
)  # fmt: skip
def test_cut(text: str, limit: int, parts: tuple[str, ...], at_clauses: bool) -> None:
    assert cut(text, limit, words) == (parts, at_clauses)


@settings(max_examples=150)
@given(
    text=st.text(alphabet="ab ,;，、-", max_size=300).map(lambda text: " ".join(text.split())),
    limit=st.integers(20, 60),
)
def test_cutting_loses_nothing_but_white_space(text: str, limit: int) -> None:
    parts, _ = cut(text, limit, words)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(words(part) <= limit for part in parts)
