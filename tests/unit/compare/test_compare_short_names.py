from __future__ import annotations

import pytest

from xlcheck.compare.short_names import stands_for_short


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("alexander", "Когда Саше позвонили", True),
        ("александр", "Then Sasha was called.", False),
        ("саша", "When Alexander was called", True),
        ("мишей", "With Mikhail they left", True),
        ("william", "Bill Okonjo left.", True),
        ("bill", "Sir William Okonjo ging.", True),
        ("bill", "The will was read.", False),
        ("peter", "Когда Саше позвонили", False),
        ("lindqvist", "Когда Саше позвонили", False),
    ],
)
def test_stands_for_short(word: str, text: str, expected: bool) -> None:
    assert stands_for_short(word, text) is expected
