"""Regular expressions for what stands around a number, from a language's lists of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.extract.phrases import (
    APOSTROPHES,
    BOUNDARY,
    INDIC_SIGNS,
    LETTER,
    SPACE,
    UNSPACED_LETTER,
    alternatives,
)
from xlcheck.lang.scripts import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlcheck.lang.numbers import NumberProfile

Pattern = re.Pattern[str]
NEVER = re.compile(r"(?!)")
GAP = rf"{SPACE}?"
GAP_OR_HYPHEN = rf"(?:{SPACE}|[-\N{{HYPHEN}}\N{{NON-BREAKING HYPHEN}}])?"
RANGE_DASHES = "-\N{EN DASH}\N{EM DASH}\N{WAVE DASH}~\N{FULLWIDTH TILDE}"
NOUN = r"[^\W\d_]{2,30}+"
_VOWEL_SIGNS = "\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}"


def unspaced(words: Iterable[str]) -> list[str]:
    """Return the words that are written in a script without spaces."""
    return [word for word in words if UNSPACED_LETTER.search(word)]


def loose_scale(scales: Mapping[str, int], stems: Mapping[str, int]) -> Pattern:
    """Match a scale word that is probably meant: behind one unknown ideograph (1300余万), or inflected (миллионом)."""
    inflected = rf"{SPACE}(?P<stem>{any_of(stems)})\w{{0,4}}(?!\w)"
    return re.compile(f"{SPACE}?(?-i:[{UNSPACED}])(?P<word>{alternatives(scales)})|{inflected}", re.IGNORECASE)


def word_after(words: Iterable[str], *, gap: str = GAP, tail: str = "") -> Pattern:
    """Match one of the words behind a number."""
    return re.compile(f"{gap}({alternatives(words, right=False)}){tail}{BOUNDARY}", re.IGNORECASE)


def word_before(words: Iterable[str], *, gap: str = rf"{SPACE}{{0,2}}", prefixes: tuple[str, ...] = ()) -> Pattern:
    """Match one of the words at the end of the text before a number, alone or glued to one of the prefixes."""
    listed = tuple(words)
    glued = f"|(?<!{LETTER}){exact(prefixes)}{alternatives(listed, left=False)}" if prefixes and listed else ""
    return re.compile(f"({alternatives(listed)}{glued}){gap}$", re.IGNORECASE)


def word_pattern(*, apostrophes: bool) -> str:
    """Match a word; vowel signs and, in some languages, apostrophes stand inside."""
    inside = f"[{_VOWEL_SIGNS}{INDIC_SIGNS}]" + (f"|[{APOSTROPHES}](?=[^\\W\\d_])" if apostrophes else "")
    letter = rf"[^\W\d_{UNSPACED}]"
    return rf"{letter}(?:{letter}++|{inside})*+"


def between_gap(profile: NumberProfile) -> str:
    """Match what stands between the ends of "between 5 and 10"; a prefix has no blank behind it (بين 5 و10)."""
    words = [second for _, second in profile.between]
    glued = [word for word in words if word in profile.prefixes]
    return rf"\s{alternatives(words)}\s|\s{exact(glued)}\s?" if glued else rf"\s{alternatives(words)}\s"


def exact(words: Iterable[str]) -> str:
    """Match any of the words, the longest first, with capitals as they stand; there must be one."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def whole_words(phrases: Iterable[str]) -> Pattern:
    """Match any of the words as whole words, in any case."""
    return re.compile(alternatives(phrases), re.IGNORECASE)


def share_before(profile: NumberProfile) -> Pattern:
    """Match the words before the second number of a share: "one in", "un Français sur"."""
    far = rf"(?P<noun>{SPACE}{NOUN})?{SPACE}{alternatives(profile.shares)}"
    near = rf"{SPACE}{alternatives(profile.shares_of_one)}"
    return re.compile(rf"({alternatives(profile.ones)}(?:{far}|{near})){SPACE}$", re.IGNORECASE)


def century(words: Iterable[str]) -> Pattern:
    """Match a century in Roman figures on either side of the word for it: "siglo XXI", "XXIe siècle"."""
    word = f"(?i:{alternatives(words)})"
    before, after = (rf"(?<![\w.])(?P<{side}>[IVX]{{1,5}}+)(?:e|ème|º|°)?(?!\w)" for side in ("before", "after"))
    return re.compile(f"{before}{SPACE}{word}|{word}{SPACE}{after}")


def ordinal_before(profile: NumberProfile) -> Pattern:
    """Match what makes an ordinal of the number behind it, in Korean only as a word begins (제3, not 어제 3)."""
    free = f"(?<![{UNSPACED}])" if profile.numerals_begin_words else ""
    return re.compile(f"{free}{word_before(profile.ordinal_prefixes).pattern}", re.IGNORECASE)


def any_of(words: Iterable[str]) -> str:
    """Match any of the words as they stand; never matches without any."""
    return exact(words) if words else r"(?!)"


def ordinal_mark(suffixes: Iterable[str]) -> str:
    """Match an ordinal mark; a full stop is one only where the sentence goes on with a word."""
    marks = [rf"{re.escape(mark)}(?=\s{{1,2}}[^\W\d_])" if mark == "." else _glued(mark) for mark in suffixes]
    return f"(?:{'|'.join(marks)})" if marks else r"(?!)"


def _glued(mark: str) -> str:
    return re.escape(mark) if UNSPACED_LETTER.search(mark) else rf"{re.escape(mark)}(?!\w)"
