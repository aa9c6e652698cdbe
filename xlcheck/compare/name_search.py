"""Whether a text speaks of somebody or something at all, whatever name finding made of it.

Name finding misses names; before a name is called missing, the raw words of the other text are searched: for any word
that sounds like a word of the name, and for a place by all its names, its people and its adjective.
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
    words = text_words(folded)
    if mention.key:
        if any(re.search(rf"\b{re.escape(name)}\b", folded) for name in names_of(mention.key, language)):
            return True
        # Words that name another place speak of that one, however alike they sound: Niger, Nigeria.
        words = tuple(word for word in words if not territory_keys(word, language))
        if any(word.startswith(stem) for stem in _stems(mention.key, language) for word in words):
            return True
    name = fold_name(mention.name)
    if not mention.key and re.search(rf"\b{re.escape(name)}\b", folded):
        return True
    parts = [word for word in _WORD.findall(name) if len(word) >= _SHORTEST]
    return any(part in word or _alike(part, word) for part in parts for word in words)


@lru_cache(maxsize=16384)
def _alike(left: str, right: str) -> bool:
    if similar_words(left, right) >= SOUNDS_ALIKE:
        return True
    sound = consonants(romanise(left).replace(" ", ""))  # Mohammed, Muhammad
    return len(sound) >= _SHORTEST and sound == consonants(romanise(right).replace(" ", ""))


@lru_cache(maxsize=256)
def text_words(folded: str) -> tuple[str, ...]:
    """Return the distinct words of a folded text, in order; long enough to be a name."""
    return tuple(dict.fromkeys(word for word in _WORD.findall(folded) if len(word) >= _SHORTEST))


@lru_cache(maxsize=1024)
def _stems(key: str, language: str) -> tuple[str, ...]:
    names = (name for name in names_of(key, language) if " " not in name)
    stems = {name[:_COUNTRY_STEM] for name in names if key.partition("/")[0] in territory_keys(name, language)}
    return tuple(sorted({*stems, *demonym_stems(key, language)}))
