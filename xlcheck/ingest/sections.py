"""Applying the boilerplate rules: a rule marks its line, and may take what follows with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.ingest.shape import ends_with_stop, is_full_sentence, word_count
from xlcheck.model import LineRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.ingest.rules import Rule
    from xlcheck.ingest.units import Unit

_ITEM_WORDS = 25
"""A longer line below "Read more:" is no title of another article."""
_SPACED_SHARE = 0.3


def apply_rules(units: Sequence[Unit]) -> None:
    """Mark the units that the format or a boilerplate rule says are no text, and what goes with them."""
    spaced = sum(not unit.below for unit in units) > _SPACED_SHARE * len(units)
    behind = _sentence_letters_behind(units)
    before = 0
    active: Rule | None = None
    for index, unit in enumerate(units):
        if unit.fixed is not None:
            unit.skip(unit.fixed.rule, unit.fixed.reason)
            active = active if active and active.takes in ("comments", "rest", "list") else None
            continue
        if active is not None and not _taken(active, unit, spaced=spaced):
            active = None
        if active is not None:
            own = unit.matched or active
            unit.skip(own.id, own.reason)
            if active.takes == "item":
                active = None
            # A list of comments ends for nothing; other sections end where another one begins.
            if unit.matched is not None and active is not None and active.takes not in ("comments", "rest"):
                active = _opens(unit.matched, before, behind[index])
            continue
        if unit.matched is not None:
            unit.skip(unit.matched.id, unit.matched.reason)
            active = _opens(unit.matched, before, behind[index])
            continue
        before += _sentence_letters(unit)


def _opens(rule: Rule, before: int, behind: int) -> Rule | None:
    """Return the rule if it takes more than its own line, given how much text stands before it and behind it."""
    if rule.takes == "line" or (rule.takes == "comments" and before == 0):
        return None
    return None if rule.takes == "rest" and before <= behind else rule


def _taken(rule: Rule, unit: Unit, *, spaced: bool) -> bool:
    """Tell whether a unit belongs to the section that a rule opened."""
    match rule.takes:
        case "item" | "block":
            # Where blank lines part the paragraphs, what stands right below a label belongs to it; elsewhere it may
            # be the next paragraph of the article, and only what is no sentence goes.
            return unit.below and word_count(unit.text) <= _ITEM_WORDS and (spaced or not ends_with_stop(unit.text))
        case "list":
            return not is_full_sentence(unit.text) or unit.matched is not None
        case "comments" | "rest":
            return True
        case "line":
            return False


def _sentence_letters(unit: Unit) -> int:
    """Return the length of a unit that reads as a sentence and that no rule knows, else 0."""
    if unit.fixed is not None or unit.matched is not None or unit.role is not LineRole.BODY:
        return 0
    return len(unit.text) if is_full_sentence(unit.text) else 0


def _sentence_letters_behind(units: Sequence[Unit]) -> list[int]:
    """Return for each unit how many letters of sentences stand behind it."""
    result: list[int] = []
    total = 0
    for unit in reversed(units):
        result.append(total)
        total += _sentence_letters(unit)
    return result[::-1]
