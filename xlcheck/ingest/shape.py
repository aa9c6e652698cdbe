"""What a line looks like, whatever its language: how long it is, and whether it ends as sentences do."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MAX_RULE_LINE = 500
LONG_WORDS = 30
"""A line of so many words is text even if it does not end as a sentence (scraped teasers measured up to 24 words)."""
SENTENCE_WORDS = 8
"""From this length on, a closing quotation mark counts as the end of a sentence, and a sentence ends a list."""
_OPEN_END_WORDS = 5

_STOPS = (
    ".!?\N{HORIZONTAL ELLIPSIS}\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}"
    "\N{FULLWIDTH QUESTION MARK}\N{HALFWIDTH IDEOGRAPHIC FULL STOP}\N{DEVANAGARI DANDA}\N{DEVANAGARI DOUBLE DANDA}"
    "\N{ARABIC FULL STOP}\N{ARABIC QUESTION MARK}\N{ARMENIAN FULL STOP}\N{ETHIOPIC FULL STOP}\N{KHMER SIGN KHAN}"
    "\N{MYANMAR SIGN SECTION}\N{TIBETAN MARK SHAD}\N{THAI CHARACTER PAIYANNOI}\N{DOUBLE EXCLAMATION MARK}"
    "\N{DOUBLE QUESTION MARK}\N{QUESTION EXCLAMATION MARK}\N{EXCLAMATION QUESTION MARK}\N{GREEK QUESTION MARK}"
)
_QUESTIONS = "!?\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}\N{ARABIC QUESTION MARK}"
_OPEN_ENDS = (
    ",;:\N{EN DASH}\N{EM DASH}\N{ARABIC COMMA}\N{IDEOGRAPHIC COMMA}\N{FULLWIDTH COMMA}\N{FULLWIDTH COLON}"
    "\N{FULLWIDTH SEMICOLON}"
)
_QUOTES = frozenset(
    "\"'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
    "\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
    "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}\N{RIGHT CORNER BRACKET}\N{RIGHT WHITE CORNER BRACKET}"
)
_CLOSERS = _QUOTES | frozenset(")]}*_ \t\N{NO-BREAK SPACE}\N{FULLWIDTH RIGHT PARENTHESIS}\N{ZERO WIDTH SPACE}")
# A sentence end inside a line: a word of four letters or more and its stop; shorter ones are abbreviations too often.
_INNER_END = re.compile(
    "[^\\W\\d_]{4,12}[.!?][\"')\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}]*\\s+\\S"
    "|\N{IDEOGRAPHIC FULL STOP}"
)
_TRAILING_NOTE = re.compile(r"\s*[(\[][^()\[\]]{1,80}[)\]]\s*\Z")
_DENSE = frozenset({"CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR"})
_WITHOUT_STOPS = frozenset({"THAI", "LAO"})


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ", 1)[0]


def _share(text: str, scripts: frozenset[str]) -> float:
    if text.isascii():
        return 0.0
    letters = [char for char in text[:MAX_RULE_LINE] if char.isalpha()]
    return sum(_script(char) in scripts for char in letters) / len(letters) if letters else 0.0


def word_count(text: str) -> int:
    """Count words; in scripts without blanks between words two letters count as one."""
    words = sum(any(char.isalnum() for char in word) for word in text.split())
    if _share(text, _DENSE) > 0.3:
        return max(words, sum(char.isalpha() for char in text) // 2)
    return words


def ends_with_stop(text: str) -> bool:
    """Tell whether a line ends with sentence punctuation, closing quotation marks and a source in brackets aside."""
    bare = text.rstrip()
    if _bare_end(bare) in _STOPS and _bare_end(bare):
        return True
    without_note = _TRAILING_NOTE.sub("", bare[-200:])
    return len(without_note) < len(bare[-200:]) and _bare_end(without_note) in _STOPS and bool(_bare_end(without_note))


def ends_with_question(text: str) -> bool:
    """Tell whether a line ends with a question or exclamation mark."""
    end = _bare_end(text)
    return bool(end) and end in _QUESTIONS


def is_running_text(text: str) -> bool:
    """Tell whether a line reads as part of an article's text rather than as a heading, a label or a teaser.

    It does if it ends as sentences do, holds a whole sentence, or is too long for anything else; lines of five words or
    more that end in a comma, colon or dash lead on to what follows. Thai and Lao have no full stop: there only short
    lines are headings.
    """
    if ends_with_stop(text):
        return True
    words = word_count(text)
    if words >= LONG_WORDS or (words >= SENTENCE_WORDS and _share(text, _WITHOUT_STOPS) > 0.5):
        return True
    bare = text.rstrip()
    if words >= _OPEN_END_WORDS and bare and bare[-1] in _OPEN_ENDS:
        return True
    if words < SENTENCE_WORDS:
        return False
    return bare[-1] in _QUOTES or bool(_INNER_END.search(bare))


def is_full_sentence(text: str) -> bool:
    """Tell whether a line is surely a sentence of the article: eight words or more, ending with a stop."""
    return word_count(text) >= SENTENCE_WORDS and ends_with_stop(text) and not ends_with_question(text)


def is_all_capitals(text: str) -> bool:
    """Tell whether a line of two words or more is written in capitals throughout."""
    cased = [char for char in text if char.lower() != char.upper()]
    return len(cased) >= 8 and word_count(text) >= 2 and all(char == char.upper() for char in cased)


def starts_in_lower_case(text: str) -> bool:
    """Tell whether the first letter of a line is a small one (quotation marks before it aside)."""
    first = next((char for char in text.lstrip() if char not in _QUOTES and char not in "(["), "")
    return first.islower()


def _bare_end(text: str) -> str:
    """Return the last character that is no closing quotation mark or bracket, "" where there is none."""
    for char in reversed(text[-200:]):
        if char not in _CLOSERS and char not in "\N{DOUBLE LOW-9 QUOTATION MARK}":
            return char
    return ""
