"""Which quotation marks belong together: one left-to-right scan of a paragraph, whatever marks it mixes.

A mark is judged by what is open and by its neighbours, because many marks open in one language and close in another
(„…“ in German, “…” in English, »…« and «…»), because real text mixes them ("…” in one line), and because an apostrophe
looks like one of them. A mark that finds no partner is reported as unmatched and swallows nothing.

Every mark is pushed and popped at most once, so the scan is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.lang.quotes import QuoteProfile

DOUBLE, SINGLE, ANGLE, SMALL_ANGLE = "double", "single", "angle", "small-angle"

_LOW = "\N{DOUBLE LOW-9 QUOTATION MARK}"
_LOW_SINGLE = "\N{SINGLE LOW-9 QUOTATION MARK}"
_LEFT = (
    "\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}\N{REVERSED DOUBLE PRIME QUOTATION MARK}"
)
_RIGHT = "\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE PRIME QUOTATION MARK}"
_STRAIGHT = "\N{QUOTATION MARK}\N{FULLWIDTH QUOTATION MARK}"
_LEFT_SINGLE = "\N{LEFT SINGLE QUOTATION MARK}\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}"
_APOSTROPHES = "\N{APOSTROPHE}\N{RIGHT SINGLE QUOTATION MARK}"
_ASIAN = {
    "\N{LEFT CORNER BRACKET}": "\N{RIGHT CORNER BRACKET}",
    "\N{LEFT WHITE CORNER BRACKET}": "\N{RIGHT WHITE CORNER BRACKET}",
    "\N{LEFT DOUBLE ANGLE BRACKET}": "\N{RIGHT DOUBLE ANGLE BRACKET}",
}
_ASIAN_CLOSING = {closing: opening for opening, closing in _ASIAN.items()}
_ANGLES = {"«": ANGLE, "»": ANGLE, "‹": SMALL_ANGLE, "›": SMALL_ANGLE}
_LEFT_ANGLES = "«‹"

_MARK = re.compile(
    # Two apostrophes or commas are how plain typewriters write „ and “.
    rf"''|,,(?=\w)|[{_LOW}{_LOW_SINGLE}{_LEFT}{_RIGHT}{_STRAIGHT}{_LEFT_SINGLE}{_APOSTROPHES}"
    rf"{''.join(_ASIAN)}{''.join(_ASIAN_CLOSING)}{''.join(_ANGLES)}]"
)
_OPENS_AFTER = "([{-–—/=>:¡¿"
"""Besides a space and the paragraph's edge, an opening mark may follow these."""
_OPENS_BEFORE = "([¿¡$€£…#@.-–—"
"""Besides letters, digits and marks, a quotation may begin with these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkPair:
    """Two marks that belong together, or an opening mark whose quotation runs to the end of the paragraph.

    Attributes:
        start: offset of the opening mark.
        end: one past the closing mark.
        inner_start: one past the opening mark.
        inner_end: offset of the closing mark; `end` where the quotation goes on in the next paragraph.
        family: "double", "single", "angle", "small-angle", or an East Asian opening bracket.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkScan:
    """What a scan found.

    Attributes:
        pairs: sorted by `start`; they nest but never cross.
        unclosed: opening marks without a partner, as (offset, one past the mark, family).
        stray: offsets of closing marks without a partner; apostrophes are not counted.
    """

    pairs: tuple[MarkPair, ...]
    unclosed: tuple[tuple[int, int, str], ...]
    stray: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark with its neighbours; "" at the paragraph's edge."""

    char: str
    start: int
    end: int
    left: str
    right: str

    @property
    def after_break(self) -> bool:
        return not self.left or self.left.isspace() or self.left in _OPENS_AFTER or _MARK.match(self.left) is not None

    @property
    def before_word(self) -> bool:
        return bool(self.right) and (
            self.right.isalnum() or self.right in _OPENS_BEFORE or _MARK.match(self.right) is not None
        )

    @property
    def opens(self) -> bool:
        return self.after_break and self.before_word

    @property
    def clings(self) -> bool:
        """Whether it stands right behind something and not inside a word, as a closing mark does."""
        return bool(self.left) and not self.left.isspace() and not self.right.isalnum()


