"""The file formats, one module each; `READERS` is the list of all."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from xlcheck.ingest.readers import html, json_records, markdown, plain

if TYPE_CHECKING:
    from xlcheck.ingest.draft import Reader

READERS: tuple[Reader, ...] = (plain, markdown, html, json_records)


def reader_by_content(text: str) -> Reader:
    """Return the reader for a text without a telling name, such as standard input: what it begins with decides.

    A JSON object that parses, or an HTML page's first tag; everything else is plain text.
    """
    start = text.lstrip()
    if re.match(r"(?i)<(!doctype html|html)\b", start):
        return html
    if start.startswith("{") or re.match(r"\[\s*\{", start):
        first_line = start.splitlines()[0]
        for candidate in (first_line, start):
            try:
                json.loads(candidate)
            except ValueError:
                continue
            return json_records
    return plain


def reader_for(suffix: str) -> Reader | None:
    """Return the reader for a file name extension (with its dot, any case), or None where no format claims it."""
    return next((reader for reader in READERS if suffix.lower() in reader.EXTENSIONS), None)
