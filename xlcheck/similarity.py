"""String and token similarity: the one place that calls rapidfuzz.

Everything here is symmetric or says otherwise, deterministic, and knows nothing about languages: names are romanised
and folded before they come here (see `compare.romanise`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SUGGEST_FROM = 0.7
"""Below this ratio a suggestion is a riddle rather than a help."""

Operation = Literal["equal", "replace", "delete", "insert"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One step that turns a token list into another: `a[a_start:a_end]` becomes `b[b_start:b_end]`."""

    op: Operation
    a_start: int
    a_end: int
    b_start: int
    b_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The choice nearest to a query: its place among the choices, itself, and its ratio 0…1."""

    index: int
    choice: str
    score: float


def ratio(a: str, b: str) -> float:
    """Return twice the longest common subsequence over the summed lengths, 0…1; two empty strings are equal."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(a, b)


def nearest_stretch(query: str, text: str) -> float:
    """Return how near the nearest stretch of a text comes to a query, 0…1: 1 less the edits by letter of the query.

    Unlike the others it is not symmetric: what stands around the stretch costs nothing.

    >>> nearest_stretch("boston", "xxbostonyy")
    1.0
    """
    from rapidfuzz.distance import Levenshtein

    size = len(query)
    if not size or not text:
        return 0.0
    if len(text) <= size:
        return ratio(query, text)
    best = 0.0
    for length in (size - 1, size, size + 1):
        for start in range(max(1, len(text) - length + 1)):
            best = max(best, 1 - Levenshtein.distance(query, text[start : start + length]) / size)
            if best == 1.0:
                return best
    return max(best, 0.0)


def is_slip(a: str, b: str, *, most: int) -> bool:
    """Tell whether one to `most` slips (a letter added, lost, changed, or two neighbours exchanged) part two words."""
    from rapidfuzz.distance import OSA

    return 0 < OSA.distance(a, b, score_cutoff=most) <= most


def best_match(query: str, choices: Sequence[str]) -> Match | None:
    """Return the choice with the highest ratio, the first of equals; None where there is no choice."""
    best: Match | None = None
    for index, choice in enumerate(choices):
        score = ratio(query, choice)
        if best is None or score > best.score:
            best = Match(index=index, choice=choice, score=score)
    return best


def suggest(word: str, choices: Iterable[str]) -> str | None:
    """Return what a mistyped word was probably meant to be, or None where nothing is near.

    >>> suggest("number-vaule", ["number-value", "quote-content"])
    'number-value'
    """
    known = sorted(set(choices))
    match = best_match(word.casefold(), [choice.casefold() for choice in known])
    if match is None or match.score < SUGGEST_FROM:
        return None
    return known[match.index]


def token_edits(a: Sequence[str], b: Sequence[str]) -> tuple[Edit, ...]:
    """Return a shortest way (Levenshtein over whole tokens) to turn `a` into `b`.

    Steps cover both lists from end to end, and changes that touch each other are one step, so that between two
    "equal" steps there is exactly one change.
    """
    from rapidfuzz.distance import Levenshtein

    # Numbers stand in for tokens: rapidfuzz compares hashes, and two tokens must never be equal by accident.
    numbers: dict[str, int] = {}
    left = [numbers.setdefault(token, len(numbers)) for token in a]
    right = [numbers.setdefault(token, len(numbers)) for token in b]
    edits: list[Edit] = []
    for step in Levenshtein.opcodes(left, right):
        equal = step.tag == "equal"
        start = (step.src_start, step.dest_start)
        if not equal and edits and edits[-1].op != "equal":
            start = (edits[-1].a_start, edits[-1].b_start)
            edits.pop()
        edits.append(_edit(equal, start, (step.src_end, step.dest_end)))
    return tuple(edits)


def _edit(equal: bool, start: tuple[int, int], end: tuple[int, int]) -> Edit:
    op: Operation = "replace"
    if equal:
        op = "equal"
    elif start[0] == end[0]:
        op = "insert"
    elif start[1] == end[1]:
        op = "delete"
    return Edit(op=op, a_start=start[0], a_end=end[0], b_start=start[1], b_end=end[1])
