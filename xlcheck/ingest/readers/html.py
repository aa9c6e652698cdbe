"""HTML pages: one article a page."""

from __future__ import annotations

from xlcheck.ingest.draft import Reading, Source
from xlcheck.ingest.html_article import NoTextError, extract
from xlcheck.model import Skipped

EXTENSIONS: tuple[str, ...] = (".html", ".htm")


def read(source: Source, /) -> Reading:
    """Return the article of a page."""
    try:
        return Reading(drafts=(extract(source.text),))
    except NoTextError:
        return Reading(skipped=(Skipped(path=source.path, reason="this HTML has no article text"),))
