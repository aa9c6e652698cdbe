"""Rules that change a fact: a number, a date, a unit, a name, who did what."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from xlcheck.corrupt.edit import Edit, both_ways, other_of, swap_phrase
from xlcheck.extract.dates.in_sentence import find_dates
from xlcheck.extract.names.in_article import extract_names
from xlcheck.lang.profile import load_profile
from xlcheck.model import Segment, Span

if TYPE_CHECKING:
    from xlcheck.corrupt.edit import Material

_FIGURE = re.compile(r"\d+")
_GROUPED = re.compile(r"\d+(?:[.,]\d+)*")


def number(material: Material) -> Edit | None:
    """Change a figure that is no date: another digit, two digits changed round, a nought more; else a number word."""
    taken = [(item.start, item.end) for item in find_dates(material.text, material.language)]
    figures = [
        match
        for match in _GROUPED.finditer(material.text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    if figures:
        return _change_figure(material, material.chance.choice(figures))
    return other_of(material, load_profile(material.language).corrupt.numbers)


def _change_figure(material: Material, match: re.Match[str]) -> Edit:
    """Change one of the first two digits, or the order of two digits, or add a nought to a figure without groups."""
    figure = match.group()
    places = [place for place, char in enumerate(figure) if char.isdigit()]
    way = material.chance.choice(("digit", "digit", "swap", "nought"))
    swappable = [
        (one, two)
        for one, two in itertools.pairwise(places)
        if figure[one] != figure[two] and (figure[two] != "0" or one != places[0])
    ]
    chars = list(figure)
    if way == "swap" and swappable:
        one, two = material.chance.choice(swappable)
        chars[one], chars[two] = chars[two], chars[one]
    elif way == "nought" and len(places) == len(figure) and figure != "0":
        chars.append("0")
    else:
        place = material.chance.choice(places[:2] if len(places) > 2 else places[:1])
        chars[place] = material.chance.choice([digit for digit in "123456789" if digit != chars[place]])
    return Edit(match.start(), match.end(), "".join(chars))


def date(material: Material) -> Edit | None:
    """Change a weekday, a month, or a figure inside a date."""
    profile = load_profile(material.language).corrupt
    named = other_of(material, profile.weekdays) or other_of(material, profile.months)
    if named is not None:
        return named
    figures = [
        (item.start + match.start(), match.group())
        for item in find_dates(material.text, material.language)
        for match in _FIGURE.finditer(material.text[item.start : item.end])
    ]
    if not figures:
        return None
    start, digits = material.chance.choice(figures)
    value = int(digits)
    step = material.chance.choice((-2, -1, 1, 2)) if len(digits) == 4 else material.chance.choice((1, 2, 3))
    new = str(value - step if value > 25 and len(digits) < 3 else value + step).zfill(len(digits))
    return Edit(start, start + len(digits), new)


def unit(material: Material) -> Edit | None:
    """Change a unit, a currency or a scale that follows or precedes a number."""
    edit = swap_phrase(material, both_ways(load_profile(material.language).corrupt.units))
    near = "" if edit is None else material.text[max(0, edit.start - 8) : edit.end + 3]
    return edit if any(char.isdigit() for char in near) else None


def name(material: Material) -> Edit | None:
    """Replace a name by another one."""
    mentions = _names(material)
    names = [item for item in load_profile(material.language).corrupt.names if item not in material.text]
    if not mentions or not names:
        return None
    start, end = material.chance.choice(mentions)
    last = material.text[start:end].split()[-1]
    return Edit(end - len(last), end, material.chance.choice(names))


def role(material: Material) -> Edit | None:
    """Let two names change places."""
    mentions = _names(material)
    surfaces = {material.text[start:end] for start, end in mentions}
    if len(mentions) < 2 or len(surfaces) < 2:
        return None
    (start, first_end), *others = mentions
    first = material.text[start:first_end]
    second_start, end = next(item for item in others if material.text[slice(*item)] != first)
    second = material.text[second_start:end]
    return Edit(start, end, second + material.text[first_end:second_start] + first)


def _names(material: Material) -> list[tuple[int, int]]:
    span = Span(doc="", start=0, end=len(material.text), text=material.text)
    segment = Segment(index=0, span=span, language=material.language, paragraph=0)
    found = [(item.span.start, item.span.end) for item in extract_names(segment, material.language)]
    return [(start, end) for start, end in found if material.text[start:end].strip()]
