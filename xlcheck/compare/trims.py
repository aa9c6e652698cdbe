"""Where a quotation was cut short in translation: the edge without which it says what the other language says.

The vector of a quotation that says more lies farther from its counterpart than the vector of the part that both have.
So pieces of either edge are left out, and both the quotation and the sentences that it stands in are compared with the
other side, as they stand and without each piece. Where there are no vectors, only lengths can speak.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Protocol

from xlcheck.lang.profile import load_profile
from xlcheck.lang.scripts import UNSPACED
from xlcheck.model import LinkClass, LinkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from xlcheck.compare.utterances import Utterance
    from xlcheck.model import ArticlePair, Side

LONGER = 1.35
"""Length of the longer quotation over the shorter one, after the usual ratio of the languages (of 346 faithful ones
2 % reach that)."""
GAINED = 0.03
"""Cosine that two quotations gain where the longer one is without the lost piece (with the next two bounds: 145 of 230
planted cuts, none of 346 faithful quotations) …"""
GAINED_AROUND = 0.02
"""… and that their sentences gain: the other text may say the rest outside of the quotation."""
UNSAID = 0.4
"""Cosine of the lost piece and the other sentences below which they do not say it."""
LEAST_LETTERS = 12
"""A shorter piece, in letters of English, is a word or two."""
LIKE_LENGTH = exp(0.5)
"""The rest may be this many times as long as the other quotation, or as short."""
MOST_CUTS = 12
"""Places tried at either edge: each costs two vectors."""
FAR_LONGER, SENTENCES_LONGER = 1.8, 1.28
"""Lengths that speak by themselves: of the quotations, and of the sentences that they stand in."""
LIKE_AROUND, AROUND = 1.4, 10
"""What stands around the quotations must be of like length then, with so many letters added to both."""
LOST_LETTERS = 20

_WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")


class Cosine(Protocol):
    """Similarity of two short texts."""

    def __call__(self, left: str, right: str, /) -> float | None:
        """Return the cosine of the two texts' vectors, or None where no vectors are to be had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A quotation and the sentences that it stands in.

    Attributes:
        quotation: its words.
        sentences: the sentences as they stand.
        without: gives the sentences without a code-point range of the quotation.
        length_ratio: how many letters the language takes for one letter of English.
    """

    quotation: str
    sentences: str
    without: Callable[[int, int], str]
    length_ratio: float

    def letters(self, text: str) -> float:
        """Return the length of a text of this language in letters of English."""
        return len(text) / max(self.length_ratio, 0.01)


def passages(pair: ArticlePair, source: Utterance, english: Utterance) -> tuple[Passage, Passage] | None:
    """Return two quotations with their sentences, None where these are no translation of each other."""
    for link in pair.links:
        if link.kind is not LinkKind.PARALLEL or link.link_class is not LinkClass.SURE:
            continue
        if set(source.segments) <= set(link.source) and set(english.segments) <= set(link.english):
            return _passage(pair.source, source, link.source), _passage(pair.english, english, link.english)
    return None


def _passage(side: Side, utterance: Utterance, segments: Sequence[int]) -> Passage:
    text = side.article.text
    first, last = (side.segments[index].span for index in (segments[0], segments[-1]))

    def without(start: int, end: int) -> str:
        kept = []
        at = first.start
        for span in utterance.spans(start, end):
            kept.append(text[at : span.start])
            at = span.end
        return "".join((*kept, text[at : last.end]))

    return Passage(
        quotation=utterance.text,
        sentences=text[first.start : last.end],
        without=without,
        length_ratio=load_profile(side.segments[segments[0]].language).length_ratio,
    )


def is_longer(longer: Passage, shorter: Passage) -> bool:
    """Tell whether a quotation says more by its length than its counterpart can."""
    return longer.letters(longer.quotation) >= LONGER * shorter.letters(shorter.quotation)


def lost_edge(longer: Passage, shorter: Passage, cosine: Cosine) -> tuple[int, int] | None:
    """Return the range of the longer quotation's code points, at its end or beginning, that its counterpart lacks.

    Of several the one counts without which quotation and sentences gain most. None where there is no such range, or
    there are no vectors.
    """
    if not is_longer(longer, shorter):
        return None
    inside = cosine(longer.quotation, shorter.quotation)
    around = cosine(longer.sentences, shorter.sentences)
    if inside is None or around is None:
        return None
    best: tuple[float, tuple[int, int]] | None = None
    for start, end in _edges(longer, shorter):
        kept = (longer.quotation[:start] + longer.quotation[end:]).strip()
        gained = (cosine(kept, shorter.quotation) or 0.0) - inside
        if gained < GAINED:
            continue
        gained_around = (cosine(longer.without(start, end), shorter.sentences) or 0.0) - around
        if gained_around < GAINED_AROUND or (best and gained + gained_around <= best[0]):
            continue
        if (cosine(longer.quotation[start:end], shorter.sentences) or 0.0) < UNSAID:
            best = gained + gained_around, (start, end)
    return best and best[1]


def is_far_longer(longer: Passage, shorter: Passage) -> bool:
    """Tell whether a quotation is so much longer than its counterpart, with nothing around that makes up for it, that
    the lengths alone show a cut."""
    sizes = [side.letters(side.quotation) for side in (longer, shorter)]
    whole = [side.letters(side.sentences) for side in (longer, shorter)]
    rest = [AROUND + total - size for total, size in zip(whole, sizes, strict=True)]
    return (
        sizes[0] >= FAR_LONGER * sizes[1]
        and sizes[0] - sizes[1] >= LOST_LETTERS
        and whole[0] >= SENTENCES_LONGER * whole[1]
        and max(rest) <= LIKE_AROUND * min(rest)
    )


def _edges(longer: Passage, shorter: Passage) -> Iterator[tuple[int, int]]:
    """Yield the ranges at either edge that may be lost: long enough, with a rest of about the counterpart's length."""
    wanted = shorter.letters(shorter.quotation)
    size = len(longer.quotation)
    words = [match.start() for match in _WORD.finditer(longer.quotation)][1:]
    for ranges in ([(place, size) for place in words], [(0, place) for place in words]):
        likely = [
            (start, end)
            for start, end in ranges
            if longer.letters(longer.quotation[start:end]) >= LEAST_LETTERS
            and wanted / LIKE_LENGTH <= longer.letters(longer.quotation) * (1 - (end - start) / size)
            and longer.letters(longer.quotation) * (1 - (end - start) / size) <= wanted * LIKE_LENGTH
        ]
        step = max(1.0, len(likely) / MOST_CUTS)
        yield from (likely[int(place * step)] for place in range(min(len(likely), MOST_CUTS)))
