"""The translation memory as TMX 1.4b, which every tool of translators reads."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from xlcheck._version import __version__
from xlcheck.safe_text import xml_attribute, xml_text
from xlcheck.translate.packs import TARGET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xlcheck.translate.memory import Remembered

_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="xlcheck" creationtoolversion={xml_attribute(__version__)} segtype="sentence" \
o-tmf="xlcheck translation memory" adminlang="en" srclang="*all*" datatype="plaintext"/>
<body>
"""
_TAIL = "</body>\n</tmx>\n"


def to_tmx(rows: Iterable[Remembered]) -> Iterator[str]:
    """Yield the document in pieces: one unit per row, with pack, score and reasons for suspicion as properties."""
    yield _HEAD
    for row in rows:
        yield _unit(row)
    yield _TAIL


def _unit(row: Remembered) -> str:
    item = row.translation
    properties = [("engine", row.engine), ("pack", item.pack)]
    properties += [("score", f"{item.score:.4f}")] if item.score is not None else []
    properties += [("suspect", reason) for reason in item.suspect]
    date = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(row.made))
    lines = [
        f"<tu srclang={xml_attribute(row.language)} creationdate={xml_attribute(date)}>",
        *(f'<prop type="x-xlcheck-{kind}">{xml_text(value)}</prop>' for kind, value in properties),
        f"<tuv xml:lang={xml_attribute(row.language)}><seg>{xml_text(row.source)}</seg></tuv>",
        f'<tuv xml:lang="{TARGET}"><seg>{xml_text(item.text)}</seg></tuv>',
        "</tu>",
    ]
    return "\n".join(lines) + "\n"
