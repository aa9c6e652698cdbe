"""A manifest: a file that says which articles belong together. What it says is believed.

Four forms, told by the ending; paths are relative to the manifest, `feed.jsonl#17` names one record of a file:

* `.toml`: `groups = [["a.de.txt", "a.en.txt", "b.en.txt"]]`, all of which are compared with each other
* `.csv`, `.tsv`: a line a group, one file a column; a line that begins with `#` is a comment, a first line of the words
  source, english, left, right, a, b, first, second, file is a heading
* `.jsonl`: a line a group: `["a.de.txt", "a.en.txt"]`, `{"files": […]}` or `{"source": …, "english": …}`
"""

from __future__ import annotations

import csv
import json
import os
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from xlcheck.errors import InputError
from xlcheck.similarity import suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from xlcheck.model import Article
    from xlcheck.pair.article import PairingArticle

_HEADING = frozenset({"source", "english", "left", "right", "a", "b", "first", "second", "file"})
_SHAPES = "a group is a list of two or more file names"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Files that belong together, as written, and the line that says so."""

    files: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A manifest as it was read; nothing in it has been looked up yet."""

    path: Path
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPairs:
    """What a manifest says about the articles at hand.

    Attributes:
        pairs: (smaller id, larger id), sorted, each once.
        absent: files that exist but were not among the articles read, as written.
    """

    pairs: tuple[tuple[str, str], ...] = ()
    absent: tuple[str, ...] = ()


def read_manifest(path: str | Path) -> Manifest:
    """Read a manifest.

    Raises:
        InputError: it cannot be read, or does not say what it should; the message names the line.
    """
    path = Path(path)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(_READERS))
        raise InputError(f"{path.as_posix()}: a manifest ends in one of {known}", hint="see xlcheck pair --help")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path.as_posix()}: is not UTF-8") from error
    except OSError as error:
        raise InputError(f"{path.as_posix()}: cannot be read: {error.strerror}", hint=_nearest_file(path)) from error
    groups = []
    for line, files in reader(text, path):
        if not isinstance(files, list) or not all(isinstance(name, str) and name.strip() for name in files):
            raise _error(path, line, "this is not a group of files", _SHAPES)
        names = tuple(dict.fromkeys(name.strip() for name in files))
        if len(names) < 2:
            raise _error(path, line, "a group needs two different files", _SHAPES)
        groups.append(Group(files=names, line=line))
    return Manifest(path=path, groups=tuple(groups))


def resolve(manifest: Manifest, articles: Iterable[Article | PairingArticle]) -> NamedPairs:
    """Find the articles that a manifest names.

    Raises:
        InputError: it names a file that does not exist, a record that its file does not have, or a file of several
            records without saying which.
    """
    by_file: dict[str, dict[str, str]] = {}
    real_path = cache(os.path.realpath)
    for article in articles:
        record = article.id.removeprefix(article.path).removeprefix("#")
        by_file.setdefault(real_path(article.path), {})[record] = article.id
    pairs: set[tuple[str, str]] = set()
    absent: dict[str, None] = {}
    for group in manifest.groups:
        found = []
        for name in group.files:
            article_id = _find(manifest, group, name, by_file)
            if article_id is None:
                absent[name] = None
            else:
                found.append(article_id)
        ids = sorted(found)
        if len(set(ids)) < len(ids):
            raise _error(manifest.path, group.line, "names one article twice", "two names lead to the same file")
        pairs |= {(left, right) for place, left in enumerate(ids) for right in ids[place + 1 :]}
    return NamedPairs(pairs=tuple(sorted(pairs)), absent=tuple(absent))


