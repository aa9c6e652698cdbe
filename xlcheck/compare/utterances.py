"""A quotation with all its parts: what a reporting clause or a paragraph break interrupts, put together again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.model import LinkClass, LinkKind, QuoteKind, QuoteLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import ArticlePair, Quote, Span

_JOINT = " "
IN_ORDER = 0.97
"""Chance that the quotations of parallel sentences, as many on each side, come in the same order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """The parts of one quotation, in order.

    Attributes:
        parts: the quotations that make it up; one where nothing interrupts it.
        text: their contents, with a space between two parts.
    """

    parts: tuple[Quote, ...]
    text: str

    @property
    def segments(self) -> tuple[int, ...]:
        """Indexes of the segments that the parts touch, ascending."""
        return tuple(sorted({index for part in self.parts for index in part.segments}))

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """Yield where the range `[start, end)` of `text` stands in the article, one span for each part it touches."""
        at = 0
        for part in self.parts:
            length = len(part.content.text)
            left, right = max(start - at, 0), min(end - at, length)
            if left < right:
                yield part.content.sub(left, right)
            at += length + len(_JOINT)


def utterance(quotes: Sequence[Quote], index: int) -> Utterance:
    """Return the quotation at `index` with every other part of it."""
    group = quotes[index].part_of
    parts = tuple(quote for quote in quotes if quote.part_of == group) if group >= 0 else (quotes[index],)
    return Utterance(parts=parts, text=_JOINT.join(part.content.text for part in parts))


def linked_utterances(pair: ArticlePair, *, least: float) -> Iterator[tuple[QuoteLink, Utterance, Utterance]]:
    """Yield the utterances that surely correspond with at least this probability, each pair of them once.

    Two quotations correspond because they are alike (`pair.quote_links`), or because parallel sentences hold as many
    quotations each: then the first renders the first. A quotation inside another is left out where the outer ones
    correspond too: it would say the same twice.
    """
    sides = (pair.source.facts.quotes, pair.english.facts.quotes)
    links = [link for link in _all_links(pair) if link.probability >= least]
    outer = {(link.source, link.english) for link in links}
    holders = tuple(outermost(quotes) for quotes in sides)
    seen: set[tuple[int, int]] = set()
    for link in links:
        left, right = holders[0][link.source], holders[1][link.english]
        if (left, right) != (link.source, link.english) and (left, right) in outer:
            continue
        first, second = utterance(sides[0], link.source), utterance(sides[1], link.english)
        key = (first.parts[0].span.start, second.parts[0].span.start)
        if key not in seen:
            seen.add(key)
            yield link, first, second


def _all_links(pair: ArticlePair) -> list[QuoteLink]:
    """Return the links between quotations, and those that follow from parallel sentences; the surer one of two."""
    best = {(link.source, link.english): link for link in pair.quote_links}
    taken = ({link.source for link in pair.quote_links}, {link.english for link in pair.quote_links})
    by_segment = (_by_segment(pair.source.facts.quotes), _by_segment(pair.english.facts.quotes))
    for link in pair.links:
        if link.kind is not LinkKind.PARALLEL or link.link_class is not LinkClass.SURE:
            continue
        left = sorted({number for index in link.source for number in by_segment[0].get(index, ())})
        right = sorted({number for index in link.english for number in by_segment[1].get(index, ())})
        if len(left) != len(right):
            continue
        for place in zip(left, right, strict=True):
            known = best.get(place)
            if known is None and (place[0] in taken[0] or place[1] in taken[1]):
                continue
            probability = round(link.probability * IN_ORDER, 4)
            if known is None or known.probability < probability:
                score = known.score if known is not None else link.score
                best[place] = QuoteLink(source=place[0], english=place[1], score=score, probability=probability)
    return [best[place] for place in sorted(best)]


def _by_segment(quotes: Sequence[Quote]) -> dict[int, list[int]]:
    """Return the numbers of the quotations that begin in each segment; words at arm's length and inner ones aside."""
    numbers: dict[int, list[int]] = {}
    holders = outermost(quotes)
    for number, quote in enumerate(quotes):
        is_head = quote.part_of in (-1, number)
        if quote.kind is not QuoteKind.SCARE and holders[number] == number and is_head:
            numbers.setdefault(quote.segments[0], []).append(number)
    return numbers


def outermost(quotes: Sequence[Quote]) -> list[int]:
    """Return for each quotation the number of the outermost one that it lies in, its own where it lies in none."""
    holders: list[int] = []
    holder = -1
    for number, quote in enumerate(quotes):
        if holder < 0 or quote.span.start >= quotes[holder].span.end:
            holder = number
        holders.append(holder)
    return holders
