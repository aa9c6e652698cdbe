"""Quantities in a sentence: a numeral with its scale, unit, hedge and sign, or a label that only looks like one.

Numerals are found first (`numerals_in_text`); this module reads what stands around each of them and joins the two
ends of a range. Dates and times are found before and are never quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.extract.dates import find_dates
from xlcheck.extract.number_lexicon import NumberLexicon, number_lexicon
from xlcheck.extract.numerals_in_text import blocked_ranges, find_numerals
from xlcheck.extract.phrases import LETTER, UNSPACED, alternatives, ascii_digits, fold, is_letter
from xlcheck.lang.units import BARE_DEGREE, UNITS
from xlcheck.model import Approximation, DateFact, Quantity, QuantityKind, Reading, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.extract.numeral import Numeral

_LOOK_BACK = 40
"""How much text before a number is read for hedges, labels and signs; the longest such phrase is shorter."""
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SMALLEST_SHARE = 2
_LARGEST_SHARE_OF_NOUN = 100
"""One Frenchman in ten; but a village of 500 is no share of anything."""
_LARGE_SCALE = 1_000_000
"""Scale from which on a word that may be a weight or a currency is a currency."""
_SPEEDS = {"kilometer": "kilometer_per_hour", "mile": "mile_per_hour"}
_LOST_EXPONENTS = ("?", "\N{REPLACEMENT CHARACTER}")
"""What an encoding leaves of the exponent in "48 m²": whether it was a length nobody can tell."""
_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
_MINUS = "-\N{MINUS SIGN}\N{EN DASH}"
_MORE_DIGITS = re.compile(r"\d++")
_SCORE = re.compile(r"(?<![\d:.,])(\d{1,3})(?:(?::)|(?:\s:\s))(\d{1,3})(?![\d:]|[.,]\d)")
_PHONE = re.compile(
    rf"(?<!{LETTER})(?<![\d_+.,])(?:\+\d|00\d|\(0|0\d{{1,5}}[ /-]|0\d(?=(?:[ .]\d\d){{4}}(?!\d)))"
    r"[\d ()/.-]{5,24}\d(?!\d)"
)
_UNSPACED_PAIR = re.compile(f"[{UNSPACED}]{{2}}")
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
        taken[item.start : item.end] = b"\x01" * (item.end - item.start)
    quantities = _find_quantities(span, number_lexicon(language), taken)
    return quantities, tuple(item.fact(span) for item in dates)


def extract_quantities(span: Span, language: str) -> tuple[Quantity, ...]:
    """Return the quantities of one sentence; dates and times are left to `extract_dates`."""
    return extract_numbers_and_dates(span, language)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A quantity in the making: `numeral_start` is where the bare number begins, `bare` whether nothing followed it."""

    start: int
    end: int
    numeral_start: int
    kind: QuantityKind
    readings: tuple[Reading, ...]
    unit: str = ""
    approximation: Approximation = Approximation.EXACT
    precision: int | None = None
    scale: Fraction = Fraction(1)
    bare: bool = False

    def quantity(self, span: Span) -> Quantity:
        return Quantity(
            span=span.sub(self.start, self.end),
            kind=self.kind,
            readings=self.readings,
            unit=self.unit,
            approximation=self.approximation,
            precision=self.precision,
        )


def _find_quantities(span: Span, lexicon: NumberLexicon, taken: bytearray) -> tuple[Quantity, ...]:
    text = ascii_digits(span.text)
    for start, end in blocked_ranges(text, lexicon):
        taken[start:end] = b"\x01" * (end - start)
    labels = [*_special_labels(text, taken), *_centuries(text, lexicon, taken)]
    drafts: list[_Draft] = []
    position = 0
    numerals = find_numerals(text, lexicon, taken)
    for index, numeral in enumerate(numerals):
        if numeral.start < position:
            continue
        draft = _complete(text, numeral, lexicon, floor=position)
        if draft is not None:
            draft, position = _absorb(text, draft, numerals[index + 1 : index + 4], lexicon)
            drafts.append(draft)
        else:
            position = numeral.end
    drafts = [*_join_ranges(text, drafts, lexicon), *labels]
    return tuple(draft.quantity(span) for draft in sorted(drafts, key=lambda item: item.start))


