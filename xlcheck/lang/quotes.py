"""How a language quotes: marks, reporting verbs, pronouns: the `[quotes]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteProfile:
    """The `[quotes]` table; every field has a default that means "nothing is known"."""
