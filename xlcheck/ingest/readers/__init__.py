"""The file formats, one module each; `READERS` is the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.ingest.readers import html, json_records, markdown, plain

if TYPE_CHECKING:
    from xlcheck.ingest.draft import Reader

READERS: tuple[Reader, ...] = (plain, markdown, html, json_records)


def reader_for(suffix: str) -> Reader | None:
    """Return the reader for a file name extension (with its dot, any case), or None where no format claims it."""
    return next((reader for reader in READERS if suffix.lower() in reader.EXTENSIONS), None)
