"""Sentence alignments as text: JSON Lines, Vecalign's notation, TMX.

Each formatter takes the links in order and the sentences of both sides, and yields lines without their line break.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

from xlcheck._version import __version__
from xlcheck.errors import UsageError
from xlcheck.model import LinkKind
from xlcheck.safe_text import json_safe, printable, xml_attribute, xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.model import Link

NULL_KIND = "null"
"""What a bead with an empty side is called; it is no link of any kind."""


class Formatter(Protocol):
    """Turns links into lines of text."""

    def __call__(
        self,
        links: Iterable[Link],
        source: Sequence[str],
        english: Sequence[str],
        *,
        source_language: str,
        english_language: str,
    ) -> Iterator[str]:
        """Yield the lines."""


def alignment_format(name: str) -> Formatter:
    """Return a formatter by its name.

    Raises:
        UsageError: there is none of that name.
    """
    formats: dict[str, Formatter] = {"jsonl": to_jsonl, "vecalign": to_vecalign, "tmx": to_tmx}
    if name not in formats:
        raise UsageError(f"there is no alignment format {name!r}", hint=f"one of {', '.join(formats)}")
    return formats[name]


def to_jsonl(
    links: Iterable[Link],
    source: Sequence[str],
    english: Sequence[str],
    *,
    source_language: str,
    english_language: str,
) -> Iterator[str]:
    """Yield one object a link; `score` is the cosine, `probability` the chance that the link is right."""
    for link in links:
        record = {
            "source": list(link.source),
            "english": list(link.english),
            "score": link.score,
            "kind": str(link.kind) if link.source and link.english else NULL_KIND,
            "class": str(link.link_class),
            "margin": link.margin,
            "length_ratio": link.length_ratio,
            "probability": link.probability,
        }
        yield json_safe(json.dumps(record, ensure_ascii=False))


def to_vecalign(
    links: Iterable[Link],
    source: Sequence[str],
    english: Sequence[str],
    *,
    source_language: str,
    english_language: str,
) -> Iterator[str]:
    """Yield `[0, 1]:[2]:0.25` lines; as in Vecalign the number is a cost, here 1 - cosine, and 0 for null beads."""
    for link in links:
        cost = 1 - link.score if link.source and link.english else 0.0
        yield f"{list(link.source)}:{list(link.english)}:{cost:.6f}"


def to_tmx(
    links: Iterable[Link],
    source: Sequence[str],
    english: Sequence[str],
    *,
    source_language: str,
    english_language: str,
) -> Iterator[str]:
    """Yield a TMX 1.4b document: one unit a link, null beads left out, since a unit needs both languages."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    yield '<tmx version="1.4">'
    yield (
        f'<header creationtool="xlcheck" creationtoolversion={xml_attribute(__version__)} segtype="sentence"'
        f' o-tmf="plain text" adminlang="en" srclang={xml_attribute(source_language)} datatype="plaintext"/>'
    )
    yield "<body>"
    for link in links:
        if not link.source or not link.english:
            continue
        yield "<tu>"
        yield f'<prop type="x-score">{link.score:.4f}</prop>'
        yield f'<prop type="x-probability">{link.probability:.4f}</prop>'
        if link.kind is not LinkKind.PARALLEL:
            yield f'<prop type="x-kind">{link.kind}</prop>'
        for language, texts, indexes in (
            (source_language, source, link.source),
            (english_language, english, link.english),
        ):
            text = xml_text(printable(" ".join(texts[index].strip() for index in indexes)))
            yield f"<tuv xml:lang={xml_attribute(language)}><seg>{text}</seg></tuv>"
        yield "</tu>"
    yield "</body>"
    yield "</tmx>"
