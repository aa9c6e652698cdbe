"""How much of what two sentences say word by word has a counterpart, by a lexicon learned from translations.

The oldest feature of corpus cleaning (hunalign, Varga et al. 2005; Bicleaner, Sánchez-Cartagena et al. 2018): each
content word is looked up, and the best of its translations that stands on the other side decides. A compound counts by
its parts. What the lexicon does not know counts neither way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.score.fluency import function_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlcheck.lang.lexicon_table import Lexicon, Sense

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 5
"""Letters that two forms of one word share: election, elections."""
_COGNATE = 4
"""Letters that a word shares with its copy: Koalition is none of coalition, Minister is of ministers."""
_SHORTEST = 3
_INFLECTED = 0.8
_GENEROUS = 2.0
"""A translation half as likely as the usual one is as good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Shares and counts of content words.

    Attributes:
        source: mean over the source's words of how well a translation stands in the English, 0…1.
        english: share of the English words that translate some word of the source.
        lost: words of the source of which no trace is in the English; `added` the reverse.
    """

    source: float
    english: float
    lost: int
    added: int


def coverage(source: str, english: str, lexicon: Lexicon) -> Coverage | None:
    """Look the words of two sentences up in each other; None where the lexicon knows no content word of a side."""
    left = list(dict.fromkeys(_WORD.findall(source)))
    right = list(dict.fromkeys(word.lower() for word in _WORD.findall(english)))
    present, stems, copies = frozenset(right), _prefixes(right, _STEM), _prefixes(right, _COGNATE)
    common = function_words()
    said: set[str] = set()
    found: list[float] = []
    for word in left:
        meanings = _meanings(word, lexicon)
        for senses in meanings:
            said.update(sense.english.lower() for sense in senses)
        if not meanings or len(word) < _SHORTEST or meanings[0][0].english.lower() in common:
            continue
        copied = word.lower() in present or word.lower()[:_COGNATE] in copies
        parts = [_found(senses, present, stems) for senses in meanings]
        found.append(1.0 if copied else max(parts[0] if len(parts) == 1 else 0.0, sum(parts) / len(parts)))
    said_stems, beginnings = _prefixes(said, _STEM), _prefixes((word.lower() for word in left), _COGNATE)
    content = [word for word in right if len(word) >= _SHORTEST and word not in common and lexicon.speaks(word)]
    known = [
        word in said
        or (len(word) >= _STEM and word[:_STEM] in said_stems)
        or (len(word) >= _COGNATE and word[:_COGNATE] in beginnings)
        for word in content
    ]
    if not found or not known:
        return None
    return Coverage(
        source=sum(found) / len(found),
        english=sum(known) / len(known),
        lost=sum(value == 0 for value in found),
        added=known.count(False),
    )


def _meanings(word: str, lexicon: Lexicon) -> list[tuple[Sense, ...]]:
    """Return the senses of a word, or of each part of a compound."""
    return [senses for part in lexicon.parts(word) if (senses := lexicon.senses(part))]


def _found(senses: tuple[Sense, ...], present: frozenset[str], stems: frozenset[str]) -> float:
    top = senses[0].probability
    best = 0.0
    for sense in senses:
        english = sense.english.lower()
        if english in present:
            best = max(best, min(1.0, _GENEROUS * sense.probability / top))
        elif len(english) >= _STEM and english[:_STEM] in stems:
            best = max(best, _INFLECTED * min(1.0, _GENEROUS * sense.probability / top))
    return best


def _prefixes(words: Iterable[str], length: int) -> frozenset[str]:
    return frozenset(word[:length] for word in words if len(word) >= length)
