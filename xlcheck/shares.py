"""So many out of so many, and how sure that is."""

from __future__ import annotations

import math
from dataclasses import dataclass

_Z = 1.96
"""Normal quantile of a 95 % interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share with the 95 % interval of Wilson, "Probable Inference" (JASA 1927)."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """The share itself, 0 of nothing."""
        return self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Lower and upper end; everything is possible where nothing was counted."""
        if not self.total:
            return (0.0, 1.0)
        square = _Z * _Z / self.total
        middle = (self.value + square / 2) / (1 + square)
        half = _Z * math.sqrt(self.value * (1 - self.value) / self.total + square / (4 * self.total)) / (1 + square)
        return (max(0.0, middle - half), min(1.0, middle + half))

    def in_percent(self, digits: int = 0) -> str:
        """Return the share with its interval, for readers.

        >>> Share(hits=3, total=4).in_percent()
        '75 % [30, 95]'
        """
        low, high = (f"{100 * end:.{digits}f}" for end in self.interval)
        return f"{100 * self.value:.{digits}f} % [{low}, {high}]"
