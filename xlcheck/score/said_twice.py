"""Words joined to themselves where the source says two things: cook, cook or cook; par value before the par value.

Translation systems that find one word for two render "gekocht oder gegart" so. What people repeat on purpose (years and
years, colder and colder) has its lists in the language files, and mostly stands twice in the source as well.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile
from xlcheck.score.fluency import function_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 4
"""Words of the longest unit that is looked for."""
WIDEST = 3
"""Words that may stand between a unit of several words and its repetition: before the, which is the."""
_SHORTEST = 3
_WORD = re.compile(r"[^\W_]+")
_BORDER = re.compile('[.:;!?\n\N{EN DASH}\N{EM DASH}"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]')
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def said_twice(source: str, english: str) -> float:
    """Return how many words or phrases of the English are joined to themselves, beyond those of the source."""
    joined = _joined(english, witness=_is_latin(source))
    return float(max(0, joined - _repeated_at_once(source))) if joined else 0.0


def _is_latin(text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    return 0 < letters < 2 * len(_LATIN.findall(text))


def _joined(text: str, *, witness: bool) -> int:
    """Count units that stand there again behind nothing, a comma, or small words.

    Args:
        witness: the source is in the same script, so that a name that repeats itself (Lang Lang) does so there as well.
    """
    found = list(_WORD.finditer(text))
    words = [match.group().lower() for match in found]
    count = at = 0
    while at < len(words):
        for again, size in _again(words, at):
            gap = text[found[at + size - 1].end() : found[again].start()]
            named = not witness and found[at].group()[0].isupper() and found[again].group()[0].isupper()
            between = words[at + size : again]
            if not named and _is_odd(words[at : at + size], gap, between, any_word=witness):
                count += 1
                at = again + size - 2
                break
        at += 1
    return count


def _again(words: Sequence[str], at: int) -> Iterator[tuple[int, int]]:
    """Yield (where, words) for each unit from a word on that stands again nearby, the longest first."""
    common = function_words()
    if words[at] in common or words[at].isdigit():
        return
    nearby = range(at + 1, min(at + LONGEST + WIDEST + 1, len(words)))
    places = [place for place in nearby if words[place] == words[at]]
    for size in range(LONGEST, 0, -1):
        unit = words[at : at + size]
        if unit[-1] in common or any(word.isdigit() for word in unit) or max(map(len, unit)) < _SHORTEST:
            continue
        for place in places:
            if 0 <= place - at - size <= WIDEST and words[place : place + size] == unit:
                yield place, size


def _is_odd(unit: Sequence[str], gap: str, between: Sequence[str], *, any_word: bool) -> bool:
    """Tell whether a unit would not be repeated so on purpose.

    Args:
        any_word: the first word between several and their repetition may be no small one.
    """
    if not any(char.isspace() for char in gap) or _BORDER.search(gap):
        return False
    common = function_words()
    if len(unit) > 1:
        return all(word in common for word in (between[1:] if any_word else between))
    joints, kept, endings = _single()
    if not between:
        return "," in gap  # a word that is doubled by mistake says nothing else than the source
    return tuple(between) in joints and not unit[0].endswith(endings) and unit[0] not in kept


@cache
def _single() -> tuple[frozenset[tuple[str, ...]], frozenset[str], tuple[str, ...]]:
    """Return what may stand between a single word and itself, words repeated on purpose, and endings of such."""
    profile = load_profile("en").garble
    joints = frozenset(tuple(joint.split()) for joint in profile.echo_joints)
    return joints, frozenset((*profile.emphatic, *profile.echo_exceptions)), profile.echo_endings


def _repeated_at_once(text: str) -> int:
    """Count words that stand there again at once, or behind one word (mehr und mehr, Schritt für Schritt)."""
    words = [word.lower() for word in _WORD.findall(text)]
    return sum(len(word) > _SHORTEST and word in words[max(0, at - 2) : at] for at, word in enumerate(words))
