"""Countries, regions and cities by any of their names: CLDR's territories and time-zone cities, plus our own aliases.

A key says what a name stands for, whatever the language: an ISO 3166 code ("RU"), a CLDR region ("150" is Europe), a
code and a city ("RU/Moscow"), or "org:" and an acronym. Sources: CLDR through babel (territories, the exemplar cities
of time zones, language names), countryinfo (English demonyms), and the `known` lists of the language files.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from xlcheck.lang.profile import known_languages, load_profile

_LANGUAGES = "ar bg cs da de el en es fa fi fr he hi hu id it ja ko lt nb nl pl pt ro ru sk sv tr uk vi zh"
_NO_CITIES = ("Antarctica/", "Arctic/", "Etc/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/")
_NAMESAKES = frozenset(
    {
        *("America/Adak", "America/Dawson", "America/Halifax", "America/Juneau", "America/Nome", "America/Regina"),
        *("America/Sitka", "Atlantic/Stanley", "Europe/Jersey", "Europe/Samara", "Indian/Chagos", "Indian/Christmas"),
        *("Indian/Cocos", "Pacific/Easter", "Pacific/Midway", "Pacific/Norfolk", "Pacific/Wake"),
    }
)
"""Zones whose city is better known as a person, a word or something else."""


def fold_name(name: str) -> str:
    """Return a name in the form in which names are looked up: compatibility forms, case and spacing folded."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return re.sub(r"\s+", " ", text).strip()


def territory_keys(name: str) -> frozenset[str]:
    """Return what a name can stand for, in any language; empty where it is no known territory, city or body.

    >>> sorted(territory_keys("Russland") | territory_keys("Россия"))
    ['RU']
    """
    folded = fold_name(name)
    return _names().get(folded) or _names().get(folded.replace(".", "").replace("-", " "), frozenset())


def territory_key(name: str) -> str:
    """Return the one key of a name, or "" where it has none or several."""
    keys = territory_keys(name)
    return next(iter(keys)) if len(keys) == 1 else ""


def related_keys(left: str, right: str) -> bool:
    """Tell whether two keys may stand for each other in news: a country and its cities, or anything supranational."""
    country, other = left.partition("/")[0], right.partition("/")[0]
    return country == other or not _is_country(country) or not _is_country(other)


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in {"EU", "UN", "EZ", "QO"}


def is_demonym(word: str, language: str) -> bool:
    """Tell whether a word is the adjective or the people of a country ("Russian", "russisch"), plural included."""
    folded = fold_name(word)
    known = _demonyms(language)
    return folded in known or (folded.endswith("s") and folded[:-1] in known)


@cache
def _demonyms(language: str) -> frozenset[str]:
    from babel import Locale, UnknownLocaleError

    words: set[str] = set()
    try:
        words.update(fold_name(name) for name in Locale.parse(language).languages.values())
    except (UnknownLocaleError, ValueError):
        return frozenset()
    if language == "en":  # countryinfo knows English only
        from countryinfo import all_countries

        for country in all_countries():
            for word in (country.info().get("demonym") or "").split(","):
                words.add(fold_name(word))
    return frozenset(words - {""})


@cache
def _names() -> dict[str, frozenset[str]]:
    from babel import Locale
    from babel.core import get_global

    table: dict[str, set[str]] = {}
    zones = {
        zone: territory
        for zone, territory in get_global("zone_territories").items()
        if not zone.startswith(_NO_CITIES) and zone not in _NAMESAKES and territory != "001"
    }
    for language in _LANGUAGES.split():
        locale = Locale.parse(language)
        for code, name in locale.territories.items():
            table.setdefault(fold_name(name), set()).add(code)
        for zone, entry in locale.time_zones.items():
            if zone in zones and "city" in entry:
                table.setdefault(fold_name(entry["city"]), set()).add(_city_key(zone, zones[zone]))
    for zone, territory in zones.items():
        table.setdefault(fold_name(_zone_city(zone)), set()).add(_city_key(zone, territory))
    for language in known_languages():
        for name, key in load_profile(language).names.known.items():
            table[fold_name(name)] = {key}  # our own word outranks CLDR: Georgien is not the US state
            table.setdefault(fold_name(name).replace(".", "").replace("-", " "), {key})
    return {name: frozenset(_prefer_country(keys)) for name, keys in table.items()}


def _city_key(zone: str, territory: str) -> str:
    return f"{territory}/{_zone_city(zone)}"


def _zone_city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _prefer_country(keys: set[str]) -> set[str]:
    """Drop the city where a state has the same name (Singapore, Luxembourg): news mean the state."""
    return {key for key in keys if "/" not in key or key.partition("/")[0] not in keys}
