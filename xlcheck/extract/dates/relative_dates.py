"""Days, weeks, months and years that are named by their distance from another day: yesterday, last week, next Tuesday.

A relative date has an offset and its granularity; which day it is depends on the day of publication, so that only the
comparison can say. Those that hold a number ("three days ago") are read from quantities, in
`quantities/counted_dates.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.extract.dates.found_date import FoundDate, Free
from xlcheck.extract.dates.relative_lexicon import LOOK_BACK, RelativeLexicon, relative_lexicon
from xlcheck.extract.phrases import fold
from xlcheck.model import DateUnit, RelativeDate

if TYPE_CHECKING:
    from collections.abc import Iterator

_INSIDE = re.compile(r"[\w,;]\s$")
"""What stands before a word that is not the first of its sentence or quotation."""
_JOINED = (DateUnit.DAY, DateUnit.WEEK)


def with_relative_dates(text: str, found: list[FoundDate], language: str, free: Free) -> list[FoundDate]:
    """Add the relative dates of a sentence that are words; one beside a weekday becomes a part of it."""
    lexicon = relative_lexicon(language)
    if lexicon is None:
        return found
    relative = {item.start: item for item in free.claim(_worded(text, lexicon))} if lexicon.may_hold(text) else {}
    behind = {_after_gap(text, item.end, lexicon): item for item in relative.values()}
    result = []
    for item in found:
        if item.weekday is None or item.month is not None:
            result.append(item)
            continue
        other = relative.get(_after_gap(text, item.end, lexicon)) or behind.get(item.start) if relative else None
        if turned := _turned(text, item, lexicon):
            result.append(turned)
        elif other is not None and other.relative is not None and other.relative.unit in _JOINED:
            relative.pop(other.start, None)
            start, end = min(item.start, other.start), max(item.end, other.end)
            result.append(replace(item, start=start, end=end, relative=other.relative))
        else:
            result.append(item)
    return [*result, *relative.values()]


def _after_gap(text: str, end: int, lexicon: RelativeLexicon) -> int:
    """Return where what follows begins, past what may stand between a weekday and its week."""
    gap = lexicon.gap.match(text, end)
    return gap.end() if gap else end


def _worded(text: str, lexicon: RelativeLexicon) -> Iterator[FoundDate]:
    for match in lexicon.words.finditer(text):
        if _is_name(text, match, lexicon):
            continue
        relative = _of_phrase(match["phrase"], lexicon) if match["phrase"] else _of_period(match, lexicon)
        if relative is not None:
            yield FoundDate(start=match.start(), end=match.end(), relative=relative)


def _of_phrase(phrase: str, lexicon: RelativeLexicon) -> RelativeDate | None:
    if phrase in lexicon.exact:
        return lexicon.exact[phrase]
    return lexicon.phrases.get(fold(phrase))


def _of_period(match: re.Match[str], lexicon: RelativeLexicon) -> RelativeDate:
    groups = match.groupdict()
    turn = groups.get("turn") or groups.get("turn_last") or ""
    period = groups.get("period") or groups.get("period_first") or ""
    return RelativeDate(offset=lexicon.turns[fold(turn)], unit=lexicon.periods[fold(period)])


def _is_name(text: str, match: re.Match[str], lexicon: RelativeLexicon) -> bool:
    """Tell whether a word that is written small stands with a capital inside a sentence (USA Today), or in a name."""
    if text[match.end() : match.end() + 1] == "-" and text[match.end() + 1 : match.end() + 2].isalpha():
        return True
    surface = match.group()
    if not surface[0].isupper() or surface in lexicon.exact or surface.isupper():
        return False
    return _INSIDE.search(text, max(0, match.start() - 2), match.start()) is not None


def _turned(text: str, item: FoundDate, lexicon: RelativeLexicon) -> FoundDate | None:
    """Return a weekday with the word that says whether it is the last or the next one."""
    before = lexicon.turn_before.search(text[max(0, item.start - LOOK_BACK) : item.start])
    after = lexicon.turn_after.match(text, item.end)
    turn = before or after
    if turn is None:
        return None
    relative = RelativeDate(offset=lexicon.turns[fold(turn["turn"])], unit=DateUnit.WEEK)
    start = item.start - len(before[0]) if before else item.start
    return replace(item, start=start, end=item.end if before else turn.end(), relative=relative)
