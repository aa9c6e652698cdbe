"""Whether two names name the same person or place, across languages and scripts.

`compare_names` answers `same` only for spellings of one name, `differs` only where no known way of writing leads from
one to the other, and `unknown` for all between: initials alone, one given name with another family name missing,
scripts that hide the vowels, and near-collisions (Johnson, Johansson). Thresholds were set on one half of
`tests/unit/compare/name_pairs.toml`, and hold on the other.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from xlcheck.compare.romanise import Script, consonants, romanise, script_of, skeletons
from xlcheck.lang.exonyms import english_names
from xlcheck.lang.persons import english_name
from xlcheck.lang.profile import known_languages, load_profile
from xlcheck.lang.territories import fold_name, inflected_keys, territory_keys
from xlcheck.model import Agreement, Status
from xlcheck.similarity import ratio

SAME_SPELLING = 0.99
"""Skeleton ratio from which two Latin spellings are one: those are copied between languages, not re-spelt."""
SAME_ACROSS_SCRIPTS = 0.82
"""The same for a name that had to be transliterated: no scheme is quite like another."""
NEAR = 0.66
"""Below this ratio no two words of the names have anything to do with each other."""
PINYIN = 0.9
_SAINTS = frozenset({"st", "saint", "sankt", "santa", "san", "sveti", "sao"})
_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)*\.?")
_UNKNOWN = "cannot tell whether these are one name"


@lru_cache(maxsize=16384)
def compare_names(left: str, right: str) -> Agreement:
    """Compare two names of persons or places, each in any language; titles before them do not matter.

    >>> compare_names("Schukow", "Жуков").status.value
    'same'
    >>> compare_names("Johnson", "Johansson").status.value
    'unknown'
    """
    if fold_name(left) == fold_name(right):
        return _same("identical") if fold_name(left) else _unknown("nothing to compare")
    keys = (territory_keys(left), territory_keys(right))
    if keys[0] and keys[1]:
        return _same("known under both names") if keys[0] & keys[1] else _differs("two known places")
    if (keys[0] or inflected_keys(left)) & (keys[1] or inflected_keys(right)):
        return _same("known under both names, one of them inflected")
    left, right = english_name(left) or left, english_name(right) or right
    words = (_words(left), _words(right))
    if not words[0] or not words[1]:
        return _unknown("nothing to compare")
    if words[0] == words[1]:
        return _same("identical but for titles")
    if len(words[0]) == len(words[1]) == 1 and not _english(words[0][0]).isdisjoint(_english(words[1][0])):
        return _same("known under both names in translated text", 0.8)
    scripts = {script_of(left), script_of(right)}
    if Script.HAN in scripts:
        return _compare_han(left, right, scripts)
    if Script.CONSONANTS in scripts and len(scripts) > 1:
        return _compare_consonants(*words)
    return _compare_words(*words)


def _english(word: str) -> frozenset[str]:
    return english_names(word) | {word}


def similar_words(left: str, right: str) -> float:
    """Return how near two single words come, 0…1, over all their skeletons and case forms."""
    return max(ratio(a, b) for a in word_forms(left) for b in word_forms(right))


def _compare_words(left: tuple[str, ...], right: tuple[str, ...]) -> Agreement:
    if _join(left) & _join(right):
        return _same("one spelling in two languages")
    short, long = sorted((_full(left), _full(right)), key=len)
    if not short:
        return _unknown("initials alone")
    matched = _match(short, long)
    if len(matched) == len(short):
        if len(short) == len(long):
            return _same("one spelling in two languages")
        if len(short) > 1 or len(long) - 1 in matched:
            return _same("a part of the name")
        return _unknown("a given name alone")
    if _family_matches(short, long):
        return _compare_given(left, right)
    nearest = max(similar_words(a, b) for a in short for b in long)
    if matched and len(short) > 1:  # a shared given name or first word is no sameness: New York, New Delhi
        nearest = similar_words(short[-1], long[-1])
    return _unknown(_UNKNOWN) if nearest >= NEAR else _differs("no word of the names agrees", 1.0 - nearest / 2)


def _compare_given(left: tuple[str, ...], right: tuple[str, ...]) -> Agreement:
    """Compare the rest of two names whose family names agree."""
    if any(len(_bare(word)) == 1 for word in (left[0], right[0])):
        first = {_bare(left[0])[0], _bare(right[0])[0]}
        if len({skeletons(romanise(letter) or "?")[0][:1] for letter in first}) == 1:
            return _same("an initial that fits", 0.85)
    return _unknown("one family name, two given names")


def _compare_han(left: str, right: str, scripts: set[Script]) -> Agreement:
    if scripts == {Script.HAN}:
        a, b = (re.sub(r"\W", "", name) for name in (left, right))
        if a in b or b in a or romanise(a) == romanise(b):
            return _same("a part of the name" if a != b else "identical")
        return _unknown(_UNKNOWN) if set(a) & set(b) else _differs("no character in common", 0.9)
    han, other = (left, right) if script_of(left) is Script.HAN else (right, left)
    reading = skeletons(romanise(han).replace(" ", ""))[0]
    words = romanise(other).split()
    orders = {"".join(words), "".join(words[-1:] + words[:-1])}  # Xi Jinping, and Jinping Xi
    if len(reading) > 3 and any(ratio(reading, skeletons(order)[0]) >= PINYIN for order in orders if order):
        return _same("its reading in Chinese")
    return _unknown("Chinese characters may be read in several ways")


def _compare_consonants(left: tuple[str, ...], right: tuple[str, ...]) -> Agreement:
    a, b = (tuple(consonants(romanise(word).replace(" ", "") or "?") for word in words) for words in (left, right))
    short, long = sorted((a, b), key=len)
    if sum(map(len, short)) >= 3 and ("".join(a) == "".join(b) or (set(short) <= set(long) and short[-1] == long[-1])):
        return _same("the same consonants", 0.8)
    return _unknown("the script does not show the vowels")


def _match(short: tuple[str, ...], long: tuple[str, ...]) -> set[int]:
    """Return places in `long` that words of `short` take, each place once, best matches first."""
    scored = sorted(
        ((-similar_words(a, b), i, j) for i, a in enumerate(short) for j, b in enumerate(long) if _is_same_word(a, b)),
    )
    taken: dict[int, int] = {}
    for _, i, j in scored:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return set(taken.values())


def _family_matches(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) > 1 and _is_same_word(short[-1], long[-1])


@lru_cache(maxsize=16384)
def _is_same_word(a: str, b: str) -> bool:
    near = similar_words(a, b)
    if script_of(a) is script_of(b):
        return near >= SAME_SPELLING
    shortest = min(len(word_forms(a)[0]), len(word_forms(b)[0]))
    return near >= SAME_SPELLING or (shortest > 4 and near >= SAME_ACROSS_SCRIPTS)


@lru_cache(maxsize=16384)
def word_forms(word: str) -> tuple[str, ...]:
    """Return the skeletons of a word as it stands and without each case ending that its script knows."""
    bare = _bare(word)
    stems = [bare]
    stems += [bare[: -len(end)] for end in _endings() if bare.endswith(end) and len(bare) - len(end) >= 4]
    forms = [form for stem in stems for form in skeletons(romanise(stem).replace(" ", "") or stem[:1])]
    return tuple(dict.fromkeys("st" if form in _SAINTS else form for form in forms))


def _join(words: tuple[str, ...]) -> frozenset[str]:
    """Return the skeletons of all words written as one: Kim Jong-un, Kim Jongun."""
    return frozenset(skeletons(romanise("".join(_bare(word) for word in words)).replace(" ", "") or "?"))


def _full(words: tuple[str, ...]) -> tuple[str, ...]:
    """Drop initials."""
    return tuple(word for word in words if len(_bare(word)) > 1)


def _bare(word: str) -> str:
    return word.rstrip(".")


@lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    """Split a name into folded words, titles in front and particles left out."""
    text = fold_name(name)
    shortened = True
    while shortened:
        shortened = False
        for title in _titles():
            if text.startswith(title + " "):
                text, shortened = text[len(title) + 1 :], True
    words = tuple(re.sub(r"'s?$", "", word) for word in _WORD.findall(text))
    return tuple(word for word in words if _bare(word) not in _particles()) or words


@cache
def _titles() -> tuple[str, ...]:
    found = {fold_name(title) for code in known_languages() for title in load_profile(code).names.titles}
    return tuple(sorted(found, key=lambda title: (-len(title), title)))


@cache
def _particles() -> frozenset[str]:
    return frozenset(word for code in known_languages() for word in load_profile(code).names.particles)


@cache
def _endings() -> tuple[str, ...]:
    found = {ending for code in known_languages() for ending in load_profile(code).names.case_endings}
    return tuple(sorted(found, key=lambda ending: (-len(ending), ending)))


def _same(reason: str, certainty: float = 1.0) -> Agreement:
    return Agreement(status=Status.SAME, reasons=(reason,), certainty=certainty)


def _unknown(reason: str) -> Agreement:
    return Agreement(status=Status.UNKNOWN, reasons=(reason,))


def _differs(reason: str, certainty: float = 1.0) -> Agreement:
    return Agreement(status=Status.DIFFERS, cause="name-replaced", reasons=(reason,), certainty=certainty)
