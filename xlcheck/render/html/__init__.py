"""The report as a page that a newsroom reads, filters and decides in: one file that needs no network and no server.

`page` says what stands on it, `cards`, `pairs` and `versions` prepare the findings, the aligned texts and the tables
over three and more versions; `templates/` holds the markup, `static/` the styles and the script that `environment`
puts into the page. Nothing of an article can act: every value is made harmless and escaped on its way into a template,
and the page's own policy lets no browser run or load anything but what stands in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import Report
    from xlcheck.render.base import RenderOptions

BUFFERED = 64
"""Pieces of the template engine put together before they are handed on."""


class HtmlRenderer:
    """`--format html`."""

    name = "html"

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield the page from top to bottom; articles are fetched when the page comes to them."""
        from xlcheck.render.html.environment import page_template
        from xlcheck.render.html.page import page

        stream = page_template().stream(page=page(report, options))
        stream.enable_buffering(BUFFERED)
        yield from stream
