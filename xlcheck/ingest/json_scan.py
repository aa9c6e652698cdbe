"""JSON with positions: which characters of the file each string was read from.

The standard library's scanner does the parsing; this module only keeps count of where things stand.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]  # public in practice, untyped
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlcheck.ingest.offsets import MapBuilder

_BLANK = re.compile(r"[ \t\n\r]*")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
_SHORT = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_DECODER = json.JSONDecoder(strict=False)


class NotJsonError(ValueError):
    """The text is not the JSON it should be; `position` is where in the file."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The value of a key, and where its JSON stands in the file."""

    value: Any
    start: int
    end: int


def skip_blank(text: str, position: int) -> int:
    """Return the next position that is no white space."""
    found = _BLANK.match(text, position)
    return found.end() if found else position


def scan_value(text: str, position: int) -> tuple[Any, int]:
    """Read one JSON value and return it with the position behind it.

    Raises:
        NotJsonError: there is none, or it is nested too deeply.
    """
    try:
        return _DECODER.raw_decode(text, position)
    except json.JSONDecodeError as error:
        raise NotJsonError(error.msg, error.pos) from error
    except RecursionError as error:
        raise NotJsonError("nested too deeply", position) from error
    except ValueError as error:
        raise NotJsonError("a number too long to be read", position) from error


def scan_object(text: str, position: int) -> tuple[dict[str, Field], int]:
    """Read one JSON object and return its fields with their places, and the position behind it.

    A key that comes twice keeps its last value, as everywhere in Python.

    Raises:
        NotJsonError: there is no well-formed object.
    """
    fields: dict[str, Field] = {}
    if text[position : position + 1] != "{":
        raise NotJsonError("expected an object", position)
    position = skip_blank(text, position + 1)
    while text[position : position + 1] != "}":
        if fields:
            position = _expect(text, position, ",")
        if text[position : position + 1] != '"':
            raise NotJsonError("expected a key in double quotes", position)
        key, position = _scan_string(text, position)
        start = _expect(text, skip_blank(text, position), ":")
        value, position = scan_value(text, start)
        fields[key] = Field(value=value, start=start, end=position)
        position = skip_blank(text, position)
    return fields, position + 1


def _expect(text: str, position: int, mark: str) -> int:
    if text[position : position + 1] != mark:
        raise NotJsonError(f"expected {mark!r}", position)
    return skip_blank(text, position + 1)


def _scan_string(text: str, position: int) -> tuple[str, int]:
    try:
        value, end = scanstring(text, position + 1, False)
    except json.JSONDecodeError as error:
        raise NotJsonError(error.msg, error.pos) from error
    return str(value), int(end)


def add_string(builder: MapBuilder, text: str, start: int, end: int) -> None:
    """Append the value of the JSON string literal at `[start, end)`, quotes included, to a map builder.

    A lone surrogate, which no text may contain, is appended as U+FFFD.
    """
    position = start + 1
    for escape in _ESCAPE.finditer(text, start + 1, end - 1):
        builder.add(_clean(text[position : escape.start()]), position, escape.start())
        builder.add(_clean(_unescape(escape.group())), escape.start(), escape.end())
        position = escape.end()
    builder.add(_clean(text[position : end - 1]), position, end - 1)


def _unescape(escape: str) -> str:
    if escape[1] != "u":
        return _SHORT.get(escape[1], escape[1])
    if len(escape) == 6:
        return chr(int(escape[2:], 16))
    high, low = int(escape[2:6], 16), int(escape[8:], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _clean(text: str) -> str:
    return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= char <= "\udfff" else char for char in text)
