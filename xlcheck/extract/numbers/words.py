"""Number words to values: by the language's own table, through words2num2 (imported only here), or by hand.

Numerals of scripts that run them together (Han, Korean, Thai) are read by hand.

words2num2 reads single phrases well but rewrites running text without offsets, and it takes ordinary words for
numbers ("tout neuf", "der Elf"). It is therefore asked about one candidate phrase at a time, and the caller decides
which words may count.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from xlcheck.extract.numbers.grammar import number_grammar

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_WORD = 60
"""Longer words are not number words in any language (German runs number words together)."""
_LONGEST_PHRASE = 3 * MAX_WORD

HAN_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
HAN_NUMERALS = (
    {char: value for value, char in enumerate("零一二三四五六七八九")}
    | {"〇": 0, "两": 2, "兩": 2, "十": 10, "百": 100, "千": 1000}
    | HAN_MYRIADS
)
"""Han numerals mean the same in every language that uses them."""


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


def positional(parts: Sequence[int], *, section: int = 10_000) -> int | None:
    """Return the value of numerals that are run together, or None where they make no well-formed number.

    Args:
        parts: what each numeral stands for: 0…9 a figure, up to 99 a ten, above that a power of ten. Figures multiply
            the power behind them; powers from `section` on multiply all that stands before them (两亿五千万).
        section: 10^4 for Han and Korean numerals, 10^6 for Thai ones.
    """
    if all(part < 10 for part in parts):
        # 二〇二〇 is a year; two figures side by side (三四) are a vague number.
        return int("".join(map(str, parts))) if len(parts) in (1, 4) else None
    total = below = 0
    digit: int | None = None
    last_power, last_closing = section, 10**16
    for part in parts:
        if part < 10:
            if digit:
                return None
            digit = part
        elif part < section:
            if part >= last_power or (digit == 0 and part != 10):
                return None
            is_power = part == 10 or part >= 100
            if not is_power and digit:
                return None
            below, digit, last_power = below + (digit or 1) * part, None, part if is_power else 10
        elif below or digit or not total:
            if part >= last_closing:
                return None
            total += (below + (digit or 0) or 1) * part
            below, digit, last_power, last_closing = 0, None, section, part
        else:  # 两万亿, สองล้านล้าน
            total, last_closing = total * part, part
    return total + below + (digit or 0)
