"""What is said about the single words of a sentence pair: which are in doubt, and which stand for which."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.align.tokens import link_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.embed import Compared, Comparer, Encoder

SLOPE, SHIFT = 0.98, -4.74
"""From the log-odds of a word, learned where most pairs were spoilt, to those where two pairs in a hundred are (Platt
1999): fitted on 1,423 English words that were planted in DEMETR's development part. Up to 0.1 that is what the words of
sources that were left out bear out; above, it claims up to twice too much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordDoubt:
    """A word: a run without spaces, or a piece of one in scripts that write none.

    Attributes:
        start, end: half-open range of code points in its text.
        doubt: probability, 0…1, that the other text does not say this, where two pairs in a hundred diverge.
        counterpart: number of the word of the other text that stands for it, None for none.
    """

    start: int
    end: int
    doubt: float
    counterpart: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairWords:
    """The words of both texts, in order; those beyond the first `embed.comparer.MOST_WORDS` are left out."""

    source: tuple[WordDoubt, ...]
    english: tuple[WordDoubt, ...]


def pair_words(
    source: str, english: str, language: str, reading: Compared, *, encoder: Encoder, comparer: Comparer
) -> PairWords:
    """Return the words of two texts.

    Args:
        language: of the source.
        reading: what `comparer` said of the two.
    """
    if not reading.source or not reading.english:
        return PairWords(source=(), english=())
    ranges = [
        encoder.word_ranges(text)[: len(own)] for text, own in ((source, reading.source), (english, reading.english))
    ]
    left, right = (
        [text[start:end].strip(_MARKS) for start, end in own]
        for text, own in zip((source, english), ranges, strict=True)
    )
    links = link_words(left, right, language, cosines=comparer.cosines(source, english))
    return PairWords(
        source=_doubts(ranges[0], reading.source, {link.source: link.english for link in links}),
        english=_doubts(ranges[1], reading.english, {link.english: link.source for link in links}),
    )


_MARKS = ".,;:!?()[]\"'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"


def _doubts(
    ranges: Sequence[tuple[int, int]], log_odds: Sequence[float], counterparts: dict[int, int]
) -> tuple[WordDoubt, ...]:
    return tuple(
        WordDoubt(
            start=start,
            end=end,
            doubt=round(1 / (1 + math.exp(-(SLOPE * value + SHIFT))), 4),
            counterpart=counterparts.get(place),
        )
        for place, ((start, end), value) in enumerate(zip(ranges, log_odds, strict=True))
    )