def _special_labels(text: str, taken: bytearray) -> list[_Draft]:
    """Find scores (3:1) and telephone numbers, and mark them as taken."""
    found = []
    for pattern in (_PHONE, _SCORE):
        for match in pattern.finditer(text):
            start, end = match.span()
            digits = "".join(_MORE_DIGITS.findall(match.group()))
            if any(taken[start:end]) or (pattern is _PHONE and len(digits) < 7):
                continue
            taken[start:end] = b"\x01" * (end - start)
            if pattern is _PHONE:
                low = high = Fraction(int(digits.lstrip("0") or "0"))
            else:
                low, high = sorted((Fraction(int(match.group(1))), Fraction(int(match.group(2)))))
            found.append(
                _Draft(
                    start=start,
                    end=end,
                    numeral_start=start,
                    kind=QuantityKind.LABEL,
                    readings=(Reading(low=low, high=high),),
                )
            )
    return found


def _centuries(text: str, lexicon: NumberLexicon, taken: bytearray) -> list[_Draft]:
    """Read centuries in Roman figures: "siglo XXI", "XIXe siècle"."""
    found = []
    for match in lexicon.century.finditer(text):
        side = "before" if match["before"] else "after"
        start, end = match.span(side)
        if not any(taken[start:end]):
            value = Fraction(_roman(match[side]))
            found.append(
                _Draft(start=start, end=end, numeral_start=start, kind=QuantityKind.ORDINAL, readings=_point((value,)))
            )
    return found


def _roman(figures: str) -> int:
    values = [_ROMAN[figure] for figure in figures]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _point(values: Sequence[Fraction]) -> tuple[Reading, ...]:
    return tuple(Reading(low=value, high=value) for value in values)


def _complete(text: str, numeral: Numeral, lexicon: NumberLexicon, *, floor: int) -> _Draft | None:
    """Read what stands around one numeral; `floor` is where the number before it ends."""
    if not numeral.values:
        return None
    draft = _Draft(
        start=numeral.start,
        end=numeral.end,
        numeral_start=numeral.start,
        kind=QuantityKind.ORDINAL if numeral.ordinal else QuantityKind.COUNT,
        readings=_point(numeral.values),
        precision=numeral.precision,
        scale=numeral.scale,
        approximation=Approximation.ABOUT if numeral.rough else Approximation.EXACT,
    )
    before = text[max(floor, numeral.start - _LOOK_BACK) : numeral.start]
    if numeral.precision is not None and _is_glued_label(text, numeral, before, lexicon):
        return replace(draft, kind=QuantityKind.LABEL)
    if numeral.unit is not None:
        draft = replace(draft, unit=numeral.unit, kind=QuantityKind.MEASURE if numeral.unit else QuantityKind.COUNT)
        return _hedge(text, draft, lexicon)
    if (sign := lexicon.percent_before.search(before)) and numeral.precision is not None:
        start = draft.start - (len(before) - sign.start(1))
        return _hedge(text, replace(draft, start=start, kind=QuantityKind.PERCENT, unit="%"), lexicon)
    if share := _share(text, draft, before, lexicon):
        return share
    if (numeral.precision is not None or numeral.glued) and (prefix := lexicon.share_prefix_before.search(before)):
        return _hedge(text, _prefixed_share(draft, before, prefix, lexicon), lexicon)
    if label := lexicon.label_after.match(text, draft.end):
        return replace(draft, kind=QuantityKind.LABEL, end=label.end())
    if prefix := lexicon.ordinal_before.search(before):
        start = draft.start - (len(before) - prefix.start(1))
        if label := lexicon.ordinal_label.match(text, draft.end):
            return replace(draft, start=start, end=label.end(), kind=QuantityKind.LABEL)
        return replace(draft, start=start, kind=QuantityKind.ORDINAL)
    percent_word = lexicon.percent_word_before.search(before) if not numeral.ordinal else None
    draft = _with_money_before(text, draft, before, lexicon)
    if numeral.precision is not None and (ending := lexicon.figure_ending.match(text, draft.end)):
        draft = replace(draft, end=ending.end())
    if not numeral.ordinal:
        draft = _with_scale(text, draft, lexicon, has_money=draft.kind is QuantityKind.MONEY)
    if percent_word:
        return _hedge(text, _as_percentage(text, draft, len(before) - percent_word.start(1), lexicon), lexicon)
    draft = _with_unit(text, draft, lexicon)
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
            draft = replace(draft, end=ending.end(), unit=unit, kind=_kind_of(unit) if unit else QuantityKind.COUNT)
    glued = draft.end < len(text) and is_letter(text[draft.end]) and not _GLUED_MULTIPLIER.match(text, draft.end)
    if numeral.precision is not None and glued:
        return replace(draft, kind=QuantityKind.LABEL)
    if draft.kind in (QuantityKind.COUNT, QuantityKind.ORDINAL) and lexicon.label_before.search(before):
        return replace(draft, kind=QuantityKind.LABEL)
    if draft.unit in _SPEEDS and lexicon.hourly.search(before):
        draft = replace(draft, unit=_SPEEDS[draft.unit])
    return _hedge(text, _with_sign(text, _inverted(text, draft, before, lexicon), lexicon), lexicon)


