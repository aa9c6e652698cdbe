"""Which facts of an article stand in which of its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.model import Segment, Span


class _HasSpan(Protocol):
    @property
    def span(self) -> Span: ...


Fact = TypeVar("Fact", bound=_HasSpan)


def facts_within(facts: Sequence[Fact], segments: Sequence[Segment]) -> tuple[Fact, ...]:
    """Return the facts that stand wholly inside one of the segments, in their order."""
    return tuple(fact for fact in facts if any(segment.span.contains(fact.span) for segment in segments))


def with_neighbours(segments: Sequence[Segment], indexes: Sequence[int], *, reach: int) -> tuple[Segment, ...]:
    """Return the segments with these indexes and up to `reach` segments on either side of them."""
    first, last = min(indexes) - reach, max(indexes) + reach
    return tuple(segment for segment in segments if first <= segment.index <= last)
