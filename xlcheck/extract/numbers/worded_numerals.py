"""Numerals in words where they stand in a text: twenty-five thousand, two and a half, a third of.

A word that is something else as well (die Elf, second) counts only where it must be a number.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from xlcheck.extract.numbers.numeral import Numeral
from xlcheck.extract.numbers.word_values import LONG_TIMES, compound_value, ends_as_ordinal, says_nothing, word_value
from xlcheck.extract.numbers.words import MAX_WORD, cardinal, ordinal, prefix_length
from xlcheck.extract.phrases import LETTER, SPACE, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.extract.numbers.lexicon import NumberLexicon

SMALL = 13
"""Words below this value double as names and ordinary words (die Elf, Big Four) and must look like plain counting."""
_LONGEST_RUN = 12
_LOOK_BACK = 40
_SMALLEST_SCALE = 1000
_WORD_AFTER = re.compile(rf"{SPACE}{{1,2}}{LETTER}|-")
_GAP = re.compile(r"[ \N{NO-BREAK SPACE}]|[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]")


def worded_numerals(text: str, lexicon: NumberLexicon, taken: bytearray) -> Iterator[Numeral]:
    """Yield the numerals in words outside the ranges marked in `taken`, in order of position."""
    tokens = list(lexicon.word.finditer(text))
    phrases = {match.start(): match for match in lexicon.word_phrase.finditer(text)}
    halves = {match.start(): match for match in lexicon.half_word.finditer(text)}
    measures = {match.start(): match for match in lexicon.measure.finditer(text)}
    index = 0
    while index < len(tokens):
        start = tokens[index].start()
        if (both := measures.get(start)) is not None and not any(taken[start : both.end()]):
            amount, unit = lexicon.measures[fold(both.group())]
            yield Numeral(start=start, end=both.end(), values=(amount,), unit=unit, closed=True)
            while index < len(tokens) and tokens[index].start() < both.end():
                index += 1
            continue
        phrase = phrases.get(start) or halves.get(start)
        if phrase is None and len(word := tokens[index].group()) <= MAX_WORD and says_nothing(lexicon.language, word):
            index += 1
            continue
        if phrase is not None and not any(taken[start : phrase.end()]):
            whole = start in phrases
            value = lexicon.words[fold(phrase.group())] if whole else Fraction(1, 2)
            yield Numeral(start=start, end=phrase.end(), values=(value,), open_half=not whole)
            while index < len(tokens) and tokens[index].start() < phrase.end():
                index += 1
            continue
        numeral, used = _word_at(text, tokens, index, lexicon, taken)
        if numeral is not None:
            yield numeral
        index += max(used, 1)


def _word_at(
    text: str, tokens: list[re.Match[str]], index: int, lexicon: NumberLexicon, taken: bytearray
) -> tuple[Numeral | None, int]:
    """Read the number that begins with a token; the second value is how many tokens it takes."""
    token = tokens[index]
    start = token.start()
    if taken[start] or len(token.group()) > MAX_WORD or (start and text[start - 1].isdigit()):
        return None, 1
    word = fold(token.group())
    if not _counts_alone(text, token, word, lexicon) and not (
        index + 1 < len(tokens) and _next_number_word(text, tokens, index, lexicon)
    ):
        return None, 1
    if word in lexicon.words:
        return _listed(text, tokens, index, lexicon)
    if word in lexicon.articles and (numeral := _one(text, token, lexicon)):
        return numeral, 1
    if word_value(lexicon, token.group()) is None:
        return _compound(token, lexicon), 1
    start += prefix_length(lexicon.language, token.group())
    last = index
    while last + 1 < len(tokens) and last - index < _LONGEST_RUN and not taken[tokens[last + 1].start()]:
        step = _next_number_word(text, tokens, last, lexicon)
        if not step:
            break
        last += step
    for stop in range(last, index, -1):
        if word_value(lexicon, tokens[stop].group()) is None:
            continue  # words2num2 reads "three and" as 3
        phrase = _respelt(text, tokens[index : stop + 1], lexicon)
        value = cardinal(lexicon.language, phrase)
        if value is None and lexicon.profile.cardinals:
            value = ordinal(lexicon.language, phrase)  # words2num2 takes "twenty-fifth" for a cardinal as well
        if value is not None:
            return Numeral(
                start=start,
                end=tokens[stop].end(),
                values=(value,),
                ordinal=ends_as_ordinal(lexicon, tokens[stop].group()),
                scale=Fraction(lexicon.scales.get(fold(tokens[stop].group()), 1)),
            ), stop - index + 1
    if last == index + 1 and (pair := _ordinal_pair(tokens[index], tokens[last], lexicon)):
        return pair, 2
    return _single(text, token, lexicon, first=not text[:start].strip(" \t\"'„“”«»‚‘’–—-([")), 1


def _counts_alone(text: str, token: re.Match[str], word: str, lexicon: NumberLexicon) -> bool:
    """Tell whether a number word that is another word as well stands where only the number can."""
    cue, doubt = lexicon.cued.get(word), lexicon.not_behind.get(word)
    if cue is None and doubt is None and word not in lexicon.before_nouns:
        return True
    before = text[max(0, token.start() - _LOOK_BACK) : token.start()]
    if cue is not None:
        return cue.search(before) is not None
    if doubt is not None and doubt.search(before):
        return False
    if word not in lexicon.before_nouns or _WORD_AFTER.match(text, token.end()):
        return True
    return any(
        pattern.search(before)
        for pattern in (lexicon.about, lexicon.at_least, lexicon.at_most, lexicon.percent_word_before)
    )


def _next_number_word(text: str, tokens: list[re.Match[str]], last: int, lexicon: NumberLexicon) -> int:
    """Tell how many tokens further the number goes on: 1, 2 where a joining word stands between, 0 if it ends."""
    following = tokens[last + 1]
    if not _GAP.fullmatch(text, tokens[last].end(), following.start()):
        return 0
    if word_value(lexicon, following.group()) is not None:
        return 1
    if last + 2 < len(tokens) and len(following.group()) <= 3:
        after = tokens[last + 2]
        glued = _GAP.fullmatch(text, following.end(), after.start())
        known = fold(following.group()) in lexicon.profile.joins or not lexicon.profile.joins
        if glued and known and word_value(lexicon, after.group()) is not None:
            return 2
    return 0


def _respelt(text: str, tokens: list[re.Match[str]], lexicon: NumberLexicon) -> str:
    """Return a phrase with each word as the word list spells it."""
    spellings = lexicon.profile.spellings
    parts, end = [], tokens[0].start()
    for token in tokens:
        parts += [text[end : token.start()], spellings.get(token.group().casefold(), token.group())]
        end = token.end()
    return "".join(parts)


def _ordinal_pair(ten: re.Match[str], one: re.Match[str], lexicon: NumberLexicon) -> Numeral | None:
    """Read "vigésimo primeiro", an ordinal of two words, both of them ordinals."""
    if not (ends_as_ordinal(lexicon, ten.group()) and ends_as_ordinal(lexicon, one.group())):
        return None
    tens, ones = word_value(lexicon, ten.group()), word_value(lexicon, one.group())
    if tens is None or ones is None or tens % 10 or not 0 < ones < 10 <= tens:
        return None
    return Numeral(start=ten.start(), end=one.end(), values=(tens + ones,), ordinal=True)


def _listed(text: str, tokens: list[re.Match[str]], index: int, lexicon: NumberLexicon) -> tuple[Numeral, int]:
    """Read a number word of the language's own table, with the units behind a ten ("septante-cinq")."""
    value = lexicon.words[fold(tokens[index].group())]
    step = _next_number_word(text, tokens, index, lexicon) if index + 1 < len(tokens) and value % 10 == 0 else 0
    last = tokens[index + step]
    ones = word_value(lexicon, last.group()) if step else None
    if ones is None or not (ones < 10 < value < 100):
        return Numeral(start=tokens[index].start(), end=tokens[index].end(), values=(value,)), 1
    return Numeral(start=tokens[index].start(), end=last.end(), values=(value + ones,)), step + 1