def _find(manifest: Manifest, group: Group, name: str, by_file: dict[str, dict[str, str]]) -> str | None:
    """Return the id of an article, None where its file exists but was not read."""
    base = manifest.path.parent
    whole = os.path.realpath(base / name)
    file, mark, record = name.rpartition("#")
    part = os.path.realpath(base / file) if mark else ""
    if whole in by_file:
        records = by_file[whole]
        if len(records) == 1:
            return next(iter(records.values()))
        hint = f"for example {name}#{min(records)}"
        raise _error(manifest.path, group.line, f"{name} holds {len(records)} articles: name one", hint)
    if part in by_file:
        records = by_file[part]
        if record in records:
            return records[record]
        nearest = suggest(record, records)
        hint = f"did you mean {file}#{nearest}?" if nearest else ""
        raise _error(manifest.path, group.line, f"{file} has no record {record!r}", hint)
    if Path(whole).exists() or (mark and Path(part).exists()):
        return None
    raise _error(manifest.path, group.line, f"there is no file {name}", _nearest_file(base / (file or name)))


def _nearest_file(path: Path) -> str:
    try:
        names = sorted(entry.name for entry in os.scandir(path.parent))
    except OSError:
        return f"there is no folder {path.parent.as_posix()}"
    nearest = suggest(path.name, names)
    return f"did you mean {nearest}?" if nearest else "paths are relative to the manifest"


def _error(path: Path, line: int, message: str, hint: str = "") -> InputError:
    return InputError(f"{path.as_posix()}:{line}: {message}", hint=hint)


def _read_toml(text: str, path: Path) -> Iterator[tuple[int, object]]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path.as_posix()}: not valid TOML: {error}") from error
    place = _Place(text)
    for key in table:
        if key not in ("groups", "pairs"):
            nearest = suggest(key, ("groups", "pairs"))
            hint = f"did you mean {nearest!r}?" if nearest else 'write groups = [["a.de.txt", "a.en.txt"]]'
            raise _error(path, place.line_of(key), f"unknown key {key!r}", hint)
    for key, value in table.items():
        line = place.line_of(key)
        if not isinstance(value, list):
            raise _error(path, line, f"{key} must be a list of groups", _SHAPES)
        for group in value:
            if isinstance(group, list) and group and isinstance(group[0], str):
                line = place.line_of(group[0])
            yield line, group


class _Place:
    """Finds the lines of words that are asked for in the order in which they stand; the TOML parser does not say."""

    def __init__(self, text: str) -> None:
        self._text, self._offset, self._line = text, 0, 1

    def line_of(self, word: str) -> int:
        """Return the line of the next place of a word, or the last line found where it is written with escapes."""
        found = self._text.find(word, self._offset)
        if found >= 0:
            self._line += self._text.count("\n", self._offset, found)
            self._offset = found + len(word)
        return self._line


def _table_reader(delimiter: str) -> Callable[[str, Path], Iterator[tuple[int, object]]]:
    def read(text: str, path: Path) -> Iterator[tuple[int, object]]:
        rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
        first = True
        while True:
            line = rows.line_num + 1
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                raise _error(path, line, f"cannot be read as a table: {error}") from error
            cells = [cell.strip() for cell in row if cell.strip()]
            if not cells or cells[0].startswith("#"):
                continue
            heading = first and {cell.lower() for cell in cells} <= _HEADING
            first = False
            if not heading:
                yield line, cells

    return read


def _read_json_lines(text: str, path: Path) -> Iterator[tuple[int, object]]:
    for line, row in enumerate(text.split("\n"), start=1):
        if not row.strip():
            continue
        try:
            value = json.loads(row)
        except json.JSONDecodeError as error:
            raise _error(path, line, f"not valid JSON: {error.msg}") from error
        except RecursionError as error:
            raise _error(path, line, "not a group: nested too deeply") from error
        if isinstance(value, dict):
            value = value["files"] if "files" in value else [value.get("source"), value.get("english")]
        yield line, value


_READERS: dict[str, Callable[[str, Path], Iterator[tuple[int, object]]]] = {
    ".toml": _read_toml,
    ".csv": _table_reader(","),
    ".tsv": _table_reader("\t"),
    ".jsonl": _read_json_lines,
    ".ndjson": _read_json_lines,
}
