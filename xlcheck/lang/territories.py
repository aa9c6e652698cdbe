"""Countries, regions and cities by any of their names: CLDR's territories and time-zone cities, plus our own aliases.

A key says what a name stands for, whatever the language: an ISO 3166 code ("RU"), a CLDR region ("150" is Europe), a
code and a city ("RU/Moscow"), or "org:" and an acronym. Sources: CLDR through babel (territories, the exemplar cities
of time zones, language names), countryinfo (English demonyms), and the `known` lists of the language files.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from xlcheck.lang.cities import city_names, listed_cities
from xlcheck.lang.locales import home_of, locale_of
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


WORLD = "001"
"""The key of the whole world, which is no place that could be mistaken for another."""
_SHORTEST_STEM = 4
"""Letters of a name that must be left without its ending."""
_LONG_NAME = 6
"""Letters from which on the last letter of an adjective may be an ending."""
_LONGEST_ENDING = 3
"""Letters that inflection adds to an adjective."""
_NATIONAL = (
    "az be bg cs da de el es et fi fr hr hu hy id is it ja ka kk lt lv mn nl no pl ro ru sk sq sr sv th tr uk uz vi zh"
)
"""Languages whose name is also the adjective of the country where they are at home, and of no other."""
_PARTS = {
    "002": "002 011 014 015 017 018 202",
    "019": "003 005 013 019 029 419",
    "142": "030 034 035 142 143 145",
    "150": "039 150 151 154 155",
    "009": "009 053 054 057 061",
}
"""The continents with their parts, by the codes of the United Nations (M49), as CLDR has them."""
_SAME_REGION = {"021": "003"}
"""North America, for which CLDR has two codes and many languages one name."""
_HAN_COUNTRIES = frozenset({"CN", "TW", "HK", "MO", "JP", "KR", "KP", "SG"})
"""Countries whose places have names of their own in Chinese characters."""


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Return a name in the form in which names are looked up: compatibility forms, case and spacing folded."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    text = text.replace("\N{DEVANAGARI SIGN NUKTA}", "")  # often left out
    return re.sub(r"\s+", " ", text).strip()


def plain_letters(name: str) -> str:
    """Return a name without the marks on its letters.

    >>> plain_letters("kyūshū")
    'kyushu'
    """
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def territory_keys(name: str, language: str | None = None) -> frozenset[str]:
    """Return what a name can stand for in a language, or in any; empty where it is no known territory, city or body.

    >>> sorted(territory_keys("Russland") | territory_keys("Россия"))
    ['RU']
    >>> territory_keys("Island", "en")  # Iceland, but only in German
    frozenset()
    """
    table = _all_names() if language is None else _names(language)
    folded = fold_name(name)
    return table.get(folded) or table.get(folded.replace(".", "").replace("-", " "), frozenset())


def territory_key(name: str, language: str | None = None) -> str:
    """Return the one key of a name, or "" where it has none or several."""
    keys = territory_keys(name, language)
    return next(iter(keys)) if len(keys) == 1 else ""


def inflected_key(name: str, language: str) -> str:
    """Return the one key of a name in any of its cases, or "" where it has none or several.

    The last word is compared without its ending, each known name likewise (Москве, Москва; Deutschlands, Deutschland).
    """
    folded = fold_name(name)
    keys = {key for stem in stems_of(folded, language) for key in _inflected_names(language).get(stem, ())}
    if len(keys) != 1:
        keys = {key for stem in stems_of(folded, language) if stem == folded for key in _names(language).get(stem, ())}
    return next(iter(keys)) if len(keys) == 1 else ""


@lru_cache(maxsize=1 << 14)
def inflected_keys(name: str) -> frozenset[str]:
    """Return what a name in any of its cases can stand for, in any language that the program knows; see above."""
    return frozenset(key for language in known_languages() if (key := inflected_key(name, language)))


@cache
def _inflected_names(language: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for name, keys in _names(language).items():
        for stem in stems_of(name, language):
            table.setdefault(stem, set()).update(keys)
    return {stem: _prefer_country(keys) for stem, keys in table.items()}


@lru_cache(maxsize=1 << 14)
def stems_of(folded: str, language: str) -> frozenset[str]:
    """Return a name as it stands and without each of its language's case endings."""
    endings = load_profile(language).names.case_endings
    return frozenset(
        (
            folded,
            *(
                folded[: -len(end)]
                for end in endings
                if folded.endswith(end) and len(folded) - len(end) >= _SHORTEST_STEM
            ),
        )
    )


