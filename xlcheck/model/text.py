"""Places in text: half-open code-point ranges, and the way back from extracted text to the file it came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open range `[start, end)` of code points in the text of one article, with the surface it covers.

    Attributes:
        doc: id of the article (see `Article.id`).
        start: first code point.
        end: one past the last code point.
        text: `article.text[start:end]`, carried along so that a span can be shown without its article.
    """

    doc: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not fit its text of {len(self.text)} code points")

    def sub(self, start: int, end: int) -> Span:
        """Return the part of this span from `start` to `end`, both counted from the span's own beginning."""
        return Span(doc=self.doc, start=self.start + start, end=self.start + end, text=self.text[start:end])

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.doc == other.doc and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.doc == other.doc and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of article text and where it stands in the file.

    A verbatim piece (`file_end - file_start == length`) maps code point by code point; any other piece, such as an
    escape `\\u00e4` or an entity `&auml;`, maps as a whole.
    """

    start: int
    length: int
    file_start: int
    file_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetMap:
    """From offsets in an article's text to offsets in the decoded file, for text taken out of HTML or JSON.

    Pieces are sorted by `start` and cover the article's text; text that the reader itself inserted (a line break
    between two paragraphs) belongs to a piece of file length 0.
    """

    pieces: tuple[Piece, ...]

    def to_file(self, start: int, end: int) -> tuple[int, int]:
        """Return the file range that the article range `[start, end)` was read from."""
        if not self.pieces:
            return (0, 0)
        return (self._left(start), self._right(end) if end > start else self._left(start))

    def _piece_at(self, offset: int) -> Piece:
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        return self.pieces[max(index, 0)]

    def _left(self, offset: int) -> int:
        piece = self._piece_at(offset)
        inside = offset - piece.start
        if piece.file_end - piece.file_start == piece.length:
            return min(piece.file_start + inside, piece.file_end)
        return piece.file_start if inside < piece.length else piece.file_end

    def _right(self, offset: int) -> int:
        piece = self._piece_at(offset - 1)
        inside = offset - piece.start
        if piece.file_end - piece.file_start == piece.length:
            return min(piece.file_start + inside, piece.file_end)
        return piece.file_end
