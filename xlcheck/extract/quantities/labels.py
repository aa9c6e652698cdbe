"""Numbers that name rather than count: telephone numbers, scores, centuries, figures glued to letters."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from xlcheck.extract.phrases import LETTER, UNSPACED_LETTER, is_letter
from xlcheck.extract.quantities.draft import Draft, point
from xlcheck.extract.quantities.units import is_measured
from xlcheck.extract.roman import roman
from xlcheck.lang.scripts import UNSPACED
from xlcheck.model import QuantityKind, Reading

if TYPE_CHECKING:
    from xlcheck.extract.numbers.lexicon import NumberLexicon
    from xlcheck.extract.numbers.numeral import Numeral

_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"

_MORE_DIGITS = re.compile(r"\d++")

_SCORE = re.compile(r"(?<![\d:.,])(\d{1,3})(?:(?::)|(?:\s:\s))(\d{1,3})(?![\d:]|[.,]\d)")

_PHONE = re.compile(
    rf"(?<!{LETTER})(?<![\d_+.,])(?:\+\d|00\d|\(0|0\d{{1,5}}[ /-]|0\d(?=(?:[ .]\d\d){{4}}(?!\d)))"
    r"[\d ()/.-]{5,24}\d(?!\d)"
)


def special_labels(text: str, taken: bytearray) -> list[Draft]:
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
                Draft(
                    start=start,
                    end=end,
                    numeral_start=start,
                    kind=QuantityKind.LABEL,
                    readings=(Reading(low=low, high=high),),
                )
            )
    return found


def centuries(text: str, lexicon: NumberLexicon, taken: bytearray) -> list[Draft]:
    """Read centuries in Roman figures: "siglo XXI", "XIXe siècle"."""
    found = []
    for match in lexicon.century.finditer(text):
        side = "before" if match["before"] else "after"
        start, end = match.span(side)
        if not any(taken[start:end]):
            value = Fraction(roman(match[side]))
            found.append(
                Draft(start=start, end=end, numeral_start=start, kind=QuantityKind.ORDINAL, readings=point((value,)))
            )
    return found


def is_glued_label(text: str, numeral: Numeral, before: str, lexicon: NumberLexicon) -> bool:
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
    if UNSPACED_LETTER.match(before[-2]):
        return not is_measured(text, numeral.end, lexicon)  # 长征-5, but 气温-5℃
    word = re.search(rf"[^\W\d_{UNSPACED}]+[{_HYPHENS}]$", before)
    # "pre-2010" and "top-10" count; "F-16" and "Covid-19" name: the difference is the capital.
    return word is not None and not word.group().islower()