def _as_percentage(text: str, draft: _Draft, back: int, lexicon: NumberLexicon) -> _Draft:
    """Read "yüzde 5" and "yüzde 5 puan"; `back` is how far before the number the word stands."""
    points = lexicon.percent_points.match(text, draft.end) or lexicon.points.match(text, draft.end)
    return replace(
        draft,
        start=draft.numeral_start - back,
        end=points.end() if points else draft.end,
        kind=QuantityKind.PERCENT,
        unit="pp" if points else "%",
    )


def _inverted(text: str, draft: _Draft, before: str, lexicon: NumberLexicon) -> _Draft:
    """Read "человек пять": about five; a number before the noun (из десяти человек пять) owns it instead."""
    noun = lexicon.inverted.search(before)
    if noun is None or draft.unit or draft.kind is not QuantityKind.COUNT or not before[: noun.start(1)].strip():
        return draft
    unit = lexicon.units.get(fold(noun.group(1)), "")
    kind = QuantityKind.MEASURE if unit else draft.kind
    start = draft.start - (len(before) - noun.start(1))
    return replace(draft, start=start, kind=kind, unit=unit, approximation=Approximation.ABOUT)


def _share(text: str, draft: _Draft, before: str, lexicon: NumberLexicon) -> _Draft | None:
    """Read "one in ten" and "jeder zehnte" as a tenth; the number itself stays a reading ("every third day")."""
    pattern = lexicon.every_before if draft.kind is QuantityKind.ORDINAL else lexicon.share_before
    match, number = pattern.search(before), draft.readings[0].low
    if not match or number < _SMALLEST_SHARE or number.denominator != 1:
        return None
    if match.groupdict().get("noun") and (number > _LARGEST_SHARE_OF_NOUN or _is_measured(text, draft.end, lexicon)):
        return None  # "eine Belohnung von 50.000 Euro", "einer Laufzeit von zwölf Monaten"
    readings = _point((1 / number, number))
    start = draft.start - (len(before) - match.start(1))
    return replace(draft, start=start, kind=QuantityKind.COUNT, readings=readings)


def _is_measured(text: str, end: int, lexicon: NumberLexicon) -> bool:
    """Tell whether a unit, a currency, percent or a scale word follows a number."""
    patterns = (lexicon.currency, lexicon.percent, lexicon.scale)
    return bool(_units_at(text, end, lexicon)) or any(pattern.match(text, end) for pattern in patterns)


def _prefixed_share(draft: _Draft, before: str, prefix: re.Match[str], lexicon: NumberLexicon) -> _Draft:
    """Read 百分之五, ร้อยละ 5."""
    factor = lexicon.share_factors[fold(prefix.group(1))]
    readings = tuple(_times(item, factor) for item in draft.readings)
    start = draft.start - (len(before) - prefix.start(1))
    return replace(draft, start=start, readings=readings, kind=QuantityKind.PERCENT, unit="%")


def _is_glued_label(text: str, numeral: Numeral, before: str, lexicon: NumberLexicon) -> bool:
    """Recognise G8, G-8, COVID-19, F-16, 007: figures glued to letters, or with a leading nought."""
    surface = text[numeral.start : numeral.end]
    if len(surface) > 1 and surface.isdecimal() and int(surface[0]) == 0:
        return True
    if not before:
        return False
    if lexicon.currency_before.search(before) or lexicon.prefix_before.search(before):
        return False
    if is_letter(before[-1]) or before[-1] == "_":
        return True
    if before[-1] not in _HYPHENS or len(before) < 2:
        return False
    word = re.search(rf"[^\W\d_{UNSPACED}]+[{_HYPHENS}]$", before)
    # "pre-2010" and "top-10" count; "F-16" and "Covid-19" name: the difference is the capital.
    return word is not None and not word.group().islower()


