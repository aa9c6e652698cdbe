"""Given names called for short (Саша for Alexander, Bill for William): `[names.short_forms]` of the languages."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from xlcheck.compare.names import SAME_ACROSS_SCRIPTS, similar_words
from xlcheck.lang.profile import known_languages, load_profile
from xlcheck.lang.territories import fold_name

_ENDING = 2
"""Letters that inflection adds to a short form without its last vowel (Саша, Сашей)."""
_VOWELS = "aeiouyаеёиоуыэюя"
_WORD = re.compile(r"[^\W\d_]+")


def stands_for_short(word: str, text: str) -> bool:
    """Tell whether a text may call somebody by another form of a given name, shorter or longer.

    >>> stands_for_short("alexander", "Когда Саше позвонили"), stands_for_short("peter", "Когда Саше позвонили")
    (True, False)
    """
    names = [fold_name(found) for found in _WORD.findall(text) if not found[0].islower()]
    shorts, fulls = _other_forms(word)
    return any(_is_inflected(name, short) for short in shorts for name in names) or any(
        similar_words(full, name) >= SAME_ACROSS_SCRIPTS for full in fulls for name in names
    )


@lru_cache(maxsize=1 << 12)
def _other_forms(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the short forms of a folded given name, and the full names for which it may be short."""
    table = _short_forms()
    shorts = tuple(short for short, full in table if similar_words(full, word) >= SAME_ACROSS_SCRIPTS)
    return shorts, tuple(full for short, full in table if _is_inflected(word, short))


def _is_inflected(word: str, short: str) -> bool:
    stem = short.rstrip(_VOWELS)
    return word == short or (short[0] > "z" and word.startswith(stem) and 0 <= len(word) - len(stem) <= _ENDING)


@cache
def _short_forms() -> tuple[tuple[str, str], ...]:
    """Return all pairs of a short form and a full name, folded."""
    pairs = {
        (fold_name(short), fold_name(full))
        for language in known_languages()
        for short, fulls in load_profile(language).names.short_forms.items()
        for full in fulls.split()
    }
    return tuple(sorted(pairs))
