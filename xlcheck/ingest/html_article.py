"""HTML to article: `trafilatura` says what belongs to the article, our own view of the page says where it stands.

trafilatura (its only importer is this module) gives text without places. Each of its lines is looked up in the visible
text of the page, and what stands there in the file is taken, so that the article's text is the file's own characters,
with white space collapsed. A line that cannot be found is taken as it is and mapped to the end of the line before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from xlcheck.errors import XlcheckError
from xlcheck.ingest.dates import parse_date
from xlcheck.ingest.draft import Draft, NotText
from xlcheck.ingest.offsets import MapBuilder
from xlcheck.ingest.visible_text import Page, VisibleText, fold, read_page

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

_LIST_MARK = re.compile(r"\s*-\s+")
_BREAK = "\n\n"
_KEPT_BLANKS = " \t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{IDEOGRAPHIC SPACE}"


class NoTextError(XlcheckError):
    """A page in which no article text was found."""


def extract(source: str) -> Draft:
    """Return the article of a page, with the way back to the page's source.

    Raises:
        NoTextError: there is no article text in it.
    """
    document = _main_content(source)
    if document is None or not (document.text or "").strip():
        raise NoTextError("no article text")
    page = read_page(source)
    builder = MapBuilder()
    heading = (document.title or "").strip()
    lines = [line for line in document.text.split("\n") if line.strip()]
    title: tuple[int, int] | None = None
    opens_with_title = bool(heading) and fold(lines[0]) == fold(heading)
    if heading and not opens_with_title:
        title = _add_title(builder, page, heading)
    not_text: list[NotText] = []
    last = _Place(builder.build().pieces[-1].file_end if len(builder) else 0)
    cursor = 0
    for number, line in enumerate(lines):
        if len(builder):
            builder.add(_BREAK, last.file_end, last.file_end)
        start = len(builder)
        cursor = _add_line(builder, page.body, _plain(line), cursor, last)
        if number == 0 and opens_with_title:
            title = (start, len(builder))
        if line.startswith("|"):
            not_text.append(NotText(start=start, end=len(builder), rule="markup", reason="table row"))
    return Draft(
        text=builder.text,
        offsets=builder.build(),
        title=title,
        not_text=tuple(not_text),
        language=page.language,
        date=_date(document.date),
        url=document.url or None,
    )


def _main_content(source: str) -> Any:
    import logging

    from trafilatura import bare_extraction

    # It logs every empty page as an error; what we could not read we report ourselves.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return bare_extraction(source, include_comments=False, with_metadata=True)
    except (ValueError, RecursionError) as error:
        raise NoTextError(f"no article text: {error}") from error


def _date(value: str | None) -> dt.date | None:
    return parse_date(value or "")


def _plain(line: str) -> str:
    """Take off the marks that trafilatura puts before list items and between table cells."""
    if line.startswith("|"):
        return " ".join(line.replace("|", " ").split())
    found = _LIST_MARK.match(line)
    return line[found.end() :] if found else line


class _Place:
    """Where the line before ended in the file."""

    def __init__(self, file_end: int) -> None:
        self.file_end = file_end


def _add_title(builder: MapBuilder, page: Page, heading: str) -> tuple[int, int] | None:
    """Put the title in front if the page shows it, in its body or as the page's title."""
    for view in (page.body, page.title):
        if found := view.find(heading, 0):
            _copy(builder, view, *view.char_range(*found))
            return (0, len(builder))
    return None


def _add_line(builder: MapBuilder, view: VisibleText, line: str, cursor: int, last: _Place) -> int:
    """Append one line; return the folded position from which the next is to be looked for."""
    found = view.find(line, cursor)
    if found is None:
        builder.add(line.strip(), last.file_end, last.file_end)
        return cursor
    # Found before the cursor: something was skipped or repeated, and the next line is still to come after it.
    low, high = view.char_range(*found)
    _copy(builder, view, low, high)
    last.file_end = view.ends[high - 1]
    return max(cursor, found[1])


def _copy(builder: MapBuilder, view: VisibleText, low: int, high: int) -> None:
    """Append visible characters, each run of white space as one blank."""
    for start, end, blank in _runs(view.chars, low, high):
        if blank:
            single = view.chars[start] if end - start == 1 and view.chars[start] in _KEPT_BLANKS else " "
            builder.add(single, view.starts[start], view.ends[end - 1])
            continue
        index = start
        while index < end:
            # All characters of one entity are one piece.
            same = index + 1
            while same < end and view.starts[same] == view.starts[index]:
                same += 1
            builder.add(view.chars[index:same], view.starts[index], view.ends[index])
            index = same


def _runs(chars: str, low: int, high: int) -> Iterator[tuple[int, int, bool]]:
    start = low
    for index in range(low, high):
        if index > start and chars[index].isspace() != chars[start].isspace():
            yield start, index, chars[start].isspace()
            start = index
    if start < high:
        yield start, high, chars[start].isspace()
