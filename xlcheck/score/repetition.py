"""Repetition beyond what prose does: a phrase, a word or a string of characters several times in a row.

Machine translation that loses the thread falls into loops ("to be able to be able to be able to"). People repeat too,
but they mark it: with commas or exclamation marks, inside quotation marks, or with a few well-known words ("no, no,
no", "very, very, very"). So a loop whose turns follow each other without punctuation counts from three turns on; one
with commas counts outside of quotations only, and for single words from five turns on. Everything is linear in the
length of the text.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST_UNIT = 6
"""Words in the longest phrase that is looked for as a loop."""
CHANT = 10
"""From so many turns on even a quoted or emphatic repetition is no chant any more."""
_LONGEST_RUN, _SMALL, _FEW = 4, 3, 5
"""Words of the longest run that is counted; letters of a small word, which may come back; the fewest words that a
share is taken of."""
_LEAST_SENTENCE = 30
"""A repeated line shorter than this many characters is a refrain, a caption or a score."""

_PLAIN_WORD = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}\N{HYPHEN}-][^\W_]+)*")
# The same two to eight letters at least four times in a row inside one word.
_LETTER_LOOP = re.compile(r"([^\W\d_]{2,8}?)\1{3,}")
_QUOTE_MARKS = frozenset(
    '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}«»「」『』'
)
# Scripts written without spaces between words: Thai and Lao, Burmese, Khmer, kana, Han.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_LONGEST_UNSPACED_UNIT = 16
_REMEMBERED, _SENTENCE = 1024, 2000
"""Texts whose loops are kept, and the characters of the longest: a check, the judge of garbled text and the score ask
for the same ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """A unit that is repeated without a break.

    Attributes:
        unit: the repeated words or characters.
        turns: how often the unit stands there, complete.
        start: first code point of the first turn; `end` is one past the last turn.
    """

    unit: str
    turns: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceLoop:
    """A group of `size` sentences, from index `first` on, that stands `turns` times in a row."""

    first: int
    size: int
    turns: int


@dataclass(frozen=True, slots=True)
class _Word:
    lower: str
    start: int
    end: int
    capital: bool
    quoted: bool
    gap: str
    """What stands between the word before and this one, without spaces and hyphens."""


def find_loops(text: str, language: str) -> tuple[Loop, ...]:
    """Return the loops of a text in order, without overlaps, given the language's own words of emphasis."""
    return _find_loops(text, language) if len(text) > _SENTENCE else _remembered_loops(text, language)


def _find_loops(text: str, language: str) -> tuple[Loop, ...]:
    if _UNSPACED.search(text):
        return _without_overlaps(_character_loops(text))
    emphasis = _emphasis(language)
    return _without_overlaps([*_letter_loops(text, emphasis), *_word_loops(text, emphasis)])


_remembered_loops = lru_cache(maxsize=_REMEMBERED)(_find_loops)


def find_sentence_loops(sentences: Sequence[tuple[str, int]]) -> tuple[SentenceLoop, ...]:
    """Return groups of one to three sentences that repeat at once.

    Twice is enough inside a paragraph, three times across paragraphs (a picture's caption repeats the first sentence,
    and a refrain stands in lines of its own). Short lines do not count.

    Args:
        sentences: (text, number of the paragraph) in order.
    """
    keys = [" ".join(_WORD.findall(text.lower())) for text, _ in sentences]
    found: list[SentenceLoop] = []
    taken = 0
    for first in range(len(keys)):
        for size in (1, 2, 3):
            if first < taken or len(" ".join(keys[first : first + size])) < _LEAST_SENTENCE:
                continue
            turns = _turns(keys, first, size)
            paragraphs = {paragraph for _, paragraph in sentences[first : first + size * turns]}
            if turns >= (2 if len(paragraphs) == 1 else 3):
                found.append(SentenceLoop(first=first, size=size, turns=turns))
                taken = first + size * turns
    return tuple(found)


def repetition_excess(source: str, english: str) -> float:
    """Return how much more a sentence repeats itself than the one it renders, below 0 where it repeats itself less.

    The share of runs of one to four words that stand there again, plus the logarithm of how much smaller its share of
    different words is. In scripts without spaces the source counts as repeating nothing.
    """
    runs, variety = _repetition(english)
    source_runs, source_variety = (0.0, 0.0) if _UNSPACED.search(source) else _repetition(source)
    return runs - source_runs + source_variety - variety


def _repetition(text: str) -> tuple[float, float]:
    """Return repeated runs per word, and the logarithm of the share of different words."""
    words = [word.lower() for word in _PLAIN_WORD.findall(text)]
    again = 0
    for size in range(1, _LONGEST_RUN + 1):
        runs = Counter(zip(*(words[start:] for start in range(size)), strict=False))
        again += sum(count - 1 for run, count in runs.items() if size > 1 or len(run[0]) > _SMALL)
    return again / max(len(words), _FEW), math.log((len(set(words)) + 1) / (len(words) + 1))


