"""What all rules share: an edit of a text, a random choice that depends on the text, words and their places."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*")
_BEFORE, _AFTER = r"(?<!\w)", r"(?!\w)"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace text[start:end] by `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a rule works with.

    Attributes:
        text: the sentence to be spoilt, in `language`.
        other: its counterpart in another language, from which words may stay untranslated.
        strangers: sentences about something else, in `language`.
        chance: drawn from the seed, the category and the text, so that no other sentence matters.
    """

    text: str
    language: str
    other: str
    strangers: Sequence[str]
    chance: random.Random


def chance_for(seed: int, category: str, text: str) -> random.Random:
    """Return the source of random choices for one text and category."""
    return random.Random(f"{seed}\n{category}\n{text}")  # noqa: S311


def swap_phrase(material: Material, pairs: Iterable[tuple[str, str]]) -> Edit | None:
    """Replace one phrase of the text that stands first in a pair by its second; case of the first letter is kept."""
    pairs = list(pairs)
    capitals = {old for old, _ in pairs if old[0].isupper()}
    table: dict[str, list[str]] = {}
    for old, new in pairs:
        table.setdefault(old.lower(), []).append(new)
    found = [
        match
        for match in (_phrases(tuple(sorted(table))).finditer(material.text) if table else ())
        # A capital inside a sentence makes another word of it: May, Will.
        if match.start() == 0 or not match.group()[0].isupper() or match.group() in capitals
    ]
    if not found:
        return None
    match = material.chance.choice(found)
    new = material.chance.choice(table[match.group().lower()])
    if match.group()[:1].isupper() and new[:1].islower():
        new = new[0].upper() + new[1:]
    if new:
        return Edit(match.start(), match.end(), new)
    return cut(material.text, match.start(), match.end())


def both_ways(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pairs and their reverses."""
    return [swap for old, new in pairs for swap in ((old, new), (new, old)) if swap[0]]


def other_of(material: Material, words: Sequence[str]) -> Edit | None:
    """Replace one of the words that stands in the text by another of them."""
    pairs = [(old, new) for old in words for new in words if old != new]
    return swap_phrase(material, pairs)


def cut(text: str, start: int, end: int) -> Edit:
    """Return the edit that takes a passage out, with the space that it leaves; a new beginning gets a capital."""
    if end < len(text) and text[end].isspace() and (start == 0 or text[start - 1].isspace()):
        end += 1
    elif start and text[start - 1].isspace():
        start -= 1
    if start == 0 and end < len(text) and text[:1].isupper():
        return Edit(0, end + 1, text[end].upper())
    return Edit(start, end, "")


@lru_cache(maxsize=256)
def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    bodies = (
        (_BEFORE if phrase[0].isalnum() else "") + re.escape(phrase) + (_AFTER if phrase[-1].isalnum() else "")
        for phrase in ordered
    )
    return re.compile("|".join(bodies), re.IGNORECASE)
