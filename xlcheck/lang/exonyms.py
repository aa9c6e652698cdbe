"""What a place is called in English, learned from translated text: Genf is Geneva, Mailand Milan.

Only evidence that two names are one: what a lexicon does not know proves nothing.
"""

from __future__ import annotations

from functools import lru_cache

from xlcheck.lang.lexicon import lexicon_for, list_lexicons

LEAST = 0.8
"""p(English | foreign), all spellings by case together, from which a word is the name of the same thing."""
LEAST_BACK = 0.4
"""p(foreign | English): of a generic word ("Insel", Island) English names more than one thing."""
SEEN = 3
"""Doublings: rarer words were aligned by accident too often."""
SHORTEST = 4
CAPITALS = 0.9
"""Share of a sense that is written with a capital."""


@lru_cache(maxsize=4096)
def english_names(word: str) -> frozenset[str]:
    """Return what a one-word name in any language with a lexicon is called in English, in lower case.

    >>> english_names("Mailand")
    frozenset({'milan'})
    """
    name = word[:1].upper() + word[1:].lower()
    if len(name) < SHORTEST or not name.isalpha():
        return frozenset()
    return frozenset(english for language in _languages() for english in _names_in(name, language))


def _names_in(name: str, language: str) -> set[str]:
    lexicon = lexicon_for(language)
    parts = lexicon.parts(name) if lexicon else ()
    if lexicon is None or len(parts) != 1 or not parts[0][:1].isupper() or lexicon.frequency(parts[0]) < SEEN:
        return set()
    together: dict[str, float] = {}
    capital: dict[str, float] = {}
    back: dict[str, float] = {}
    for sense in lexicon.senses(parts[0]):
        lower = sense.english.lower()
        together[lower] = together.get(lower, 0.0) + sense.probability
        back[lower] = max(back.get(lower, 0.0), sense.backward)
        if sense.english == lower.capitalize():
            capital[lower] = sense.probability
    return {word for word in together if _is_name(word, together[word], back[word], capital.get(word, 0.0))}


def _is_name(word: str, probability: float, backward: float, capital: float) -> bool:
    return word.isalpha() and probability >= LEAST and backward >= LEAST_BACK and capital >= CAPITALS * probability


@lru_cache(maxsize=1)
def _languages() -> tuple[str, ...]:
    return tuple(dict.fromkeys(language for language, _, problem in list_lexicons() if not problem))
