"""A number in a text without its surroundings."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number without its surroundings.

    Attributes:
        values: readings, most likely first; empty for figures that are no number (1.2.3).
        precision: significant figures, None for words.
        ordinal: whether the word itself is an ordinal.
        unit: the unit that a compound carries ("dreijährig"), None where it carries none.
        closed: whether nothing that follows can belong to it.
        scale: the scale word that ends it ("two million"), 1 where none does.
        rough: whether the word itself says "about" ("une vingtaine").
        open_half: whether it is one half only of the scale word or unit that must follow ("half a million").
        glued: whether it is in words of a script that runs its words together.
    """

    start: int
    end: int
    values: tuple[Fraction, ...]
    precision: int | None = None
    ordinal: bool = False
    unit: str | None = None
    closed: bool = False
    scale: Fraction = Fraction(1)
    rough: bool = False
    open_half: bool = False
    glued: bool = False
