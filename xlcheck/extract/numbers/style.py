"""Figures that a text does not write as its language does: "4,6 billion", "1.500" or "48,00,00" in English copy.

Such figures are usually left over from the language that the text came from. Whether they are depends on the number
that stands on the other side, so every value that they may have been meant for is returned; the comparison chooses.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from xlcheck.extract.numbers.figures import FIGURE, MAX_DIGITS, decimal_figures
from xlcheck.extract.numbers.lexicon import number_lexicon

if TYPE_CHECKING:
    from xlcheck.model import Span

_GROUP = 3
_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignFigure:
    """A figure in the style of another language.

    Attributes:
        span: where it stands.
        own: what it says in the style of its own language, None where it says nothing.
        meant: the values it may have been meant for.
        broken: whether no language writes it so, if it was meant for the last of these values.
        spaced: whether only spaces set its thousands apart.
    """

    span: Span
    own: Fraction | None
    meant: tuple[Fraction, ...]
    broken: bool = False
    spaced: bool = False


def foreign_figures(span: Span, language: str) -> tuple[ForeignFigure, ...]:
    """Return the figures of one sentence whose separators are not those of its language, in order of position."""
    lexicon = number_lexicon(language)
    if {lexicon.decimal, lexicon.group} != {",", "."}:
        return ()  # where a space or an apostrophe groups, points and commas are used freely
    found = []
    for match in FIGURE.finditer(span.text):
        surface = decimal_figures(match.group())
        if sum(char.isdigit() for char in surface) > MAX_DIGITS or surface.isdigit():
            continue
        figure = _judge(span.sub(*match.span()), surface, decimal=lexicon.decimal, group=lexicon.group)
        if figure is not None:
            found.append(figure)
    return tuple(found)


def _judge(span: Span, surface: str, *, decimal: str, group: str) -> ForeignFigure | None:
    marks = [char for char in surface if not char.isdigit()]
    parts = surface.translate(dict.fromkeys(map(ord, marks), " ")).split(" ")
    joined = Fraction(int("".join(parts)))
    if all(mark in _SPACES for mark in marks):
        return ForeignFigure(span=span, own=None, meant=(joined,), spaced=True)
    if not set(marks) <= {decimal, group}:
        return None
    if marks == [decimal]:
        if len(parts[1]) != _GROUP or len(parts[0]) > _GROUP or parts[0].startswith("0"):
            return None
        return ForeignFigure(span=span, own=joined / 10**_GROUP, meant=(joined,))
    tails_of_three = all(len(part) == _GROUP for part in parts[1:])
    if (marks[-1] == decimal and set(marks[:-1]) == {group}) or (set(marks) == {group} and tails_of_three):
        return None  # 1,234.5 and 1,234,567
    if set(marks) == {group} and len(parts[-1]) == _GROUP and all(len(part) == 2 for part in parts[1:-1]):
        return None  # 12,34,567 as in India
    if set(marks) == {decimal}:
        return ForeignFigure(span=span, own=None, meant=(joined,)) if tails_of_three else None
    if marks == [group]:
        # 4,6 is 4.6 with the comma of another language; 30,00 may as well be 3,000 with its comma in the wrong place.
        value = joined / 10 ** len(parts[1])
        return ForeignFigure(span=span, own=None, meant=(value, joined), broken=True)
    if marks[-1] == group and set(marks[:-1]) == {decimal}:
        return ForeignFigure(span=span, own=None, meant=(joined / 10 ** len(parts[-1]),))
    return ForeignFigure(span=span, own=None, meant=(joined,), broken=True)
