"""How a language marks names: titles, honorifics, endings: the `[names]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NameProfile:
    """The `[names]` table; every field has a default that means "nothing is known"."""
