"""How a language writes dates and times, beyond what CLDR says: the `[dates]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DateProfile:
    """The `[dates]` table; every field has a default that means "nothing is known"."""
