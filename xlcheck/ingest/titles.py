"""The headline of a plain text, and the date that may stand before it on its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.ingest.dates import find_dates
from xlcheck.ingest.shape import (
    LONG_WORDS,
    ends_with_question,
    ends_with_stop,
    is_running_text,
    starts_in_lower_case,
    word_count,
)
from xlcheck.model import LineRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.ingest.units import Unit

_MIN_WORDS, _GOOD_WORDS = 2, 4
_MAX_DATE_WORDS = 14
_MAX_LEADING_DATE = 200
_MAX_SUFFIX_WORDS = 4
# "date 2021-12-03 HEADLINE", "22.01.2022 | HEADLINE": a date that only numbers make up, at the beginning of a line.
_LEADING_DATE = re.compile(
    r"""\s*(?P<label>[^\W\d][^\d:]{0,30}?\s*:?\s+)?
    (?:(?P<iso>\d{4}-\d{2}-\d{2})|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)
    (?:[T,\s]\s?\d{1,2}:\d{2}(?::\d{2})?(?:Z|\s?(?:UTC|GMT|Uhr))?)?
    (?P<gap>\s*[|:\N{EN DASH}\N{EM DASH}-]\s+|\s+)(?=\S)""",
    re.VERBOSE,
)
_TIME = re.compile(r"\d[\d:.,/T+-]*(?:st|nd|rd|th|er|Z)?")
_LETTERS = re.compile(r"[^\W\d_]+")


def is_date_line(line: str, labels: frozenset[str], languages: Sequence[str]) -> bool:
    """Tell whether a line is nothing but a date, with words such as "Published" around it."""
    if not any(char.isdigit() for char in line) or word_count(line) > _MAX_DATE_WORDS:
        return False
    if not any(True for _ in find_dates(line, languages)):
        return False
    known = {word for label in labels for word in label.split()}
    rest = [word.casefold() for word in _LETTERS.findall(_TIME.sub(" ", line))]
    # What is left are a month and perhaps a weekday, which find_dates does not return.
    return sum(word not in known for word in rest) <= 2


def leading_date(line: str, labels: frozenset[str]) -> int:
    """Return where the words behind a leading date begin; 0 where the line does not begin with a date."""
    found = _LEADING_DATE.match(line, 0, _MAX_LEADING_DATE)
    if not found or starts_in_lower_case(line[found.end() :]):
        return 0
    label = (found["label"] or "").strip(" :\t").casefold()
    marked = bool(found["gap"].strip()) or (found["iso"] is not None)
    return found.end() if (label in labels or (not label and marked)) else 0


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
