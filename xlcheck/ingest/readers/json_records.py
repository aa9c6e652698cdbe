"""JSON: one object, an array of objects, or one object a line (JSON Lines); a broken record never stops the others.

Fields: `text` or `html` (one of them is needed), `title`, `id`, `lang`, `date`, `url`; others are ignored. The
article's text is the value of `text`; a `title` that the text does not open with is put in front of it, so that the
headline is checked like the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from xlcheck.ingest.draft import Draft, Reading, Source
from xlcheck.ingest.html_article import NoTextError
from xlcheck.ingest.json_record import body_field, record_draft
from xlcheck.ingest.json_scan import Field, NotJsonError, scan_object, scan_value, skip_blank
from xlcheck.model import Failure, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

EXTENSIONS: tuple[str, ...] = (".jsonl", ".ndjson", ".json")

_Outcome = Draft | Skipped | Failure
_FIELDS_HINT = 'an article is an object with a "text" or "html" string; other fields: title, id, lang, date, url'
_REPAIR_HINT = "repair the record or take it out"


def read(source: Source, /) -> Reading:
    """Return the records of a file, in any of the three layouts."""
    outcomes = list(_outcomes(source))
    drafts = tuple(_with_unique_records([item for item in outcomes if isinstance(item, Draft)]))
    failures = tuple(item for item in outcomes if isinstance(item, Failure))
    if not source.named and not drafts and failures and all(item.hint == _FIELDS_HINT for item in failures):
        # A stray manifest or settings file below a folder is well-formed JSON, only not articles.
        return Reading(skipped=(Skipped(path=source.path, reason="its JSON holds no articles"),))
    return Reading(
        drafts=drafts, skipped=tuple(item for item in outcomes if isinstance(item, Skipped)), failures=failures
    )


def _outcomes(source: Source) -> Iterator[_Outcome]:
    text = source.text
    start = skip_blank(text, 0)
    if text[start : start + 1] == "[":
        yield from _array(source, start)
        return
    try:
        _, end = scan_value(text, start)
    except NotJsonError as error:
        if source.path.lower().endswith(".json"):
            yield _broken(source, error.position, f"not valid JSON: {error}")
            return
        end = start
    behind = skip_blank(text, end)
    if end > start and behind == len(text):
        yield _record(source, text, start, number=1)[0]
    elif end > start and "\n" not in text[end:behind] and "\r" not in text[end:behind] and _json_named(source):
        yield _broken(source, end, "not valid JSON: something follows the end of the value")
    else:
        yield from _json_lines(source)


def _json_named(source: Source) -> bool:
    return source.path.lower().endswith(".json")


def _array(source: Source, position: int) -> Iterator[_Outcome]:
    text = source.text
    position = skip_blank(text, position + 1)
    number = 0
    while text[position : position + 1] != "]":
        number += 1
        try:
            outcome, position = _record(source, text, position, number=number)
            yield outcome
            position = skip_blank(text, position)
            following = text[position : position + 1]
            if following not in (",", "]") or not following:
                raise NotJsonError("expected ',' or ']'", position)
        except NotJsonError as error:
            # There is no telling where the next element of a broken array begins.
            yield _broken(source, error.position, f"not valid JSON from record {number} on: {error}")
            return
        if following == ",":
            position = skip_blank(text, position + 1)


def _json_lines(source: Source) -> Iterator[_Outcome]:
    bounds = (*source.line_starts, len(source.text))
    number = 0
    for start, end in pairwise(bounds):
        line = source.text[start:end]
        position = skip_blank(line, 0)
        if position == len(line):
            continue
        number += 1
        try:
            outcome, behind = _record(source, line, position, number=number, base=start)
            if skip_blank(line, behind) < len(line):
                raise NotJsonError("something follows the end of the record", start + behind)
            yield outcome
        except NotJsonError as error:
            yield _broken(source, start, f"record {number} is not valid JSON: {error}")


def _record(source: Source, text: str, position: int, *, number: int, base: int = 0) -> tuple[_Outcome, int]:
    """Read the record at `position` of `text`, which begins at `base` in the file; also return the position behind it.

    Raises:
        NotJsonError: the record is not well-formed.
    """
    line = bisect_right(source.line_starts, base + position)
    if text[position : position + 1] != "{":
        _, behind = scan_value(text, position)
        return _not_an_article(source, line, f"record {number} is not an object"), behind
    found, behind = scan_object(text, position)
    fields = {key: replace(field, start=field.start + base, end=field.end + base) for key, field in found.items()}
    return _article(source, fields, number, line), behind


def _article(source: Source, fields: dict[str, Field], number: int, line: int) -> _Outcome:
    body = body_field(fields)
    if body is None:
        return _not_an_article(source, line, f'record {number} has no "text" or "html" string')
    if not fields[body].value.strip():
        return Skipped(path=source.path, reason=f"record {number} is empty", line=line)
    try:
        return record_draft(source.text, fields, number)
    except NoTextError:
        return Skipped(path=source.path, reason=f"record {number}: its HTML has no article text", line=line)


def _with_unique_records(drafts: list[Draft]) -> Iterator[Draft]:
    """Make record names unique: a second `a` becomes `a~2`."""
    taken = {draft.record for draft in drafts}
    seen: set[str] = set()
    for draft in drafts:
        name, count = draft.record, 1
        while name in seen or (count > 1 and name in taken):
            count += 1
            name = f"{draft.record}~{count}"
        seen.add(name)
        yield replace(draft, record=name)


def _broken(source: Source, position: int, message: str) -> Failure:
    line = bisect_right(source.line_starts, position)
    return Failure(where=source.path, message=message, hint=_REPAIR_HINT, line=line)


def _not_an_article(source: Source, line: int, message: str) -> Failure:
    return Failure(where=source.path, message=message, hint=_FIELDS_HINT, line=line)
