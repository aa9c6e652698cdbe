"""The visible text of an HTML page, every character with its place in the file."""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from dataclasses import dataclass, field

from xlcheck.ingest.html_tokens import tokens

_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "q", "ruby", "rb", "rp", "rt", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
"""Tags that do not part words; all others do."""
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_LANGUAGE = re.compile(r"""\s(?:xml:)?lang\s*=\s*["']?(?P<tag>[A-Za-z][A-Za-z0-9_-]{1,34})""", re.IGNORECASE)


@dataclass(slots=True)
class VisibleText:
    """Characters and their places; also a folded copy of them to search in.

    Attributes:
        chars: the visible characters, white space as it stands in the file; a blank where a tag parts words.
        starts: where each was read from; `ends` is one past it. An entity gives one character (rarely two) for several
            code points of the file.
        folded: the characters without white space and invisible format characters, canonically decomposed.
        origin: for each folded character the index into `chars` it came from.
    """

    chars: str = ""
    starts: array[int] = field(default_factory=lambda: array("L"))
    ends: array[int] = field(default_factory=lambda: array("L"))
    folded: str = ""
    origin: array[int] = field(default_factory=lambda: array("L"))

    def find(self, block: str, start: int) -> tuple[int, int] | None:
        """Find a block of text from folded position `start` on, else from the beginning; return folded positions."""
        wanted = fold(block)
        if not wanted:
            return None
        position = self.folded.find(wanted, start)
        if position < 0:
            position = self.folded.find(wanted)
        return None if position < 0 else (position, position + len(wanted))

    def char_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of `chars` that the folded range `[start, end)` covers; `start < end`."""
        return self.origin[start], self.origin[end - 1] + 1


def fold(text: str) -> str:
    """Reduce text to what an extractor keeps of it: no white space, no format characters, canonically decomposed."""
    return "".join(folded for char in text if (folded := _fold_char(char)))


def _fold_char(char: str) -> str:
    if char.isascii():
        return char if " " < char < "\x7f" else ""
    if char.isspace() or unicodedata.category(char) in ("Cf", "Cc"):
        return ""
    return unicodedata.normalize("NFD", char)


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its body, the content of its `<title>`, and the language it declares."""

    body: VisibleText
    title: VisibleText
    language: str | None


def read_page(source: str) -> Page:
    """Read a page; broken markup is read as far as it goes."""
    body, title = _ViewBuilder(source), _ViewBuilder(source)
    language: str | None = None
    inside = ""
    for token in tokens(source):
        if token.kind == "text":
            if inside != "head":
                (title if inside == "title" else body).add_text(token.start, token.end)
            continue
        if token.kind == "open" and token.name == "html" and language is None:
            found = _LANGUAGE.search(source, token.start, token.end)
            language = found["tag"] if found else None
        if token.name in ("head", "title"):
            inside = token.name if token.kind == "open" else ("head" if token.name == "title" and inside else "")
        elif token.name == "body" or (inside == "head" and token.name in ("p", "div", "article", "h1")):
            inside = ""
        if token.name not in _INLINE:
            body.add_break(token.start)
    return Page(body.build(), title.build(), language)


class _ViewBuilder:
    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._view = VisibleText()

    def add_text(self, start: int, end: int) -> None:
        """Append a stretch of text, its character references resolved."""
        position = start
        for reference in _REFERENCE.finditer(self._source, start, end):
            text = html.unescape(reference.group())
            if text == reference.group():
                continue
            self._add_verbatim(position, reference.start())
            self._add(text, reference.start(), reference.end())
            position = reference.end()
        self._add_verbatim(position, end)

    def add_break(self, position: int) -> None:
        """Append a blank that takes no place in the file."""
        self._add(" ", position, position)

    def build(self) -> VisibleText:
        """Return the view, with its folded copy."""
        view = self._view
        view.chars = "".join(self._parts)
        folded: list[str] = []
        for index, char in enumerate(view.chars):
            if part := _fold_char(char):
                folded.append(part)
                view.origin.extend([index] * len(part))
        view.folded = "".join(folded)
        return view

    def _add_verbatim(self, start: int, end: int) -> None:
        self._parts.append(self._source[start:end])
        self._view.starts.extend(range(start, end))
        self._view.ends.extend(range(start + 1, end + 1))

    def _add(self, text: str, start: int, end: int) -> None:
        self._parts.append(text)
        self._view.starts.extend([start] * len(text))
        self._view.ends.extend([end] * len(text))
