"""Whether two linked passages claim contrary things: one of two contraries here, only the other one there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from xlcheck.lang.claims import contraries

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.model import ClaimCue

FARTHEST = 0.45
"""How far apart, in shares of their passages, two words may stand that stand for each other."""
NEAR = 0.2
"""How near a doubtful word must stand to be taken for the counterpart of a sure one."""

_Placed: TypeAlias = "tuple[ClaimCue, float]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrary:
    """Two words that exclude each other."""

    source: ClaimCue
    english: ClaimCue


def contrary_claims(
    source: Sequence[ClaimCue],
    english: Sequence[ClaimCue],
    groups: Iterable[Sequence[str]],
    *,
    source_range: tuple[int, int],
    english_range: tuple[int, int],
    near: float = NEAR,
    farthest: float = FARTHEST,
) -> list[Contrary]:
    """Return the contraries between two passages, at most one a group, in order of the groups.

    A word of a group that surely stands on one side counts where the other side surely has a contrary of it, neither
    side has any word that may mean what the other says, and the two stand in like places.

    Args:
        source_range: first and last position of the source passage; `english_range` likewise.
        near: how near a doubtful word must stand to be taken for the counterpart of a sure one; 1 for anywhere.
        farthest: how far apart two words may stand that stand for each other; 1 for anywhere.
    """
    found = []
    claimed = {cue.concept for cue in source}, {cue.concept for cue in english}
    for group in groups:
        if any(concepts.isdisjoint(group) for concepts in claimed):
            continue
        left = [(cue, _share(cue, source_range)) for cue in source if cue.concept in group]
        right = [(cue, _share(cue, english_range)) for cue in english if cue.concept in group]
        for (first, here), (second, there) in product(_sure(left), _sure(right)):
            if second.concept not in contraries(first.concept) or abs(here - there) > farthest:
                continue
            if _is_said(first.concept, right, there, near) or _is_said(second.concept, left, here, near):
                continue
            found.append(Contrary(source=first, english=second))
            break
    return found


def _sure(cues: Iterable[_Placed]) -> list[_Placed]:
    return [(cue, share) for cue, share in cues if cue.is_sure]


def _is_said(concept: str, cues: Iterable[_Placed], place: float, near: float) -> bool:
    """Tell whether a passage says something surely anywhere, or may say it near a place."""
    return any(cue.concept == concept and (cue.is_sure or abs(share - place) <= near) for cue, share in cues)


def lost_cues(here: Sequence[ClaimCue], there: Sequence[ClaimCue], concepts: Sequence[str]) -> list[ClaimCue]:
    """Return the sure cues of some concepts of which the other passage has no cue at all, not even a doubtful one."""
    if any(cue.concept in concepts for cue in there):
        return []
    return [cue for cue in here if cue.is_sure and cue.concept in concepts]


def _share(cue: ClaimCue, passage: tuple[int, int]) -> float:
    start, end = passage
    return (cue.span.start - start) / max(end - start, 1)
