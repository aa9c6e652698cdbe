from __future__ import annotations

import pytest

from xlcheck.compare.sounds import consonant_slip, heard, is_chinese, is_spelt_in_kana
from xlcheck.lang.territories import fold_name


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("соколова", "sotolov", True),
        ("соколова", "sokolov", False),
        ("брайантом", "bryant", False),
        ("гвардиолы", "guardiola", False),
        ("берсерка", "berserker", False),
        ("клопштока", "klopstock", False),
        ("каменева", "kanemev", True),
        ("нетцель", "netzel", False),
    ],
)
def test_consonant_slip(left: str, right: str, expected: bool) -> None:
    assert consonant_slip(left, right) is expected


@pytest.mark.parametrize(
    ("word", "own", "other"),
    [
        ("Lindqvist", "リンドクビスト", "シュトゥットガルト"),
        ("Holloway", "ホロウェイ", "ベルンシュタイン"),
        ("Merkel", "मर्केल", "मुंबई"),
        ("Stuttgart", "슈투트가르트에서", "부산에서"),
        ("Hamburg", "ฮัมบูร์ก", "เชียงใหม่"),
        ("Bremen", "بريمن", "القاهرة"),
        ("Copenhagen", "哥本哈根", "布宜诺斯艾利斯"),
    ],
    ids=["kana", "kana, w", "Devanagari", "Hangul", "Thai", "Arabic", "Han"],
)
def test_own_names_are_heard_better_than_others(word: str, own: str, other: str) -> None:
    assert heard(fold_name(word), own) >= 0.66 > heard(fold_name(word), other)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("nurmagomedov", True), ("tanaka", False), ("zhang", False), ("lee", False)],
    ids=["foreign", "Japanese", "Chinese", "short"],
)
def test_is_spelt_in_kana(word: str, expected: bool) -> None:
    assert is_spelt_in_kana(word, "彼は港を訪れた。") is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("他去了港口。", True), ("彼は港を訪れた。", False), ("He left.", False)]
)
def test_is_chinese(text: str, expected: bool) -> None:
    assert is_chinese(text) is expected
