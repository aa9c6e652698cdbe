"""One JSON record to one draft, with the way back through the escapes to the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.ingest.dates import parse_date
from xlcheck.ingest.draft import Draft
from xlcheck.ingest.html_article import extract
from xlcheck.ingest.json_scan import Field, add_string
from xlcheck.ingest.offsets import MapBuilder, compose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlcheck.model import OffsetMap

BODY_FIELDS = ("text", "html")


def body_field(fields: Mapping[str, Field]) -> str | None:
    """Return which field holds the article: the first of `text` and `html` that is a string, or None."""
    return next((key for key in BODY_FIELDS if key in fields and isinstance(fields[key].value, str)), None)


def record_draft(file_text: str, fields: Mapping[str, Field], number: int) -> Draft:
    """Build the draft of a record whose fields stand in `file_text`; `number` names it if it has no id.

    Raises:
        NoTextError: the HTML of the record holds no article text.
    """
    name = _identifier(fields) or str(number)
    literal = MapBuilder()
    key = body_field(fields) or BODY_FIELDS[0]
    add_string(literal, file_text, fields[key].start, fields[key].end)
    if key == "html":
        page = extract(literal.text)
        draft = replace(page, offsets=compose(page.offsets, literal.build()) if page.offsets else None, record=name)
    else:
        draft = Draft(text=literal.text, offsets=literal.build(), record=name)
    draft = replace(
        draft,
        language=string_field(fields, "lang") or draft.language,
        date=parse_date(string_field(fields, "date") or "") or draft.date,
        url=string_field(fields, "url") or draft.url,
    )
    title = string_field(fields, "title")
    return _with_title(draft, file_text, fields["title"], title) if title is not None else draft


def string_field(fields: Mapping[str, Field], key: str) -> str | None:
    """Return a field that holds a string with something in it; other types count as not stated."""
    value = fields[key].value if key in fields else None
    return value if isinstance(value, str) and value.strip() else None


def _identifier(fields: Mapping[str, Field]) -> str | None:
    value = fields["id"].value if "id" in fields else None
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return " ".join(str(value).split()) or None


def _with_title(draft: Draft, file_text: str, field: Field, title: str) -> Draft:
    """Mark the title where the text opens with it, or else put it in front."""
    found = _opening(draft.text, title.strip())
    if found is not None:
        return replace(draft, title=found)
    whole = MapBuilder()
    add_string(whole, file_text, field.start, field.end)
    lead = len(whole.text) - len(whole.text.lstrip())
    place = (lead, lead + len(whole.text.strip()))
    whole.add("\n\n", field.end, field.end)
    shift = len(whole)
    _append(whole, draft.text, draft.offsets)
    not_text = tuple(replace(item, start=item.start + shift, end=item.end + shift) for item in draft.not_text)
    return replace(draft, text=whole.text, offsets=whole.build(), title=place, not_text=not_text)


def _append(whole: MapBuilder, text: str, offsets: OffsetMap | None) -> None:
    for piece in offsets.pieces if offsets else ():
        whole.add(text[piece.start : piece.start + piece.length], piece.file_start, piece.file_end)


def _opening(text: str, title: str) -> tuple[int, int] | None:
    lead = len(text) - len(text.lstrip())
    end = lead + len(title)
    if not text.startswith(title, lead) or text[end : end + 1].strip(" \t\r\n"):
        return None
    return (lead, end)
