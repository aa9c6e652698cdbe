"""How much a single input may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds that keep one odd file from stopping a run.

    Attributes:
        max_bytes: a larger file is not read at all.
    """

    max_bytes: int = 20_000_000
