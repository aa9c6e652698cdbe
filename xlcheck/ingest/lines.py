"""Where lines begin and end.

Two questions, two answers: an editor counts lines at `\\n`, `\\r\\n` and `\\r` only (so line numbers do too), while the
Unicode line and paragraph separators end a line of *text* just as well.
"""

from __future__ import annotations

import re

_FILE_BREAK = re.compile(r"\r\n|\n|\r")
_TEXT_BREAK = re.compile("\r\n|[\n\r\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which the lines of a decoded file begin; the first is always 0."""
    return (0, *(found.end() for found in _FILE_BREAK.finditer(text)))


def physical_lines(text: str) -> list[tuple[int, int]]:
    """Return `(start, end)` of every line of a text, blank ones included, without its line break."""
    result: list[tuple[int, int]] = []
    start = 0
    for found in _TEXT_BREAK.finditer(text):
        result.append((start, found.start()))
        start = found.end()
    result.append((start, len(text)))
    return result
