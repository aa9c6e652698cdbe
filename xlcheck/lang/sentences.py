"""Where sentences end: the `[sentences]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceProfile:
    """The `[sentences]` table; every field has a default that means "nothing is known"."""
