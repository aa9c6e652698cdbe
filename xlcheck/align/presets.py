"""What differs between aligning news and aligning books."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """How beads are scored.

    Attributes:
        skip: score of leaving a sentence without counterpart.
        neighbour_weight: share of the cosine with the sentences just outside a bead in its margin.
        knn_weight: share of the cosine with the best matches anywhere in its margin.
        max_bead: sentences of both sides in one bead.
        max_window: sentences of one side in one bead.
        whole_ratio: take the length ratio from all text, not from sure matches (free translations).
    """

    skip: float
    neighbour_weight: float
    knn_weight: float
    max_bead: int
    max_window: int
    whole_ratio: bool

    @property
    def shapes(self) -> tuple[tuple[int, int], ...]:
        """The beads with both sides: 1-1, 1-2, 2-1 …"""
        sizes = product(range(1, self.max_window + 1), repeat=2)
        return tuple((n, m) for n, m in sizes if n + m <= self.max_bead)


NEWS = Preset(skip=-0.03, neighbour_weight=0.5, knn_weight=0.5, max_bead=5, max_window=4, whole_ratio=False)
"""Skips measured on two news sets with planted omissions, strict F1: -.02 .990/.983, -.03 .995/.983, -.05 .980/.975."""
LONG = replace(NEWS, skip=-0.07)
"""Long texts are translated more freely: with cheap skips, loosely rendered sentences would count as left out. On the
development text of Text+Berg, strict/lax F1: -.03 .853/.975, -.05 .856/.980, -.07 .873/.991, -.10 .855/.981."""
BOOK = Preset(skip=-0.10, neighbour_weight=1.0, knn_weight=0.0, max_bead=6, max_window=5, whole_ratio=True)
"""Measured on novels (zh-en)."""
PRESETS: Mapping[str, Preset] = MappingProxyType({"news": NEWS, "long": LONG, "book": BOOK})

LONG_FROM = 100
"""Sentences of the longer side; the news articles that we measured on have up to 70."""


def preset_for(rows: int, columns: int) -> Preset:
    """Return the preset for texts of so many sentences where the user names none; books must be asked for."""
    return LONG if max(rows, columns) > LONG_FROM else NEWS