@cache
def names_of(key: str, language: str) -> tuple[str, ...]:
    """Return all names, folded, that a language has for a key, for the country it lies in and for that one's cities.

    For a part of the world those of its continent and all parts of that.
    """
    if "/" in key and not is_country(key):
        return own_names_of(key, language)  # no sea stands for another
    if continent := continent_of(key):
        parts = _PARTS[continent].split()
        return tuple(sorted(name for name, keys in _names(language).items() if not keys.isdisjoint(parts)))
    country = key.partition("/")[0]
    found = {
        name
        for name, keys in _names(language).items()
        if key in keys or any(other.partition("/")[0] == country for other in keys)
    }
    return tuple(sorted(found))


@cache
def own_names_of(key: str, language: str) -> tuple[str, ...]:
    """Return the names, folded, that a language has for exactly this key."""
    return tuple(sorted(name for name, keys in _names(language).items() if key in keys))


@cache
def listed_names(language: str) -> dict[str, str]:
    """Return all names, folded, that stand for one place or body in a language, each with its key."""
    return {name: next(iter(keys)) for name, keys in _names(language).items() if len(keys) == 1}


@cache
def foreign_city_names(language: str) -> frozenset[str]:
    """Return a language's names of cities and countries abroad, folded: those that it can only spell by sound."""
    home = home_of(language)[1]
    neighbours = {home, *_HAN_COUNTRIES} if home in _HAN_COUNTRIES else {home}
    return frozenset(
        name
        for name, keys in _names(language).items()
        if all(is_country(key) and key.partition("/")[0] not in neighbours for key in keys)
    )


def related_keys(left: str, right: str) -> bool:
    """Tell whether two keys may stand for each other in news: a country and its cities, or anything supranational."""
    country, other = left.partition("/")[0], right.partition("/")[0]
    if continent_of(country) and continent_of(other):
        return continent_of(country) == continent_of(other)
    return country == other or not is_country(country) or not is_country(other)


@cache
def continent_of(key: str) -> str:
    """Return the continent of a part of the world by its key, that of a continent itself, "" for anything else.

    >>> continent_of("154"), continent_of("FR")
    ('150', '')
    """
    return next((continent for continent, parts in _PARTS.items() if key in parts.split()), "")


def is_home(key: str, language: str) -> bool:
    """Tell whether a key lies in the country where most speakers of a language live: "here" and "our" stand for it."""
    return key.partition("/")[0] == home_of(language)[1]


def is_country(key: str) -> bool:
    """Tell whether a key is a country or a place in one, not a region, a union or a body."""
    code = key.partition("/")[0]
    return len(code) == 2 and code.isalpha() and code not in {"EU", "UN", "EZ", "QO"}


@cache
def cities() -> frozenset[str]:
    """Return the keys of all cities that are known as such, not as regions."""
    return listed_cities() | {f"{territory}/{_zone_city(zone)}" for zone, territory in _zones().items()}


def is_demonym(word: str, language: str) -> bool:
    """Tell whether a word is the adjective or the people of a country ("Russian", "russisch"), plural included."""
    folded = fold_name(word)
    known = _demonyms(language)
    return folded in known or (folded.endswith("s") and folded[:-1] in known)


def demonym_stems(key: str, language: str) -> tuple[str, ...]:
    """Return beginnings of the words that a language has for the people and the adjective of a key's country."""
    country = key.partition("/")[0]
    own = [stem for stem, code in load_profile(language).names.demonyms.items() if code == country]
    return tuple(sorted({*own, *(word for word, code in _demonyms(language).items() if code == country)}))


def nationality_of(word: str, language: str) -> str:
    """Return the country of which a word is the adjective or the people, "" for other words.

    >>> nationality_of("russische", "de"), nationality_of("Russians", "en")
    ('RU', 'RU')
    >>> nationality_of("polish", "en")  # Polish has a capital
    ''
    """
    words, stems = _nationalities(language)
    folded = fold_name(word)
    if key := words.get(folded):
        return key if word[:1].isupper() else ""
    cut = (folded[: len(folded) - letters] for letters in range(_LONGEST_ENDING + 1))
    return next((stems[stem] for stem in cut if stem in stems), "")


