"""Cities and regions of the news beyond those of CLDR's time zones, by their names in each language: `cities.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from xlcheck.lang.locales import home_of

_LATIN = "Latn"
_CODED = re.compile(r"([a-z]{2}(?:-[A-Z]{2})?) (.+)")


@cache
def city_names(language: str) -> dict[str, tuple[str, ...]]:
    """Return the listed cities and regions that have a name in a language, by key, with these names.

    A variant (zh-TW) takes the names of its language where it has none of its own.
    """
    parent = language.partition("-")[0]
    everywhere = home_of(language)[0] == _LATIN
    found: dict[str, tuple[str, ...]] = {}
    for key, names in _cities().items():
        shared = names.get("", ()) if everywhere else ()
        if own := names.get(language) or names.get(parent) or shared:
            found[key] = own
    return found


def listed_cities() -> frozenset[str]:
    """Return the keys of all listed places that are cities, not regions."""
    return frozenset(_table()["cities"])


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("xlcheck.lang") / "cities.toml").read_text(encoding="utf-8"))


@cache
def _cities() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the names of each city by language; "" for all languages in Latin letters."""
    table = _table()
    cities: dict[str, dict[str, tuple[str, ...]]] = {}
    for key, entries in (*table["cities"].items(), *table["regions"].items()):
        names = cities.setdefault(key, {})
        for entry in entries:
            match = _CODED.fullmatch(entry)
            code, name = match.groups() if match else ("", entry)
            names[code] = (*names.get(code, ()), name)
    return cities