def _with_money_before(text: str, draft: _Draft, before: str, lexicon: NumberLexicon) -> _Draft:
    match = lexicon.currency_before.search(before)
    if not match:
        return draft
    start = draft.start - (len(before) - match.start(1))
    return replace(draft, start=start, kind=QuantityKind.MONEY, unit=lexicon.currencies[fold(match.group(1))])


def _with_scale(text: str, draft: _Draft, lexicon: NumberLexicon, *, has_money: bool) -> _Draft:
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
    letter, after = _letter_scale(text, end, lexicon)
    if letter and not decided:
        if not (has_money or lexicon.currency.match(text, after)):
            # "5m" is five million or five metres, "4K" a resolution or a price; only the other side can tell.
            both = (*(_times(item, Fraction(letter)) for item in readings), *readings)
            return replace(draft, readings=both, end=after)
        scale, end, decided = Fraction(letter), after, True
    if not decided and not lexicon.profile.infix_hedges and (match := lexicon.loose_scale.match(text, end)):
        # What is not known for certain (1300余万, 1,4 миллионом) leaves both readings open.
        factor = Fraction(lexicon.loose_scales[fold(match["word"] or match["stem"])])
        both = (*(_times(item, factor) for item in readings), *readings)
        return replace(draft, readings=both, end=match.end())
    if not decided and (match := lexicon.fraction.match(text, end)):
        # "Three quarters" are a share or nine months: the second reading is the number itself.
        both = (*(_times(item, lexicon.fractions[fold(match.group(1))]) for item in readings), *readings)
        return replace(draft, readings=both, end=match.end())
    if decided and (match := lexicon.half.match(text, end)):
        readings, end = _plus_half(readings, Fraction(1)), match.end()  # "deux millions et demi"
    if decided and len(readings) > 1 and not lexicon.profile.grouped_scales:
        # Nobody writes "1.500 Millionen" for 1500 million as often as for 1.5: both readings stay, the small one leads.
        readings = tuple(sorted(readings, key=lambda item: item.low))
    readings = tuple(_times(item, scale) for item in readings)
    return replace(draft, readings=readings, end=end, scale=scale * draft.scale)


def _plus_half(readings: Sequence[Reading], of: Fraction) -> tuple[Reading, ...]:
    return tuple(Reading(low=item.low + of / 2, high=item.high + of / 2) for item in readings)


def _units_at(text: str, end: int, lexicon: NumberLexicon) -> list[re.Match[str]]:
    return [match for match in (lexicon.unit.match(text, end), lexicon.unit_symbol.match(text, end)) if match]


def _letter_scale(text: str, end: int, lexicon: NumberLexicon) -> tuple[int, int]:
    """Return what a single letter behind a figure multiplies it by, and where it ends; (0, end) if there is none."""
    if text[end : end + 1].isspace() and lexicon.currency.match(text, end + 2):
        end += 1  # 10 M€
    if end >= len(text) or text[end + 1 : end + 2].isalnum():
        return 0, end
    return lexicon.letter_scales.get(text[end].casefold(), 0), end + 1


def _times(reading: Reading, factor: Fraction) -> Reading:
    return Reading(low=reading.low * factor, high=reading.high * factor)


@cache
def _hours(language: str) -> re.Pattern[str]:
    lexicon = number_lexicon(language)
    speeds = {unit.name for unit in UNITS.values() if unit.dimension == "speed"}
    words = [word for word, unit in lexicon.units.items() if unit in {"hour", *speeds}]
    return re.compile(alternatives((*words, *lexicon.profile.hourly)), re.IGNORECASE)


def names_hour(text: str, language: str) -> bool:
    """Tell whether a sentence names an hour or a speed anywhere, with or without a number."""
    return _hours(language).search(text) is not None


def _kind_of(unit: str) -> QuantityKind:
    if unit in ("%", "pp"):
        return QuantityKind.PERCENT
    return QuantityKind.MEASURE


def _with_unit(text: str, draft: _Draft, lexicon: NumberLexicon) -> _Draft:
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


