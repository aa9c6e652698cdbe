"""Words of the source that stand untranslated in the English.

A word that both sentences share may be a name, a loan (festival) or an accident (German "war" is no war). So it counts
only if it is no part of a name and no English word; where a lexicon knows what it means in English, it counts
if that is another word, however it is written: German nouns have capitals like names.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from xlcheck.score.fluency import is_common, is_english

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from xlcheck.lang.lexicon_table import Lexicon

TINY = 3
"""Words of so few letters are English only if they are frequent: lists of English words hold "der" and "les"."""
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 2


def untranslated(source: str, english: str, *, names: Collection[str], lexicon: Lexicon | None = None) -> int:
    """Return how many words of the source stand in the English as they are.

    Args:
        names: words of the names on either side, in small letters.
        lexicon: what the words of the source mean, None where that is not known.
    """
    theirs = frozenset(_WORD.findall(source))
    titles = frozenset(_in_titles(english))
    shared = dict.fromkeys(word for word in _WORD.findall(english) if word in theirs and len(word) >= _SHORTEST)
    return sum(word not in titles and word.lower() not in names and _is_left(word, lexicon) for word in shared)


def _in_titles(text: str) -> Iterator[str]:
    """Yield words of runs of capitalised words, such as a newspaper's name, but for the first word of the text."""
    words = list(_WORD.finditer(text))
    for one, two in itertools.pairwise(words[1:]):
        if one.group()[0].isupper() and two.group()[0].isupper() and text[one.end() : two.start()] in (" ", "-"):
            yield one.group()
            yield two.group()


def _is_left(word: str, lexicon: Lexicon | None) -> bool:
    lower = word.lower()
    if is_common(lower):
        return False
    if lexicon is not None:
        meanings = lexicon.senses(word)
        return bool(meanings) and all(sense.english.lower() != lower for sense in meanings)
    return word.islower() and not (is_english(lower) and len(lower) > TINY)
