"""A text as units to be judged: single lines that a rule knows, and paragraphs put together from wrapped lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from xlcheck.ingest.date_lines import is_date_line
from xlcheck.ingest.draft import NotText
from xlcheck.ingest.lines import physical_lines
from xlcheck.ingest.shape import ends_with_question, ends_with_stop, starts_in_lower_case, word_count
from xlcheck.model import LineRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.ingest.rules import Rule, RuleSet

_MAX_WRAP = 130
_MIN_WRAP = 30
"""Texts whose lines end between these columns may be wrapped; longer lines are whole paragraphs."""
_OVERHANG = 10
_MAX_LONGER = 0.1
_MIN_FULL = 0.6
_MAX_VERSE = 70
_BULLET = re.compile(r"\s*[-*\N{BULLET}\N{EN DASH}\N{BLACK SQUARE}\N{TRIANGULAR BULLET}]\s+\S")
_DANGLING = (",", "-", "\N{EN DASH}", "\N{EM DASH}", "\N{SOFT HYPHEN}", ";")


@dataclass(slots=True)
class TextLine:
    """A line that is not blank.

    Attributes:
        block: number of the run of lines without a blank line between them that this line stands in.
        fixed: what its format says it is, if it is no text.
        rule: the boilerplate rule it matches by itself.
    """

    start: int
    end: int
    text: str
    block: int
    fixed: NotText | None = None
    rule: Rule | None = None


@dataclass(slots=True)
class Unit:
    """One or more lines that share their fate.

    Attributes:
        below: whether the unit before stands right above, without a blank line.
        role: body until something says otherwise; `rule` and `reason` say what did.
    """

    lines: list[TextLine]
    below: bool = False
    role: LineRole = LineRole.BODY
    rule: str = ""
    reason: str = ""

    def skip(self, rule: str, reason: str) -> None:
        """Mark the unit as no part of the article."""
        self.role, self.rule, self.reason = LineRole.SKIPPED, rule, reason

    @property
    def start(self) -> int:
        """First code point."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """The lines joined by blanks."""
        return " ".join(line.text.strip() for line in self.lines)

    @property
    def matched(self) -> Rule | None:
        """The boilerplate rule that the unit matches."""
        return self.lines[0].rule

    @property
    def fixed(self) -> NotText | None:
        """What the format says the unit is."""
        return self.lines[0].fixed

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list."""
        return bool(_BULLET.match(self.lines[0].text))


def text_lines(text: str, not_text: Sequence[NotText], cuts: Sequence[int] = ()) -> list[TextLine]:
    """Return the lines of a text that are not blank; `cuts` are further places to divide a line at."""
    result: list[TextLine] = []
    marks = iter(sorted(not_text, key=lambda item: item.start))
    mark = next(marks, None)
    block, blank = -1, True
    for start, end in physical_lines(text):
        if not text[start:end].strip():
            blank = True
            continue
        block += blank
        blank = False
        while mark is not None and mark.end <= start:
            mark = next(marks, None)
        fixed = mark if mark is not None and mark.start < end else None
        bounds = [start, *(cut for cut in cuts if start < cut < end), end]
        for low, high in pairwise(bounds):
            result.append(TextLine(start=low, end=high, text=text[low:high], block=block, fixed=fixed))
    return result


def build_units(lines: list[TextLine], rules: RuleSet, languages: Sequence[str]) -> list[Unit]:
    """Match each line against the rules and put wrapped lines together; `languages` are for the names of months."""
    width = _wrap_width(lines)
    wrapped = [_is_wrapped(lines, index, width) for index in range(len(lines))]
    for index, line in enumerate(lines):
        continues = index > 0 and wrapped[index - 1]
        if line.rule is None and line.fixed is None and not continues:
            line.rule = rules.match(line.text)
            if line.rule is None and is_date_line(line.text, rules.date_labels, languages):
                line.fixed = NotText(start=line.start, end=line.end, rule="date-line", reason="date of publication")
    verse = _verse_blocks(lines)
    units: list[Unit] = []
    joined = False
    for index, line in enumerate(lines):
        if joined:
            units[-1].lines.append(line)
        else:
            below = index > 0 and lines[index - 1].block == line.block
            units.append(Unit(lines=[line], below=below))
        joined = index + 1 < len(lines) and _continues(line, lines[index + 1], wrapped[index], verse)
    return units


def _continues(line: TextLine, following: TextLine, wrapped: bool, verse: frozenset[int]) -> bool:
    if any(item.rule is not None or item.fixed is not None for item in (line, following)):
        return False
    if ends_with_stop(line.text):
        return wrapped
    if line.block != following.block:
        return False
    return wrapped or line.block in verse or _leads_on(line, following)


def _leads_on(line: TextLine, following: TextLine) -> bool:
    """Tell whether a sentence goes on in the next line, as its comma or the small letter there say."""
    if _BULLET.match(following.text):
        return False
    return starts_in_lower_case(following.text) or line.text.rstrip().endswith(_DANGLING)


def _wrap_width(lines: list[TextLine]) -> int:
    """Return the column at which the text is wrapped, 0 if it is not.

    In wrapped text hardly a line is longer than the column, and most lines end where the next word would not fit.
    """
    inner = [index for index, (line, following) in enumerate(pairwise(lines)) if line.block == following.block]
    if not inner:
        return 0
    lengths = sorted(len(lines[index].text.rstrip()) for index in inner)
    width = lengths[int(0.9 * (len(inner) - 1))]
    longer = sum(len(line.text.rstrip()) > width + _OVERHANG for line in lines)
    if not _MIN_WRAP <= width <= _MAX_WRAP or longer > _MAX_LONGER * len(lines):
        return 0
    full = sum(_is_wrapped(lines, index, width) for index in inner)
    return width if full >= _MIN_FULL * len(inner) else 0


def _is_wrapped(lines: list[TextLine], index: int, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this one."""
    if not width or index + 1 >= len(lines):
        return False
    line, following = lines[index], lines[index + 1]
    if line.block != following.block or _BULLET.match(following.text):
        return False
    first = following.text.split(None, 1)[0]
    if word_count(first) > 1:
        first = first[:1]
    return len(line.text.rstrip()) + 1 + len(first) > width


def _verse_blocks(lines: list[TextLine]) -> frozenset[int]:
    """Return the blocks of short lines that read as one text: three or more, the last ending with a full stop."""
    blocks: dict[int, list[TextLine]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(line)
    return frozenset(
        number
        for number, block in blocks.items()
        if len(block) >= 3
        and ends_with_stop(block[-1].text)
        and not ends_with_question(block[-1].text)
        and all(len(line.text) <= _MAX_VERSE and word_count(line.text) >= 2 for line in block)
        and all(line.rule is None and line.fixed is None and not _BULLET.match(line.text) for line in block)
    )
