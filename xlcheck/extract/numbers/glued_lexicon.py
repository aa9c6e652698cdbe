"""What may follow a numeral that is written without spaces, compiled for a language when a text first has one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from xlcheck.extract.numbers.lexicon import number_lexicon
from xlcheck.extract.numbers.patterns import RANGE_DASHES, Pattern, any_of, unspaced, word_after
from xlcheck.extract.phrases import SPACE, alternatives


@dataclass(frozen=True, slots=True, kw_only=True)
class GluedLexicon:
    """Patterns to try at the end of a run of numerals.

    Attributes:
        followed: what is counted or measured, or a hedge behind the number.
        range_follows: the other end of a range, with what is counted.
        decimals: the word for the decimal point and the figures behind it.
    """

    followed: Pattern
    range_follows: Pattern
    decimals: Pattern


@cache
def glued_lexicon(language: str) -> GluedLexicon:
    """Compile the patterns of a language; they hold all its units and currencies and take as long as ten others."""
    lexicon = number_lexicon(language)
    profile, numerals = lexicon.profile, any_of(lexicon.numeral_values)
    figures = any_of([word for word, value in lexicon.numeral_values.items() if value < 10])
    joined = rf"(?:[{RANGE_DASHES}]|{alternatives(unspaced(profile.ranges))})"
    return GluedLexicon(
        followed=word_after((*lexicon.countable, *profile.infix_hedges)),
        range_follows=re.compile(rf"{joined}{numerals}+{SPACE}?{alternatives(lexicon.countable)}"),
        decimals=re.compile(f"{any_of(profile.decimal_words)}(?P<figures>{figures}+)"),
    )
