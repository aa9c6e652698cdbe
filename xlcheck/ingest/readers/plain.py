"""Plain text: the file is the article."""

from __future__ import annotations

from xlcheck.ingest.draft import Draft, Reading, Source

EXTENSIONS: tuple[str, ...] = (".txt", ".text")


def read(source: Source, /) -> Reading:
    """Return the file as one article."""
    return Reading(drafts=(Draft(text=source.text),))
