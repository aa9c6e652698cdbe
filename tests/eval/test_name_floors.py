"""Names in many languages: told apart, or not, as `names.toml` says, in at least 98 of 100 pairs."""

from __future__ import annotations

import tomllib
from pathlib import Path

from xlcheck.compare.names import compare_names
from xlcheck.model import Status

TABLE = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
FLOOR = 0.98


def is_right(kind: str, left: str, right: str) -> bool:
    """Two names that differ may be left undecided; the others must be called what they are."""
    status = compare_names(left, right).status
    return status is not Status.SAME if kind == "different" else status is Status(kind)


def test_names_are_told_apart() -> None:
    pairs = [(kind, *pair) for kind, groups in TABLE.items() for rows in groups.values() for pair in rows]
    wrong = [pair for pair in pairs if not is_right(*pair)]
    assert len(pairs) >= 150
    assert len(wrong) <= (1 - FLOOR) * len(pairs), wrong
