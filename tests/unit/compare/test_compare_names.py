from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from xlcheck.compare.names import compare_names
from xlcheck.model import Status

TABLE = tomllib.loads((Path(__file__).parent / "name_pairs.toml").read_text(encoding="utf-8"))
SAME = [tuple(row) for group in TABLE["same"].values() for row in group]
DIFFERENT = [tuple(row) for group in TABLE["different"].values() for row in group]


def share(rows: list[tuple[str, str]], status: Status) -> float:
    return sum(compare_names(*row).status is status for row in rows) / len(rows)


def test_the_table_is_as_large_as_it_should_be() -> None:
    assert len(SAME) >= 120
    assert len(DIFFERENT) >= 120


@pytest.mark.parametrize("half", [0, 1], ids=["development", "held-out"])
def test_recall_of_same(half: int) -> None:
    assert share(SAME[half::2], Status.SAME) >= 0.95


@pytest.mark.parametrize("half", [0, 1], ids=["development", "held-out"])
def test_recall_of_differs(half: int) -> None:
    assert share(DIFFERENT[half::2], Status.DIFFERS) >= 0.6


@pytest.mark.parametrize("pair", SAME, ids=" = ".join)
def test_one_name_is_never_called_two(pair: tuple[str, str]) -> None:
    assert compare_names(*pair).status is not Status.DIFFERS


@pytest.mark.parametrize("pair", DIFFERENT, ids=" / ".join)
def test_two_names_are_never_called_one(pair: tuple[str, str]) -> None:
    assert compare_names(*pair).status is not Status.SAME


@pytest.mark.parametrize("pair", SAME + DIFFERENT, ids=" | ".join)
def test_order_does_not_matter(pair: tuple[str, str]) -> None:
    left, right = pair
    assert compare_names(left, right).status is compare_names(right, left).status


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Putin", "putin", "identical"),
        ("Mr Weber", "Herr Weber", "identical but for titles"),
        ("Kiew", "Kyiv", "known under both names"),
        ("Lawrow", "Лавров", "one spelling in two languages"),
        ("Kishida", "Fumio Kishida", "a part of the name"),
        ("Vladimir", "Vladimir Putin", "a given name alone"),
        ("Joe Biden", "Jill Biden", "one family name, two given names"),
        ("", "Putin", "nothing to compare"),
        ("...", "Putin", "nothing to compare"),
        ("شكري", "Holloway", "the script does not show the vowels"),
        ("山田太郎", "Yamada", "Chinese characters may be read in several ways"),
    ],
)
def test_reasons(left: str, right: str, reason: str) -> None:
    assert compare_names(left, right).reasons == (reason,)