@cache
def _nationalities(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return whole words, which have a capital, and stems that inflection may follow.

    `countryinfo` has the words for English; in other languages the names of languages that are those of one country
    serve, without the last letter where they are long, since inflection may change it.
    """
    if language == "en":
        known = {word: code for word, code in _english_demonyms().items() if " " not in word}
        return known | {f"{word}s": code for word, code in known.items()}, {}
    locale = locale_of(language)
    if locale is None:
        return {}, {}
    homes = {code: home_of(code)[1] for code in _NATIONAL.split()}
    names = {fold_name(locale.languages.get(code, "")): country for code, country in homes.items() if country}
    names.pop("", None)
    return {}, {name[:-1] if len(name) > _LONG_NAME else name: country for name, country in names.items()}


@cache
def territory_name(key: str) -> str:
    """Return the English name of a country by its code, the code itself where CLDR has none."""
    locale = locale_of("en")
    return str(locale.territories.get(key, key)) if locale else key


@cache
def nationality_in_english(key: str) -> str:
    """Return the English adjective of a country, "" where none is known: RU is Russian."""
    words = [word.title() for word, code in _english_demonyms().items() if code == key]
    return words[-1] if words else ""


@cache
def _english_demonyms() -> dict[str, str]:
    """Map English demonyms, folded, to the country; the most populous one where several have the same (French)."""
    from countryinfo import all_countries

    return {
        fold_name(word): country.iso(2)
        for country in sorted(all_countries(), key=lambda country: int(country.population() or 0))
        for word in (country.info().get("demonym") or "").split(",")
        if word.strip()
    }


@cache
def _demonyms(language: str) -> dict[str, str]:
    """Map demonyms, folded, to the country; "" where it is the name of a language without one."""
    from babel.core import get_global

    locale = locale_of(language)
    if locale is None:
        return {}
    home = get_global("likely_subtags")  # pl_Latn_PL: where a language is mostly spoken
    words = {fold_name(name): home.get(code, "").rpartition("_")[2] for code, name in locale.languages.items()}
    if language == "en":  # countryinfo knows English only
        words |= _english_demonyms()
    words.pop("", None)
    return words


@cache
def _all_names() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for language in dict.fromkeys((*_LANGUAGES.split(), *known_languages())):
        for name, keys in _names(language).items():
            table.setdefault(name, set()).update(keys)
    for language in known_languages():  # our own word outranks CLDR: Georgien is not the US state
        table.update({fold_name(name): {key} for name, key in load_profile(language).names.known.items()})
    return {name: _prefer_country(keys) for name, keys in table.items()}


@cache
def _names(language: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    zones = _zones()
    locale = locale_of(language)
    if locale is None:
        return {}
    seconds: dict[str, set[str]] = {}
    for listed, name in locale.territories.items():
        code = _SAME_REGION.get(listed, listed)
        whole, *parts = _both_names(name)
        for one in (whole, *parts[:1]):
            table.setdefault(fold_name(one), set()).add(code)
        for second in parts[1:]:
            if code.isalpha():  # behind a region stands what sort of region it is
                seconds.setdefault(fold_name(second), set()).add(code)
    # What several names have in brackets tells them apart and names none of them: Virgin Islands (Great Britain).
    table |= {name: codes for name, codes in seconds.items() if name not in table and len(codes) == 1}
    cities = {zone: entry["city"] for zone, entry in locale.time_zones.items() if zone in zones and "city" in entry}
    for zone, territory in zones.items():
        name = cities.get(zone, _zone_city(zone))
        table.setdefault(fold_name(name), set()).add(f"{territory}/{_zone_city(zone)}")
    for key, names in city_names(language).items():
        for name in names:
            table.setdefault(fold_name(name), set()).add(key)
    for name in [name for name in table if not name.isascii() and plain_letters(name).isascii()]:
        table.setdefault(plain_letters(name), table[name])  # marks are often left out: Kyushu, Sao Paulo
    for name, key in load_profile(language).names.known.items():
        table[fold_name(name)] = {key}
        table.setdefault(fold_name(name).replace(".", "").replace("-", " "), {key})
    return {name: _prefer_country(keys) for name, keys in table.items()}


def _both_names(name: str) -> tuple[str, ...]:
    """Return a name and, where CLDR gives a second one in brackets, both: Myanmar (Birma)."""
    match = re.fullmatch(
        r"([^()]{1,60}?) ?[(\N{FULLWIDTH LEFT PARENTHESIS}]([^()]{1,60})[)\N{FULLWIDTH RIGHT PARENTHESIS}]", name
    )
    return (name, *match.groups()) if match else (name,)


@cache
def _zones() -> dict[str, str]:
    from babel.core import get_global

    return {
        zone: territory
        for zone, territory in get_global("zone_territories").items()
        if not zone.startswith(_NO_CITIES) and zone not in _NAMESAKES and territory != "001"
    }


def _zone_city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _prefer_country(keys: set[str]) -> frozenset[str]:
    """Drop the city where a state has the same name (Singapore, Luxembourg): news mean the state."""
    if len(keys) == 1:
        return _alone(*keys)
    return frozenset(key for key in keys if "/" not in key or key.partition("/")[0] not in keys)


@cache
def _alone(key: str) -> frozenset[str]:
    """Return a key as a set, one and the same for all of its names: all languages together have 40,000."""
    return frozenset({key})
