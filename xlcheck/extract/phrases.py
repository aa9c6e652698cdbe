"""Regular expressions from lists of words, with word boundaries where the script has words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from xlcheck.lang.scripts import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterable

UNBROKEN = (
    "(?-i:["
    "\N{CJK UNIFIED IDEOGRAPH-3400}-\N{CJK UNIFIED IDEOGRAPH-9FFF}"
    "\N{HIRAGANA LETTER SMALL A}-\N{KATAKANA LETTER SMALL KE}"
    "\N{THAI CHARACTER KO KAI}-\N{THAI CHARACTER YAMAKKAN}"
    "])"
)
"""A character of a script whose words are run together; Hangul, which puts blanks between words, is not among them."""

INDIC_SIGNS = (
    "\N{DEVANAGARI SIGN INVERTED CANDRABINDU}-\N{DEVANAGARI SIGN VISARGA}"
    "\N{DEVANAGARI VOWEL SIGN OE}\N{DEVANAGARI SIGN NUKTA}"
    "\N{DEVANAGARI VOWEL SIGN AA}-\N{DEVANAGARI VOWEL SIGN AW}"
)
"""Vowel signs of Hindi, which belong to a word and are no letters to a regular expression; inside of a class."""

LETTER = r"(?-i:(?=[\x00-\u0dff\u1e00-\u1fff])[^\W\d_])"
"""A letter of a script that separates its words: what lies below Thai, and Latin and Greek with further marks.

Hundreds of patterns hold it, and the compiler walks through every character of a class: naming the few thousand that
are meant takes a tenth of the time that naming the 60,000 ideographs would that are not.
"""

UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")
"""A letter of a script whose words stand without spaces."""

BOUNDARY = f"(?:(?<!{LETTER})|(?!{LETTER}))"
"""A place that is not inside a word: at least one side is no letter of a spaced script."""

SPACE = "[ \t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}]"
"""A space that may stand inside a number or a date."""


APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
"""Spellings of the apostrophe; all mean the same."""

_FREE_SPELLING = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        "\N{CYRILLIC SMALL LETTER IO}": "\N{CYRILLIC SMALL LETTER IE}",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "\N{COMBINING DOT ABOVE}": None,  # what case folding leaves of the Turkish capital İ
        "\N{ARABIC TATWEEL}": None,
        "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}": "\N{ARABIC LETTER ALEF}",
        "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}": "\N{ARABIC LETTER ALEF}",
        "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}": "\N{ARABIC LETTER ALEF}",
        **{chr(code): None for code in range(0x64B, 0x653)},  # Arabic vowel signs
    }
)


_FIGURE = re.compile(r"\d")
_WORD_LENGTH = 40
"""Up to this length the keys of words are remembered: the words of a language come again and again."""


def is_letter(char: str) -> bool:
    """Tell whether a code point is a letter of a script that separates its words."""
    return re.fullmatch(LETTER, char) is not None


_VARIANTS = {
    char: f"[{group}]"
    for group in (
        APOSTROPHES,
        "\N{CYRILLIC SMALL LETTER IE}\N{CYRILLIC SMALL LETTER IO}",
        "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}\N{ARABIC LETTER ALEF WITH HAMZA BELOW}"
        "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}",
    )
    for char in group
}
_INDIC = re.compile("[\N{DEVANAGARI SIGN INVERTED CANDRABINDU}-\N{DEVANAGARI VOWEL SIGN VOCALIC LL}]")
"""A letter or vowel sign of Hindi. That no word goes on is asked of each such word alone: asking it of all letters
(`LETTER`) made reading numbers slower by a fifth in every language."""
_ANY_VARIANT = f"[{''.join(_VARIANTS)}]"


def fold(surface: str) -> str:
    """Return the key of a word or phrase: case, kinds of blanks and apostrophes, and optional signs do not count.

    Dots that Turkish tells apart and a regular expression does not, Arabic vowel signs and hamzas, and the dots of the
    Russian ё are among the optional ones.
    """
    return _fold_word(surface) if len(surface) <= _WORD_LENGTH else _fold(surface)


def _fold(surface: str) -> str:
    return re.sub(r"\s+", " ", surface).strip().casefold().translate(_FREE_SPELLING)


_fold_word = lru_cache(maxsize=1 << 14)(_fold)


def ascii_digits(text: str) -> str:
    """Write the figures of every script as 0 to 9; all positions stay the same."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() and not char.isascii() else char for char in text)


def has_figure(text: str) -> bool:
    """Tell whether a text has a figure at all: most sentences have none, and many patterns need one."""
    return _FIGURE.search(text) is not None


def alternatives(words: Iterable[str], *, left: bool = True, right: bool = True) -> str:
    """Return a pattern that matches any of the words as whole words, the longest first; never matches without any.

    A blank in a word matches any space; a boundary is required only next to a letter of a spaced script. The boundary
    stands once around all words, not around each: compiling the German patterns took 5 seconds that way.

    Args:
        left: whether the match must begin at a boundary; `right` likewise for its end.
    """
    unique = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    if not unique:
        return r"(?!)"
    bodies = "|".join(map(_body, unique))
    return f"(?:{BOUNDARY if left else ''}(?:{bodies}){BOUNDARY if right else ''})"


def _body(word: str) -> str:
    escaped = re.escape(word).replace(r"\ ", f"{SPACE}{{1,2}}")
    pattern = re.sub(_ANY_VARIANT, lambda match: _VARIANTS[match[0]], escaped)
    if _INDIC.match(word[0]):
        pattern = f"(?<!{_INDIC.pattern}){pattern}"
    if _INDIC.match(word[-1]):
        pattern += f"(?!{_INDIC.pattern})"
    return pattern
