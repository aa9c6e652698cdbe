from __future__ import annotations

import time

import pytest

from xlcheck.score.repetition import Loop, SentenceLoop, find_loops, find_sentence_loops, repetition_excess

LOOPS = [
    ("phrase", "It was able to be able to be able to be done.", "en", "able to be", 3),
    ("word", "They met in the the the harbour.", "en", "the", 3),
    ("single-letter", "It is a a a a port.", "en", "a", 4),
    ("phrase-with-commas", "We saw the gull, the gull, the gull and the tern.", "en", "the gull", 3),
    ("word-with-commas", "You can cook, cook, cook, cook, cook it.", "en", "cook", 5),
    ("long-chant", "“Out, out, out, out, out, out, out, out, out, out,” it reads.", "en", "Out", 10),
    ("letters", "It was WhiteWhiteWhiteWhite.", "en", "White", 4),
    ("german", "Das ist eine eine eine Brücke.", "de", "eine", 3),
    ("unknown-language", "Ovo je je je most.", "hr", "je", 3),
    ("han", "他说他说他说他说他说很好", "zh", "他说", 5),
    ("kana", "これはテストです。橋を渡る橋を渡る橋を渡るです", "ja", "橋を渡る", 3),
]
SILENT = [
    ("emphasis", "It is very, very, very cold and no, no, no, we will not go.", "en"),
    ("emphasis-without-commas", "A long long long way.", "en"),
    ("chant", "They shouted: “Open the port, open the port, open the port!”", "en"),
    ("exclaimed", "Out, out, out, out, out!", "en"),
    ("joined", "It went on and on and on and on.", "en"),
    ("slogan", "Ships, ships, ships: that is all.", "en"),
    ("sentences", "Win. Win. Win. Win.", "en"),
    ("table", "yes | yes | yes | yes", "en"),
    ("figures", "10 10 10 10 10 10", "en"),
    ("grade", "They rated it A A A A.", "en"),
    ("names", "He played in Bora Bora Bora in 2001.", "en"),
    ("headings", "Sea Bridges Sea Bridges Sea bridges are built in Almsund.", "en"),
    ("laughter", "Hahahahaha, hihihihi", "en"),
    ("long-vowel", "Aaaaaaaaaaargh", "en"),
    ("rule", "---------- ========== ......", "en"),
    ("lines", "gulls fly\ngulls fly\ngulls fly", "en"),
    ("german-emphasis", "Nein, nein, nein, nein!", "de"),
    ("han-laughter", "哈哈哈哈，研究研究", "zh"),
    ("han-chant", "他们高呼“打开港口打开港口打开港口”", "zh"),
    ("empty", "", "en"),
]


@pytest.mark.parametrize(
    ("text", "language", "unit", "turns"), [row[1:] for row in LOOPS], ids=[row[0] for row in LOOPS]
)
def test_a_loop_is_found_whole(text: str, language: str, unit: str, turns: int) -> None:
    (loop,) = find_loops(text, language)
    assert (loop.unit, loop.turns) == (unit, turns)
    assert text[loop.start :].startswith(unit)
    assert text[loop.start : loop.end].lower().count(unit.lower()) == turns


@pytest.mark.parametrize(("text", "language"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_what_people_repeat_on_purpose_is_no_loop(text: str, language: str) -> None:
    assert find_loops(text, language) == ()


def test_loops_come_in_order_and_do_not_overlap() -> None:
    text = "It is a a a a port of the the the sea."
    assert find_loops(text, "en") == (
        Loop(unit="a", turns=4, start=6, end=13),
        Loop(unit="the", turns=3, start=22, end=33),
    )


LINE = "The ferry left the port of Almsund on Monday."
OTHER = "Nobody was on board when the storm came."


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param([(LINE, 1), (LINE, 1)], (SentenceLoop(first=0, size=1, turns=2),), id="twice-in-a-paragraph"),
        pytest.param([(LINE, 1), (LINE, 2)], (), id="caption-repeats-the-lead"),
        pytest.param([(LINE, 1), (LINE, 2), (LINE, 3)], (SentenceLoop(first=0, size=1, turns=3),), id="paragraphs"),
        pytest.param(
            [(OTHER, 0), (LINE, 1), (OTHER, 1), (LINE, 1), (OTHER, 1)],
            (SentenceLoop(first=0, size=2, turns=2),),
            id="pair",
        ),
        pytest.param([("Oh yes.", 1), ("Oh yes.", 1), ("Oh yes.", 1)], (), id="refrain"),
        pytest.param([(LINE, 1), (OTHER, 1), (LINE, 1)], (), id="not-at-once"),
        pytest.param([], (), id="empty"),
    ],
)
def test_sentences_that_repeat(sentences: list[tuple[str, int]], expected: tuple[SentenceLoop, ...]) -> None:
    found = find_sentence_loops(sentences)
    assert [(loop.size, loop.turns) for loop in found] == [(loop.size, loop.turns) for loop in expected]


@pytest.mark.parametrize("unit", ["a", "ab", "no ", "a b c d ", "的", "ab12"], ids=repr)
def test_hostile_lines_take_linear_time(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    begin = time.perf_counter()
    find_loops(text, "en")
    assert time.perf_counter() - begin < 6


@pytest.mark.parametrize(
    ("source", "english", "repeats"),
    [
        ("Der Rat schloss die Brücke am Hafen.", "The council closed the bridge, the bridge at the bridge.", True),
        ("Der Rat schloss die Brücke am Hafen.", "The council closed the bridge at the harbour.", False),
        ("Der Rat, der alte Rat, schloss die Brücke.", "The council, the old council, closed the bridge.", False),
        ("市议会关闭了大桥。", "The council closed the council closed the bridge.", True),
        ("", "", False),
    ],
)
def test_repetition_excess(source: str, english: str, repeats: bool) -> None:
    assert (repetition_excess(source, english) > 0.5) is repeats
