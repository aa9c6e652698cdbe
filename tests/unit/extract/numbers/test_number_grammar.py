"""Number words by a language's own table of forms: how they add up, and what is no number."""

from __future__ import annotations

import pytest

from xlcheck.extract.numbers.words import cardinal, ordinal, prefix_length

CARDINALS = [
    ("ru", "двадцать пять", 25),
    ("ru", "двумястами тремя", 203),
    ("ru", "три тысячи двести", 3200),
    ("ru", "миллион двести тысяч", 1_200_000),
    ("ru", "пять шесть", None),
    ("ru", "двадцать пятнадцать", None),
    ("ru", "тысяча миллион", None),
    ("ru", "трёх", 3),
    ("ru", "трех", 3),
    ("uk", "п’ятьох", 5),
    ("uk", "п'ятдесяти п'яти", 55),
    ("cs", "pětadvacet", 25),
    ("cs", "dvě stě třicet", 230),
    ("cs", "dvacet pět set", None),
    ("pl", "stu dwudziestu trzech", 123),
    ("pl", "dwudziestopięcio", 25),
    ("tr", "yirmibeş", 25),
    ("tr", "on iki", 12),
    ("tr", "beş yüz kırk üç", 543),
    ("tr", "yüzden", 100),
    ("tr", "İKİ", 2),
    ("ar", "خمسة وعشرين", 25),
    ("ar", "مئة وثلاثة وعشرون", 123),
    ("ar", "خمسة عشر", 15),
    ("ar", "مليونان ومئتا ألف", 2_200_000),
    ("ar", "خمسة مليونان", None),
    ("ar", "خمسة عشرون", None),
]


@pytest.mark.parametrize(("language", "phrase", "value"), CARDINALS, ids=[f"{row[0]}-{row[1]}" for row in CARDINALS])
def test_cardinals(language: str, phrase: str, value: int | None) -> None:
    assert cardinal(language, phrase) == value


ORDINALS = [
    ("ru", "двадцать пятого", 25),
    ("ru", "третьей", 3),
    ("ru", "пять", None),
    ("cs", "pětadvacátý", 25),
    ("pl", "dwudziesty piąty", 25),
    ("pl", "piąty dwudziesty", None),
    ("tr", "yirmi beşinci", 25),
    ("ar", "الخامس", 5),
    ("ar", "الرابعة عشر", 14),
]


@pytest.mark.parametrize(("language", "phrase", "value"), ORDINALS, ids=[f"{row[0]}-{row[1]}" for row in ORDINALS])
def test_ordinals(language: str, phrase: str, value: int | None) -> None:
    assert ordinal(language, phrase) == value


@pytest.mark.parametrize(("word", "length"), [("وخمسة", 1), ("خمسة", 0), ("وبخمسة", 2), ("واحد", 0), ("باب", 0)])
def test_prefixes_are_no_part_of_the_number(word: str, length: int) -> None:
    assert prefix_length("ar", word) == length


def test_a_long_run_of_glued_words_is_refused_at_once() -> None:
    assert cardinal("tr", "yüz" * 40) is None
    assert cardinal("cs", "sto" * 14 + "a") is None
