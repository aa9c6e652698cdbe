"""Numerals that are written without spaces between words: 五万, 三分之二, 오만, ยี่สิบห้า.

Such a run of characters is often part of another word (十分, 四川, สามารถ). It is taken for a number if it is
well-formed and either longer than one numeral or followed by something that is counted or measured.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from xlcheck.extract.numbers.glued_lexicon import glued_lexicon
from xlcheck.extract.numbers.numeral import Numeral
from xlcheck.extract.numbers.words import MAX_WORD, positional
from xlcheck.extract.phrases import UNSPACED_LETTER, fold

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from xlcheck.extract.numbers.lexicon import NumberLexicon

_LOOK_BACK = 12
_SMALLEST = 2
"""A single "one" is an article or part of a word, never a count worth comparing."""
_SMALLEST_ORDINAL = 3


def glued_numerals(text: str, lexicon: NumberLexicon, taken: bytearray) -> Iterator[Numeral]:
    """Yield the numerals of a script that runs its words together, in order of position.

    Args:
        text: one sentence.
        lexicon: what is known about its language.
        taken: one byte per code point, non-zero where a date or an address stands.
    """
    taken = bytearray(taken)
    for match in lexicon.glued_word.finditer(text):
        if not any(taken[slice(*match.span())]):
            taken[slice(*match.span())] = b"\x01" * len(match.group())
            yield _word(match, lexicon)
    for match in lexicon.numerals.finditer(text):
        start, end = match.span()
        if end - start > MAX_WORD or any(taken[start:end]) or lexicon.share_prefix.match(text, start):
            continue
        parts = [lexicon.numeral_values[part] for part in lexicon.numeral.findall(match.group())]
        before = text[max(0, start - _LOOK_BACK) : start]
        value = positional(parts, section=lexicon.profile.section)
        if value is None or not _may_count(text, before, end, parts, lexicon):
            continue
        exact = Fraction(value)
        if decimals := glued_lexicon(lexicon.language).decimals.match(text, end):
            figures = "".join(
                str(lexicon.numeral_values[part]) for part in lexicon.numeral.findall(decimals["figures"])
            )
            exact, end = exact + Fraction(int(figures), 10 ** len(figures)), decimals.end()
        if _stands_free(text, before, (start, end), parts, exact, lexicon):
            yield Numeral(start=start, end=end, values=(exact,), glued=True)
    for match in lexicon.glued_half.finditer(text):
        if not taken[match.start()] and not text[max(match.start() - 1, 0) : match.start()].isdigit():
            yield Numeral(start=match.start(), end=match.end(), values=(Fraction(1, 2),), glued=True)


def _word(match: re.Match[str], lexicon: NumberLexicon) -> Numeral:
    """Read a word of the language's own table: 一半, 四半世紀."""
    start, end, word = *match.span(), fold(match.group())
    if word in lexicon.measures:
        amount, unit = lexicon.measures[word]
        return Numeral(start=start, end=end, values=(amount,), unit=unit, closed=True)
    return Numeral(start=start, end=end, values=(lexicon.words[word],), glued=True)


def _may_count(text: str, before: str, end: int, parts: Sequence[int], lexicon: NumberLexicon) -> bool:
    """Tell whether the run is a number of its own: no scale of a figure (3千万), nothing vague (数十, 十几)."""
    if before.rstrip(" ")[-1:].isdigit() or lexicon.vague_after.match(text, end):
        return False
    if lexicon.profile.numerals_begin_words and UNSPACED_LETTER.search(before[-1:]):
        return False
    return parts[0] < 10 or lexicon.vague_before.search(before) is None


def _stands_free(
    text: str, before: str, run: tuple[int, int], parts: Sequence[int], value: Fraction, lexicon: NumberLexicon
) -> bool:
    """Tell whether what stands around the run shows that it counts something."""
    surface, end = text[slice(*run)], run[1]
    if lexicon.share_prefix_before.search(before) or lexicon.denominator_before.search(before):
        return True
    if lexicon.ordinal_before.search(before):
        return value >= _SMALLEST_ORDINAL
    if lexicon.denominator_gap.match(text, end):
        return True
    if glued_lexicon(lexicon.language).range_follows.match(text, end):
        return True
    if _and_a_half(text, end, lexicon):
        return True
    if len(parts) == 1 and (value < _SMALLEST or surface in lexicon.profile.bound_numerals):
        return False
    return bool(glued_lexicon(lexicon.language).followed.match(text, end)) or _is_long(text, end, parts, lexicon)


def _and_a_half(text: str, end: int, lexicon: NumberLexicon) -> bool:
    """Tell whether a half goes with the number: 一个半小时, 一時間半."""
    half = lexicon.half.match(text, end)
    unit = lexicon.unit.match(text, half.end() if half else end)
    return unit is not None and (half is not None or lexicon.half.match(text, unit.end()) is not None)


def _is_long(text: str, end: int, parts: Sequence[int], lexicon: NumberLexicon) -> bool:
    """Tell whether a run is a number by its length; where any letter may go on with the word, it must end there."""
    if len(parts) < 2 or parts[0] >= 100:
        return False
    return lexicon.han or not UNSPACED_LETTER.match(text, end)
