"""Which quotation marks of a paragraph belong together, whatever the language's convention.

„…“ „…” “…” ”…” «…» »…« ‘…’ "…" '…' 「…」 『…』: several marks open in one language and close in another, so a mark is
judged by what is open and by its neighbours. Only pairs count; a mark without a partner (an apostrophe, a quotation
that runs on in the next paragraph) is nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

_PARTNERS = {
    "\N{DOUBLE LOW-9 QUOTATION MARK}": '“”"',
    "\N{SINGLE LOW-9 QUOTATION MARK}": "‘’'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '”“"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": "”",
    "\N{LEFT SINGLE QUOTATION MARK}": "’",
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": "»",
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}": "«»",
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}": "›",
    "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}": "‹›",
    "\N{QUOTATION MARK}": '"”“',
    "\N{APOSTROPHE}": "'",
    "\N{LEFT CORNER BRACKET}": "」",
    "\N{LEFT WHITE CORNER BRACKET}": "』",
    "\N{FULLWIDTH QUOTATION MARK}": "\N{FULLWIDTH QUOTATION MARK}",
}
"""Opening mark to the marks that may close it."""

MARKS = frozenset(_PARTNERS) | frozenset("".join(_PARTNERS.values()))
_ALWAYS_OPEN = frozenset("„‚「『")
_OPEN_AFTER_SPACE = frozenset('“«‹‘"')
"""Marks that close in some languages, where they cling to the word before: after a space they open."""
_APOSTROPHES = frozenset("’'")
_DEPTH = 4
"""Quotations are not nested deeper; looking further back for a partner would cost time and find nonsense."""


@dataclass(frozen=True, slots=True)
class QuotePair:
    """Offsets of an opening mark and of the mark that closes it."""

    opening: int
    closing: int


def quote_pairs(text: str) -> tuple[QuotePair, ...]:
    """Return the pairs of quotation marks in a paragraph, nested ones too, by position of the opening mark."""
    pairs: list[QuotePair] = []
    open_marks: list[int] = []
    for offset, mark in enumerate(text):
        if mark not in MARKS:
            continue
        before = text[offset - 1] if offset else " "
        after = text[offset + 1] if offset + 1 < len(text) else " "
        if mark in _APOSTROPHES and before.isalnum() and after.isalnum():
            continue
        partner = None if _must_open(mark, before, after) else _partner(text, open_marks, mark, before, after)
        if partner is not None:
            pairs.append(QuotePair(open_marks[partner], offset))
            del open_marks[partner:]
        elif mark in _PARTNERS and _may_open(mark, before, after):
            open_marks.append(offset)
    return tuple(sorted(pairs, key=lambda pair: pair.opening))


def outermost(pairs: tuple[QuotePair, ...]) -> tuple[QuotePair, ...]:
    """Return the pairs that do not lie inside another one."""
    outer: list[QuotePair] = []
    for pair in pairs:
        if not outer or pair.opening > outer[-1].closing:
            outer.append(pair)
    return tuple(outer)


def _must_open(mark: str, before: str, after: str) -> bool:
    if mark in _ALWAYS_OPEN:
        return True
    if mark not in _OPEN_AFTER_SPACE or not (before.isspace() or before in "(["):
        return False
    # French and Russian typesetting may put a space inside the opening mark; a free-standing straight mark is unclear.
    return mark in "«‹" or not after.isspace()


def _may_open(mark: str, before: str, after: str) -> bool:
    if mark in "„‚「『“«‹‘":
        return True
    return (before.isspace() or before in "([-–—" or before in MARKS) and not after.isspace()


def _partner(text: str, open_marks: list[int], mark: str, before: str, after: str) -> int | None:
    """Return the index in `open_marks` of the mark that `mark` closes, or None."""
    if mark in _APOSTROPHES and (after.isalnum() or before.isspace()):
        return None
    for index in range(len(open_marks) - 1, max(len(open_marks) - 1 - _DEPTH, -1), -1):
        if mark in _PARTNERS[text[open_marks[index]]]:
            return index
    return None
