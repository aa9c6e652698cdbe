"""Where a span stands in the file that the user knows: line and column, and code points of the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlcheck.model import Article, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place in a decoded file.

    Lines and columns count from 1, in code points; `end_column` is one past the last character. `start` and `end`
    are a half-open range of code points of the file.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


def position(article: Article, span: Span) -> Position:
    """Return where a span of an article stands in its file."""
    if article.offsets is None:
        start, end = span.start, span.end
    else:
        start, end = article.offsets.to_file(span.start, span.end)
    line, column = _line_and_column(article.line_starts, start)
    end_line, end_column = _line_and_column(article.line_starts, end)
    return Position(line=line, column=column, end_line=end_line, end_column=end_column, start=start, end=end)


def _line_and_column(line_starts: tuple[int, ...], offset: int) -> tuple[int, int]:
    line = max(bisect_right(line_starts, offset), 1)
    return line, offset - (line_starts[line - 1] if line_starts else 0) + 1
