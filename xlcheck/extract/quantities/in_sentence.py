"""Quantities in a sentence: a numeral with its scale, unit, hedge and sign, or a label that only looks like one.

Numerals are found first (`numerals_in_text`); this module reads what stands around each of them and joins the two
ends of a range. Dates and times are found before and are never quantities.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.extract.dates.in_sentence import find_dates
from xlcheck.extract.numbers.lexicon import NumberLexicon, number_lexicon
from xlcheck.extract.numbers.numerals_in_text import blocked_ranges, find_numerals
from xlcheck.extract.phrases import ascii_digits, fold, is_letter
from xlcheck.extract.quantities.counted_dates import with_counted_dates
from xlcheck.extract.quantities.draft import LOOK_BACK, Draft, kind_of, point
from xlcheck.extract.quantities.hedges import hedge, inverted, with_sign
from xlcheck.extract.quantities.labels import centuries, is_glued_label, special_labels
from xlcheck.extract.quantities.ranges import continues_money, join_ranges, prefixed_share, share_before
from xlcheck.extract.quantities.units import (
    as_percentage,
    with_currency_named_before,
    with_money_before,
    with_scale,
    with_unit,
)
from xlcheck.lang.units import BARE_DEGREE, UNITS
from xlcheck.model import Approximation, DateFact, DateUnit, Quantity, QuantityKind, Reading, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.extract.numbers.numeral import Numeral

_SPEEDS = {"kilometer": "kilometer_per_hour", "mile": "mile_per_hour"}

_GLUED_MULTIPLIER = re.compile(r"(?:x|×|X)(?![^\W\d_])")


def extract_numbers_and_dates(span: Span, language: str) -> tuple[tuple[Quantity, ...], tuple[DateFact, ...]]:
    """Return all quantities and all dates and times of one sentence, each in order of position.

    Args:
        span: the sentence; facts carry sub-spans of it.
        language: ISO 639 code of the sentence; a language without data yields what figures alone say.
    """
    dates = find_dates(span.text, language)
    taken = bytearray(len(span.text))
    for item in dates:
        if item.relative is not None and item.relative.unit is not DateUnit.DAY:
            continue  # the number in "one year ago" stays a quantity
        taken[item.start : item.end] = b"\x01" * (item.end - item.start)
    text = ascii_digits(span.text)
    drafts = _find_quantities(text, number_lexicon(language), taken)
    dates = with_counted_dates(text, dates, drafts, language)
    return tuple(draft.quantity(span) for draft in drafts), tuple(item.fact(span) for item in dates)


def extract_quantities(span: Span, language: str) -> tuple[Quantity, ...]:
    """Return the quantities of one sentence; dates and times are left to `extract_dates`."""
    return extract_numbers_and_dates(span, language)[0]


def _find_quantities(text: str, lexicon: NumberLexicon, taken: bytearray) -> list[Draft]:
    for start, end in blocked_ranges(text, lexicon):
        taken[start:end] = b"\x01" * (end - start)
    labels = [*special_labels(text, taken), *centuries(text, lexicon, taken)]
    drafts: list[Draft] = []
    position = 0
    numerals = find_numerals(text, lexicon, taken)
    for index, numeral in enumerate(numerals):
        if numeral.start < position:
            continue
        in_money = bool(drafts) and continues_money(text, drafts[-1], numeral.start, lexicon)
        draft = _complete(text, numeral, lexicon, floor=position, in_money=in_money)
        if draft is not None:
            draft, position = _absorb(text, draft, numerals[index + 1 : index + 4], lexicon)
            drafts.append(with_currency_named_before(text, draft, lexicon))
        else:
            position = numeral.end
    drafts = [*join_ranges(text, drafts, lexicon), *labels]
    return sorted(drafts, key=lambda item: item.start)


def _complete(
    text: str, numeral: Numeral, lexicon: NumberLexicon, *, floor: int, in_money: bool = False
) -> Draft | None:
    """Read what stands around one numeral.

    `floor` is where the number before it ends; `in_money` says that it ends a range that began with a currency.
    """
    if not numeral.values:
        return None
    draft = Draft(
        start=numeral.start,
        end=numeral.end,
        numeral_start=numeral.start,
        kind=QuantityKind.ORDINAL if numeral.ordinal else QuantityKind.COUNT,
        readings=point(numeral.values),
        precision=numeral.precision,
        scale=numeral.scale,
        approximation=Approximation.ABOUT if numeral.rough else Approximation.EXACT,
    )
    before = text[max(floor, numeral.start - LOOK_BACK) : numeral.start]
    if numeral.precision is not None and is_glued_label(text, numeral, before, lexicon):
        return replace(draft, kind=QuantityKind.LABEL)
    if numeral.unit is not None:
        draft = replace(draft, unit=numeral.unit, kind=QuantityKind.MEASURE if numeral.unit else QuantityKind.COUNT)
        return hedge(text, draft, lexicon)
    if (sign := lexicon.percent_before.search(before)) and numeral.precision is not None:
        start = draft.start - (len(before) - sign.start(1))
        return hedge(text, replace(draft, start=start, kind=QuantityKind.PERCENT, unit="%"), lexicon)
    if share := share_before(text, draft, before, lexicon):
        return share
    if (numeral.precision is not None or numeral.glued) and (prefix := lexicon.share_prefix_before.search(before)):
        return hedge(text, prefixed_share(draft, before, prefix, lexicon), lexicon)
    counted = lexicon.ordinal.match(text, draft.end)  # 4番 is a number on a shirt, 4番目 the fourth
    if (
        (label := lexicon.label_after.match(text, draft.end))
        and not (counted and counted.end() > label.end())
        and not lexicon.ordinal_before.search(before)  # 30代 is an age, 第35代 the 35th
    ):
        return replace(draft, kind=QuantityKind.LABEL, end=label.end())
    if prefix := lexicon.ordinal_before.search(before):
        start = draft.start - (len(before) - prefix.start(1))
        if label := lexicon.ordinal_label.match(text, draft.end):
            return replace(draft, start=start, end=label.end(), kind=QuantityKind.LABEL)
        return replace(draft, start=start, kind=QuantityKind.ORDINAL)
    percent_word = lexicon.percent_word_before.search(before) if not numeral.ordinal else None
    draft = with_money_before(text, draft, before, lexicon)
    if numeral.precision is not None and (ending := lexicon.figure_ending.match(text, draft.end)):
        draft = replace(draft, end=ending.end())
    if not numeral.ordinal:
        draft = with_scale(text, draft, lexicon, has_money=in_money or draft.kind is QuantityKind.MONEY)
    if percent_word:
        return hedge(text, as_percentage(text, draft, len(before) - percent_word.start(1), lexicon), lexicon)
    draft = with_unit(text, draft, lexicon)
    if numeral.open_half and draft.end == numeral.end:
        return None
    if draft.unit == BARE_DEGREE and (mark := lexicon.ordinal.match(text, numeral.end)) and mark.end() > draft.end:
        draft = replace(draft, kind=QuantityKind.ORDINAL, unit="", end=mark.end())  # "12° posto"
    if draft.unit and (prefix := lexicon.speed_before.search(before)):
        speed = f"{draft.unit}_per_{lexicon.profile.speed_prefixes[prefix.group(1)]}"
        draft = replace(draft, unit=speed) if speed in UNITS else draft
    if draft.unit == BARE_DEGREE and (name := lexicon.degree_before.search(before)):
        draft = replace(draft, unit=lexicon.profile.degree_scales[name.group(1)])
    if draft.kind is QuantityKind.COUNT:
        if (numeral.precision is not None or numeral.glued) and (mark := lexicon.ordinal.match(text, draft.end)):
            draft = replace(draft, kind=QuantityKind.ORDINAL, end=mark.end())
        elif numeral.precision is not None and (ending := lexicon.ending.match(text, draft.end)):
            unit = lexicon.endings[fold(ending.group(1))]
            draft = replace(draft, end=ending.end(), unit=unit, kind=kind_of(unit) if unit else QuantityKind.COUNT)
    glued = draft.end < len(text) and is_letter(text[draft.end]) and not _GLUED_MULTIPLIER.match(text, draft.end)
    if numeral.precision is not None and glued:
        return replace(draft, kind=QuantityKind.LABEL)
    if draft.kind in (QuantityKind.COUNT, QuantityKind.ORDINAL) and lexicon.label_before.search(before):
        return replace(draft, kind=QuantityKind.LABEL)
    if draft.unit in _SPEEDS and lexicon.hourly.search(before):
        draft = replace(draft, unit=_SPEEDS[draft.unit])
    return hedge(text, with_sign(text, inverted(text, draft, before, lexicon), lexicon), lexicon)


def _absorb(text: str, draft: Draft, following: Sequence[Numeral], lexicon: NumberLexicon) -> tuple[Draft, int]:
    """Add a glued lower part, as in 1亿2000万; the second value is where the quantity ends."""
    if draft.kind is QuantityKind.MONEY and following and following[0].start == draft.end and following[0].values:
        return _with_change(text, draft, following[0], lexicon)
    for numeral in following:
        spaced = numeral.precision is not None and text[draft.end : numeral.start] == " "
        if (
            numeral.start < draft.end
            or (numeral.start > draft.end and not (spaced and lexicon.profile.join_parts))
            or draft.scale < 1000
            or not numeral.values
            or draft.kind is not QuantityKind.COUNT
        ):
            break
        part = _complete(text, numeral, lexicon, floor=numeral.start)
        if part is None or part.scale >= draft.scale or part.kind is QuantityKind.LABEL:
            break
        low = part.readings[0].low
        readings = tuple(Reading(low=item.low + low, high=item.high + low) for item in draft.readings)
        draft = replace(part, start=draft.start, numeral_start=draft.numeral_start, readings=readings)
    return draft, draft.end


def _with_change(text: str, draft: Draft, numeral: Numeral, lexicon: NumberLexicon) -> tuple[Draft, int]:
    """Add small change: 8元5角."""
    match = lexicon.change.match(text, numeral.end)
    if match is None:
        return draft, draft.end
    change = numeral.values[0] * lexicon.change_values[fold(match.group(1))]
    readings = tuple(Reading(low=item.low + change, high=item.high + change) for item in draft.readings)
    return replace(draft, end=match.end(), readings=readings), match.end()
