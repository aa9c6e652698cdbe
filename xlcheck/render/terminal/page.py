"""Layout for terminals: wrapping by cells, so that wide characters line up, columns, and the way to plain strings.

Every piece of content arrives as `rich.text.Text`, never as markup, and was made safe before.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from xlcheck.safe_text import ELLIPSIS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MIN_WIDTH = 40
BAR = "\N{BOX DRAWINGS LIGHT VERTICAL} "
"""Stands before quoted text: it shows where an excerpt begins, and no line of a log begins with words of an article."""


class Page:
    """A page of fixed width.

    Attributes:
        width: columns, at least `MIN_WIDTH`.
    """

    def __init__(self, *, width: int, color: bool) -> None:
        self.width = max(width, MIN_WIDTH)
        self._buffer = StringIO()
        # With everything given, nothing is read from the environment: the caller has decided.
        self._console = Console(
            file=self._buffer,
            width=self.width,
            color_system="standard" if color else None,
            force_terminal=color,
            no_color=not color,
            force_interactive=False,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
            _environ={},
        )

    def wrapped(self, text: Text, *, indent: str = "", hanging: str | None = None, width: int = 0) -> list[Text]:
        """Return text as lines that fit the page.

        Args:
            text: without line breaks.
            indent: stands before the first line.
            hanging: stands before the others, `indent` unless given.
            width: cells for indent and text, the page's unless given.
        """
        hanging = indent if hanging is None else hanging
        room = max((width or self.width) - max(cell_len(indent), cell_len(hanging)), 1)
        if text.cell_len + cell_len(indent) <= (width or self.width):
            return [Text.assemble((indent, "dim"), _trimmed(text))]
        lines = text.wrap(self._console, room, overflow="fold")
        return [
            Text.assemble((hanging if index else indent, "dim"), _trimmed(line)) for index, line in enumerate(lines)
        ]

    def columns(self, cells: Sequence[Sequence[Text]], *, indent: str) -> list[Text]:
        """Return rows of text set side by side in columns of equal width, each behind a bar.

        Args:
            cells: one sequence of paragraphs per column; paragraphs of the same rank start on the same line.
            indent: stands before each line.
        """
        room = self.column_width(len(cells), indent=indent)
        lines: list[Text] = []
        for row in zip(*cells, strict=True):
            blocks = [self.wrapped(cell, width=room) if cell else [] for cell in row]
            for at in range(max(map(len, blocks))):
                line = Text(indent)
                for block in blocks:
                    line.append(BAR, "dim")
                    part = block[at] if at < len(block) else Text()
                    line.append_text(part)
                    line.append(" " * (room - cell_len(part.plain) + 1))
                lines.append(_trimmed(line))
        return lines

    def column_width(self, count: int, *, indent: str) -> int:
        """Return how many cells of text each of `count` columns holds."""
        return (self.width - cell_len(indent)) // count - len(BAR) - 1

    def rendered(self, lines: Iterable[Text]) -> str:
        """Return lines as a string, with terminal styles if the page has them."""
        if not self._console.is_terminal:
            # What rich prints without styles, in half the time.
            return "\n".join(_guarded(line).plain for line in lines) + "\n"
        self._console.print(Text("\n").join(map(_guarded, lines)), soft_wrap=True)
        output = self._buffer.getvalue()
        self._buffer.seek(0)
        self._buffer.truncate()
        return output


def cropped(text: str, width: int) -> str:
    """Return the beginning of a text that fits into `width` cells, with an ellipsis where it was cut."""
    line = Text(text)
    line.truncate(max(width, 1), overflow="ellipsis")
    return line.plain


def cropped_left(text: str, width: int) -> str:
    """Return the end of a text that fits into `width` cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    kept = ""
    room = width - 1
    for char in reversed(text):
        room -= cell_len(char)
        if room < 0:
            break
        kept = char + kept
    return ELLIPSIS + kept


def _guarded(line: Text) -> Text:
    """Return a line that no build server takes for a command, even if a path begins with two colons."""
    return Text.assemble("\N{MIDDLE DOT} ", line) if line.plain.lstrip().startswith("::") else line


def _trimmed(line: Text) -> Text:
    line.rstrip()
    return line
