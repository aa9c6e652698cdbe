"""What stands behind a number: scale words, units, currencies, percent; and money that stands before it."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.extract.numbers.lexicon import NumberLexicon, number_lexicon
from xlcheck.extract.phrases import SPACE, alternatives, fold
from xlcheck.extract.quantities.draft import Draft, times
from xlcheck.lang.scripts import UNSPACED
from xlcheck.lang.units import UNITS
from xlcheck.model import Approximation, QuantityKind, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence


_LARGE_SCALE = 1_000_000
"""Scale from which on a word that may be a weight or a currency is a currency."""

_LOST_EXPONENTS = ("?", "\N{REPLACEMENT CHARACTER}")
"""What an encoding leaves of the exponent in "48 m²": whether it was a length nobody can tell."""

_NEXT_AMOUNT = re.compile(rf"{SPACE}?\d")
_UNSPACED_PAIR = re.compile(f"[{UNSPACED}]{{2}}")
_NAME_REACH = 12
"""Characters before an amount among which the name of its currency stands."""


def as_percentage(text: str, draft: Draft, back: int, lexicon: NumberLexicon) -> Draft:
    """Read "yüzde 5" and "yüzde 5 puan"; `back` is how far before the number the word stands."""
    points = lexicon.percent_points.match(text, draft.end) or lexicon.points.match(text, draft.end)
    return replace(
        draft,
        start=draft.numeral_start - back,
        end=points.end() if points else draft.end,
        kind=QuantityKind.PERCENT,
        unit="pp" if points else "%",
    )


def is_measured(text: str, end: int, lexicon: NumberLexicon) -> bool:
    """Tell whether a unit, a currency, percent or a scale word follows a number."""
    patterns = (lexicon.currency, lexicon.percent, lexicon.scale)
    return bool(_units_at(text, end, lexicon)) or any(pattern.match(text, end) for pattern in patterns)


def with_money_before(text: str, draft: Draft, before: str, lexicon: NumberLexicon) -> Draft:
    """Return a draft with the currency that stands before its number ("$5", "EUR 5")."""
    match = lexicon.currency_before.search(before)
    if not match:
        return draft
    start = draft.start - (len(before) - match.start(1))
    return replace(draft, start=start, kind=QuantityKind.MONEY, unit=lexicon.currencies[fold(match.group(1))])


def with_currency_named_before(text: str, draft: Draft, lexicon: NumberLexicon) -> Draft:
    """Return a draft with the currency whose name stands before it, which knows better than a 元 behind it."""
    if not lexicon.profile.currencies_before or draft.kind not in (QuantityKind.COUNT, QuantityKind.MONEY):
        return draft
    match = lexicon.currency_name_before.search(text, max(0, draft.start - _NAME_REACH), draft.start)
    if not match:
        return draft
    return replace(draft, start=match.start(1), kind=QuantityKind.MONEY, unit=lexicon.currencies[fold(match.group(1))])


def with_scale(text: str, draft: Draft, lexicon: NumberLexicon, *, has_money: bool) -> Draft:
    """Multiply by the scale words that follow: "1,5 Mio.", "two and a half million", "$3bn", "two thirds"."""
    readings, end, scale, decided = draft.readings, draft.end, Fraction(1), False
    if match := lexicon.half.match(text, end):
        readings = _plus_half(readings, draft.scale)
        end = match.end()
    if match := lexicon.infix.match(text, end):
        hedge = lexicon.profile.infix_hedges[match.group(1)]
        draft, end = replace(draft, end=match.end(), approximation=Approximation(hedge)), match.end()
    for _ in range(2):
        match = lexicon.scale.match(text, end)
        if not match and draft.approximation is Approximation.ABOUT and (link := lexicon.scale_link.match(text, end)):
            match = lexicon.scale.match(text, link.end())  # "une centaine de millions"
        if not match:
            break
        if any(unit.end() > match.end() for unit in _units_at(text, end, lexicon)):
            break  # 82万千瓦 is 820,000 kilowatts: the second word begins the unit
        scale *= lexicon.scales[fold(match.group(1))]
        end, decided = match.end(), True
    letter, after = _letter_scale(text, end, lexicon, has_money=has_money)
    if letter and not decided:
        if not (has_money or _names_money(text, after, lexicon)):
            # "5m" is five million or five metres, "4K" a resolution or a price; only the other side can tell.
            both = (*(times(item, Fraction(letter)) for item in readings), *readings)
            return replace(draft, readings=both, end=after)
        scale, end, decided = Fraction(letter), after, True
    if not decided and not lexicon.profile.infix_hedges and (match := lexicon.loose_scale.match(text, end)):
        # What is not known for certain (1300余万, 1,4 миллионом) leaves both readings open.
        factor = Fraction(lexicon.loose_scales[fold(match["word"] or match["stem"])])
        both = (*(times(item, factor) for item in readings), *readings)
        return replace(draft, readings=both, end=match.end())
    if not decided and (match := lexicon.fraction.match(text, end)):
        # "Three quarters" are a share or nine months: the second reading is the number itself.
        both = (*(times(item, lexicon.fractions[fold(match.group(1))]) for item in readings), *readings)
        return replace(draft, readings=both, end=match.end())
    if decided and (match := lexicon.half.match(text, end)):
        readings, end = _plus_half(readings, Fraction(1)), match.end()  # "deux millions et demi"
    if decided and len(readings) > 1 and not lexicon.profile.grouped_scales:
        # Nobody writes "1.500 Millionen" for 1500 million as often as for 1.5: both readings stay, the small one leads.
        readings = tuple(sorted(readings, key=lambda item: item.low))
    readings = tuple(times(item, scale) for item in readings)
    return replace(draft, readings=readings, end=end, scale=scale * draft.scale)


def _plus_half(readings: Sequence[Reading], of: Fraction) -> tuple[Reading, ...]:
    return tuple(Reading(low=item.low + of / 2, high=item.high + of / 2) for item in readings)


def _units_at(text: str, end: int, lexicon: NumberLexicon) -> list[re.Match[str]]:
    return [match for match in (lexicon.unit.match(text, end), lexicon.unit_symbol.match(text, end)) if match]


def _names_money(text: str, end: int, lexicon: NumberLexicon) -> bool:
    """Tell whether a currency follows that belongs to what ends here and not to the next amount ("5 M, $20")."""
    link = lexicon.scale_link.match(text, end)
    match = lexicon.currency.match(text, link.end() if link else end)
    return match is not None and _NEXT_AMOUNT.match(text, match.end()) is None


def _letter_scale(text: str, end: int, lexicon: NumberLexicon, *, has_money: bool) -> tuple[int, int]:
    """Return what a letter behind a figure multiplies it by, and where it ends; (0, end) if there is none.

    A letter that a blank parts from its figure is a scale only with a currency: "€150 m" and "150 M€" are no metres.
    """
    if (match := lexicon.money_prefix.match(text, end)) and _names_money(text, match.end(), lexicon):
        return lexicon.money_prefixes[match.group(1)], match.end()
    if has_money and (match := lexicon.money_letter.match(text, end)):
        letter = match.group(1)
        return lexicon.letter_scales.get(letter.casefold()) or lexicon.money_prefixes.get(letter, 0), match.end()
    if text[end : end + 1].isspace() and lexicon.currency.match(text, end + 2):
        end += 1  # 10 m euros
    if end >= len(text) or text[end + 1 : end + 2].isalnum():
        return 0, end
    return lexicon.letter_scales.get(text[end].casefold(), 0), end + 1


@cache
def _hours(language: str) -> re.Pattern[str]:
    lexicon = number_lexicon(language)
    speeds = {unit.name for unit in UNITS.values() if unit.dimension == "speed"}
    words = [word for word, unit in lexicon.units.items() if unit in {"hour", *speeds}]
    return re.compile(alternatives((*words, *lexicon.profile.hourly)), re.IGNORECASE)


def names_hour(text: str, language: str) -> bool:
    """Tell whether a sentence names an hour or a speed anywhere, with or without a number."""
    return _hours(language).search(text) is not None


def with_unit(text: str, draft: Draft, lexicon: NumberLexicon) -> Draft:
    """Read percent, currency or unit after the number, and a half that belongs to the unit ("deux ans et demi")."""
    if draft.kind is QuantityKind.ORDINAL:
        return draft
    found = _unit_after(text, draft, lexicon)
    if found.end == draft.end and draft.scale != 1 and (link := lexicon.scale_link.match(text, draft.end)):
        linked = _unit_after(text, replace(draft, end=link.end()), lexicon)
        found = linked if linked.end > link.end() else found
    if found.unit and draft.scale == 1 and (match := lexicon.half.match(text, found.end)):
        return replace(found, end=match.end(), readings=_plus_half(found.readings, Fraction(1)))
    return found


def _unit_after(text: str, draft: Draft, lexicon: NumberLexicon) -> Draft:
    end = draft.end
    is_decimal = draft.scale == 1 and draft.precision is not None and draft.readings[0].low.denominator != 1
    if match := lexicon.percent_points.match(text, end) or (is_decimal and lexicon.points.match(text, end)):
        return replace(draft, end=match.end(), kind=QuantityKind.PERCENT, unit="pp")
    if match := lexicon.percent.match(text, end):
        return replace(draft, end=match.end(), kind=QuantityKind.PERCENT, unit="%")
    if match := lexicon.per_mille.match(text, end):
        readings = tuple(times(item, Fraction(1, 10)) for item in draft.readings)
        return replace(draft, end=match.end(), kind=QuantityKind.PERCENT, unit="%", readings=readings)
    counter = lexicon.counter.match(text, end)
    if (match := lexicon.tenths.match(text, end)) and not (counter and counter.end() > match.end()):
        readings = tuple(times(item, Fraction(10)) for item in draft.readings)
        return replace(draft, end=match.end(), readings=readings, kind=QuantityKind.PERCENT, unit="%")
    if draft.kind is QuantityKind.MONEY:
        return draft
    if match := lexicon.currency.match(text, end):
        return replace(draft, end=match.end(), kind=QuantityKind.MONEY, unit=lexicon.currencies[fold(match.group(1))])
    longest = max(_units_at(text, end, lexicon), key=lambda item: item.end(), default=None)
    if longest is None:
        return replace(draft, bare=draft.scale == 1)
    surface = longest.group(1)
    if counter and counter.end() > longest.end():
        return replace(draft, bare=draft.scale == 1)
    if not lexicon.profile.counters and len(surface) == 1 and _UNSPACED_PAIR.match(text, longest.end() - 1):
        # One ideograph out of a longer word: 65周年 is an anniversary, not 65 weeks.
        return replace(draft, bare=draft.scale == 1)
    unit = lexicon.unit_symbols.get(surface) or lexicon.units[fold(surface)]
    if (
        text[longest.end() : longest.end() + 1] in _LOST_EXPONENTS
        and unit in UNITS
        and UNITS[unit].dimension == "length"
    ):
        return replace(draft, bare=draft.scale == 1)
    currency = lexicon.profile.scaled_currencies.get(fold(surface))
    if currency and draft.scale >= _LARGE_SCALE and not lexicon.measured.match(text, longest.end()):
        return replace(draft, end=longest.end(), kind=QuantityKind.MONEY, unit=currency)
    return replace(draft, end=longest.end(), kind=QuantityKind.MEASURE, unit=unit)
