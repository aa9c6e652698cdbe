"""Whether a text speaks of somebody or something at all, whatever name finding made of it.

Name finding misses names; before a name is called missing, the raw words of the other text are searched: for any word
that sounds like a word of the name, and for a place by all its names, its people and its adjective. Words in small
letters are no names ("after" is not Petra, however it sounds).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from xlcheck.compare.romanise import Script, romanise, script_of
from xlcheck.compare.short_names import stands_for_short
from xlcheck.compare.sounds import SHORTEST, heard, is_chinese, is_reading_unknown
from xlcheck.lang.persons import names_in
from xlcheck.lang.profile import load_profile
from xlcheck.lang.territories import (
    demonym_stems,
    fold_name,
    is_country,
    listed_names,
    names_of,
    own_names_of,
    territory_keys,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.model import Mention

HEARD, HEARD_ANYWHERE, HEARD_IN_HAN = 0.66, 0.7, 0.53
"""From here on a name may be meant. Own names reach it in 95–98 % of correct pairs, names of other texts in 2 % (Latin
and Cyrillic letters); where scripts have no capitals every word may be a name, and more is heard by chance; through
Chinese characters 90 % of own names reach it, and 30 % of others: `benchmarks/names.py --sounds`."""
GIVEN = 0.75
"""From here on a word counts that is not the last of a name: one of several is more often heard by chance."""
NAMED, SPELT_OTHERWISE = 0.65, 0.9
"""What a likeness counts in a script without capitals where the language has a name of its own for the place; from
where on it is taken for another way to write that name."""
_STEM, _LONG_STEM = 4, 5
"""Letters by which a country and its people begin alike: Russia, Russian; Norwegen, norwegisch."""
_LONG_NAME = 8
_ENDING = 3
"""Letters that inflection adds to a name."""
_MARKS = (
    "\N{DEVANAGARI SIGN INVERTED CANDRABINDU}-\N{DEVANAGARI VOWEL SIGN VOCALIC LL}"
    "\N{THAI CHARACTER SARA AM}-\N{THAI CHARACTER THANTHAKHAT}"
)
_WORD = re.compile(rf"(?:[^\W\d_]|[{_MARKS}])+")
"""Vowels that a script writes as marks on its letters are no letters to Python, but they part no word."""
_FIRST_UNSPACED = "\N{HEBREW LETTER ALEF}"
"""From here on scripts have no capitals; their words run on, or carry prefixes and particles."""


def heard_from(text: str) -> float:
    """Return from which support on a name may be meant in a text in its script."""
    if is_chinese(text):
        return HEARD_IN_HAN
    return HEARD if script_of(text) in {Script.LATIN, Script.ALPHABET} else HEARD_ANYWHERE


def support(text: str, language: str, mention: Mention, words: Iterable[str]) -> float:
    """Return how well a text in a language supports a mention in another text, 0…1.

    Args:
        text: any length; a million characters take a second.
        language: of the text.
        mention: what is looked for: by its key, by its name as it stands, by the sound of its words.
        words: those words of the name, folded, of which one must be heard.
    """
    folded = fold_name(text)
    if _stands(fold_name(mention.name), folded) or (mention.name.isupper() and fold_name(mention.name) in folded):
        return 1.0
    if any(word.isupper() and len(word) > 1 and _stands(fold_name(word), folded) for word in mention.name.split()):
        return 1.0  # an acronym in the name: the firm ABC
    if any(_stands(name, folded) for name in names_in(mention.name, language)):
        return 1.0
    if _is_copied_acronym(mention):
        return 1.0 if fold_name(mention.name) in _initials(text) else 0.0
    heard_in = text
    if mention.key:
        if any(_stands(name, folded) for name in names_of(mention.key, language)):
            return 1.0
        # Words that name another place speak of that one, however alike they sound: Niger, Nigeria.
        others = [word for word in _words(text) if not territory_keys(fold_name(word), language)]
        if any(_begins_any(name, others) for name in own_names_of(mention.key, language)):
            return 1.0
        if any(_stands(word, folded) for word in _parts(mention.key, language)):
            return 1.0  # the Baltic, for the Baltic Sea
        if any(pattern.search(folded) for pattern in _long_names(mention.key, language)):
            return 1.0
        if any(pattern.search(text) for pattern in _first_words(mention.key, language)):
            return 1.0
        if any(mention.key in territory_keys(run) for run in _runs_of_capitals(text)):
            return 1.0  # by its name in another language: Den Haag, in English
        stems = _stems(mention.key, language)  # adjectives, which most languages write small
        if any(_begins(fold_name(word), stem) for stem in stems for word in others):
            return 1.0
        heard_in = " ".join(others)
    listed = list(words)
    # A body is translated: where the language has a name for it, nobody spells it by sound.
    is_named = bool(mention.key) and bool(own_names_of(mention.key, language))
    if not (is_named and mention.key.startswith("org:")) and any(
        (not is_named and is_reading_unknown(word, text)) or _speaks_of_part(word, folded, language) for word in listed
    ):
        return 1.0
    found = likeness(listed, heard_in)
    if found < HEARD_ANYWHERE and not mention.key and any(stands_for_short(word, text) for word in listed):
        return 1.0
    # What has a name in a language is seldom spelt otherwise there; scripts without capitals sound alike by chance.
    by_chance = found < SPELT_OTHERWISE and is_named and load_profile(language).names.caseless
    return found * NAMED if by_chance else found


@lru_cache(maxsize=1024)
def _long_names(key: str, language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns of a place's names of several words, each in any form: Vereinigte Königreich, North Koreans."""
    names = [name.split() for name in own_names_of(key, language) if " " in name and name < _FIRST_UNSPACED]
    return tuple(re.compile(r"\b" + r"\s+".join(map(_any_form, words))) for words in names if len(words) <= _MOST_WORDS)


