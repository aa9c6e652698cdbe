"""Weekdays, alone or beside a date, of which they become a part."""

from __future__ import annotations

import re
from dataclasses import replace

from xlcheck.extract.dates.found_date import FoundDate, Free
from xlcheck.extract.dates.lexicon import DateLexicon, month_key
from xlcheck.extract.phrases import UNSPACED_LETTER

_LOOK_BACK = 30
_CAPITAL_WORD = re.compile(r"\s([^\W\d_])")


def with_weekdays(text: str, found: list[FoundDate], lexicon: DateLexicon, free: Free) -> list[FoundDate]:
    """Join weekdays to the dates beside them; abbreviated ones (Mi., Sat) count only there."""
    starts = {item.start: index for index, item in enumerate(found) if item.month is not None}
    ends = {item.end: index for index, item in enumerate(found) if item.month is not None}
    alone: list[FoundDate] = []
    for pattern in (lexicon.weekday, lexicon.ambiguous_weekday, lexicon.short_weekday):
        is_full = pattern is not lexicon.short_weekday
        for match in pattern.finditer(text):
            may_stand_alone = is_full and not _is_capital_name(text, match.start(), match["weekday"], lexicon)
            item = FoundDate(
                start=match.start(), end=match.end(), weekday=lexicon.weekdays[month_key(match["weekday"])]
            )
            if text[item.end : item.end + 1] == "-" and text[item.end + 1 : item.end + 2].isupper():
                continue  # the first half of a name: "Freitag-Verlag"
            gap = lexicon.weekday_gap.match(text, item.end)
            # A lone ideograph is a weekday only between brackets: 翌日3月5日, but 3月5日（日）.
            glued = not may_stand_alone and UNSPACED_LETTER.match(match["weekday"])
            bracketed = text[item.start - 1 : item.start] in ("(", "（") and text[item.end : item.end + 1] in (
                ")",
                "）",
            )
            after = starts.get(gap.end()) if gap and not glued else None
            may_follow = may_stand_alone or match["weekday"] in lexicon.profile.weekdays_by_date
            before = _date_before(text, item.start, ends, lexicon) if may_follow or (glued and bracketed) else None
            if after is not None and found[after].weekday is None and found[after].start > item.start:
                if free.claim(iter([item])):
                    found[after] = replace(found[after], start=item.start, weekday=item.weekday)
            elif before is not None and found[before].weekday is None:
                if free.claim(iter([item])):
                    found[before] = replace(found[before], end=item.end, weekday=item.weekday)
            elif may_stand_alone:
                alone.extend(free.claim(iter([item])))
    return [*found, *alone]


def _is_capital_name(text: str, start: int, surface: str, lexicon: DateLexicon) -> bool:
    """Tell a name (Plácido Domingo, Bloody Sunday) from a word that its language writes small."""
    if not surface[:1].isupper() or surface.isupper() or month_key(surface) not in lexicon.small_names:
        return False
    if any(char.isalnum() for char in text[max(0, start - _LOOK_BACK) : start]):
        return True
    following = _CAPITAL_WORD.match(text, start + len(surface))
    return following is not None and following.group(1).isupper()


def _date_before(text: str, start: int, ends: dict[int, int], lexicon: DateLexicon) -> int | None:
    """Return the date that ends right before a weekday: "21 January (Friday)", "1 Ocak 2000 Cumartesi"."""
    if "" in lexicon.weekday_follows and start in ends:
        return ends[start]
    for length in (1, 2):
        if start >= length and text[start - length : start] in ("(", " (", "（", *lexicon.weekday_follows):
            return ends.get(start - length)
    return None
