"""How sure it is that a text says a number: figures always, words only where they are tested or mean nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import segments_of
from xlcheck.lang.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.model import ArticlePair, Link, Quantity, Side

LONG_WORDS = 12
"""Number words above this value that are not round are compounds or long words, and homographs of nothing."""
LONG_WORD = 6
"""Shortest such word, in letters; shorter ones, and runs of Han numerals, stand inside names (路易十六, Louis XVI)."""


def has_figures(quantity: Quantity) -> bool:
    """Tell whether any part of a quantity is written in figures."""
    return any(char.isdigit() for char in quantity.span.text)


def words_trusted(side: Side, indexes: Sequence[int]) -> bool:
    """Tell whether the number words of the languages of these segments are tested."""
    return all(load_profile(segment.language).numbers.trust_words for segment in segments_of(side, indexes))


def may_accuse(pair: ArticlePair, link: Link, quantity: Quantity) -> bool:
    """Tell whether a number is read surely enough to call another one wrong."""
    source = quantity.span.doc == pair.source.article.id
    side, indexes = (pair.source, link.source) if source else (pair.english, link.english)
    if has_figures(quantity) or words_trusted(side, indexes):
        return True
    value = quantity.readings[0].low
    return value > LONG_WORDS and value % 10 != 0 and len(quantity.span.text) >= LONG_WORD


def reading_certainty(quantity: Quantity) -> float:
    """Return how sure it is that the text says this number."""
    if len(quantity.readings) > 1:
        return 0.92
    return 0.98 if has_figures(quantity) else 0.95
