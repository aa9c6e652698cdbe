"""Where numerals stand in a text, in figures and in words, before anything is made of what surrounds them."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.extract.numbers.figures import FIGURE
from xlcheck.extract.numbers.figures_in_text import figures
from xlcheck.extract.numbers.glued_numerals import glued_numerals
from xlcheck.extract.numbers.worded_numerals import worded_numerals
from xlcheck.extract.numbers.words import has_number_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.extract.numbers.lexicon import NumberLexicon
    from xlcheck.extract.numbers.numeral import Numeral

TABLE = 300
"""A "sentence" with more figures than this is a table or noise; its numbers cannot be compared."""
_ADDRESS = re.compile(
    r"""
      (?:https?://|www\.) \S++                        # links
    | (?<![\w.+-]) [\w.+-]{1,64}+ @ [\w.-]++          # e-mail
    | [@\#] [^\W\d_] \w*+                             # handles and hashtags
    | (?<![\w/]) [\w-]{2,63}+ \. (?:com|org|net|de|info|eu) (?:/\S*+)? (?!\w)   # bare host names
    """,
    re.VERBOSE,
)


def blocked_ranges(text: str, lexicon: NumberLexicon) -> Iterator[tuple[int, int]]:
    """Yield ranges in which no number stands: addresses, and phrases that only look like numbers."""
    for match in _ADDRESS.finditer(text):
        yield match.span()
    for match in lexicon.not_numbers.finditer(text):
        # 十分 is "very", but not in 二十分 and 十分钟.
        numeral = lexicon.numerals.match(text, match.start())
        unit = lexicon.unit.match(text, numeral.end()) if numeral else None
        goes_on = unit is not None and unit.end() > match.end()
        if not goes_on and not lexicon.numerals.match(text, max(match.start() - 1, 0), match.start()):
            yield match.span()


def find_numerals(text: str, lexicon: NumberLexicon, taken: bytearray) -> list[Numeral]:
    """Return all numerals outside the ranges marked in `taken`, in order of position.

    Args:
        text: one sentence.
        lexicon: what is known about its language.
        taken: one byte per code point, non-zero where a date or an address stands; not changed.
    """
    if sum(1 for _ in itertools.islice(FIGURE.finditer(text), TABLE + 1)) > TABLE:
        return []
    glued = list(itertools.islice(glued_numerals(text, lexicon, taken), TABLE + 1))
    if len(glued) > TABLE:
        return []
    found = [*figures(text, lexicon, taken), *glued]
    if has_number_words(lexicon.language) or lexicon.words or lexicon.scales:
        found.extend(worded_numerals(text, lexicon, taken))
    return _fractions(text, sorted(found, key=lambda numeral: (numeral.start, -numeral.end)), lexicon)


def _fractions(text: str, numerals: list[Numeral], lexicon: NumberLexicon) -> list[Numeral]:
    """Join the two numbers of 三分之二 (denominator first) and "2 ใน 3" (numerator first) to one."""
    joined: list[Numeral] = []
    for numeral in numerals:
        first = joined[-1] if joined else None
        gap = text[first.end : numeral.start] if first is not None else ""
        if first is not None and gap and first.values and numeral.values:
            low, high = sorted((first.values[0], numeral.values[0]))
            in_order = lexicon.denominator_gap.fullmatch(gap) and first.values[0] == high
            reverse = lexicon.numerator_gap.fullmatch(gap) and first.values[0] == low
            if (in_order or reverse) and low < high:
                joined[-1] = replace(first, end=numeral.end, values=(low / high,), precision=None, glued=True)
                continue
        joined.append(numeral)
    return joined
