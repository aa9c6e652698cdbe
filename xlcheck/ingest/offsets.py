"""Building and chaining offset maps."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from xlcheck.model import OffsetMap, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable


class MapBuilder:
    """Collects text together with where each bit of it stands in the file; neighbouring verbatim runs are merged."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        """All text added so far."""
        return "".join(self._text)

    def add(self, text: str, file_start: int, file_end: int) -> None:
        """Append text that was read from `[file_start, file_end)`; empty text is ignored."""
        if not text:
            return
        self._text.append(text)
        piece = Piece(start=self._length, length=len(text), file_start=file_start, file_end=file_end)
        self._length += len(text)
        last = self._pieces[-1] if self._pieces else None
        if last and _verbatim(last) and _verbatim(piece) and last.file_end == file_start:
            self._pieces[-1] = Piece(
                start=last.start, length=last.length + piece.length, file_start=last.file_start, file_end=file_end
            )
        else:
            self._pieces.append(piece)

    def build(self) -> OffsetMap:
        """Return the map of the text added so far."""
        return OffsetMap(pieces=tuple(self._pieces))


def _verbatim(piece: Piece) -> bool:
    return piece.file_end - piece.file_start == piece.length


def compose(outer: OffsetMap, inner: OffsetMap) -> OffsetMap:
    """Chain two maps: text → (outer) → middle → (inner) → file.

    Pieces of `outer` that are verbatim are cut where `inner` changes piece, so that what is verbatim in both stays so.
    """
    return OffsetMap(pieces=tuple(_composed(outer.pieces, inner)))


def _composed(pieces: Iterable[Piece], inner: OffsetMap) -> Iterable[Piece]:
    for piece in pieces:
        if not _verbatim(piece) or piece.length == 0:
            low, high = inner.to_file(piece.file_start, piece.file_end)
            yield Piece(start=piece.start, length=piece.length, file_start=low, file_end=high)
            continue
        yield from _cut(piece, inner)


def _cut(piece: Piece, inner: OffsetMap) -> Iterable[Piece]:
    first = max(0, bisect_right(inner.pieces, piece.file_start, key=lambda part: part.start) - 1)
    for part in islice(inner.pieces, first, None):
        if part.start >= piece.file_end:
            return
        low = max(piece.file_start, part.start)
        high = min(piece.file_end, part.start + part.length)
        if low >= high:
            continue
        file_start, file_end = inner.to_file(low, high)
        yield Piece(
            start=piece.start + low - piece.file_start, length=high - low, file_start=file_start, file_end=file_end
        )
