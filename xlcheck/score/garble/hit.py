"""What a signal reports: that it was seen, where, how strongly, and in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One sighting of a signal; `strength` multiplies the signal's weight and is 1 for a plain yes."""

    name: str
    start: int
    end: int
    note: str
    strength: float = 1.0


def quoted(words: str) -> str:
    """Return words in quotation marks, on one line, as notes show them."""
    return f"“{' '.join(words.split())}”"
