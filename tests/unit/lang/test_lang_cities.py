from __future__ import annotations

import pytest

from xlcheck.lang.cities import city_names, listed_cities
from xlcheck.lang.persons import english_name, names_in
from xlcheck.lang.profile import known_languages
from xlcheck.lang.territories import cities, territory_key


@pytest.mark.parametrize(
    ("name", "language", "key"),
    [
        ("Amburgo", "it", "DE/Hamburg"),
        ("Hamburg", "sv", "DE/Hamburg"),
        ("汉堡", "zh", "DE/Hamburg"),
        ("漢堡", "zh-TW", "DE/Hamburg"),
        ("大阪", "zh-TW", "JP/Osaka"),
        ("Hamburg", "zh", ""),
        ("Великобритания", "ru", "GB"),
    ],
)
def test_cities_have_one_key_in_every_language(name: str, language: str, key: str) -> None:
    assert territory_key(name, language) == key


def test_no_city_is_lost_or_doubled_in_any_language() -> None:
    for language in known_languages():
        names = [(name, key) for key, listed in city_names(language).items() for name in listed]
        assert len({name for name, _ in names}) == len(names), language
    assert listed_cities() <= cities()
    assert "DE/Bavaria" not in cities()


def test_persons_are_known_by_their_names_in_other_scripts() -> None:
    assert english_name("默克尔") == "Angela Merkel"
    assert english_name("Merkel") == ""
    assert "默克尔" in names_in("Mrs Merkel", "zh")
    assert names_in("Merkel", "de") == ()
