"""The headline of a plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.ingest.shape import (
    LONG_WORDS,
    ends_with_question,
    ends_with_stop,
    is_running_text,
    word_count,
)
from xlcheck.model import LineRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.ingest.units import Unit

_MIN_WORDS, _GOOD_WORDS = 2, 4
_MAX_SUFFIX_WORDS = 4


def headline_end(line: str) -> int:
    """Return where a headline ends, names of site and section behind it ("… | World | News") left out."""
    parts = line.rstrip().split(" | ")
    head, tail = parts[0], parts[1:]
    short = all(0 < word_count(part) <= _MAX_SUFFIX_WORDS for part in tail)
    if tail and short and word_count(head) > max(_MAX_SUFFIX_WORDS, max(word_count(part) for part in tail)):
        return len(head.rstrip())
    return len(line.rstrip())


def choose_title(units: Sequence[Unit]) -> Unit | None:
    """Return the unit that is the headline: the first that looks like one before the first sentence of the text.

    Four words or more are preferred, because what stands before a headline are mostly labels.
    """
    candidates: list[Unit] = []
    for unit in units:
        if unit.role is LineRole.SKIPPED or unit.is_bullet:
            continue
        words = word_count(unit.text)
        if words >= LONG_WORDS or (ends_with_stop(unit.text) and not _is_question_headline(unit, candidates)):
            break
        if words >= _MIN_WORDS and not unit.text.rstrip().endswith(":"):
            candidates.append(unit)
    good = (unit for unit in candidates if word_count(unit.text) >= _GOOD_WORDS)
    return next(good, candidates[0] if candidates else None)


def _is_question_headline(unit: Unit, candidates: list[Unit]) -> bool:
    """Tell whether a question or exclamation may be the headline: only before any other candidate, and if short."""
    return ends_with_question(unit.text) and not candidates and not is_running_text(unit.text.rstrip("?!"))
