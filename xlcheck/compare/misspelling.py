"""Whether one of two spellings of a name is a slip rather than another way to write it.

Languages with one alphabet copy names letter by letter, but for marks, and for what `romanise.skeletons` folds. What is
left over is a slip where it is one or two letters of a long word. Between alphabets only a consonant that no scheme of
transliteration gives counts.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

from xlcheck.compare.names import SAME_SPELLING, similar_words
from xlcheck.compare.romanise import Script, romanise, script_of
from xlcheck.compare.sounds import consonant_slip
from xlcheck.similarity import is_slip

SHORTEST = 5
"""Letters; shorter names differ by a letter and are others (Kohl, Kahl)."""
LONG = 8
"""From here on two letters may be wrong."""
NEAR = 0.7
_ENDING = 3
"""Letters at the end that inflection and other languages change (Paroubka, Paroubek)."""
_KEPT = 2
"""Letters at the beginning that slips leave alone, and that other names often change (Schmitz, Schmidt)."""


@lru_cache(maxsize=16384)
def is_misspelling(left: str, right: str) -> bool:
    """Tell whether two folded words are one name of which one is misspelt.

    >>> is_misspelling("lindqvist", "lindquist"), is_misspelling("lindqvist", "lindqivst")
    (False, True)
    """
    if min(len(left), len(right)) < SHORTEST or not NEAR <= similar_words(left, right) < SAME_SPELLING:
        return False
    scripts = {script_of(left), script_of(right)}
    if scripts == {Script.LATIN, Script.ALPHABET}:
        return consonant_slip(left, right)
    a, b = (romanise(word).replace(" ", "").replace("qv", "qu") for word in (left, right))
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    if scripts != {Script.LATIN} or not _KEPT <= shared < min(len(a), len(b)) - _ENDING:
        return False
    return is_slip(a, b, most=2 if min(len(a), len(b)) >= LONG else 1)
