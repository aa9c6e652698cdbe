"""Which words exist in a language, so that those a machine made up can be told: "boatation", "harbourality".

The list (`words_en.npz`, made by `training/garble/make_words.py` out of SCOWL, Kevin Atkinson) holds checksums.
Forms the language makes by rule are formed here, with the endings and beginnings of the language file.
"""

from __future__ import annotations

import string
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile
from xlcheck.score.fluency import MODELS, load_model, word_key
from xlcheck.score.sorted_counts import SortedNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

DICTIONARIES = {"en": "words_en.npz"}
"""The languages that there is a list for, and its file."""
_SHORTEST_STEM, _SHORTEST_PART = 3, 4
_REMEMBERED = 50_000


def has_dictionary(language: str) -> bool:
    """Tell whether anything is known about which words exist in a language."""
    return language in DICTIONARIES


@lru_cache(maxsize=_REMEMBERED)
def is_word(word: str, language: str) -> bool:
    """Tell whether a word in small letters exists: as it is, inflected, with a prefix, or made of two words."""
    if _formed(word, language):
        return True
    for beginning in load_profile(language).garble.prefixes:
        rest = word.removeprefix(beginning)
        if rest != word and len(rest) >= _SHORTEST_PART and _formed(rest, language):
            return True
    cuts = range(_SHORTEST_STEM, len(word) - _SHORTEST_PART + 1)
    return any(_listed(word[:cut], language) and _formed(word[cut:], language) for cut in cuts)


@lru_cache(maxsize=_REMEMBERED)
def is_slip(word: str, language: str) -> bool:
    """Tell whether a word is one slip of the fingers away from one that exists; the first letter is seldom wrong."""
    return any(_listed(other, language) for other in _one_edit_away(word))


def _formed(word: str, language: str) -> bool:
    """Tell whether a word is in the list, or a regular form of one that is."""
    if _listed(word, language):
        return True
    profile = load_profile(language).garble
    for ending, other in profile.ending_pairs:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM and _listed(stem + other, language):
            return True
    for ending in profile.inflections:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM and (_listed(stem, language) or _listed(stem + "e", language)):
            return True
    return False


def _listed(word: str, language: str) -> bool:
    key = word_key(word)
    return key in _keys(language) or (language in MODELS and key in load_model(language).words)


@cache
def _keys(language: str) -> SortedNumbers:
    import numpy as np

    with (files("xlcheck.score.garble") / DICTIONARIES[language]).open("rb") as data, np.load(data) as arrays:
        return SortedNumbers(np.cumsum(arrays["steps"], dtype=np.uint32))


def _one_edit_away(word: str) -> Iterator[str]:
    """Yield the spellings with one letter swapped, left out, replaced or added, the first one kept."""
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
    for at in range(1, len(word) + 1):
        for letter in string.ascii_lowercase:
            yield word[:at] + letter + word[at:]
            yield word[:at] + letter + word[at + 1 :]