def pair_marks(text: str, start: int, end: int, profile: QuoteProfile) -> MarkScan:
    """Pair the quotation marks of `text[start:end]`, which should be one paragraph; offsets are those of `text`."""
    marks = [_mark(text, start, end, match) for match in _MARK.finditer(text, start, end)]
    return _Scanner(text, end, marks, profile).run()


def family_of(mark: str) -> str | None:
    """Return the family of a character that can open a quotation, None for any other character."""
    if mark in _ANGLES:
        return _ANGLES[mark]
    if mark in _ASIAN:
        return mark
    if mark and mark in _LOW + _LEFT + _RIGHT + _STRAIGHT:
        return DOUBLE
    if mark and mark in _LEFT_SINGLE + _LOW_SINGLE + _APOSTROPHES:
        return SINGLE
    return None


def holds_mark(text: str) -> bool:
    """Tell whether there is a double or an angular quotation mark in a text, with or without a partner."""
    return any(family_of(match.group()[0]) not in (None, SINGLE) for match in _MARK.finditer(text))


def _mark(text: str, start: int, end: int, match: re.Match[str]) -> _Mark:
    left = text[match.start() - 1] if match.start() > start else ""
    right = text[match.end()] if match.end() < end else ""
    return _Mark(match.group(), match.start(), match.end(), left, right)


