"""Traces of another language: its function words, its figures, its letters, punctuation that nobody types."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from xlcheck.lang.profile import known_languages, load_profile
from xlcheck.score.garble.hit import Hit, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.score.garble.tokens import Sentence

_LEAST_RESIDUE = 2
"""Different foreign function words that make residue; one may be a title, a motto or a place."""
# A figure group without a head: "the United States,000 people".
_HEADLESS = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,},\d{3}\b(?![.,]\d)")
# A year with thousands behind it, or a figure that counts on: "in 1998,000", "9.7.5.7.7.5".
_BROKEN = re.compile(r"(?<![\d.,])\d{4,},\d{3}(?![.,]?\d)|(?<![\d.,])\d+(?:\.\d+){4}")
_STRAY_MARKS = re.compile(r"[,;:] ?[,;:](?=\s|$)|[,;] ?\.(?=\s|$)|\(\s*\)|[\"'\N{RIGHT SINGLE QUOTATION MARK}]{5}")
# Cyrillic or Greek letters that look Latin, inside a Latin word.
_MIXED_WORD = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]|[A-Za-z]{2}[\u0391-\u03a9\u03b1-\u03c9]")
_PAIRED = {'"': '"', "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}"}
_DECIMALS = {
    ".": re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}(?![\d.,])"),
    ",": re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d.,])"),
}


@cache
def _foreign_markers(language: str) -> frozenset[str]:
    """Function words of the other known languages that are no words of this one."""
    profile = load_profile(language).garble
    own = {word for words in profile.word_classes.values() for word in words}
    own.update(
        profile.markers, profile.clause_openers, profile.may_double, profile.emphatic, profile.finite_auxiliaries
    )
    others = (load_profile(code).garble.markers for code in known_languages() if code != language)
    return frozenset(word for markers in others for word in markers if word not in own)


def leak_hits(sentence: Sentence, language: str) -> Iterator[Hit]:
    """Yield traces of another language."""
    text = sentence.text
    if sentence.profile.markers and not sentence.is_list:
        markers = _foreign_markers(language)
        found = [
            token
            for token, following in zip(sentence.words, sentence.words[1:], strict=False)
            # "Book of the Dead": titles keep their little words.
            if token.text in markers and not token.quoted and not following.capital
        ]
        different = {token.lower for token in found}
        if len(different) >= _LEAST_RESIDUE:
            note = "words of another language are left in it: " + ", ".join(map(quoted, sorted(different)[:3]))
            strength = min(2.0, len(different) / _LEAST_RESIDUE)
            yield Hit(name="foreign-words", start=found[0].start, end=found[-1].end, note=note, strength=strength)
    for name, pattern, note in (
        ("headless-number", _HEADLESS, "a figure has lost its first digits"),
        ("stray-marks", _STRAY_MARKS, "these punctuation marks do not belong together"),
        ("mixed-script-word", _MIXED_WORD, "letters of two scripts are mixed in one word"),
    ):
        if match := pattern.search(text):
            yield Hit(name=name, start=match.start(), end=match.end(), note=f"{note}: {quoted(match.group())}")
    yield from _empty_quotations(sentence)
    if sentence.profile.decimal == "." and (match := _BROKEN.search(text)):
        yield Hit(
            name="broken-figure", start=match.start(), end=match.end(), note=f"{quoted(match.group())} is no figure"
        )
    decimals = _DECIMALS.get(sentence.profile.decimal)
    if decimals is not None and (match := decimals.search(text)):
        note = f"{quoted(match.group())} is written as another language writes figures"
        yield Hit(name="foreign-figure", start=match.start(), end=match.end(), note=note)


def _empty_quotations(sentence: Sentence) -> Iterator[Hit]:
    """A quotation of nothing, which is what is left of one that a machine did not translate."""
    for left, right in pairwise(sentence.tokens):
        if left.text in _PAIRED and left.quoted and right.text == _PAIRED[left.text] and not right.quoted:
            note = "there is nothing between the quotation marks"
            yield Hit(name="empty-quotation", start=left.start, end=right.end, note=note)
            return
