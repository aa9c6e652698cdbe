"""Rules that change what is claimed: negation, contraries, how sure, how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.corrupt.edit import Edit, both_ways, swap_phrase
from xlcheck.extract.cues.polarity import NEGATOR, extract_polarity
from xlcheck.lang.profile import load_profile
from xlcheck.model import Span

if TYPE_CHECKING:
    from xlcheck.corrupt.edit import Material


def negation_added(material: Material) -> Edit | None:
    """Negate a plain phrase of a sentence without any negation."""
    span = Span(doc="", start=0, end=len(material.text), text=material.text)
    if any(cue.strength == NEGATOR for cue in extract_polarity(span, material.language)):
        return None
    return swap_phrase(material, load_profile(material.language).corrupt.negations)


def negation_removed(material: Material) -> Edit | None:
    """Make a negated phrase plain."""
    return swap_phrase(material, [(new, old) for old, new in load_profile(material.language).corrupt.negations])


def antonym(material: Material) -> Edit | None:
    """Replace a word by its contrary."""
    return swap_phrase(material, both_ways(load_profile(material.language).corrupt.antonyms))


def hedge(material: Material) -> Edit | None:
    """Turn a careful phrase into a bold one."""
    return swap_phrase(material, load_profile(material.language).corrupt.hedges)


def quantifier(material: Material) -> Edit | None:
    """Say another amount."""
    return swap_phrase(material, load_profile(material.language).corrupt.quantifiers)
