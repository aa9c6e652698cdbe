"""What a single word is worth as a number: a number word, a scale, a compound that begins with one."""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache

from xlcheck.extract.numbers.lexicon import NumberLexicon, number_lexicon
from xlcheck.extract.numbers.words import MAX_WORD, cardinal, ordinal
from xlcheck.extract.phrases import fold

LONG_TIMES = ("decade", "century")
"""Units of which a single one states an amount: "a decade" is ten years, "a year" often only "every year"."""


@lru_cache(maxsize=1 << 16)
def says_nothing(language: str, word: str) -> bool:
    """Tell whether no number begins with a word; nearly all words of a text are such, and they come again."""
    lexicon = number_lexicon(language)
    folded = fold(word)
    if folded in lexicon.words or folded in lexicon.articles:
        return False
    return word_value(lexicon, word) is None and compound_value(language, word) is None


def word_value(lexicon: NumberLexicon, word: str) -> Fraction | None:
    """Return the value of a single word, scale words included."""
    return None if len(word) > MAX_WORD else _short_word_value(lexicon.language, word)


@lru_cache(maxsize=1 << 16)
def _short_word_value(language: str, word: str) -> Fraction | None:
    lexicon = number_lexicon(language)
    spelt = lexicon.profile.spellings.get(word.casefold(), word.casefold())
    value = cardinal(lexicon.language, spelt)
    if value is None:
        value = ordinal(lexicon.language, spelt)
    if value is None and fold(word) in lexicon.scales:
        value = Fraction(lexicon.scales[fold(word)])
    return value


def ends_as_ordinal(lexicon: NumberLexicon, word: str) -> bool:
    """Tell whether a number word is an ordinal, which makes one of the words before it too: twenty-fifth."""
    folded = fold(word)
    if not lexicon.profile.cardinals and folded.endswith(lexicon.profile.ordinal_endings or ("\0",)):
        return True
    folded = lexicon.profile.spellings.get(word.casefold(), folded)
    return cardinal(lexicon.language, folded) is None and ordinal(lexicon.language, folded) is not None


@lru_cache(maxsize=1 << 16)
def compound_value(language: str, surface: str) -> tuple[Fraction, str | None] | None:
    """Return the value of a compound and the unit that it carries, None for one that leaves it to what follows."""
    lexicon, word = number_lexicon(language), fold(surface)
    for ending in lexicon.profile.half_endings:
        if word.endswith(ending) and (value := cardinal(language, word.removesuffix(ending))):
            return value + Fraction(1, 2), None
    if word.startswith(_long_times(language)):
        return None  # "století" is a century, "stoletý" a hundred years old
    for ending, unit in lexicon.endings.items():
        head, found, tail = word.rpartition(ending)
        if found and head and len(tail) <= 3:
            value = lexicon.words.get(head) or cardinal(language, head)
            if value and value >= 2:
                return value, unit
    return None


@cache
def _long_times(language: str) -> tuple[str, ...]:
    return tuple(word for word, unit in number_lexicon(language).units.items() if unit in LONG_TIMES)
