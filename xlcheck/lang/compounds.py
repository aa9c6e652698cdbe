"""How a language writes compounds in one word: the `[compounds]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CompoundProfile:
    """The `[compounds]` table; without it no word is taken apart.

    Attributes:
        links: letters that may stand between the parts ("s", "en", a hyphen).
    """

    links: tuple[str, ...] = ()
