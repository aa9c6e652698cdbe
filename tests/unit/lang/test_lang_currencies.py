"""Which names of money can mean the same currency."""

from __future__ import annotations

import pytest

from xlcheck.lang.currencies import may_be_same_currency


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("USD", "USD", True),
        ("USD", "EUR", False),
        ("$", "TWD", True),
        ("$", "EUR", False),
        ("¥", "CNY", True),
        ("元", "HKD", True),
        ("元", "$", True),  # Taiwan's or Hong Kong's dollar
        ("元", "USD", False),
        ("元", "EUR", False),
    ],
)
def test_a_shared_name_can_be_each_of_its_currencies(first: str, second: str, same: bool) -> None:
    assert may_be_same_currency(first, second) is same
    assert may_be_same_currency(second, first) is same
