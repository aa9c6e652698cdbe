from __future__ import annotations

import pytest

from xlcheck.lang.territories import is_demonym, related_keys, territory_key, territory_keys


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Russland", "RU"),
        ("RUSSIA", "RU"),
        ("Россия", "RU"),
        ("U.S.", "US"),
        ("Vereinigten Staaten", "US"),
        ("Großbritannien", "GB"),
        ("Georgien", "GE"),
        ("Moskau", "RU/Moscow"),
        ("Kiew", "UA/Kyiv"),
        ("Kyiv", "UA/Kyiv"),
        ("東京", "JP/Tokyo"),
        ("OSZE", "org:OSCE"),
        ("Singapore", "SG"),
        ("Lampukistan", ""),
        ("", ""),
    ],
)
def test_territory_key(name: str, key: str) -> None:
    assert territory_key(name) == key


def test_a_name_of_two_places_keeps_both() -> None:
    assert territory_keys("Kongo") == {"CD", "CG"}
    assert territory_key("Kongo") == ""


@pytest.mark.parametrize(
    ("left", "right", "related"),
    [
        ("RU", "RU/Moscow", True),
        ("RU", "UA", False),
        ("RU/Moscow", "UA/Kyiv", False),
        ("DE", "EU", True),
        ("150", "DE", True),
    ],
)
def test_related_keys(left: str, right: str, related: bool) -> None:
    assert related_keys(left, right) is related
    assert related_keys(right, left) is related


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Russian", "en", True),
        ("Russians", "en", True),
        ("russisch", "de", True),
        ("Russia", "en", False),
        ("Russian", "xx", False),
    ],
)
def test_is_demonym(word: str, language: str, expected: bool) -> None:
    assert is_demonym(word, language) is expected