class _Scanner:
    """The stack of open marks and what came of it."""

    def __init__(self, text: str, end: int, marks: Sequence[_Mark], profile: QuoteProfile) -> None:
        self._text = text
        self._end = end
        self._marks = marks
        self._profile = profile
        self._stack: list[tuple[_Mark, str]] = []
        self._open: dict[str, list[_Mark]] = {}
        self._pairs: list[MarkPair] = []
        self._unclosed: list[tuple[int, int, str]] = []
        self._stray: list[int] = []
        self._closes_next = _closing_next(marks)
        self._last_closing = max((index for index, mark in enumerate(marks) if _may_close_single(mark)), default=-1)

    def run(self) -> MarkScan:
        for index, mark in enumerate(self._marks):
            char = mark.char
            if char in _ASIAN:
                self._push(mark, char)
            elif char in _ASIAN_CLOSING:
                self._close_or_stray(mark, _ASIAN_CLOSING[char])
            elif char in _ANGLES:
                self._angle(mark, _ANGLES[char])
            elif char in _APOSTROPHES or char in _LEFT_SINGLE or char == _LOW_SINGLE:
                self._single(mark, index)
            else:
                self._double(mark)
        while self._stack:
            self._drop()
        return MarkScan(
            pairs=tuple(sorted(self._pairs, key=lambda pair: pair.start)),
            unclosed=tuple(sorted(self._unclosed)),
            stray=tuple(self._stray),
        )

    def _double(self, mark: _Mark) -> None:
        opener = self._innermost(DOUBLE)
        if mark.char in (_LOW, ",,"):
            self._push(mark, DOUBLE)
        elif mark.char in _STRAIGHT and self._is_inch(mark, is_open=bool(opener)):
            return
        elif not opener:
            if mark.opens or (mark.before_word and mark.char not in _RIGHT):
                self._push(mark, DOUBLE)
            else:
                self._stray.append(mark.start)
        elif mark.char == "''" and opener not in ("''", ",,"):
            # Two apostrophes inside other marks set off a word (as wikis do for italics); they never end a quotation.
            return
        elif mark.opens and self._reopens(mark, opener):
            if mark.char == opener and mark.char in (*_STRAIGHT, "''"):
                # The straight mark before it was never closed: a quotation cannot nest in marks of its own shape.
                self._drop_above(DOUBLE)
                self._drop()
            self._push(mark, DOUBLE)
        else:
            self._close(mark, DOUBLE)

    def _reopens(self, mark: _Mark, opener: str) -> bool:
        """Tell whether a mark that looks like an opening one opens although another is open."""
        if mark.char in _RIGHT:
            return False
        if opener in (_LOW, ",,") or mark.left == "" or mark.left.isspace() or mark.left in "([{":
            return True
        return mark.char in _LEFT and opener not in (_LOW, ",,")

    def _angle(self, mark: _Mark, family: str) -> None:
        opener = self._innermost(family)
        is_left = mark.char in _LEFT_ANGLES
        if opener:
            if mark.char == opener and mark.opens:
                self._push(mark, family)
            else:
                self._close(mark, family)
        elif mark.opens or (is_left and mark.after_break and mark.right.isspace()):
            self._push(mark, family)
        else:
            self._stray.append(mark.start)

    def _single(self, mark: _Mark, index: int) -> None:
        if mark.left.isalnum() and mark.right.isalnum():
            return
        opener = self._stack[-1][0].char if self._stack and self._stack[-1][1] == SINGLE else ""
        if opener and mark.clings and not self._is_possessive(mark, index):
            self._close(mark, SINGLE)
        elif mark.opens and mark.char != "\N{RIGHT SINGLE QUOTATION MARK}" and not self._is_elision(mark, index):
            self._push(mark, SINGLE)

    def _is_inch(self, mark: _Mark, *, is_open: bool) -> bool:
        """Tell whether a straight double mark is the sign for inches or seconds: 5'10", 12" where nothing is open."""
        if not mark.left.isdigit():
            return False
        before = self._text[max(mark.start - 4, 0) : mark.start]
        return re.search(r"\d['\N{PRIME}\N{RIGHT SINGLE QUOTATION MARK}]\d{1,2}$", before) is not None or not is_open

    def _is_elision(self, mark: _Mark, index: int) -> bool:
        """Tell whether an apostrophe begins a word with something left out: '90s, 'tis, rock 'n' roll."""
        if mark.char in _APOSTROPHES and index >= self._last_closing:
            # Nothing could close it: an apostrophe of a kind the language file does not know.
            return True
        word = re.match(r"\w{1,8}", self._text[mark.end : min(mark.end + 9, self._end)])
        if word is None:
            return False
        return word.group().casefold() in self._profile.elisions or re.fullmatch(r"\d0s?", word.group()) is not None

    def _is_possessive(self, mark: _Mark, index: int) -> bool:
        """Tell whether a mark that could close is the workers' apostrophe: a word follows and a better mark comes."""
        if mark.char not in _APOSTROPHES or mark.left.casefold() not in self._profile.possessive_endings:
            return False
        after = self._text[mark.end : mark.end + 2]
        return len(after) == 2 and after[0] == " " and after[1].islower() and self._closes_next[index]

    def _innermost(self, family: str) -> str:
        """Return the innermost open mark of a family, "" where there is none."""
        marks = self._open.get(family)
        return marks[-1].char if marks else ""

    def _push(self, mark: _Mark, family: str) -> None:
        self._stack.append((mark, family))
        self._open.setdefault(family, []).append(mark)

    def _close_or_stray(self, mark: _Mark, family: str) -> None:
        if self._open.get(family):
            self._close(mark, family)
        else:
            self._stray.append(mark.start)

    def _close(self, mark: _Mark, family: str) -> None:
        """Close the innermost open mark of a family; whatever was opened inside it stays without a partner."""
        self._drop_above(family)
        opening = self._pop()
        self._pairs.append(
            MarkPair(start=opening.start, end=mark.end, inner_start=opening.end, inner_end=mark.start, family=family)
        )

    def _drop_above(self, family: str) -> None:
        while self._stack[-1][1] != family:
            self._drop()

    def _drop(self) -> None:
        family = self._stack[-1][1]
        mark = self._pop()
        if family != SINGLE:
            self._unclosed.append((mark.start, mark.end, family))

    def _pop(self) -> _Mark:
        mark, family = self._stack.pop()
        self._open[family].pop()
        return mark


def _may_close_single(mark: _Mark) -> bool:
    return (mark.char in _APOSTROPHES or mark.char in _LEFT_SINGLE) and mark.clings


def _closing_next(marks: Sequence[_Mark]) -> list[bool]:
    """Tell for each mark whether the next one that is not an apostrophe inside a word can close single marks."""
    answers = [False] * len(marks)
    closing = False
    for index in range(len(marks) - 1, -1, -1):
        answers[index] = closing
        mark = marks[index]
        if _may_close_single(mark):
            closing = True
        elif not (mark.char in _APOSTROPHES and mark.left.isalnum() and mark.right.isalnum()):
            closing = False
    return answers
