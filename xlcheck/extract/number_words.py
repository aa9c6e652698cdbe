"""Number words to values: by the language's own table, through words2num2 (imported only here), or by hand for Han.

words2num2 reads single phrases well but rewrites running text without offsets, and it takes ordinary words for
numbers ("tout neuf", "der Elf"). It is therefore asked about one candidate phrase at a time, and the caller decides
which words may count.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from xlcheck.extract.number_grammar import number_grammar

MAX_WORD = 60
"""Longer words are not number words in any language (German runs number words together)."""
_LONGEST_PHRASE = 3 * MAX_WORD

HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
HAN_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
HAN_NUMERALS = "".join((*HAN_DIGITS, *HAN_UNITS, *HAN_MYRIADS))


@cache
def _words2num() -> Any:
    import words2num2

    return words2num2


@cache
def _supported() -> frozenset[str]:
    return frozenset(_words2num().supported_langs())


def has_number_words(language: str) -> bool:
    """Tell whether number words of this language can be read at all."""
    return number_grammar(language) is not None or language in _supported()


def prefix_length(language: str, word: str) -> int:
    """Return how many letters of a word belong to a prefix of the number, such as the و of "وخمسة"."""
    grammar = number_grammar(language)
    return grammar.prefix_length(word) if grammar else 0


@lru_cache(maxsize=1 << 16)
def cardinal(language: str, phrase: str) -> Fraction | None:
    """Return the value of a phrase that is nothing but a cardinal number, else None."""
    if len(phrase) > _LONGEST_PHRASE:
        return None
    grammar = number_grammar(language)
    return grammar.cardinal(phrase) if grammar else _parse(language, phrase, "cardinal")


@lru_cache(maxsize=1 << 16)
def ordinal(language: str, phrase: str) -> Fraction | None:
    """Return the value of a phrase that is nothing but an ordinal number, else None."""
    if len(phrase) > _LONGEST_PHRASE:
        return None
    grammar = number_grammar(language)
    return grammar.ordinal(phrase) if grammar else _parse(language, phrase, "ordinal")


def _parse(language: str, phrase: str, kind: str) -> Fraction | None:
    if language not in _supported():
        return None
    library = _words2num()
    try:
        return Fraction(str(library.words2num(phrase, lang=language, to=kind)))
    except (library.Words2NumError, ValueError, NotImplementedError, OverflowError):
        return None


def han_number(run: str) -> Fraction | None:
    """Return the value of a run of Han numerals, or None where it is no well-formed number of two figures or more.

    Single numerals are part of far too many words (一些, 十分), and so are runs that begin with a myriad (万一).
    """
    if len(run) < 2 or run[0] in HAN_MYRIADS or run[0] in "百千":
        return None
    if all(char in HAN_DIGITS for char in run):
        return Fraction(int("".join(str(HAN_DIGITS[char]) for char in run))) if len(run) == 4 else None
    total = section = digit = 0
    last_unit, last_myriad, seen_digit = 10**4, 10**16, False
    for char in run:
        if char in HAN_DIGITS:
            if seen_digit and digit:
                return None
            digit, seen_digit = HAN_DIGITS[char], True
        elif char in HAN_UNITS:
            unit = HAN_UNITS[char]
            if unit >= last_unit or (not digit and unit != 10):
                return None
            section, digit, seen_digit, last_unit = section + (digit or 1) * unit, 0, False, unit
        else:
            myriad = HAN_MYRIADS[char]
            if myriad >= last_myriad or not section + digit:
                return None
            total += (section + digit) * myriad
            section, digit, seen_digit, last_unit, last_myriad = 0, 0, False, 10**4, myriad
    return Fraction(total + section + digit)
