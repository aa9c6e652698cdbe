"""Markdown: the file is the article; front matter, code, tables and headings are no running text.

The first heading is the title. Front matter may declare `title` (used to find the title in the text), `lang`, `date`
and `url`.
"""

from __future__ import annotations

import re

from xlcheck.ingest.dates import parse_date
from xlcheck.ingest.draft import Draft, NotText, Reading, Source
from xlcheck.ingest.lines import physical_lines

EXTENSIONS: tuple[str, ...] = (".md", ".markdown")

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(?P<title>\S.*?)[\s#]*\Z")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})\s*\Z")
_FENCE = re.compile(r" {0,3}(?P<fence>```+|~~~+)")
_RULE = re.compile(r" {0,3}(?:[-*_] ?){3,}\Z")
_FIELD = re.compile(r"(?P<key>[A-Za-z]\w*)\s*:\s*(?P<value>\S.*?)\s*\Z")
_MAX_HEADING = 400


def read(source: Source, /) -> Reading:
    """Return the file as one article."""
    text = source.text
    lines = physical_lines(text)
    fields, first = _front_matter(text, lines)
    marked = [_mark(lines[index], "front-matter", "front matter") for index in range(first)]
    title: tuple[int, int] | None = None
    fence = ""
    for index in range(first, len(lines)):
        start, end = lines[index]
        line = text[start:end]
        opening = _FENCE.match(line[:_MAX_HEADING])
        if fence or opening:
            marked.append(_mark(lines[index], "code", "code block"))
            if fence:
                fence = "" if line.strip().startswith(fence) and not line.strip(" `~") else fence
            elif opening:
                fence = opening["fence"]
            continue
        if len(line) > _MAX_HEADING:
            continue
        heading = _heading(text, lines, index)
        if heading and title is None:
            title = heading
            continue
        if heading:
            marked.append(_mark(lines[index], "sub-heading", "sub-heading"))
        elif _RULE.match(line) or _UNDERLINE.match(line) or line.lstrip().startswith("|"):
            marked.append(_mark(lines[index], "markup", "table or ruler"))
    draft = Draft(
        text=text,
        title=title,
        not_text=tuple(marked),
        language=fields.get("lang") or fields.get("language"),
        date=parse_date(fields.get("date", "")),
        url=fields.get("url"),
    )
    return Reading(drafts=(draft,))


def _mark(line: tuple[int, int], rule: str, reason: str) -> NotText:
    return NotText(start=line[0], end=line[1], rule=rule, reason=reason)


def _heading(text: str, lines: list[tuple[int, int]], index: int) -> tuple[int, int] | None:
    """Return where the words of a heading stand: `# words`, or words underlined with `===` or `---`."""
    start, end = lines[index]
    if found := _HEADING.match(text[start:end]):
        return (start + found.start("title"), start + found.end("title"))
    line = text[start:end].strip()
    following = lines[index + 1] if index + 1 < len(lines) else None
    alone = index == 0 or not text[slice(*lines[index - 1])].strip()
    if not line or not following or not alone or not _UNDERLINE.match(text[slice(*following)][:_MAX_HEADING]):
        return None
    offset = text.index(line, start)
    return (offset, offset + len(line))


def _front_matter(text: str, lines: list[tuple[int, int]]) -> tuple[dict[str, str], int]:
    """Return the fields of a front matter and the number of lines it takes; nothing where there is none."""
    if text[slice(*lines[0])].strip() != "---":
        return {}, 0
    fields: dict[str, str] = {}
    for index, (start, end) in enumerate(lines[1:], start=1):
        line = text[start:end]
        if line.strip() in ("---", "..."):
            return fields, index + 1
        if len(line) <= _MAX_HEADING and (found := _FIELD.match(line)):
            fields[found["key"].lower()] = found["value"].strip("\"'")
    return {}, 0
