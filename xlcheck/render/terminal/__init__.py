"""The report that a newsroom editor reads: decisions, findings side by side, and what was not checked.

Only this folder and `progress` import rich, and only when a report is really rendered: `page` knows how to lay text
out, `findings` and `sections` what to say.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.render.base import PLAIN_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from xlcheck.model import Finding, Report
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.lookup import Lookup


class TerminalRenderer:
    """`--format terminal`."""

    name = "terminal"

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield the report, one finding or section at a time."""
        from xlcheck.render.terminal.page import Page
        from xlcheck.render.terminal.sections import blocks

        page = Page(width=options.width, color=options.color)
        for block in blocks(report, options, page):
            yield page.rendered(block)


def one_finding(finding: Finding, report: Report, lookup: Lookup, options: RenderOptions) -> str:
    """Return one finding with its heading, as the whole report would show it."""
    from xlcheck.render.terminal.findings import finding_blocks
    from xlcheck.render.terminal.page import Page

    page = Page(width=options.width, color=options.color)
    blocks = finding_blocks(replace(report, findings=(finding,)), lookup, options, page)
    return "".join(page.rendered(block) for block in blocks)


def terminal_settings(stream: TextIO) -> tuple[int, bool]:
    """Return the width to render to, and whether to use styles, for an output stream.

    Follows `NO_COLOR`, `FORCE_COLOR`, `TERM=dumb` and `COLUMNS` as rich does; what is not a terminal is 80 columns
    wide, so that a saved report does not depend on the window it was made in.
    """
    from rich.console import Console

    console = Console(file=stream)
    styled = console.is_terminal and console.color_system is not None and not console.no_color
    return (console.width if stream.isatty() else PLAIN_WIDTH), styled
