"""Words that carry a claim, read from a sentence with the word lists of its own language.

Words are looked up one by one, whole, by their beginning, their end or what stands inside. Phrases in which no word
means what it means elsewhere hide their words, unless a longer phrase begins there. In scripts without spaces between
words every place of the text is tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from xlcheck.extract.phrases import INDIC_SIGNS
from xlcheck.lang.claims import MASK
from xlcheck.lang.profile import load_profile
from xlcheck.lang.scripts import UNSPACED
from xlcheck.model import ClaimCue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.model import Span

GAP = 5
"""Most words between the two parts of a phrase that is torn apart: nahm … zu."""
_GAP = "…"
_SINGLE = rf"{UNSPACED}\N{{THAI CHARACTER SARA I}}-\N{{THAI CHARACTER THANTHAKHAT}}"
"""Letters that are words of their own; in Thai the vowel signs and tone marks likewise."""
_WORD = re.compile(
    rf"[^\W_{_SINGLE}]+(?:[{INDIC_SIGNS}]+[^\W_{_SINGLE}]*)*"
    rf"(?:['\N{{RIGHT SINGLE QUOTATION MARK}}][^\W\d_{_SINGLE}]+)?|[{_SINGLE}]"
)
LONGEST_WORD = 48
"""Longer words are none; looking into them would take long."""

Entry = tuple[tuple[str, ...], tuple[str, bool]]
"""The words of a phrase, as patterns, and what they mean: a concept, and whether surely."""


@dataclass(slots=True)
class _Lexicon:
    """Phrases by their first word: whole, by its beginning, by its end, by what stands inside it."""

    whole: dict[str, list[Entry]] = field(default_factory=dict)
    beginning: dict[str, list[Entry]] = field(default_factory=dict)
    end: dict[str, list[Entry]] = field(default_factory=dict)
    inside: dict[str, list[Entry]] = field(default_factory=dict)


@lru_cache(maxsize=1 << 15)
def _starting_with(word: str, language: str) -> tuple[Entry, ...]:
    """Return the phrases of a language that may start with a word."""
    lexicon = _lexicon(language)
    if lexicon is None or len(word) > LONGEST_WORD:
        return ()
    found = list(lexicon.whole.get(word, ()))
    size = len(word)
    for end in range(1, size + 1):
        found += lexicon.beginning.get(word[:end], ())
        found += lexicon.end.get(word[size - end :], ())
        if lexicon.inside:
            for start in range(end):
                found += lexicon.inside.get(word[start:end], ())
    return tuple(found)


@lru_cache(maxsize=1024)
def extract_claims(span: Span, language: str) -> tuple[ClaimCue, ...]:
    """Return the cues of a span in order of position; none where the language has no lists."""
    if _lexicon(language) is None:
        return ()
    matches = list(_WORD.finditer(span.text))
    words = [_fold(match.group()) for match in matches]
    cues: list[ClaimCue] = []
    masked = -1
    for start, word in enumerate(words):
        found = [
            (places, meaning)
            for phrase, meaning in _starting_with(word, language)
            if (places := _places(phrase, words, start))
        ]
        if not found:
            continue
        longest = max(len(places) for places, _ in found)
        for places, (concept, _) in found:
            if concept == MASK and len(places) == longest:
                masked = max(masked, places[-1])
        if start <= masked:
            continue
        best: dict[str, tuple[bool, int]] = {}
        for places, (concept, sure) in found:
            torn = places[-1] != start + len(places) - 1
            if concept != MASK:
                best[concept] = max(best.get(concept, (False, 0)), (sure, start if torn else places[-1]))
        for concept, (sure, end) in sorted(best.items()):
            place = span.sub(matches[start].start(), matches[end].end())
            cues.append(ClaimCue(span=place, concept=concept, is_sure=sure))
    return tuple(cues)


def _places(phrase: Sequence[str], words: Sequence[str], start: int) -> tuple[int, ...]:
    """Return the indexes of a phrase's words, the first of which stands at `start`; () where the phrase does not."""
    places = [start]
    torn = False
    for pattern in phrase[1:]:
        if pattern == _GAP:
            torn = True
            continue
        here = places[-1] + 1
        last = min(here + (GAP if torn else 0), len(words) - 1)
        hit = next((place for place in range(here, last + 1) if _fits(pattern, words[place])), None)
        if hit is None:
            return ()
        places.append(hit)
        torn = False
    return tuple(places)


def _fits(pattern: str, word: str) -> bool:
    if pattern.startswith("*") and pattern.endswith("*"):
        return pattern[1:-1] in word
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    return word.endswith(pattern[1:]) if pattern.startswith("*") else word == pattern


@cache
def _lexicon(language: str) -> _Lexicon | None:
    profile = load_profile(language).claims
    if not profile.sure:
        return None
    lexicon = _Lexicon()
    for lists, sure in ((profile.also, False), (profile.sure, True)):
        for concept, items in lists.items():
            for item in items:
                phrase = _split(item)
                first = phrase[0]
                _table(lexicon, first).setdefault(first.strip("*"), []).append((phrase, (concept, sure)))
    return lexicon


def _table(lexicon: _Lexicon, pattern: str) -> dict[str, list[Entry]]:
    if pattern.startswith("*"):
        return lexicon.inside if pattern.endswith("*") else lexicon.end
    return lexicon.beginning if pattern.endswith("*") else lexicon.whole


def _split(item: str) -> tuple[str, ...]:
    """Cut a list entry into the patterns of its words; letters of scripts without spaces are words of their own."""
    parts = re.findall(rf"[{_SINGLE}]|{_GAP}|[^\s{_SINGLE}]+", item)
    return tuple(_fold(part) for part in parts)


def _fold(word: str) -> str:
    return word.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("ё", "е")
