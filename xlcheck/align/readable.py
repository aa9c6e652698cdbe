"""What the aligner sees of an article: the segments it can compare, as vectors and lengths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from xlcheck.embed import COVERED
from xlcheck.lang.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.align.similarity_matrix import Matrix
    from xlcheck.embed import Encoder
    from xlcheck.model import Segment, Side

MIN_WORDS = 4
"""Shorter sentences ("Of course.") resemble everything; they are linked only as part of a parallel text."""
MOST = 0.5
"""Share of an article's segments that must have a vector before vectors decide anything about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """The segments of one side that have a vector: in a covered language, or translated well enough.

    Attributes:
        indexes: of the segments, ascending; `vectors` and `chars` are in the same order.
        content: places in `indexes` of the segments long enough to mean something by themselves.
    """

    indexes: list[int]
    vectors: Matrix
    chars: list[int]
    content: list[int]
    total: int

    @property
    def enough(self) -> bool:
        """Whether the side can be aligned by its vectors."""
        return len(self.indexes) >= MOST * self.total

    def only_content(self) -> Readable:
        """Return the side without its short segments."""
        return self.take(self.content)

    def take(self, places: list[int]) -> Readable:
        """Return the side with only those of its segments."""
        kept = set(self.content)
        return Readable(
            indexes=[self.indexes[place] for place in places],
            vectors=self.vectors[places],
            chars=[self.chars[place] for place in places],
            content=[new for new, old in enumerate(places) if old in kept],
            total=self.total,
        )


def read_vectors(side: Side, encoder: Encoder) -> Readable:
    """Encode what can be encoded of a side."""
    translations = {item.segment: item for item in side.translations}
    indexes, texts = [], []
    for segment in side.segments:
        translation = translations.get(segment.index)
        if segment.language in COVERED:
            text = segment.text
        else:
            text = translation.text if translation is not None and translation.tells_the_gist else ""
        if text.strip():
            indexes.append(segment.index)
            texts.append(text)
    return Readable(
        indexes=indexes,
        vectors=encoder.encode(texts),
        chars=[len(side.segments[index].text) for index in indexes],
        content=[place for place, index in enumerate(indexes) if _is_content(side.segments[index])],
        total=len(side.segments),
    )


def length_prior(source: Side, english: Side) -> float:
    """Return the usual number of source characters for one English character, from the language files."""
    return load_profile(source.article.language).length_ratio / load_profile(english.article.language).length_ratio


def length_agreement(left: float, right: float) -> float:
    """Return the shorter over the longer of two lengths, 0…1."""
    return min(left, right) / max(left, right, 1.0)


def group_cosine(left: Matrix, right: Matrix, rows: Sequence[int], columns: Sequence[int]) -> float:
    """Return the cosine of the sums of two groups of vectors."""
    a, b = left[list(rows)].sum(axis=0), right[list(columns)].sum(axis=0)
    return float(a @ b / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-9))


def _is_content(segment: Segment) -> bool:
    words = len(segment.text.split())
    # A script without spaces: two characters count as a word.
    return words >= MIN_WORDS or (words == 1 and len(segment.text) >= 2 * MIN_WORDS)
