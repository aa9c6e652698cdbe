"""Lines, columns and code points of the file."""

from __future__ import annotations

import pytest
from support.reports import make_side

from xlcheck.model import OffsetMap, Piece
from xlcheck.render.positions import Position, position

TEXT = "Titel\nZweite 😀 Zeile\n\nEnde"


def at(line: int, column: int, end_line: int, end_column: int, start: int, end: int) -> Position:
    return Position(line=line, column=column, end_line=end_line, end_column=end_column, start=start, end=end)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 5, at(1, 1, 1, 6, 0, 5), id="title"),
        pytest.param(13, 14, at(2, 8, 2, 9, 13, 14), id="astral-is-one-column"),
        pytest.param(0, 20, at(1, 1, 2, 15, 0, 20), id="over-two-lines"),
        pytest.param(20, 21, at(2, 15, 3, 1, 20, 21), id="line-feed"),
        pytest.param(21, 21, at(3, 1, 3, 1, 21, 21), id="empty-line"),
        pytest.param(22, 26, at(4, 1, 4, 5, 22, 26), id="last-line"),
    ],
)
def test_plain_text(start: int, end: int, expected: Position) -> None:
    article = make_side("a.txt", TEXT).article
    assert position(article, article.span(start, end)) == expected


def test_text_taken_out_of_a_file_points_into_the_file() -> None:
    # The file: `{"t":"K\u00e4se"}` on its second line; the article's text is `Käse`.
    pieces = (
        Piece(start=0, length=1, file_start=10, file_end=11),
        Piece(start=1, length=1, file_start=11, file_end=17),
        Piece(start=2, length=2, file_start=17, file_end=19),
    )
    article = make_side("a.jsonl", "Käse", offsets=OffsetMap(pieces=pieces), line_starts=(0, 4)).article
    assert position(article, article.span(0, 2)) == at(2, 7, 2, 14, 10, 17)
    assert position(article, article.span(2, 4)) == at(2, 14, 2, 16, 17, 19)


def test_a_file_without_line_starts_has_one_line() -> None:
    article = make_side("a.txt", "abc", line_starts=()).article
    assert position(article, article.span(1, 2)) == at(1, 2, 1, 3, 1, 2)
