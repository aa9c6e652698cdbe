"""How strongly a text speaks against a name in another text: graded, since no likeness of sounds is sure.

What the writing of a text hides weighs less: through Chinese characters hardly any name can be denied.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.compare.name_search import names_place, support
from xlcheck.compare.romanise import Script, script_of
from xlcheck.compare.sounds import heard, is_chinese, is_spelt_in_kana
from xlcheck.extract.names.copied_words import copied_words, is_acronym
from xlcheck.lang.profile import load_profile
from xlcheck.lang.territories import WORLD, cities, fold_name, is_home, own_names_of

if TYPE_CHECKING:
    from xlcheck.model import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """How well names are heard through a script.

    Attributes:
        deaf: the likeness up to which a name is surely not there.
        clear: the likeness from which on it may well be.
        weight: of a name that is not heard at all, 0…1.
    """

    deaf: float
    clear: float
    weight: float

    def doubt(self, likeness: float) -> float:
        """Return how strongly a likeness speaks against a name's being there, 0…1."""
        return self.weight * min(1.0, max(0.0, (self.clear - likeness) / (self.clear - self.deaf)))


_KNOWN = Ear(deaf=0.55, clear=0.85, weight=1.0)
"""For what has a name of its own in both languages."""
_LETTERS = Ear(deaf=0.5, clear=0.75, weight=1.0)
_ALPHABET = Ear(deaf=0.45, clear=0.7, weight=0.9)
_SYLLABLES = Ear(deaf=0.5, clear=0.68, weight=0.9)
_KANA = Ear(deaf=0.45, clear=0.65, weight=0.9)
_CHARACTERS = Ear(deaf=0.3, clear=0.55, weight=0.5)
_BODY, _HOME = 0.7, 0.4
"""Weights of bodies, which are called by other names, and of the country where the source's language is at home, which
goes without saying."""
_ONLY_COUNTRY = 0.25
"""Weight of a city of whose country a text speaks, or of another city there: it may stand for the country."""
_SPELT_OUT, _FORMED_ANEW = 0.4, 0.25
"""Weights of acronyms between languages in Latin letters; the latter where the other side has one, too."""
_FULL = 0.25
"""What is added where no word of a name of several words is heard."""
_UNREADABLE = 0.1
"""Weight of a name in Japanese that characters may hide."""
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")


def place_doubt(mention: Mention, text: str, language: str, *, home: str) -> float:
    """Return how strongly a text speaks against a known place or body, 0…1; 0 where its language has no name for it.

    Args:
        home: the language of the source, in whose country much goes without saying.
    """
    if mention.key == WORLD or fold_name(mention.name) in _ambiguous() or not own_names_of(mention.key, language):
        return 0.0
    weight = _BODY if mention.key.startswith("org:") else 1.0
    if is_national(mention.key, home):
        weight = _HOME
    words = [word for word in _WORD.findall(fold_name(mention.name)) if len(word) >= _SHORTEST]
    doubt = _KNOWN.doubt(support(text, language, mention, words))
    if not doubt and mention.key in cities() and not names_place(text, language, mention.key):
        return _ONLY_COUNTRY
    return weight * doubt


def is_national(key: str, language: str) -> bool:
    """Tell whether a key is the very country where a language is at home."""
    return "/" not in key and is_home(key, language)


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(map(fold_name, load_profile("en").names.ambiguous))


def acronym_doubt(mention: Mention, text: str, language: str, there: frozenset[str]) -> float:
    """Return how strongly a text in Latin letters speaks against an acronym in such letters, 0…1.

    Args:
        there: the acronyms of the text. Some languages only exchange the letters (HIV, VIH).
    """
    letters = sorted(mention.name)
    if support(text, language, mention, ()) >= 1.0 or any(sorted(other) == letters for other in there):
        return 0.0
    return _FORMED_ANEW if there else _SPELT_OUT


def name_doubt(mention: Mention, text: str, own: str, language: str, ear: Ear) -> float:
    """Return how strongly a text speaks against a name: the mean of what its worst and its best heard word say.

    Args:
        own: the language of the mention.
        language: that of the text.
    """
    words = copied_words(mention, own)
    doubts = [word_doubt(word, text, ear) for word in words if not is_acronym(word)]
    if not doubts or support(text, language, mention, ()) >= 1.0:
        return 0.0
    return (max(doubts) + min(doubts)) / 2 + (_FULL * min(doubts) if len(doubts) > 1 else 0.0)


def word_doubt(word: str, text: str, ear: Ear) -> float:
    """Return how strongly a text speaks against a folded word of a name, 0…1."""
    if word.isascii() and word in text.casefold():
        return 0.0  # English writes App with a small letter
    likeness = heard(word, text)
    if ear is _KANA and _is_hidden(word, text):
        return _UNREADABLE * (1.0 - likeness)
    return ear.doubt(likeness)


def _is_hidden(word: str, text: str) -> bool:
    """Tell whether characters between kana may hide a name, or are it: how they are read nobody can tell."""
    return script_of(word) is Script.HAN or (script_of(text) is Script.HAN and not is_spelt_in_kana(word, text))


def kana_doubt(word: str, english: str) -> float:
    """Return how strongly an English text speaks against a word in kana, which may be one that English writes small."""
    return _KANA.doubt(heard(word, english.title()))


def ear_for(name: str, text: str) -> Ear:
    """Return how a name in a text, or any name where it is the text itself, is heard between it and an English one."""
    script = script_of(name)
    if script is Script.HAN or (script is Script.CONSONANTS and script_of(text) is Script.HAN):
        return _CHARACTERS if is_chinese(text) else _KANA
    return {Script.LATIN: _LETTERS, Script.ALPHABET: _ALPHABET}.get(script, _SYLLABLES)
