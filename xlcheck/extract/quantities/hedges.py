"""What blurs, bounds or negates a number: hedges before and behind it, signs, inverted order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.extract.phrases import UNSPACED_LETTER, fold
from xlcheck.extract.quantities.draft import LOOK_BACK, Draft
from xlcheck.lang.units import BARE_DEGREE
from xlcheck.model import Approximation, QuantityKind, Reading

if TYPE_CHECKING:
    from xlcheck.extract.numbers.lexicon import NumberLexicon

_MINUS = "-\N{MINUS SIGN}\N{EN DASH}"


def inverted(text: str, draft: Draft, before: str, lexicon: NumberLexicon) -> Draft:
    """Read "человек пять": about five; a number before the noun (из десяти человек пять) owns it instead."""
    noun = lexicon.inverted.search(before)
    if noun is None or draft.unit or draft.kind is not QuantityKind.COUNT or not before[: noun.start(1)].strip():
        return draft
    unit = lexicon.units.get(fold(noun.group(1)), "")
    kind = QuantityKind.MEASURE if unit else draft.kind
    start = draft.start - (len(before) - noun.start(1))
    return replace(draft, start=start, kind=kind, unit=unit, approximation=Approximation.ABOUT)


def with_sign(text: str, draft: Draft, lexicon: NumberLexicon) -> Draft:
    """Read "−5", "minus 5", "5 Grad unter null"."""
    start = draft.start
    dashed = start > 0 and text[start - 1] in _MINUS
    # Behind an ideograph a hyphen may join two parts of a name (长征-5): only what is measured has a sign there.
    glued = dashed and (
        start == 1
        or text[start - 2] in " \t\N{NO-BREAK SPACE}(\n"
        or (bool(draft.unit) and UNSPACED_LETTER.match(text[start - 2]) is not None)
    )
    # A dash with a word on its left and a blank between is a dash; a hyphen glued to the number only is a sign.
    before = text[max(0, start - LOOK_BACK) : start]
    word = lexicon.minus_before.search(before)
    if word and any(pattern.search(before) for pattern in (lexicon.at_least, lexicon.at_most, lexicon.about)):
        word = None  # "pelo menos 5"
    after = lexicon.below_zero.match(text, draft.end) if draft.unit in (BARE_DEGREE, "celsius", "fahrenheit") else None
    if not (glued or word or after):
        return draft
    readings = tuple(Reading(low=-item.high, high=-item.low) for item in draft.readings)
    if glued:
        start -= 1
    elif word:
        start -= len(before) - word.start(1)
    return replace(draft, readings=readings, start=start, end=after.end() if after else draft.end)


def hedge(text: str, draft: Draft, lexicon: NumberLexicon) -> Draft:
    """Read "rund", "more than", "bis zu" before the number and "or more" after it."""
    before = text[max(0, draft.start - LOOK_BACK) : draft.start]
    if (prefix := lexicon.prefix_before.search(before)) and not before[-1].isspace():
        before = before[: prefix.start()]
    if draft.approximation is not Approximation.EXACT:
        return draft
    hedges = (
        (lexicon.at_least.search(before), Approximation.AT_LEAST),
        (lexicon.at_most.search(before), Approximation.AT_MOST),
        (lexicon.about.search(before), Approximation.ABOUT),
    )
    # The longest says it: "just under" is not "under".
    found = [(match.start(), approximation) for match, approximation in hedges if match]
    if found and not lexicon.not_hedges.search(before):
        start, approximation = min(found, key=lambda item: item[0])
        if approximation is Approximation.AT_MOST and lexicon.changing.search(before, 0, start):
            return draft
        # A bound of a negative number may be meant either way ("bis minus sieben Grad").
        if draft.readings[0].low >= 0 or approximation is Approximation.ABOUT:
            return replace(draft, approximation=approximation)
    end = counter.end() if (counter := lexicon.counter.match(text, draft.end)) else draft.end
    for pattern, approximation in (
        (lexicon.at_least_after, Approximation.AT_LEAST),
        (lexicon.at_most_after, Approximation.AT_MOST),
        (lexicon.about_after, Approximation.ABOUT),
    ):
        if pattern.match(text, draft.end) or pattern.match(text, end):
            return replace(draft, approximation=approximation)
    return draft
