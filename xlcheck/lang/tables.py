"""A language's file, table by table: each is parsed when it is first asked for.

A run reads all tables of two or three languages, and of the others a word list or two (titles before names, the
function words that are left over from a translation). Parsing all files whole would take longer than a small run.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from xlcheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAD = "language"
"""The table that says which language a file is about, and perhaps from which it inherits."""
_HEADER = re.compile(r"^\[\[?([a-z_]+)(?:\.[^\]\n]+)?\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)
"""A line that begins a table; its name, or the first part of it, is the group."""


@cache
def table_names(code: str) -> frozenset[str]:
    """Return the names of the tables of a language, inherited ones among them; empty for one without a file."""
    parent = _parent(code)
    return frozenset(_texts(code)) | (table_names(parent) if parent else frozenset())


def read_table(code: str, name: str) -> dict[str, Any]:
    """Return a table of a language's file; that of a variant, such as zh-TW, on top of the language it inherits from.

    A key of the variant takes the place of the parent's; of a key that is a table, only the entries that it names.

    Raises:
        ConfigError: the language inherits from one that has no file.
    """
    own: dict[str, Any] = tomllib.loads(_texts(code).get(name, "")).get(name, {})
    parent = _parent(code)
    if not parent:
        return own
    if not _texts(parent):
        raise ConfigError(f"{code}.toml: inherits from {parent!r}, which has no file")
    return _merged(read_table(parent, name), own)


@cache
def _parent(code: str) -> str:
    head = tomllib.loads(_texts(code).get(HEAD, "")).get(HEAD, {})
    return str(head.get("inherits", ""))


@cache
def _texts(code: str) -> Mapping[str, str]:
    """Return the text of each table with the tables within it, by its name; nothing for a language without a file."""
    resource = files("xlcheck.lang") / "data" / f"{code}.toml"
    if not code.replace("-", "").isalnum() or not resource.is_file():
        return {}
    text = resource.read_text(encoding="utf-8")
    headers = list(_HEADER.finditer(text))
    ends = [*(header.start() for header in headers[1:]), len(text)]
    texts: dict[str, str] = {}
    for header, end in zip(headers, ends, strict=True):
        texts[header[1]] = texts.get(header[1], "") + text[header.start() : end]
    return texts


def _merged(parent: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    merged = dict(parent)
    for key, value in own.items():
        before = parent.get(key)
        merged[key] = _merged(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return merged
