"""Part-of-speech tags for languages in which a capital alone says nothing: the one place that asks HanTa."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from xlcheck.extract.names.tagger_forward import Forward

if TYPE_CHECKING:
    from HanTa.HanoverTagger import HanoverTagger

MAX_TOKENS = 400
"""Longer "sentences" are tables or lists; only their beginning is tagged."""
GUESSED = -20.0
"""Logarithmic probability below which the tagger's best reading of a lone word is a guess at its letters."""
CACHED_WORDS = 16384
"""Words whose analysis is kept; news have about as many different ones in a thousand articles."""
CLOSE = 4
"""Readings of a word whose logarithmic probability comes so near to the best one are as usual."""
_PROPER = ("NE", "NP0", "N(eigen", "SPEC(deeleigen")
"""How the tags of proper nouns begin in the German, English and Dutch models."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """What a tagger says of a word in its sentence: whether it is a proper noun, and the code of its part of speech."""

    proper: bool
    code: str = ""


@lru_cache(maxsize=2048)
def tag_words(words: tuple[str, ...], model: str) -> tuple[Tag, ...]:
    """Return one tag per word of a sentence; words past `MAX_TOKENS` are no proper nouns.

    Source of the method: Wartena, "A Probabilistic Morphology Model for German Lemmatization" (KONVENS 2019).
    """
    # Level 0 is tags without lemmas, which cost as much again and are wanted for few words.
    found = _tagger(model).tag_sent(list(words[:MAX_TOKENS]), taglevel=0) if words else []
    tags = [_TAGS.setdefault(code, Tag(proper=code == "NE", code=code)) for code in found]
    return (*tags, *(Tag(proper=False) for _ in words[len(tags) :]))


_TAGS: dict[str, Tag] = {}


@lru_cache(maxsize=16384)
def lemma_of(word: str, tag: Tag, model: str) -> str:
    """Return the uninflected form of a word of which `tag_words` has told the part of speech."""
    if not tag.code:
        return word
    lemma: str = _tagger(model).analyze(word, pos=tag.code)[0]
    return lemma


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


@lru_cache(maxsize=1 << 14)
def looks_ordinary(word: str, model: str) -> bool:
    """Tell whether a capitalised word that the lexicon of a tagger does not know is built like an ordinary one.

    Fatherland and Meteorologists look like nouns, Holloway and Lindqvist like names.
    """
    readings = _tagger(model).tag_word(word, cutoff=0) if is_unknown(word, model) else []
    return any(not tag.startswith(_PROPER) for tag, _ in readings[:1])


@cache
def _tagger(model: str) -> HanoverTagger:
    from HanTa.HanoverTagger import HanoverTagger

    tagger = HanoverTagger(f"morphmodel_{model}.pgz")
    # The same words come again in the next sentence; what they may be is the same there.
    tagger.analyze_forward = lru_cache(maxsize=CACHED_WORDS)(Forward(tagger))
    return tagger
