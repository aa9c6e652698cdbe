"""Wording that goes round in circles: loops, phrases that come back, few different words, hardly any long ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from xlcheck.score.garble.hit import Hit, quoted
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
        note = f"{quoted(loop.unit)} stands there {loop.turns} times in a row"
        yield Hit(name="loop", start=loop.start, end=loop.end, note=note, strength=min(2.0, loop.turns / 3))
    yield from _circling(sentence)
    yield from _without_words(sentence)


def _without_words(sentence: Sentence) -> Iterator[Hit]:
    """Punctuation where a sentence should be."""
    if not sentence.words:
        note = "it has no words, only marks"
        yield Hit(name="no-words", start=0, end=sentence.tokens[-1].end, note=note)


def _circling(sentence: Sentence) -> Iterator[Hit]:
    """Graded signs over the whole sentence: phrases that come back, few different words, hardly any long ones."""
    words = [word.lower for word in sentence.words[sentence.heading_words :]]
    if len(words) < _LEAST_WORDS or sentence.is_list:
        return
    end = sentence.tokens[-1].end
    trigrams = Counter(
        trigram
        for trigram in zip(words, words[1:], words[2:], strict=False)
        if sum(word[0].isdigit() for word in trigram) <= 1  # else a telephone number, a score
    )
    repeated = sum(count - 1 for count in trigrams.values()) / len(words)
    if repeated > 0:
        best = max(trigrams.values())
        phrase = " ".join(next(trigram for trigram, count in trigrams.items() if count == best))
        # Prose repeats a phrase or two on purpose ("… will be inspected, and … will be inspected").
        strength = min(3.0, 5 * repeated + 25 * repeated**2)
        again = max(at for at in range(len(words) - 2) if words[at : at + 3] == phrase.split())
        place = sentence.words[sentence.heading_words + again :]
        note = f"{quoted(phrase)} comes back"
        yield Hit(name="repeated-phrase", start=place[0].start, end=place[2].end, note=note, strength=strength)
    # The share of different words sinks with the length, in whatever text.
    variety = len(set(words)) / len(words)
    missing = 0.9 - 0.035 * (len(words) - _LEAST_WORDS) ** 0.6 - variety
    if missing > 0:
        strength = min(3.0, 5 * missing)
        yield Hit(name="few-words", start=0, end=end, note="it says little with few different words", strength=strength)
    short = sum(len(word) <= _SHORT for word in words) / len(words)
    excess = short - sentence.profile.short_words
    if sentence.profile.short_words and excess > 0:
        strength = min(2.0, 5 * excess)
        yield Hit(
            name="short-words", start=0, end=end, note="it has hardly any words but small ones", strength=strength
        )
