"""How to spoil a sentence of a language on purpose: the `[corrupt]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CorruptProfile:
    """The `[corrupt]` table, read by `xlcheck bench --corrupt` only; a list that is missing leaves its edits out.

    Attributes:
        antonyms: pairs of words that exclude each other, in forms that fit the same place (rose, fell).
        negations: (plain, negated) phrases (is, is not); each is used in both directions.
        hedges: (careful, bold) phrases (may, will); used from careful to bold, where `bold` may be empty.
        quantifiers: pairs that say different amounts (most, few).
        units: pairs of units or currencies (miles, kilometres).
        numbers: number words that can stand for one another (three, seven).
        weekdays: names of the days of the week; `months` likewise.
        names: family names and places that replace others.
        asides: phrases that can be put behind a comma, between commas or at the end.
    """

    antonyms: tuple[tuple[str, str], ...] = ()
    negations: tuple[tuple[str, str], ...] = ()
    hedges: tuple[tuple[str, str], ...] = ()
    quantifiers: tuple[tuple[str, str], ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    numbers: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
