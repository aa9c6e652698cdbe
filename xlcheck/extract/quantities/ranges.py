"""Quantities of two numerals: ranges, shares ("one in ten"), changes, values that belong to one mention."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.extract.phrases import fold
from xlcheck.extract.quantities.draft import LOOK_BACK, Draft, point, times
from xlcheck.extract.quantities.units import is_measured
from xlcheck.model import QuantityKind, Reading

if TYPE_CHECKING:
    from xlcheck.extract.numbers.lexicon import NumberLexicon

_WORD = re.compile(r"[^\W\d_]")

_SMALLEST_SHARE = 2

_LARGEST_SHARE_OF_NOUN = 100
"""One Frenchman in ten; but a village of 500 is no share of anything."""


def share_before(text: str, draft: Draft, before: str, lexicon: NumberLexicon) -> Draft | None:
    """Read "one in ten" and "jeder zehnte" as a tenth; the number itself stays a reading ("every third day")."""
    pattern = lexicon.every_before if draft.kind is QuantityKind.ORDINAL else lexicon.share_before
    match, number = pattern.search(before), draft.readings[0].low
    if not match or number < _SMALLEST_SHARE or number.denominator != 1:
        return None
    if match.groupdict().get("noun") and (number > _LARGEST_SHARE_OF_NOUN or is_measured(text, draft.end, lexicon)):
        return None  # "eine Belohnung von 50.000 Euro", "einer Laufzeit von zwölf Monaten"
    readings = point((1 / number, number))
    start = draft.start - (len(before) - match.start(1))
    return replace(draft, start=start, kind=QuantityKind.COUNT, readings=readings)


def prefixed_share(draft: Draft, before: str, prefix: re.Match[str], lexicon: NumberLexicon) -> Draft:
    """Read 百分之五, ร้อยละ 5."""
    factor = lexicon.share_factors[fold(prefix.group(1))]
    readings = tuple(times(item, factor) for item in draft.readings)
    start = draft.start - (len(before) - prefix.start(1))
    return replace(draft, start=start, readings=readings, kind=QuantityKind.PERCENT, unit="%")


def _share_of_two(text: str, first: Draft, second: Draft, lexicon: NumberLexicon) -> Draft | None:
    """Read "two out of three" as two thirds, with both numbers as further readings."""
    if not (first.bare and second.bare and lexicon.share_gap.fullmatch(text, first.end, second.start)):
        return None
    top, bottom = first.readings[0].low, second.readings[0].low
    if not 0 < top < bottom:
        return None
    return replace(first, end=second.end, readings=point((top / bottom, top, bottom)), bare=False)


def continues_money(text: str, first: Draft, start: int, lexicon: NumberLexicon) -> bool:
    """Tell whether a numeral at `start` ends a range whose first end names a currency in front: "$15-20 m"."""
    return (
        first.kind is QuantityKind.MONEY
        and first.start < first.numeral_start
        and lexicon.range_gap.fullmatch(text, first.end, start) is not None
    )


def join_ranges(text: str, drafts: list[Draft], lexicon: NumberLexicon) -> list[Draft]:
    """Make one quantity of "3 bis 5 Millionen" and "between 3 and 5 percent"."""
    joined: list[Draft] = []
    for draft in drafts:
        whole = None
        if joined and joined[-1].kind is draft.kind is QuantityKind.COUNT:
            whole = _share_of_two(text, joined[-1], draft, lexicon)
        if joined and (whole := whole or _range(text, joined[-1], draft, lexicon)):
            joined[-1] = whole
        else:
            joined.append(draft)
    return joined


def _range(text: str, first: Draft, second: Draft, lexicon: NumberLexicon) -> Draft | None:
    start = counter.end() if (counter := lexicon.counter.match(text, first.end)) else first.end
    gap = text[first.end : second.start]
    if first.bare and second.bare and lexicon.score_gap.fullmatch(gap):
        least, most = sorted((first.readings[0].low, second.readings[0].high))
        return replace(first, end=second.end, kind=QuantityKind.LABEL, readings=(Reading(low=least, high=most),))
    gap = text[start : second.start] if start < second.start else gap
    if len(gap) > 12 or QuantityKind.LABEL in (first.kind, second.kind) or not _same_sort(first, second):
        return None
    before = text[max(0, first.start - LOOK_BACK) : first.start]
    if lexicon.between_before.search(before):
        if not lexicon.between_gap.fullmatch(gap):
            return None
    elif lexicon.either_gap.fullmatch(gap):
        if not first.bare or second.readings[0].low != (first.readings[0].low + 1) * second.scale:
            return None  # "two or three thousand", but "two or five thousand" are two numbers
    elif not lexicon.range_gap.fullmatch(gap) or (_WORD.search(gap) and lexicon.change_before.search(before)):
        return None  # "from 3 to 5" may be a change, "von 3-5" is none
    low = first.readings[0]
    if second.scale != 1 and (first.bare or (first.kind is QuantityKind.MONEY and first.scale == 1)):
        low = times(low, second.scale)
    high = second.readings[0]
    if low.low > high.high:
        if second.bare and first.bare and second.readings[0].high < 20:
            score = Reading(low=high.low, high=low.high)
            return replace(first, end=second.end, kind=QuantityKind.LABEL, readings=(score,))
        return None
    unit, kind = (second.unit, second.kind) if second.unit else (first.unit, first.kind)
    return replace(
        second,
        start=first.start,
        numeral_start=first.numeral_start,
        readings=(Reading(low=low.low, high=high.high),),
        unit=unit,
        kind=kind,
        approximation=first.approximation,
    )


def _same_sort(first: Draft, second: Draft) -> bool:
    if first.bare or first.unit == second.unit:
        return True
    return second.kind is QuantityKind.COUNT and first.kind is QuantityKind.MONEY
