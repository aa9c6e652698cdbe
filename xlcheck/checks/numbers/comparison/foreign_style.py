"""English figures in the style of another language, and the number on the other side that each was meant for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from xlcheck.checks.base import segments_of
from xlcheck.extract.numbers.style import ForeignFigure, foreign_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import ArticlePair, Link, Quantity, Span

FOREIGN_STYLE = 0.9
"""Certainty that a figure in another language's style, whose value stands on the other side, was left over from it."""
SPACED_STYLE = 0.45
"""The same for thousands set apart by spaces, as scientific style does in every language: not shown by default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StyledNumber:
    """An English figure in a foreign style.

    Attributes:
        span: where it stands.
        meant: the number of the source that it is meant for.
        read: what was read in its place, if anything.
    """

    span: Span
    cause: str
    meant: Quantity
    read: Quantity | None

    @property
    def certainty(self) -> float:
        """How certain it is that the style was left over from the source."""
        return SPACED_STYLE if self.cause == "spaced-grouping" else FOREIGN_STYLE


def styled_numbers(
    pair: ArticlePair, link: Link, source: Sequence[Quantity], english: Sequence[Quantity]
) -> Iterator[StyledNumber]:
    """Yield the English figures in a foreign style of one link whose value the source states."""
    for segment in segments_of(pair.english, link.english):
        for figure in foreign_figures(segment.span, segment.language):
            read = next((item for item in english if item.span.contains(figure.span)), None)
            found = _meant_for(figure, read, source)
            if found is not None:
                cause, meant = found
                yield StyledNumber(span=figure.span, cause=cause, meant=meant, read=read)


def _meant_for(figure: ForeignFigure, read: Quantity | None, others: Sequence[Quantity]) -> tuple[str, Quantity] | None:
    """Return the cause and the number on the other side that a foreign figure was meant for, None where it has none."""
    scale = 1
    if read is not None and figure.own is None and figure.meant[0] and read.readings[0].low % figure.meant[0] == 0:
        scale = int(read.readings[0].low / figure.meant[0])  # 4,6 billion
    elif read is not None and figure.own and read.readings[0].low % figure.own == 0:
        scale = int(read.readings[0].low / figure.own)
    if figure.own is not None and any(_says(other, figure.own * scale) for other in others):
        return None
    regrouped = figure.broken and len(figure.meant) == 1
    for place, value in enumerate(figure.meant):
        for other in others:
            same = _says(other, value * scale) or (scale != 1 and _says(other, value))
            if same or (regrouped and _one_nought_off(other, value)):
                broken = figure.broken and place == len(figure.meant) - 1
                cause = "spaced-grouping" if figure.spaced else "broken-grouping" if broken else "foreign-separator"
                return cause, other
    return None


def _one_nought_off(quantity: Quantity, value: Fraction) -> bool:
    """Tell whether noughts were lost or added where the commas went wrong: 45,000,00 for 45 million."""
    return any(_says(quantity, value * factor) for factor in (10, 100, Fraction(1, 10), Fraction(1, 100)))


def _says(quantity: Quantity, value: Fraction) -> bool:
    reading = quantity.readings[0]
    return value in (reading.low, reading.high)