@lru_cache(maxsize=1024)
def _first_words(key: str, language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns of what a country is called for short that shares its last name with another one: the North."""
    if not is_country(key):
        return ()
    pairs = [name.split() for name in own_names_of(key, language) if name.count(" ") == 1 and name < _FIRST_UNSPACED]
    shared = Counter(name.rpartition(" ")[2] for name, other in listed_names(language).items() if is_country(other))
    return tuple(re.compile(rf"\b{first.title()}\b(?! [A-Z])") for first, last in pairs if shared[last] > 1)


def _any_form(word: str) -> str:
    if len(word) <= _STEM:
        return re.escape(word) + r"\b"
    return re.escape(word[:-1] if len(word) <= _LONG_STEM else word[:-2]) + rf"\w{{0,{_ENDING + 2}}}\b"


_MOST_WORDS = 4


@lru_cache(maxsize=256)
def _runs_of_capitals(text: str) -> tuple[str, ...]:
    """Return the words of a text that begin with a capital, and each two in a row."""
    return tuple(dict.fromkeys(match.group(1) for match in _CAPITALS.finditer(text) if match.group(1)))


_CAPITALS = re.compile(r"(?=\b([A-Z]\w+(?: [A-Z]\w+)?))")


@lru_cache(maxsize=1024)
def _parts(key: str, language: str) -> tuple[str, ...]:
    """Return the long words of a language's names for a sea, a river or mountains; none for any other key."""
    if "/" not in key or is_country(key):
        return ()
    return tuple(sorted({word for name in own_names_of(key, language) for word in name.split() if len(word) > _STEM}))


def _is_copied_acronym(mention: Mention) -> bool:
    """Tell whether a name is an acronym that has no other form: words are heard, letters are not."""
    return not mention.key and mention.name.isascii() and mention.name.isupper() and mention.name.isalpha()


@lru_cache(maxsize=256)
def _initials(text: str) -> str:
    """Return the initials of all words with a capital, folded, in order: Federal Aviation Office, fao."""
    return "".join(word[0] for word in _WORD.findall(text) if word[0].isupper()).casefold()


def may_name_country(text: str, language: str, key: str) -> bool:
    """Tell whether anything in a text can mean a country: a name of it or of a city there, a people, an adjective."""
    folded = fold_name(text)
    if any(_stands(name, folded) for name in names_of(key, language)):
        return True
    words = [fold_name(word) for word in _words(text)]
    return any(_begins(word, stem) for stem in _stems(key, language) for word in words)


def speaks_of_money(text: str, language: str, key: str) -> bool:
    """Tell whether a text names the money of a country, whose another text may call it: 新元, Singapore dollars."""
    return any(_stands(name, fold_name(text)) for name in _money(key.partition("/")[0], language))


@cache
def _money(country: str, language: str) -> tuple[str, ...]:
    """Return the names of a country's money, folded; two letters of an ISO 4217 code are the country's."""
    currencies = load_profile(language).numbers.currencies
    return tuple(sorted(fold_name(name) for name, code in currencies.items() if code[:2] == country and len(name) > 1))


def stands_in(word: str, text: str) -> bool:
    """Tell whether a folded word stands in a text as it is, whole, with or without marks on its letters."""
    plain = romanise(word)
    return any(fold_name(run) == word or romanise(run) == plain for run in _words(text))


def likeness(words: Sequence[str], text: str) -> float:
    """Return how well the words of a name are heard in a text: the best of them, or all where any text sounds alike."""
    found = [(heard(word, text), len(word)) for word in words]
    if not found:
        return 0.0
    if not is_chinese(text):
        given, (family, _) = [value for value, _ in found[:-1] if value >= GIVEN], found[-1]
        return max([family, *given])
    return sum(value * size for value, size in found) / sum(size for _, size in found)


def _speaks_of_part(word: str, folded: str, language: str) -> bool:
    """Tell whether a place within a word stands in the text, itself whole or not: Lower Austria, Niederösterreich."""
    ends = (word[start:] for start in range(max(len(word) - _LONG_STEM, 1)))
    keys = {key for end in ends for key in territory_keys(end) if len(end) >= _STEM}
    names = (name for key in keys for name in own_names_of(key, language))
    return any(
        len(name) >= _STEM and (name in folded if len(name) > _LONG_STEM else _stands(name, folded)) for name in names
    )


def names_place(text: str, language: str, key: str) -> bool:
    """Tell whether a text speaks of exactly this place: of the city, not of its country or another city there."""
    folded = fold_name(text)
    return any(_stands(name, folded) or _begins_any(name, _words(text)) for name in own_names_of(key, language))


def _begins_any(name: str, words: Iterable[str]) -> bool:
    """Tell whether a word begins like a name whose ending may be inflected (Moskwie, Moskwa)."""
    if len(name) <= _STEM or " " in name:
        return False
    stem = name[:-1] if len(name) <= _LONG_STEM else name[:-2]
    return any(word.startswith(stem) and len(word) <= len(name) + _ENDING for word in map(fold_name, words))


def _stands(name: str, folded: str) -> bool:
    if not name or name not in folded:
        return False
    if name >= _FIRST_UNSPACED:
        return len(name) > 1
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded))  # a name may end in a full stop: U.S.


def _begins(word: str, stem: str) -> bool:
    return stem in word if stem >= _FIRST_UNSPACED else word.startswith(stem)


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    """Return the distinct words of a text, in order; long enough to be a name."""
    found = (word for word in _WORD.findall(text) if len(word) >= SHORTEST or word >= _FIRST_UNSPACED)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1024)
def _stems(key: str, language: str) -> tuple[str, ...]:
    names = [name for name in names_of(key, language) if " " not in name and name < _FIRST_UNSPACED]
    stems = {_stem(name) for name in names if key.partition("/")[0] in territory_keys(name, language)}
    return tuple(sorted({*stems, *demonym_stems(key, language)}))


def _stem(name: str) -> str:
    return name[: _LONG_STEM if len(name) >= _LONG_NAME else _STEM]