def _one(text: str, token: re.Match[str], lexicon: NumberLexicon) -> Numeral | None:
    """Read an article that begins a number: "a third of", "un an et demi"."""
    one = Numeral(start=token.start(), end=token.end(), values=(Fraction(1),))
    if match := lexicon.fraction.match(text, token.end()):
        return replace(one, end=match.end(), values=(lexicon.fractions[fold(match.group(1))],))
    if _begins_range(text, token, lexicon):
        return one
    unit = lexicon.unit.match(text, token.end())
    if unit is None:
        return None
    long = lexicon.units[fold(unit.group(1))] in LONG_TIMES
    return one if long or lexicon.half.match(text, unit.end()) else None


def _begins_range(text: str, token: re.Match[str], lexicon: NumberLexicon) -> bool:
    """Tell whether "one" is the lower end of a range: "one to five"."""
    gap = lexicon.range_gap.match(text, token.end())
    if gap is None:
        return False
    following = lexicon.word.match(text, gap.end())
    value = word_value(lexicon, following.group()) if following else None
    return text[gap.end() : gap.end() + 1].isdigit() or (value is not None and value > 1)


def _single(text: str, token: re.Match[str], lexicon: NumberLexicon, *, first: bool) -> Numeral | None:
    """Read one word that is a number by itself, if it can be taken for counting."""
    word, start = token.group(), token.start()
    value = word_value(lexicon, word)
    if value is None or value < 2:
        return None
    start += prefix_length(lexicon.language, word)
    folded = fold(text[start : token.end()])
    if folded in lexicon.scales:
        scale = Fraction(lexicon.scales[folded])
        numeral = Numeral(
            start=start, end=token.end(), values=(scale,), scale=scale, rough=folded in lexicon.rough_scales
        )
        article = lexicon.article.search(text, max(0, start - 12), start)
        if article:
            return replace(numeral, start=article.start(1))
        return numeral if folded in lexicon.profile.bare_scales else None
    if folded in lexicon.plural_only and not _counts_on(text, token.end(), lexicon.plural_only[folded], lexicon):
        return None
    is_ordinal = ends_as_ordinal(lexicon, word)
    if is_ordinal and lexicon.every_before.search(text, max(0, start - 12), start):
        return Numeral(start=start, end=token.end(), values=(value,), ordinal=True)
    if is_ordinal and value < 3:
        return None
    if value < SMALL and word[0].isupper() and not first and any(map(str.islower, text)):
        return None  # in a line of capitals, capitals say nothing
    half = value / 2  # a dual carries its scale: مليونان are two million
    scale = half if not is_ordinal and half >= _SMALLEST_SCALE and half in lexicon.scales.values() else Fraction(1)
    return Numeral(start=start, end=token.end(), values=(value,), ordinal=is_ordinal, scale=scale)


def _counts_on(text: str, end: int, endings: tuple[str, ...], lexicon: NumberLexicon) -> bool:
    """Tell whether a word behind a doubtful number word is one that can be counted: a plural, a unit, a scale."""
    following = lexicon.word.match(text, end + 1) if end < len(text) and text[end].isspace() else None
    if following is None:
        return False
    counted = lexicon.scale.match(text, end) or lexicon.unit.match(text, end)
    return counted is not None or following.group().casefold().endswith(endings)


def _compound(token: re.Match[str], lexicon: NumberLexicon) -> Numeral | None:
    """Read compounds that begin with a number word: "zweieinhalb", "dreijährige"."""
    found = compound_value(lexicon.language, token.group())
    if found is None:
        return None
    value, unit = found
    return Numeral(start=token.start(), end=token.end(), values=(value,), unit=unit, closed=unit is not None)
