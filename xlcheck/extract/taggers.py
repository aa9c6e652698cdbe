"""Part-of-speech tags for languages in which a capital alone says nothing: the one place that calls HanTa."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from HanTa.HanoverTagger import HanoverTagger

MAX_TOKENS = 400
"""Longer "sentences" are tables or lists; only their beginning is tagged."""
GUESSED = -20.0
"""Logarithmic probability below which the tagger's best reading of a lone word is a guess at its letters."""

CLOSE = 4
"""Readings of a word whose logarithmic probability comes so near to the best one are as usual."""
_PROPER = ("NE", "NP0", "N(eigen", "SPEC(deeleigen")
"""How the tags of proper nouns begin in the German, English and Dutch models."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """What a tagger says of a word: whether it is a proper noun, and its uninflected form."""

    proper: bool
    lemma: str


@lru_cache(maxsize=2048)
def tag_words(words: tuple[str, ...], model: str) -> tuple[Tag, ...]:
    """Return one tag per word of a sentence; words past `MAX_TOKENS` are no proper nouns.

    Source of the method: Wartena, "A Probabilistic Morphology Model for German Lemmatization" (KONVENS 2019).
    """
    found = _tagger(model).tag_sent(list(words[:MAX_TOKENS]), taglevel=1) if words else []
    tags = [Tag(proper=tag == "NE", lemma=lemma) for _, lemma, tag in found]
    tags += [Tag(proper=False, lemma=word) for word in words[len(tags) :]]
    return tuple(tags)


@lru_cache(maxsize=1 << 14)
def is_unknown(word: str, model: str) -> bool:
    """Tell whether the tagger only guesses what a word is, as it does for rare surnames.

    Words of its lexicon and compounds of them score above `GUESSED` (Journalisten −9.6, Vermittlerin −16.2), surnames
    it has never seen below (Achterberg −22.0, Overath −30.5).
    """
    readings = _tagger(model).tag_word(word, cutoff=0)
    return max((float(score) for _, score in readings), default=0.0) < GUESSED


@lru_cache(maxsize=1 << 14)
def is_ordinary(word: str, model: str) -> bool:
    """Tell whether the lexicon of a tagger knows a capitalised word as anything else than a proper noun.

    The word as it stands shows whether it is known at all; in small letters, whether it is anything but a name there,
    or nearly as often.
    """
    if is_unknown(word, model):
        return False
    readings = _tagger(model).tag_word(word.lower(), cutoff=CLOSE)
    return any(not tag.startswith(_PROPER) for tag, _ in readings) or not readings


@cache
def _tagger(model: str) -> HanoverTagger:
    from HanTa.HanoverTagger import HanoverTagger

    return HanoverTagger(f"morphmodel_{model}.pgz")
