"""Dates that are a number of days, weeks, months or years away: three days ago, in two years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.extract.dates.found_date import FoundDate
from xlcheck.extract.dates.relative_lexicon import LOOK_BACK, RelativeLexicon, relative_lexicon
from xlcheck.extract.phrases import fold
from xlcheck.model import Approximation, DateUnit, RelativeDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xlcheck.extract.quantities.draft import Draft

_MOST = 1000
"""Nobody counts more days or years than this; a larger number is something else."""


def with_counted_dates(
    text: str, dates: tuple[FoundDate, ...], drafts: Iterable[Draft], language: str
) -> tuple[FoundDate, ...]:
    """Add the dates that are a number of days, weeks, months or years away, read from the quantities of a sentence."""
    lexicon = relative_lexicon(language)
    counted = list(_counted(text, drafts, lexicon)) if lexicon is not None and lexicon.counts else []
    if not counted:
        return dates
    # "ปีที่แล้ว" is last year, "5 ปีที่แล้ว" five years ago.
    ends = {item.end for item in counted}
    kept = [item for item in dates if item.relative is None or item.weekday is not None or item.end not in ends]
    return tuple(sorted((*kept, *counted), key=lambda item: (item.start, item.end)))


def _counted(text: str, drafts: Iterable[Draft], lexicon: RelativeLexicon) -> Iterator[FoundDate]:
    for draft in drafts:
        if draft.unit not in set(DateUnit) or draft.approximation is not Approximation.EXACT:
            continue
        value = draft.readings[0].low
        if value != draft.readings[0].high or value.denominator != 1 or not 1 <= value <= _MOST:
            continue
        start, end = draft.start, draft.end
        if after := lexicon.count_after.match(text, end):
            way, end = lexicon.counts[fold(after["count"])], after.end()
        elif before := lexicon.count_before.search(text[max(0, start - LOOK_BACK) : start]):
            way, start = lexicon.counts[fold(before["count"])], start - len(before[0])
        else:
            continue
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        offset = int(value) if way in ("ahead", "later") else -int(value)
        relative = RelativeDate(offset=offset, unit=DateUnit(draft.unit), from_publication=way in ("ago", "ahead"))
        yield FoundDate(start=start, end=end, relative=relative)
