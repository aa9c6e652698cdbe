"""Words that carry a claim: which way, how many, how sure, on whose word: the `[claims]` table of a language file.

A word is listed under a concept that is the same in all languages: `rise` holds "stieg*" in one file and "soar*" in
another. Concepts that exclude each other form a group.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from xlcheck.errors import ConfigError

EVENTS: tuple[tuple[str, ...], ...] = (
    ("rise", "fall"),
    ("before", "after"),
    ("win", "lose"),
    ("open", "close"),
    ("accept", "reject"),
    ("support", "oppose"),
    ("allow", "ban"),
    ("success", "failure"),
    ("buy", "sell"),
    ("import", "export"),
    ("north", "south", "east", "west"),
    ("guilty", "innocent"),
    ("dead", "alive"),
    ("confirm", "deny"),
    ("arrive", "leave"),
)
"""Contraries of what happened: what is one of a group is none of the others."""
QUALITIES: tuple[tuple[str, ...], ...] = (
    ("more", "less"),
    ("begin", "end"),
    ("strong", "weak"),
    ("early", "late"),
    ("first", "last"),
    ("better", "worse"),
    ("large", "small"),
    ("safe", "dangerous"),
    ("profit", "loss"),
    ("majority", "minority"),
    ("praise", "criticise"),
    ("female", "male"),
    ("young", "old"),
    ("public", "private"),
    ("war", "peace"),
    ("inside", "outside"),
    ("positive", "negative"),
    ("easy", "difficult"),
    ("hot", "cold"),
    ("expensive", "cheap"),
    ("friend", "enemy"),
    ("good", "bad"),
    ("legal", "illegal"),
    ("morning", "evening"),
    ("summer", "winter"),
    ("attack", "defend"),
)
"""Contraries of how things are; one sentence may say both, of different things."""
DIRECTIONS = (*EVENTS, *QUALITIES)
QUANTIFIERS: tuple[tuple[str, ...], ...] = (
    ("all", "some", "most", "few"),
    ("always", "sometimes", "rarely"),
    ("at-least", "at-most"),
    ("whole", "partly"),
)
"""Amounts, likewise."""
HEDGES = ("alleged", "perhaps", "possible")
"""How sure: on hearsay or under suspicion; possibly or probably; told by a verb of possibility alone."""
CERTAIN = "certain"
"""Words of a plain forecast, which a verb of possibility must not become."""
DOUBT = "doubt"
"""Words of doubt that are nothing else (no month, no ability), which must not come from nowhere."""
ATTRIBUTION = "attribution"
NAMED = "named"
"""Words that name the source of a claim, or do something else (laut, nach, 据): vectors must say that it is gone."""
TELLING = "telling"
"""Words that show that somebody tells, thinks or finds what the sentence says."""
MASK = "mask"
"""Phrases in which no word means what it means elsewhere (after all, high school)."""
CONCEPTS = frozenset(
    {
        *(concept for group in (*DIRECTIONS, *QUANTIFIERS) for concept in group),
        *HEDGES,
        CERTAIN,
        DOUBT,
        ATTRIBUTION,
        NAMED,
        TELLING,
        MASK,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsProfile:
    """The `[claims]` table: words and phrases by concept; every concept may be missing.

    In all lists a `*` at the end of a word stands for any further letters, a `*` in front for any letters before, and
    ` … ` for up to five words between the two parts of a phrase. A phrase of `mask` hides
    its words unless a longer phrase begins at the same place.

    Attributes:
        sure: words that mean the concept and nothing else, from which a finding may come.
        also: words that may mean it, among other things: where one stands, nobody is accused of saying the contrary.
        like_places: whether verbs stand about where English has them; where they come first or last, nothing can be
            said of places.
    """

    sure: dict[str, tuple[str, ...]] = field(default_factory=dict)
    also: dict[str, tuple[str, ...]] = field(default_factory=dict)
    like_places: bool = True

    def __post_init__(self) -> None:
        if unknown := sorted({*self.sure, *self.also} - CONCEPTS):
            raise ConfigError(f"[claims]: unknown concept {unknown[0]!r}")


@cache
def contraries(concept: str) -> frozenset[str]:
    """Return the concepts that a concept excludes."""
    groups = [group for group in (*DIRECTIONS, *QUANTIFIERS) if concept in group]
    return frozenset(other for group in groups for other in group) - {concept}
