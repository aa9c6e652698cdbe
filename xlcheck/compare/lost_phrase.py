"""Whether a phrase of one text is gone from its translation: without it, the text is nearer to the translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.lang.scripts import UNSPACED

if TYPE_CHECKING:
    from xlcheck.compare.trims import Cosine

LONGEST = 9
"""Words that a phrase may have besides its cue; in scripts without spaces, pairs of letters."""
_WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")
_EDGES = " ,;:\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA}"


def gain_without(text: str, cue: tuple[int, int], other: str, cosine: Cosine) -> tuple[float, tuple[int, int]] | None:
    """Return how much nearer a text comes to another one without the phrase around a cue, and where the phrase stands.

    Phrases that begin with the cue and those that end with it are tried; the best one counts. None where there are no
    vectors.

    Args:
        cue: code-point range in the text.
    """
    base = cosine(text, other)
    if base is None:
        return None
    words = [match.span() for match in _WORD.finditer(text)]
    first = next((place for place, word in enumerate(words) if word[1] > cue[0]), 0)
    last = max((place for place, word in enumerate(words) if word[0] < cue[1]), default=0)
    best = (-1.0, cue)
    for phrase in _phrases(text, words, first, last):
        rest = (text[: phrase[0]] + text[phrase[1] :]).strip(_EDGES)
        gain = (cosine(rest, other) or 0.0) - base if rest else -1.0
        best = max(best, (gain, phrase))
    return best


def _phrases(text: str, words: list[tuple[int, int]], first: int, last: int) -> list[tuple[int, int]]:
    """Return the ranges of phrases that begin with the words `first` to `last`, or end with them."""
    step = 2 if re.match(f"[{UNSPACED}]", text[words[last][0] :]) else 1
    after = [min(last + count * step, len(words) - 1) for count in range(1, LONGEST + 1)]
    before = [first - count * step for count in range(1, LONGEST + 1) if first - count * step >= 0]
    behind = [(words[first][0], words[place][1]) for place in dict.fromkeys(after) if place > last]
    return behind + [(words[place][0], words[last][1]) for place in before]
