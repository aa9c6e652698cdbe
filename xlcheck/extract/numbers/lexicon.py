"""What may stand around a number in one language, compiled once: scale words, units, currencies, hedges, labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.extract.cldr import cldr
from xlcheck.extract.numbers.patterns import (
    GAP,
    GAP_OR_HYPHEN,
    NEVER,
    NOUN,
    RANGE_DASHES,
    Pattern,
    any_of,
    between_gap,
    century,
    exact,
    loose_scale,
    ordinal_before,
    ordinal_mark,
    share_before,
    unspaced,
    whole_words,
    word_after,
    word_before,
    word_pattern,
)
from xlcheck.extract.numbers.words import HAN_MYRIADS, HAN_NUMERALS
from xlcheck.extract.phrases import (
    BOUNDARY,
    LETTER,
    SPACE,
    alternatives,
    fold,
)
from xlcheck.lang.currencies import CODES, SYMBOLS
from xlcheck.lang.profile import load_profile
from xlcheck.lang.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlcheck.lang.numbers import NumberProfile

_PERCENT_SIGNS = ("%", "\N{ARABIC PERCENT SIGN}", "\N{FULLWIDTH PERCENT SIGN}", "\N{SMALL PERCENT SIGN}")
_PER_MILLE = "\N{PER MILLE SIGN}"
_STEM = 5
"""Shortest scale word that may be recognised by its stem."""
_MONEY_PREFIXES = {"k": 1000, "K": 1000, "M": 1_000_000}
"""Prefixes that multiply a currency in every language: 20 k€, 150 M EUR, 30 MSEK."""
_DEGREE = "\N{DEGREE SIGN}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLexicon:
    """Patterns to try at the end of a number (`match`) or on the text before it (`search`, anchored at its end).

    The tables are keyed by the folded surface (`fold`); symbols are case-sensitive and keyed as they stand.
    """

    language: str
    profile: NumberProfile
    decimal: str
    group: str
    word: Pattern
    prefix_before: Pattern
    cued: Mapping[str, Pattern]
    before_nouns: frozenset[str]
    measures: Mapping[str, tuple[Fraction, str]]
    measure: Pattern
    not_behind: Mapping[str, Pattern]
    figure_ending: Pattern
    percent_word_before: Pattern
    inverted: Pattern
    scale: Pattern
    loose_scale: Pattern
    loose_scales: Mapping[str, int]
    scales: Mapping[str, int]
    letter_scales: Mapping[str, int]
    money_prefixes: Mapping[str, int]
    money_prefix: Pattern
    money_letter: Pattern
    half: Pattern
    fraction: Pattern
    fractions: Mapping[str, Fraction]
    article: Pattern
    articles: frozenset[str]
    words: Mapping[str, Fraction]
    word_phrase: Pattern
    glued_word: Pattern
    half_word: Pattern
    rough_scales: frozenset[str]
    scale_link: Pattern
    plural_only: Mapping[str, tuple[str, ...]]
    share_before: Pattern
    share_gap: Pattern
    every_before: Pattern
    century: Pattern
    not_numbers: Pattern
    measured: Pattern
    percent: Pattern
    per_mille: Pattern
    percent_points: Pattern
    percent_before: Pattern
    unit: Pattern
    units: Mapping[str, str]
    unit_symbol: Pattern
    unit_symbols: Mapping[str, str]
    currency: Pattern
    currency_before: Pattern
    currency_name_before: Pattern
    currencies: Mapping[str, str]
    ordinal: Pattern
    ending: Pattern
    endings: Mapping[str, str]
    label_before: Pattern
    about: Pattern
    at_least: Pattern
    at_most: Pattern
    at_least_after: Pattern
    changing: Pattern
    points: Pattern
    hourly: Pattern
    range_gap: Pattern
    either_gap: Pattern
    between_gap: Pattern
    between_before: Pattern
    change_before: Pattern
    minus_before: Pattern
    below_zero: Pattern
    han: bool
    numerals: Pattern
    numeral: Pattern
    numeral_values: Mapping[str, int]
    countable: tuple[str, ...]
    counter: Pattern
    glued_half: Pattern
    vague_before: Pattern
    vague_after: Pattern
    infix: Pattern
    ordinal_before: Pattern
    label_after: Pattern
    share_prefix_before: Pattern
    share_prefix: Pattern
    share_factors: Mapping[str, Fraction]
    tenths: Pattern
    denominator_gap: Pattern
    denominator_before: Pattern
    numerator_gap: Pattern
    score_gap: Pattern
    about_after: Pattern
    at_most_after: Pattern
    not_hedges: Pattern
    ordinal_label: Pattern
    change: Pattern
    change_values: Mapping[str, Fraction]
    degree_before: Pattern
    speed_before: Pattern


@cache
def number_lexicon(language: str) -> NumberLexicon:
    """Compile what CLDR and the language's own table know about numbers."""
    data, profile = cldr(language), load_profile(language).numbers
    scales = {fold(word): value for word, value in {**data.scales, **profile.scales}.items()}
    if HAN_MYRIADS.keys() & scales.keys():
        scales |= {char: value for char, value in HAN_NUMERALS.items() if value > 10}
    scales = {word: value for word, value in scales.items() if profile.scales.get(word, value)}
    long_scales = {word: value for word, value in scales.items() if len(word) > 1 or not word.isascii()}
    letter_scales = {word: value for word, value in scales.items() if word not in long_scales}
    stems = {} if profile.scales else _stems(long_scales)
    units = {fold(word): name for word, name in {**data.units, **profile.units}.items() if name}
    for word, name in profile.units.items():
        if not name:  # an empty name takes a misleading spelling ("in" for inch) out of CLDR's list
            units.pop(fold(word), None)
    symbols = {symbol: unit.name for unit in UNITS.values() for symbol in unit.symbols}
    symbols |= {"t": "tonne", "g": "gram", "l": "liter", _DEGREE: "degree"}
    names = {**data.currencies, **profile.currencies}
    currencies = {fold(word): code for word, code in names.items()}
    money_signs = {**data.symbols, **SYMBOLS}
    currencies |= {fold(symbol): code for symbol, code in money_signs.items()} | {fold(code): code for code in CODES}
    signs = rf"(?:{exact(money_signs)}|{exact(CODES)}(?!\w))"
    money = f"(?i:{alternatives(names, left=False, right=False)})|{signs}"  # glued as well: 30 Mkr
    tail = f"(?i:{exact(profile.noun_endings)})?" if profile.noun_endings else ""
    money_prefixes = {**_MONEY_PREFIXES, **profile.money_prefixes}
    money_letters = {*money_prefixes, "m", *(sign for word in letter_scales for sign in (word, word.upper()))}

    def before(words: Iterable[str], **options: str) -> Pattern:
        return word_before(words, prefixes=profile.prefixes, **options)

    fractions = {fold(word): Fraction(value) for word, value in profile.fractions.items()}
    endings = {fold(word): unit for word, unit in profile.word_endings.items()}
    numerals = profile.numerals or HAN_NUMERALS
    percent = (*data.percent, *profile.percent, *_PERCENT_SIGNS)
    countable = (*profile.counters, *units, *names, *long_scales, *percent, *profile.percent_points, *profile.tenths)
    return NumberLexicon(
        language=language,
        profile=profile,
        decimal=data.decimal,
        group=data.group,
        word=re.compile(word_pattern(apostrophes=profile.word_apostrophes)),
        prefix_before=re.compile(rf"(?<!{LETTER}){any_of(profile.prefixes)}\N{{ARABIC TATWEEL}}?$", re.IGNORECASE),
        cued={fold(word): before(cues, gap=SPACE) for word, cues in profile.cued.items()},
        measures={fold(word): _measure(value) for word, value in profile.measures.items()},
        measure=re.compile(alternatives(profile.measures), re.IGNORECASE),
        not_behind={
            fold(word): re.compile(rf"\w{any_of(endings)}{SPACE}$", re.IGNORECASE)
            for word, endings in profile.not_behind.items()
        },
        before_nouns=frozenset(map(fold, profile.before_nouns)),
        figure_ending=re.compile(rf"{any_of(profile.figure_endings)}(?!\w)", re.IGNORECASE),
        percent_word_before=before(profile.percent_before, gap=rf"{SPACE}{{1,2}}"),
        inverted=before(profile.inverted, gap=SPACE),
        scale=word_after(long_scales, gap=GAP_OR_HYPHEN, tail=tail),
        scales=long_scales,
        loose_scale=loose_scale(long_scales, stems),
        loose_scales={**long_scales, **stems},
        letter_scales=letter_scales,
        money_prefixes=money_prefixes | {"m": 1_000_000},
        money_prefix=re.compile(rf"{SPACE}?({exact(money_prefixes)})"),
        money_letter=re.compile(rf"{GAP_OR_HYPHEN}({exact(money_letters)})(?![\w^?²³]|(?<=[A-Z])\.{SPACE}[^\W\d_])"),
        half=word_after(profile.half_phrases),
        fraction=word_after(fractions, gap=GAP_OR_HYPHEN),
        fractions=fractions,
        article=before(profile.articles, gap=SPACE),
        articles=frozenset(map(fold, profile.articles)),
        words={fold(word): Fraction(value) for word, value in profile.words.items()},
        word_phrase=whole_words(word for word in profile.words if not word.isalpha()),
        glued_word=whole_words(unspaced((*profile.words, *profile.measures))),
        half_word=whole_words(profile.halves),
        rough_scales=frozenset(map(fold, profile.rough_scales)),
        scale_link=re.compile(rf"{SPACE}(?:{alternatives(profile.scale_links)}){SPACE}?", re.IGNORECASE),
        plural_only={fold(word): endings for word, endings in profile.plural_only.items()},
        share_before=share_before(profile),
        share_gap=re.compile(rf"(?:{SPACE}{NOUN})?{SPACE}{alternatives(profile.shares)}{SPACE}", re.IGNORECASE),
        every_before=word_before(profile.every, gap=SPACE),
        century=century(profile.centuries),
        not_numbers=re.compile(alternatives(profile.not_numbers), re.IGNORECASE),
        measured=re.compile(rf"{SPACE}{{1,3}}{alternatives(profile.measured)}", re.IGNORECASE),
        percent=word_after(percent, gap=GAP_OR_HYPHEN),
        per_mille=word_after((*profile.per_mille, _PER_MILLE), gap=GAP_OR_HYPHEN),
        percent_before=re.compile(rf"(?<!\d)(?<!\d\s)({exact(_PERCENT_SIGNS)}){SPACE}?$"),
        percent_points=word_after(profile.percent_points, gap=GAP_OR_HYPHEN),
        unit=word_after(units, gap=GAP_OR_HYPHEN, tail=tail),
        units=units,
        unit_symbol=re.compile(f"{GAP_OR_HYPHEN}({exact(symbols)}){tail}(?![\\w°])"),
        unit_symbols=symbols,
        currency=re.compile(f"{GAP_OR_HYPHEN}({money}){tail}{BOUNDARY}"),
        currency_before=re.compile(rf"(?<!{LETTER})(?<![\d_])({signs}){GAP}$"),
        currency_name_before=re.compile(rf"({any_of(profile.currencies_before)}){GAP}$"),
        currencies=currencies,
        ordinal=re.compile(ordinal_mark(profile.ordinal_suffixes)),
        ending=re.compile(rf"-?({any_of(endings)})\w{{0,3}}(?!{LETTER})", re.IGNORECASE),
        endings=endings,
        label_before=before(profile.labels, gap=r"[\s:#№-]{0,2}"),
        about=before(profile.about),
        at_least=before(profile.at_least),
        at_most=before(profile.at_most),
        at_least_after=word_after(profile.at_least_after),
        changing=re.compile(
            rf"(?<!{LETTER}){any_of(profile.changing)}\w{{0,8}}(?:{SPACE}[^\W\d_]+){{0,3}}{SPACE}$", re.IGNORECASE
        ),
        points=word_after(profile.points, tail=tail),
        hourly=before(profile.hourly, gap=SPACE),
        range_gap=re.compile(
            rf"\s?[{RANGE_DASHES}]\s?|\s{alternatives(profile.ranges)}\s|\s?{alternatives(unspaced(profile.ranges))}\s?",
            re.IGNORECASE,
        ),
        either_gap=re.compile(
            rf"\s{alternatives(profile.either)}\s|{SPACE}?{alternatives(unspaced(profile.either))}{SPACE}?",
            re.IGNORECASE,
        ),
        between_gap=re.compile(between_gap(profile), re.IGNORECASE),
        between_before=before(first for first, _ in profile.between),
        change_before=before(profile.changes),
        minus_before=before(profile.minus),
        below_zero=word_after(profile.below_zero),
        han=not profile.numerals,
        numerals=re.compile(f"{any_of(numerals)}+"),
        numeral=re.compile(any_of(numerals)),
        numeral_values=numerals,
        countable=countable,
        counter=word_after(profile.counters),
        glued_half=re.compile(f"{any_of(profile.glued_halves)}(?={SPACE}?{alternatives(units)})")
        if profile.glued_halves
        else NEVER,
        vague_before=word_before(profile.vague),
        vague_after=word_after(profile.vague),
        infix=re.compile(rf"{SPACE}?({any_of(profile.infix_hedges)})(?={SPACE}?{alternatives(countable)})")
        if profile.infix_hedges
        else NEVER,
        ordinal_before=ordinal_before(profile),
        label_after=word_after(profile.labels_after),
        share_prefix_before=word_before(profile.share_prefixes),
        share_prefix=re.compile(alternatives(profile.share_prefixes)),
        share_factors={fold(word): Fraction(value) for word, value in profile.share_prefixes.items()},
        tenths=word_after(profile.tenths),
        denominator_gap=re.compile(rf"{SPACE}?{alternatives(profile.denominator_marks)}{SPACE}?"),
        denominator_before=word_before(profile.denominator_marks),
        numerator_gap=re.compile(rf"{SPACE}?{alternatives(profile.numerator_marks)}{SPACE}?"),
        score_gap=re.compile(rf"{SPACE}?{alternatives(profile.score_marks)}{SPACE}?"),
        about_after=word_after(profile.about_after),
        at_most_after=word_after(profile.at_most_after),
        not_hedges=word_before(profile.not_hedges),
        ordinal_label=word_after(profile.ordinal_labels),
        change=word_after(profile.small_change),
        change_values={fold(word): Fraction(value) for word, value in profile.small_change.items()},
        speed_before=word_before(profile.speed_prefixes),
        degree_before=word_before(profile.degree_scales),
    )


def _measure(value: str) -> tuple[Fraction, str]:
    number, unit = value.split(" ", 1)
    return Fraction(number), unit


def _stems(scales: Mapping[str, int]) -> dict[str, int]:
    """Return scale words without their last letter, for languages whose inflected forms are not listed anywhere."""
    return {word[:-1]: value for word, value in scales.items() if len(word) >= _STEM and word.isalpha()}
