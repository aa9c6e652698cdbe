from __future__ import annotations

import time

import pytest

from xlcheck.score.said_twice import said_twice


@pytest.mark.parametrize(
    ("source", "english", "expected"),
    [
        ("Der Fisch wird gekocht oder gegart.", "The fish is cooked or cooked.", 1),
        ("Kochen, backen, garen oder dünsten.", "You can cook, cook, cook or cook.", 3),
        ("Beim Eislaufen oder Eisstockschießen.", "At ice skating or ice-skating.", 1),
        ("Der Nennwert wird vorgezogen.", "This puts the par value before the par value.", 1),
        ("Das Amt (Public Key Office).", "The Public Key Office (Public Key Office) is closed.", 1),
        ("Der Hafen, das Hafenbecken und die Werft.", "The harbour, the harbour and the shipyard.", 0),
        ("Angst, Angst und Sorge.", "Fear, fear and worry.", 0),
        ("Die Fähre und der Hafen.", "The ferry and the harbour.", 0),
        ("Sie warteten jahrelang.", "They waited for years and years.", 0),
        ("Es wird immer kälter.", "It gets colder and colder.", 0),
        ("Der Pianist Lang Lang kommt.", "The pianist Lang Lang is coming.", 0),
        ("鋼琴家郎朗來了。", "The pianist Lang Lang is coming.", 0),
        ("Eine Lösung für alle.", "It is a win-win for all.", 0),
        ("Tag für Tag.", "Day by day, week by week.", 0),
        ("Er ging. Sie ging auch.", "He left the port. The port was empty.", 0),
        ("Am 3. und 3. Mai.", "On 3 and 3 May.", 0),
        ("", "", 0),
    ],
)
def test_words_joined_to_themselves(source: str, english: str, expected: int) -> None:
    assert said_twice(source, english) == expected


@pytest.mark.parametrize("text", ["cook or " * 10_000, "cook " * 15_000, "a b c d " * 10_000, "x" * 300_000], ids=len)
def test_hostile_lines_take_linear_time(text: str) -> None:
    start = time.perf_counter()
    said_twice(text, text)
    assert time.perf_counter() - start < 5
