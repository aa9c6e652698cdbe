"""Wording that goes round in circles: loops, phrases that come back, few different words, hardly any long ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from xlcheck.score.garble.hit import Hit
from xlcheck.score.repetition import find_loops

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.score.garble.tokens import Sentence

_LEAST_WORDS = 5
"""Shares are not taken of fewer words."""
_SHORT = 3
"""Letters of a small word."""


def wording_hits(sentence: Sentence, language: str) -> Iterator[Hit]:
    """Yield loops, wording that repeats itself, and punctuation without words."""
    for loop in find_loops(sentence.text, language):
        note = f"{loop.unit!r} stands there {loop.turns} times in a row"
        yield Hit(name="loop", start=loop.start, end=loop.end, note=note, strength=min(2.0, loop.turns / 3))
    yield from _circling(sentence)
    yield from _without_words(sentence)


def _without_words(sentence: Sentence) -> Iterator[Hit]:
    """Punctuation where a sentence should be."""
    if not sentence.words:
        note = "there are no words in it"
        yield Hit(name="no-words", start=0, end=sentence.tokens[-1].end, note=note)


def _circling(sentence: Sentence) -> Iterator[Hit]:
    """Graded signs over the whole sentence: phrases that come back, few different words, hardly any long ones."""
    words = [word.lower for word in sentence.words[sentence.heading_words :]]
    if len(words) < _LEAST_WORDS or sentence.is_list:
        return
    end = sentence.tokens[-1].end
    trigrams = Counter(zip(words, words[1:], words[2:], strict=False))
    repeated = sum(count - 1 for count in trigrams.values()) / len(words)
    if repeated:
        best = max(trigrams.values())
        phrase = " ".join(next(trigram for trigram, count in trigrams.items() if count == best))
        # Prose repeats a phrase or two on purpose ("… will be inspected, and … will be inspected").
        strength = min(3.0, 5 * repeated + 25 * repeated**2)
        yield Hit(name="repeated-phrase", start=0, end=end, note=f"{phrase!r} comes back", strength=strength)
    # The share of different words sinks with the length, in whatever text.
    variety = len(set(words)) / len(words)
    missing = 0.9 - 0.035 * (len(words) - _LEAST_WORDS) ** 0.6 - variety
    if missing > 0:
        strength = min(3.0, 5 * missing)
        yield Hit(name="few-words", start=0, end=end, note="it uses few different words", strength=strength)
    short = sum(len(word) <= _SHORT for word in words) / len(words)
    excess = short - sentence.profile.short_words
    if sentence.profile.short_words and excess > 0:
        strength = min(2.0, 5 * excess)
        yield Hit(name="short-words", start=0, end=end, note="it has hardly any but small words", strength=strength)
