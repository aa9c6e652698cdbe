"""What is wrong with the characters of a text (the only importer of ftfy).

Nothing is repaired: mojibake, replacement characters and stray control characters are pointed at, with what the place
would read like. Mojibake is what `ftfy` both finds implausible and can decode into something plausible, so clean
typographic text of any language yields nothing.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from xlcheck.ingest.lines import physical_lines
from xlcheck.model import Span, TextEvidence

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_NOTE = 80
_MAX_LINE = 20_000
"""ftfy looks at no more than this much of a line at a time."""
# Mojibake of UTF-8 is a lead byte C2…F4 followed by a continuation byte 80…BF, each read as one character of a
# single-byte encoding, in none of which a lead byte is a quotation mark or a dash. Text without two such neighbours
# needs no closer look, and ftfy need not be imported. (A0 as continuation byte may have become a plain blank.)
_TYPOGRAPHIC = (
    "\N{EN DASH}-\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}-\N{DOUBLE LOW-9 QUOTATION MARK}"
    "\N{HORIZONTAL ELLIPSIS}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
_SUSPICIOUS = re.compile(
    f"[^\x00-\x7f{_TYPOGRAPHIC}][^\x00-\x7f]"
    "|[\N{LATIN CAPITAL LETTER A WITH CIRCUMFLEX}\N{LATIN CAPITAL LETTER A WITH TILDE}]"
)
_REPLACEMENT = re.compile("\N{REPLACEMENT CHARACTER}+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]+|\x85+")
_WORD = re.compile(r"\S+")


def find_evidence(doc: str, text: str) -> tuple[TextEvidence, ...]:
    """Return everything that is wrong with the characters of a text, in order of position.

    Control characters inside mojibake are part of it and not named again.
    """
    mojibake = list(_mojibake(doc, text))
    others = [*_replacements(doc, text), *_controls(doc, text)]
    result: list[TextEvidence] = []
    covered = 0
    for item in sorted(mojibake + others, key=lambda item: (item.span.start, item.kind != "mojibake")):
        if item.kind == "mojibake":
            covered = item.span.end
        elif item.span.end <= covered:
            continue
        result.append(item)
    return tuple(result)


def _span(doc: str, text: str, start: int, end: int) -> Span:
    return Span(doc=doc, start=start, end=end, text=text[start:end])


def _replacements(doc: str, text: str) -> Iterator[TextEvidence]:
    for found in _REPLACEMENT.finditer(text):
        span = _span(doc, text, found.start(), found.end())
        yield TextEvidence(kind="replacement-character", span=span, note="a character was lost before the file came")


def _controls(doc: str, text: str) -> Iterator[TextEvidence]:
    for found in _CONTROL.finditer(text):
        codes = ", ".join(f"U+{ord(char):04X}" for char in sorted(set(found.group()))[:4])
        span = _span(doc, text, found.start(), found.end())
        yield TextEvidence(kind="control-character", span=span, note=f"invisible control character {codes}")


def _mojibake(doc: str, text: str) -> Iterator[TextEvidence]:
    for line_start, line_end in physical_lines(text):
        for start in range(line_start, line_end, _MAX_LINE):
            end = min(start + _MAX_LINE, line_end)
            if _SUSPICIOUS.search(text, start, end):
                yield from _in_line(doc, text, start, end)


def _in_line(doc: str, text: str, start: int, end: int) -> Iterator[TextEvidence]:
    """Name the broken words of a line; where only the line as a whole can be decoded, the part that changes."""
    line = text[start:end]
    repaired = _repair(line)
    if repaired is None:
        return
    words = [(found.start(), found.group()) for found in _WORD.finditer(line)]
    broken = [(offset, word, fixed) for offset, word in words if (fixed := _repair(word)) is not None]
    for offset, word, fixed in broken:
        left, right = _changed(word, fixed)
        yield _reads_like(doc, text, start + offset + left, start + offset + len(word) - right, word, fixed)
    if not broken:
        left, right = _changed(line, repaired)
        fixed = repaired[left : len(repaired) - right]
        yield _reads_like(doc, text, start + left, end - right, line[left : len(line) - right], fixed)


def _reads_like(doc: str, text: str, start: int, end: int, word: str, fixed: str) -> TextEvidence:
    if len(fixed) > MAX_NOTE:
        fixed = fixed[: MAX_NOTE - 1] + "\N{HORIZONTAL ELLIPSIS}"
    fixed = "".join(char for char in fixed if unicodedata.category(char) != "Cc")
    note = f"wrongly decoded UTF-8; it would read “{fixed}”"
    return TextEvidence(kind="mojibake", span=_span(doc, text, start, end), note=note)


def _changed(before: str, after: str) -> tuple[int, int]:
    """Return how many characters at the beginning and at the end two different strings have in common."""
    shorter = min(len(before), len(after))
    left = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    room = shorter - left
    right = next((i for i in range(room) if before[-1 - i] != after[-1 - i]), room)
    # A repair that only drops characters would leave nothing to point at.
    if left + right >= len(before):
        right = max(0, len(before) - left - 1)
        left = min(left, len(before) - right - 1)
    return left, right


def _repair(text: str) -> str | None:
    """Return what a piece of text would read like if its bytes had been decoded rightly; None if nothing is wrong."""
    import ftfy
    from ftfy.badness import is_bad

    if not is_bad(text):
        return None
    config = ftfy.TextFixerConfig(uncurl_quotes=False, unescape_html=False, fix_c1_controls=False)
    fixed = ftfy.fix_encoding(text, config)
    return fixed if fixed != text and "\N{REPLACEMENT CHARACTER}" not in fixed else None
