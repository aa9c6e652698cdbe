"""Whether a text speaks of somebody or something at all, whatever name finding made of it.

Name finding misses names; before a name is called missing, the raw words of the other text are searched: for any word
that sounds like a word of the name, and for a place by all its names, its people and its adjective. Words in small
letters are no names ("after" is not Petra, however it sounds).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from xlcheck.compare.names import similar_words
from xlcheck.compare.romanise import consonants, romanise
from xlcheck.lang.territories import demonym_stems, fold_name, names_of, territory_keys

if TYPE_CHECKING:
    from xlcheck.model import Mention

SOUNDS_ALIKE = 0.7
"""Far below what makes two names one: here a doubt is enough to say nothing."""
_SHORTEST = 3
_COUNTRY_STEM = 4
"""Letters by which a country and its people begin alike: Russia, Russian; Russland, russisch."""
_WORD = re.compile(r"[^\W\d_]+")


def speaks_of(text: str, language: str, mention: Mention) -> bool:
    """Tell whether a text in a language may speak of what a mention in another text names."""
    folded = fold_name(text)
    if mention.key:
        if any(re.search(rf"\b{re.escape(name)}\b", folded) for name in names_of(mention.key, language)):
            return True
        # Words that name another place speak of that one, however alike they sound: Niger, Nigeria.
        others = [word for word in _words(text) if not territory_keys(fold_name(word), language)]
        stems = _stems(mention.key, language)  # adjectives, which most languages write small
        if any(fold_name(word).startswith(stem) for stem in stems for word in others):
            return True
    else:
        others = list(_words(text))
        if re.search(rf"\b{re.escape(fold_name(mention.name))}\b", folded):
            return True
    parts = [word for word in _WORD.findall(fold_name(mention.name)) if len(word) >= _SHORTEST]
    candidates = [fold_name(word) for word in others if not word[0].islower()]
    return any(part in word or _alike(part, word) for part in parts for word in candidates)


@lru_cache(maxsize=16384)
def _alike(left: str, right: str) -> bool:
    if similar_words(left, right) >= SOUNDS_ALIKE:
        return True
    sound = consonants(romanise(left).replace(" ", ""))  # Mohammed, Muhammad
    return len(sound) >= _SHORTEST and sound == consonants(romanise(right).replace(" ", ""))


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    """Return the distinct words of a text, in order; long enough to be a name."""
    return tuple(dict.fromkeys(word for word in _WORD.findall(text) if len(word) >= _SHORTEST))


@lru_cache(maxsize=1024)
def _stems(key: str, language: str) -> tuple[str, ...]:
    names = (name for name in names_of(key, language) if " " not in name)
    stems = {name[:_COUNTRY_STEM] for name in names if key.partition("/")[0] in territory_keys(name, language)}
    return tuple(sorted({*stems, *demonym_stems(key, language)}))
