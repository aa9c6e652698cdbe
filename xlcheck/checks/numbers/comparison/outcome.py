"""What comes out of comparing the numbers of linked sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlcheck.compare.witness import Witness
    from xlcheck.model import Link, Quantity, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberDifference:
    """Two numbers that stand for each other and differ.

    Attributes:
        check: name of the check that reports it.
        certainty: of the comparison, with what is known about the two articles.
        where: the words under suspicion; `related` those they are held against.
        witness: what our own translation of the source says, where there is one.
    """

    link: Link
    source: Quantity
    english: Quantity | None
    where: Span
    related: Span
    cause: str
    check: str
    certainty: float
    witness: Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class LoneNumber:
    """A number whose sentence has a counterpart that says nothing like it."""

    link: Link
    quantity: Quantity
    in_source: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberAgreement:
    """Two numbers of linked sentences that state the same amount."""

    link: Link
    source: Quantity
    english: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberComparison:
    """What the linked sentences of a pair say differently, and alike, in order of the links."""

    differences: tuple[NumberDifference, ...]
    alone: tuple[LoneNumber, ...]
    agreed: tuple[NumberAgreement, ...]

    @property
    def agreements(self) -> tuple[tuple[Span, Span], ...]:
        """Where the numbers stand that agree, the source's first."""
        return tuple((item.source.span, item.english.span) for item in self.agreed)
