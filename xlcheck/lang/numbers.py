"""How a language writes numbers, beyond what CLDR says: the `[numbers]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberProfile:
    """The `[numbers]` table; every field has a default that means "nothing is known"."""
