from __future__ import annotations

import pytest

from xlcheck.compare.romanise import MAX_WORD, Script, consonants, romanise, script_of, skeletons


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Лавров", "lavrov"),
        ("Łukasz Müller", "lukasz muller"),
        ("習近平", "xijinping"),
        ("12!", ""),
        ("O’Neill", "oneill"),
    ],
)
def test_romanise(name: str, expected: str) -> None:
    assert romanise(name) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("lawrow", "lavrov"),
        ("selenskyj", "zelensky"),
        ("tschechow", "chekhov"),
        ("schukow", "zhukov"),
        ("joukov", "zhukov"),
        ("jelzin", "yeltsin"),
        ("poutine", "putin"),
        ("gorbatschow", "gorbachev"),
    ],
)
def test_spellings_share_a_skeleton(left: str, right: str) -> None:
    assert set(skeletons(left)) & set(skeletons(right))


@pytest.mark.parametrize(("left", "right"), [("johnson", "johansson"), ("wladimir", "wolodymyr"), ("niger", "nigeria")])
def test_near_collisions_keep_apart(left: str, right: str) -> None:
    assert not set(skeletons(left)) & set(skeletons(right))


def test_consonants_of_kana_and_arabic() -> None:
    assert consonants(romanise("メルケル")) == consonants("merkel")
    assert consonants(romanise("بوتين")) == consonants("putin")
    assert consonants("putin") != consonants("biden")


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Putin", Script.LATIN),
        ("Путин", Script.ALPHABET),
        ("بوتين", Script.CONSONANTS),
        ("キシダ", Script.CONSONANTS),
        ("岸田さん", Script.HAN),
        ("", Script.LATIN),
    ],
)
def test_script_of(name: str, script: Script) -> None:
    assert script_of(name) is script


def test_hostile_words_are_cut() -> None:
    assert len(romanise("sch" * 100_000)) == MAX_WORD
    assert len(skeletons("chj" * 16)) <= 24
