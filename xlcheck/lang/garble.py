"""What broken text looks like in a language: the `[garble]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GarbleProfile:
    """The `[garble]` table; every field has a default that means "nothing is known"."""
