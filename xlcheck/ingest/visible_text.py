"""The visible text of an HTML page, every character with its place in the file."""

from __future__ import annotations

import html
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from html.parser import HTMLParser

_INVISIBLE = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "math", "textarea", "select", "iframe"}
)


@dataclass(slots=True)
class VisibleText:
    """Characters and their places; also a folded copy of them to search in.

    Attributes:
        chars: the visible characters, white space as it stands in the file.
        starts: where each was read from; `ends` is one past it. An entity gives one character (rarely two) and several
            code points of the file.
        folded: the characters without white space and invisible format characters, canonically decomposed.
        origin: for each folded character the index into `chars` it came from.
    """

    chars: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    folded: str = ""
    origin: list[int] = field(default_factory=list)

    def fold(self) -> None:
        """Fill `folded` and `origin`."""
        folded: list[str] = []
        for index, char in enumerate(self.chars):
            for part in fold(char):
                folded.append(part)
                self.origin.append(index)
        self.folded = "".join(folded)

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

    def folded_at(self, char: int) -> int:
        """Return the first folded position that comes from this character or a later one."""
        return bisect_left(self.origin, char)


def fold(text: str) -> str:
    """Reduce text to what an extractor keeps of it: no white space, no format characters, canonically decomposed."""
    if text.isascii():
        return "".join(char for char in text if char > " " and char != "\x7f")
    decomposed = "".join(unicodedata.normalize("NFD", char) for char in text)
    return "".join(char for char in decomposed if not char.isspace() and unicodedata.category(char) not in ("Cf", "Cc"))


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its body, the content of its `<title>`, and the language it declares."""

    body: VisibleText
    title: VisibleText
    language: str | None


def read_page(source: str) -> Page:
    """Parse a page; broken markup is read as far as it goes."""
    parser = _Parser(source)
    parser.feed(source)
    parser.close()
    parser.body.fold()
    parser.title.fold()
    return Page(parser.body, parser.title, parser.language)


class _Parser(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        # HTMLParser counts lines at "\n" only.
        self._starts = [0, *(index + 1 for index, char in enumerate(source) if char == "\n")]
        self._hidden: list[str] = []
        self._in_title = False
        self.body = VisibleText()
        self.title = VisibleText()
        self.language: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.language = next((value for name, value in attrs if name in ("lang", "xml:lang") and value), None)
        if tag == "title" and not self.title.chars:
            self._in_title = True
        elif tag == "body":
            self._hidden.clear()
        elif tag in _INVISIBLE:
            self._hidden.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Ignore self-closing tags: they hold no text."""

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        elif tag in self._hidden:
            while self._hidden.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        position = self._position()
        self._add(data, [(position + index, position + index + 1) for index in range(len(data))])

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Read `<![anything` as browsers do, as a comment; the standard library's parser would give up on it."""
        return self.parse_bogus_comment(i, report)

    def _reference(self, reference: str) -> None:
        start = self._position()
        end = start + len(reference)
        end += self._source[end : end + 1] == ";"
        text = html.unescape(self._source[start:end])
        if text == self._source[start:end]:
            self._add(text, [(start + index, start + index + 1) for index in range(len(text))])
        else:
            self._add(text, [(start, end)] * len(text))

    def _position(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _add(self, text: str, places: list[tuple[int, int]]) -> None:
        target = self.title if self._in_title else self.body
        if self._hidden and not self._in_title:
            return
        for char, (start, end) in zip(text, places, strict=True):
            target.chars.append(char)
            target.starts.append(start)
            target.ends.append(end)