def _unit_after(text: str, draft: _Draft, lexicon: NumberLexicon) -> _Draft:
    end = draft.end
    is_decimal = draft.scale == 1 and draft.precision is not None and draft.readings[0].low.denominator != 1
    if match := lexicon.percent_points.match(text, end) or (is_decimal and lexicon.points.match(text, end)):
        return replace(draft, end=match.end(), kind=QuantityKind.PERCENT, unit="pp")
    if match := lexicon.percent.match(text, end):
        return replace(draft, end=match.end(), kind=QuantityKind.PERCENT, unit="%")
    if match := lexicon.per_mille.match(text, end):
        readings = tuple(_times(item, Fraction(1, 10)) for item in draft.readings)
        return replace(draft, end=match.end(), kind=QuantityKind.PERCENT, unit="%", readings=readings)
    counter = lexicon.counter.match(text, end)
    if (match := lexicon.tenths.match(text, end)) and not (counter and counter.end() > match.end()):
        readings = tuple(_times(item, Fraction(10)) for item in draft.readings)
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


def _with_sign(text: str, draft: _Draft, lexicon: NumberLexicon) -> _Draft:
    """Read "−5", "minus 5", "5 Grad unter null"."""
    start = draft.start
    glued = start > 0 and text[start - 1] in _MINUS and (start == 1 or text[start - 2] in " \t\N{NO-BREAK SPACE}(\n")
    # A dash with a word on its left and a blank between is a dash; a hyphen glued to the number only is a sign.
    before = text[max(0, start - _LOOK_BACK) : start]
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


def _hedge(text: str, draft: _Draft, lexicon: NumberLexicon) -> _Draft:
    """Read "rund", "more than", "bis zu" before the number and "or more" after it."""
    before = text[max(0, draft.start - _LOOK_BACK) : draft.start]
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


def _share_of_two(text: str, first: _Draft, second: _Draft, lexicon: NumberLexicon) -> _Draft | None:
    """Read "two out of three" as two thirds, with both numbers as further readings."""
    if not (first.bare and second.bare and lexicon.share_gap.fullmatch(text, first.end, second.start)):
        return None
    top, bottom = first.readings[0].low, second.readings[0].low
    if not 0 < top < bottom:
        return None
    return replace(first, end=second.end, readings=_point((top / bottom, top, bottom)), bare=False)


def _absorb(text: str, draft: _Draft, following: Sequence[Numeral], lexicon: NumberLexicon) -> tuple[_Draft, int]:
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


def _with_change(text: str, draft: _Draft, numeral: Numeral, lexicon: NumberLexicon) -> tuple[_Draft, int]:
    """Add small change: 8元5角."""
    match = lexicon.change.match(text, numeral.end)
    if match is None:
        return draft, draft.end
    change = numeral.values[0] * lexicon.change_values[fold(match.group(1))]
    readings = tuple(Reading(low=item.low + change, high=item.high + change) for item in draft.readings)
    return replace(draft, end=match.end(), readings=readings), match.end()


def _join_ranges(text: str, drafts: list[_Draft], lexicon: NumberLexicon) -> list[_Draft]:
    """Make one quantity of "3 bis 5 Millionen" and "between 3 and 5 percent"."""
    joined: list[_Draft] = []
    for draft in drafts:
        whole = None
        if joined and joined[-1].kind is draft.kind is QuantityKind.COUNT:
            whole = _share_of_two(text, joined[-1], draft, lexicon)
        if joined and (whole := whole or _range(text, joined[-1], draft, lexicon)):
            joined[-1] = whole
        else:
            joined.append(draft)
    return joined


def _range(text: str, first: _Draft, second: _Draft, lexicon: NumberLexicon) -> _Draft | None:
    start = counter.end() if (counter := lexicon.counter.match(text, first.end)) else first.end
    gap = text[first.end : second.start]
    if first.bare and second.bare and lexicon.score_gap.fullmatch(gap):
        least, most = sorted((first.readings[0].low, second.readings[0].high))
        return replace(first, end=second.end, kind=QuantityKind.LABEL, readings=(Reading(low=least, high=most),))
    gap = text[start : second.start] if start < second.start else gap
    if len(gap) > 12 or QuantityKind.LABEL in (first.kind, second.kind) or not _same_sort(first, second):
        return None
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    if lexicon.between_before.search(before):
        if not lexicon.between_gap.fullmatch(gap):
            return None
    elif not lexicon.range_gap.fullmatch(gap) or lexicon.change_before.search(before):
        return None
    low = first.readings[0]
    if second.scale != 1 and (first.bare or (first.kind is QuantityKind.MONEY and first.scale == 1)):
        low = _times(low, second.scale)
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


def _same_sort(first: _Draft, second: _Draft) -> bool:
    if first.bare or first.unit == second.unit:
        return True
    return second.kind is QuantityKind.COUNT and first.kind is QuantityKind.MONEY
