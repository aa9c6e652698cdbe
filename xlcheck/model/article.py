"""An article as it arrived: its text untouched, each line with a role, and what is known about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from xlcheck.model.text import OffsetMap, Span


class LineRole(StrEnum):
    """What a line of a scraped file is."""

    TITLE = "title"
    BODY = "body"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of an article, without its line break.

    Attributes:
        role: skipped lines stay addressable but are never aligned or checked.
        rule: for a skipped line, the id of the boilerplate rule that marked it, else "".
        reason: the rule's reason in words, else "".
        language: ISO 639 code of the line where it is long and surely not in the article's language, else None.
    """

    span: Span
    role: LineRole
    rule: str = ""
    reason: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEvidence:
    """Something wrong with the characters themselves; nothing is repaired, it is only pointed at.

    Attributes:
        kind: "mojibake", "replacement-character" or "control-character".
        note: what it would read like if it were repaired, or what it is, in words.
    """

    kind: str
    span: Span
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text with what is known about it.

    Attributes:
        id: unique in a run: the path, plus `#record` where a file holds several articles.
        path: path of the file as the user named it, with `/` separators; "-" for standard input.
        text: the text that spans index: the decoded file for plain text, the visible text for HTML and JSON.
        offsets: the way back to the file where `text` is not the file itself, else None.
        line_starts: offsets in the *decoded file* at which its lines begin (for line and column numbers).
        language: ISO 639 code, "und" where it cannot be told.
        language_confidence: 0…1, as the detector gives it; 1.0 where the input declares the language.
        title: where the title stands in `text`, if it does.
        date: day of publication, if stated.
        encoding: name of the encoding the bytes were decoded with.
    """

    id: str
    path: str
    text: str
    language: str
    language_confidence: float
    lines: tuple[Line, ...]
    line_starts: tuple[int, ...] = (0,)
    offsets: OffsetMap | None = None
    title: Span | None = None
    date: dt.date | None = None
    url: str | None = None
    encoding: str = "utf-8"
    evidence: tuple[TextEvidence, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return the span `[start, end)` of this article's text."""
        return Span(doc=self.id, start=start, end=end, text=self.text[start:end])
