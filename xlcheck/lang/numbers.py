"""How a language writes numbers, beyond what CLDR says: the `[numbers]` table of a language file.

CLDR (see `xlcheck.extract.cldr`) gives separators, scale words, unit and currency names; words2num2 gives number words.
This table holds what neither knows: everyday abbreviations, inflected unit names, halves and dozens, hedges such as
"rund", and the ordinary words that only look like numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberProfile:
    """The `[numbers]` table; every field has a default that means "nothing is known".

    Attributes:
        trust_words: whether number words of this language were tested well enough to accuse somebody; words of other
            languages only ever help to explain a number.
        scales: words that multiply the number before them ("Mio." = 1000000, "dozen" = 12).
        bare_scales: scale words that state a number on their own ("hundert" Menschen).
        articles: words that count as 1 before a scale word ("a million", "eine Milliarde").
        words: further number words, values as fractions ("anderthalb" = "3/2").
        half_endings: endings that add a half to a number word ("zweieinhalb").
        half_phrases: phrases after a number that add a half ("and a half").
        fractions: words that make a fraction of the number before them ("thirds" = "1/3").
        joins: words inside a number ("three hundred and five").
        not_numbers: words or phrases that look like numbers and are none ("außer Acht").
        ordinal_suffixes: what follows a figure to make an ordinal ("th"; "." in German).
        ordinal_endings: endings of ordinal words, where the cardinal parser would accept them too.
        word_endings: endings of compounds that carry the unit ("jährig" = "year", "fach" = "fold", "köpfig" = "").
        percent: words for percent; `percent_points` words for percentage points.
        units: further names of units, canonical names as in `xlcheck.lang.units`.
        currencies: further names of currencies, ISO codes, "$" for a dollar that is not named.
        scaled_currencies: words that are a weight behind a plain number and money behind a large round one, "million"
            or the like ("2.3 million pounds"), unless one of `measured` follows ("million pounds of beef").
        labels: words before a number that only names something ("Artikel 5").
        about: words before a number that blur it; `at_least`, `at_most` bound it,
            `at_least_after` from behind.
        ranges: words between the ends of a range ("bis"); `between` pairs of words round one ("zwischen", "und");
            `changes` words before the first of two values that are no range ("from 5 to 10").
        minus: words before a number that make it negative; `below_zero` phrases after it that do.
    """

    trust_words: bool = False
    scales: dict[str, int] = field(default_factory=dict)
    bare_scales: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    half_endings: tuple[str, ...] = ()
    half_phrases: tuple[str, ...] = ()
    fractions: dict[str, str] = field(default_factory=dict)
    joins: tuple[str, ...] = ()
    not_numbers: tuple[str, ...] = ()
    ordinal_suffixes: tuple[str, ...] = ()
    ordinal_endings: tuple[str, ...] = ()
    word_endings: dict[str, str] = field(default_factory=dict)
    percent: tuple[str, ...] = ()
    percent_points: tuple[str, ...] = ()
    units: dict[str, str] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    scaled_currencies: dict[str, str] = field(default_factory=dict)
    measured: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    at_least_after: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    between: tuple[tuple[str, str], ...] = ()
    changes: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    below_zero: tuple[str, ...] = ()
