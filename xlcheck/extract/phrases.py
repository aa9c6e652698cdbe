"""Regular expressions from lists of words, with word boundaries where the script has words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

UNSPACED = (
    "\N{CJK UNIFIED IDEOGRAPH-3400}-\N{CJK UNIFIED IDEOGRAPH-9FFF}"  # Han
    "\N{HIRAGANA LETTER SMALL A}-\N{KATAKANA LETTER SMALL KE}"  # kana
    "\N{HANGUL SYLLABLE GA}-\N{HANGUL SYLLABLE HIH}"  # Hangul glues particles to the word
    "\N{THAI CHARACTER KO KAI}-\N{THAI CHARACTER SARA AM}"
    "\N{IDEOGRAPHIC ITERATION MARK}\N{KATAKANA-HIRAGANA PROLONGED SOUND MARK}"
)
"""Scripts whose words stand without spaces, as the inside of a character class."""

LETTER = rf"[^\W\d_{UNSPACED}]"
"""A letter of a script that separates its words."""

SPACE = "[ \t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}]"
"""A space that may stand inside a number or a date."""

_UNSPACED_CHAR = re.compile(rf"[{UNSPACED}]")


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words as whole words, the longest first; never matches if there are none.

    A blank in a word matches any space; a boundary is required only next to a letter of a spaced script.
    """
    unique = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    if not unique:
        return r"(?!)"
    return "(?:" + "|".join(_bounded(word) for word in unique) + ")"


def _bounded(word: str) -> str:
    body = re.escape(word).replace(r"\ ", f"{SPACE}{{1,2}}")
    before = rf"(?<!{LETTER})" if _is_spaced_letter(word[0]) else ""
    after = rf"(?!{LETTER})" if _is_spaced_letter(word[-1]) else ""
    return f"{before}{body}{after}"


def _is_spaced_letter(char: str) -> bool:
    return char.isalpha() and not _UNSPACED_CHAR.match(char)
