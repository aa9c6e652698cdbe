"""How a language negates: the `[polarity]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PolarityProfile:
    """The `[polarity]` table; every field has a default that means "nothing is known"."""
