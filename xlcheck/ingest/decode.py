"""Bytes to text: byte order mark, then strict UTF-8, then a guess (the only importer of charset_normalizer).

A file that is UTF-8 but for a few broken bytes is read as UTF-8 with U+FFFD in their place: guessing another encoding
would turn every other accented letter of it into mojibake. Those U+FFFD are reported as evidence like any other.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from xlcheck.errors import InputError
from xlcheck.lang.detect import detect

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SNIFFED_BYTES = 8192
# Where cp1250 has some letters and its quotation marks, Latin-2 has nothing; where Latin-2 has those letters (Polish a
# and s, Czech z), cp1250 has signs and a rare letter.
_C1 = re.compile(rb"[\x80-\x9f]")
_LATIN2_LETTERS = re.compile(rb"[\xa6\xb1\xb6\xbc\xbe]")
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
_VALID_PER_BROKEN = 5
"""So many valid UTF-8 letters must stand against each broken one before a damaged file is still called UTF-8."""
_MAX_CONTROLS = 0.05
"""A text file with a larger share of control bytes than this is taken for binary."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))
_COMMON = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "iso8859_15",
    "koi8_r", "koi8_u", "cp866", "gb18030", "big5", "shift_jis", "euc_jp", "iso2022_jp", "euc_kr", "cp874", "latin_1",
)  # fmt: skip


_WESTERN = frozenset({"cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2", "iso8859_15", "latin_1"})
# The code pages that Windows uses for these languages; other languages in Latin letters have cp1252.
_CODE_PAGES: dict[str, frozenset[str]] = {
    "cp1250": frozenset({"bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq", "sr"}),
    "cp1254": frozenset({"az", "tr"}),
    "cp1257": frozenset({"et", "lt", "lv"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file and the encoding it was read with; a byte order mark is no part of the text."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text file.

    Raises:
        InputError: the bytes are no text, or their encoding cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(text=data[len(mark) :].decode(encoding, errors="replace"), encoding=encoding)
    if looks_binary(data):
        raise InputError("is not text", hint="convert it to plain text, HTML or JSON Lines (UTF-8) first")
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _guess(data)


def looks_binary(data: bytes) -> bool:
    """Tell from its first bytes whether a file is something other than text."""
    head = data[:_SNIFFED_BYTES]
    if b"\0" in head:
        return True
    controls = len(head) - len(head.translate(None, delete=_CONTROLS))
    return controls > _MAX_CONTROLS * len(head)


def _damaged_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}") - data.count("\N{REPLACEMENT CHARACTER}".encode())
    valid = sum(1 for _ in _MULTIBYTE.finditer(data)) - broken
    return Decoded(text=text, encoding="utf-8") if valid >= _VALID_PER_BROKEN * broken else None


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_COMMON)).best()
    if best is None:
        raise InputError("is in an encoding that cannot be told", hint="save it as UTF-8")
    encoding = _western(data) if best.encoding in _WESTERN else best.encoding
    return Decoded(text=data.decode(encoding, errors="replace"), encoding=encoding.replace("_", "-"))


def _western(data: bytes) -> str:
    """Choose among code pages for Latin letters by the language of the text, which any of them shows.

    charset_normalizer alone prefers cp1250 for Spanish and Swedish, where it puts acutes for tildes and rings.
    """
    language, _ = detect(data.decode("cp1252", errors="replace"))
    page = next((page for page, languages in _CODE_PAGES.items() if language in languages), "cp1252")
    is_latin2 = page == "cp1250" and not _C1.search(data) and _LATIN2_LETTERS.search(data)
    return "iso8859_2" if is_latin2 else page
