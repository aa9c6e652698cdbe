from __future__ import annotations

import pytest

from xlcheck.similarity import Match, best_match, ratio, suggest, token_edits


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("", "", 1.0), ("abc", "abc", 1.0), ("abc", "", 0.0), ("abcd", "abxd", 0.75), ("ab", "ba", 0.5)],
)
def test_ratio(a: str, b: str, expected: float) -> None:
    assert ratio(a, b) == pytest.approx(expected)


def test_best_match_prefers_the_first_of_equals() -> None:
    expected = Match(index=1, choice="lavrow", score=ratio("lavrov", "lavrow"))
    assert best_match("lavrov", ["xyz", "lavrow", "lavrof"]) == expected
    assert best_match("lavrov", []) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [("quote-contnet", "quote-content"), ("NUMBER-VALUE", "number-value"), ("zebra", None), ("", None)],
)
def test_suggest(word: str, expected: str | None) -> None:
    assert suggest(word, ["number-value", "quote-content", "negation-flip"]) == expected


@pytest.mark.parametrize(
    ("a", "b", "ops"),
    [
        ("we will not go", "we will go", ["equal", "delete", "equal"]),
        ("we go", "we will go", ["equal", "insert", "equal"]),
        ("a b c", "a x c", ["equal", "replace", "equal"]),
        ("a b c d", "a x d", ["equal", "replace", "equal"]),
        ("", "a", ["insert"]),
        ("", "", []),
    ],
)
def test_token_edits(a: str, b: str, ops: list[str]) -> None:
    assert [edit.op for edit in token_edits(a.split(), b.split())] == ops
