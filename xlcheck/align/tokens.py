"""Which word of a sentence stands for which word of its counterpart.

Five witnesses, each 0…1, the strongest of which counts for a pair of words: the learned lexicon of the language, where
there is one (`lang.lexicon`), with compounds taken apart; the same word or figure on both sides; names and loan words
that look alike once romanised; vectors of the words in their context, where the caller has them; and the place in the
sentence, which tells equals apart but makes no link by itself. A link needs both words to be each other's best.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from xlcheck.compare.romanise import romanise
from xlcheck.lang.lexicon import lexicon_for
from xlcheck.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

ALIKE = 0.75
"""Similarity of two romanised words from which they are taken for one name or loan word."""
LONG_ENOUGH = 5
"""Letters below which words are alike by chance."""
FORWARD_ONLY = 0.5
"""What p(English | foreign) alone is worth; words that translate each other both ways count in full."""
LEAST = 0.1
"""Strength from which two words are linked."""
DIAGONAL = 0.3
"""What a pair loses whose words stand at opposite ends of their sentences."""
_ENDINGS = ("", "s", "es", "d", "ed", "ing", "'s")


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenLink:
    """Two words that stand for each other: their indexes and how sure that is, 0…1."""

    source: int
    english: int
    strength: float


def link_words(
    source: Sequence[str], english: Sequence[str], language: str, *, cosines: Matrix | None = None
) -> tuple[TokenLink, ...]:
    """Link the words of two texts that are each other's best, in order of the source word.

    Args:
        source: words without punctuation; `english` likewise.
        language: of the source; the other text is English.
        cosines: of the words' vectors in context, shape (source words, English words), if there are any.
    """
    if not source or not english:
        return ()
    strengths = token_strengths(source, english, language, cosines=cosines)
    best_english, best_source = strengths.argmax(axis=1), strengths.argmax(axis=0)
    return tuple(
        TokenLink(source=row, english=int(column), strength=round(float(strengths[row, column]), 3))
        for row, column in enumerate(best_english)
        if best_source[column] == row and strengths[row, column] >= LEAST
    )


def token_strengths(
    source: Sequence[str], english: Sequence[str], language: str, *, cosines: Matrix | None = None
) -> Matrix:
    """Return how strongly each source word is connected with each English word, shape (source, English), 0…1."""
    import numpy as np

    found = np.zeros((len(source), len(english)), dtype=np.float32)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(english):
        places.setdefault(word.lower(), []).append(place)
    plain = [romanise(word) for word in english]
    for row, word in enumerate(source):
        for sense, strength in _meanings(word, language):
            for ending in _ENDINGS:
                for place in places.get(sense + ending, ()):
                    found[row, place] = max(found[row, place], strength)
        for place in places.get(word.lower(), ()):
            found[row, place] = 1.0
        own = romanise(word)
        if len(own) >= LONG_ENOUGH:
            for place, other in enumerate(plain):
                if len(other) >= LONG_ENOUGH and (likeness := ratio(own, other)) >= ALIKE:
                    found[row, place] = max(found[row, place], likeness - (1 - ALIKE))
    if cosines is not None:
        found = np.maximum(found, np.clip(cosines, 0, 1) ** 2)
    return np.asarray(found * _nearness(len(source), len(english)), dtype=np.float32)


@lru_cache(maxsize=1 << 14)
def _meanings(word: str, language: str) -> tuple[tuple[str, float], ...]:
    """Return the English words that a word, or a part of it, may mean, with how sure that is."""
    lexicon = lexicon_for(language)
    if lexicon is None:
        return ()
    senses = lexicon.senses(word) or tuple(sense for part in lexicon.parts(word) for sense in lexicon.senses(part))
    return tuple(
        (
            sense.english.lower(),
            max(float(sense.probability * sense.backward) ** 0.5, FORWARD_ONLY * sense.probability),
        )
        for sense in senses
    )


def _nearness(rows: int, columns: int) -> Matrix:
    import numpy as np

    here, there = np.arange(rows) / max(rows - 1, 1), np.arange(columns) / max(columns - 1, 1)
    return np.asarray(1 - DIAGONAL * np.abs(here[:, None] - there[None, :]), dtype=np.float32)
