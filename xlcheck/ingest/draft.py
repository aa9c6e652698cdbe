"""What a reader makes of a file, before lines get their roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt

    from xlcheck.model import Failure, OffsetMap, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A decoded file.

    Attributes:
        path: as the user named it, with `/` separators; "-" for standard input.
        named: whether the user named the file itself (then a problem is a failure, not a stray file).
    """

    path: str
    text: str
    encoding: str
    line_starts: tuple[int, ...]
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NotText:
    """A stretch of a draft that its format says is no running text: front matter, code, a table.

    Attributes:
        start: first code point in the draft's text; `end` is one past the last.
        rule: id under which the lines are skipped; `reason` says the same in words.
    """

    start: int
    end: int
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One article as its format gives it.

    Attributes:
        record: what sets the article apart within its file, "" where the file is one article.
        title: `(start, end)` in `text`.
        not_text: stretches that the format marks, sorted.
        language: what the input declares, as it stands there ("de-AT"), or None.
    """

    text: str
    record: str = ""
    offsets: OffsetMap | None = None
    title: tuple[int, int] | None = None
    not_text: tuple[NotText, ...] = ()
    language: str | None = None
    date: dt.date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that came out of one file."""

    drafts: tuple[Draft, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    failures: tuple[Failure, ...] = ()


class Reader(Protocol):
    """One file format; each module in `readers` is one."""

    EXTENSIONS: tuple[str, ...]

    def read(self, source: Source, /) -> Reading:
        """Return the articles of a decoded file, and what of it could not be read."""