def is_emphatic(unit: Sequence[str], language: str) -> bool:
    """Tell whether these words, in lower case, are ones that people repeat on purpose."""
    return _emphasis(language).covers(unit)


@dataclass(frozen=True, slots=True)
class _Emphasis:
    """Words that people repeat on purpose, and those that may stand between ("over and over and over")."""

    words: frozenset[str]
    joints: frozenset[str]

    def covers(self, unit: Sequence[str]) -> bool:
        """Whether repeating this unit is emphasis."""
        return any(word in self.words for word in unit) and all(
            word in self.words or word in self.joints for word in unit
        )


@cache
def _emphasis(language: str) -> _Emphasis:
    profile = load_profile(language).garble
    joints = frozenset(joint for joint in profile.echo_joints if " " not in joint)
    return _Emphasis(frozenset((*profile.emphatic, *profile.echo_exceptions)), joints)


def _turns(keys: Sequence[str], first: int, size: int) -> int:
    unit = keys[first : first + size]
    turns = 1
    while keys[first + turns * size : first + (turns + 1) * size] == unit:
        turns += 1
    return turns


def _read_words(text: str) -> list[_Word]:
    words: list[_Word] = []
    quoted, at = False, 0
    for match in _WORD.finditer(text):
        gap = text[at : match.start()]
        quoted ^= sum(mark in _QUOTE_MARKS for mark in gap) % 2 == 1
        mark = "".join(gap.split(" ")).strip("-\N{HYPHEN}")
        surface = match.group()
        words.append(_Word(surface.lower(), match.start(), match.end(), surface[0].isupper(), quoted, mark))
        at = match.end()
    return words


def _runs(units: Sequence[str], size: int) -> Iterator[tuple[int, int]]:
    """Yield (first, turns) wherever `size` units stand at least three times in a row."""
    first, length = 0, 0
    for index in range(len(units) - size + 1):
        if index + size < len(units) and units[index] == units[index + size]:
            first = first if length else index
            length += 1
            continue
        if length >= 2 * size:
            yield first, length // size + 1
        length = 0


def _word_loops(text: str, emphasis: _Emphasis) -> Iterator[Loop]:
    words = _read_words(text)
    lower = [word.lower for word in words]
    for size in range(1, LONGEST_UNIT + 1):
        for first, turns in _runs(lower, size):
            last = first + size * turns - 1
            if turns >= _least_turns(words[first : last + 1], size, emphasis, text[words[last].end :][:1]):
                unit = text[words[first].start : words[first + size - 1].end]
                yield Loop(unit=unit, turns=turns, start=words[first].start, end=words[last].end)


def _least_turns(run: Sequence[_Word], size: int, emphasis: _Emphasis, after: str) -> float:
    """Return how many turns this repetition may not have in prose."""
    unit = run[:size]
    gaps = {word.gap for word in run[1:]}
    if all(word.lower.isdigit() or (word.capital and len(word.lower) == 1) for word in unit):
        return float("inf")  # figures and letters of a table, a grade, a battery
    if gaps - {"", ","}:
        return float("inf")  # "Win. Win. Win.", cells of a table, lines of a poem
    chanted = emphasis.covers([word.lower for word in unit]) or after == "!" or (unit[0].quoted and "," in gaps)
    if chanted:
        return CHANT
    if "," in gaps:
        return 5 if size == 1 else 3
    named = all(any(word.capital for word in run[place::size]) for place in range(size))
    if unit[0].quoted or named:
        return 4  # somebody's outcry; a band's name; headings glued together by a scraper
    return 3


def _letter_loops(text: str, emphasis: _Emphasis) -> Iterator[Loop]:
    for match in _LETTER_LOOP.finditer(text):
        unit = match.group(1)
        lower = unit.lower()
        turns = len(match.group()) // len(unit)
        if len(set(lower)) == 1 or (emphasis.covers([lower]) and turns < CHANT):
            continue  # "aaaargh", "hahahaha"
        yield Loop(unit=unit, turns=turns, start=match.start(), end=match.end())


def _character_loops(text: str) -> Iterator[Loop]:
    quoted = _quoted_flags(text)
    for size in range(1, _LONGEST_UNSPACED_UNIT + 1):
        for first, turns in _runs(text, size):
            unit = text[first : first + size]
            least = {1: 7, 2: 5, 3: 4}.get(size, 3)
            if quoted[first]:
                least = CHANT
            if turns >= least and all(_UNSPACED.match(character) for character in unit):
                yield Loop(unit=unit, turns=turns, start=first, end=first + size * turns)


def _quoted_flags(text: str) -> list[bool]:
    flags: list[bool] = []
    quoted = False
    for character in text:
        quoted ^= character in _QUOTE_MARKS
        flags.append(quoted)
    return flags


def _without_overlaps(loops: Iterable[Loop]) -> tuple[Loop, ...]:
    """Keep the first of any loops that overlap (shorter units are found first), then sort by position."""
    kept: list[Loop] = []
    for loop in sorted(loops, key=lambda item: (item.start, len(item.unit))):
        if not kept or loop.start >= kept[-1].end:
            kept.append(loop)
    return tuple(kept)
