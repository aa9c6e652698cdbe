"""Lines that are nothing but a date, and a date that stands before the words of its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.ingest.dates import find_dates
from xlcheck.ingest.shape import starts_in_lower_case, word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAX_DATE_WORDS = 14
_MAX_LEADING_DATE = 200
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
