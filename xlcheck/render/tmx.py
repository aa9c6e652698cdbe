"""The aligned sentences as TMX 1.4b: one unit a link with both sides, for translators' tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck._version import __version__
from xlcheck.render.lookup import all_failures
from xlcheck.safe_text import printable, xml_attribute, xml_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import PairResult, Report, Side
    from xlcheck.render.base import RenderOptions


class TmxRenderer:
    """`--format tmx`."""

    name = "tmx"

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield the document, one unit at a time; without excerpts it has no unit, since a unit is text."""
        yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
        yield (
            f'<header creationtool="xlcheck" creationtoolversion={xml_attribute(__version__)} segtype="sentence"'
            ' o-tmf="articles" adminlang="en" srclang="*all*" datatype="plaintext">\n'
        )
        for failure in all_failures(report):
            words = printable(f"not done: {failure.where}: {failure.message} {failure.hint}".rstrip())
            yield f"<note>{xml_text(words)}</note>\n"
        yield "</header>\n<body>\n"
        if options.excerpts:
            for result in report.pairs:
                yield from _units(result)
        yield "</body>\n</tmx>\n"


def _units(result: PairResult) -> Iterator[str]:
    source, english = result.pair.source, result.pair.english
    for link in result.pair.links:
        if link.source and link.english:
            yield (
                f"<tu srclang={xml_attribute(source.article.language)}>\n"
                f'<prop type="x-xlcheck-class">{link.link_class.value}</prop>\n'
                f'<prop type="x-xlcheck-probability">{link.probability:.4f}</prop>\n'
                f"{_variant(source, link.source)}{_variant(english, link.english)}</tu>\n"
            )


def _variant(side: Side, indexes: Sequence[int]) -> str:
    text = " ".join(printable(side.segments[index].span.text).strip() for index in indexes)
    language, path = xml_attribute(side.article.language), xml_text(printable(side.article.path))
    return f'<tuv xml:lang={language}><prop type="x-file">{path}</prop><seg>{xml_text(text)}</seg></tuv>\n'
