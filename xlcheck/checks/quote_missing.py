"""A translation drops a quotation of the source, words and all.

## What it does

In parallel texts only, where one renders the other sentence by sentence: reports a quotation of the source whose surely
linked English sentences hold no quotation, no quotation mark, and nothing near its meaning either.

## Why it matters

The quotation is what a story rests on. A translation that leaves it out leaves the claim without its witness.

## Example

| | |
|---|---|
| Source | **„Die Brücke hält keinen Winter mehr aus“**, sagte Ilse Brandt nach der Sitzung. |
| English | Ilse Brandt spoke to reporters after the meeting. |
| Verdict | quote-missing |

## When it stays silent

* The articles are comparable and not translations of each other: leaving a quotation out is an editor's right.
* The sentences are not surely linked, or they or their neighbours hold a quotation or a quotation mark.
* The words are there without their marks, or in indirect speech.
* The quotation is a word or two, a title or a name, or lies inside another.
* No sentence vectors are to be had for both languages.

## Known limits

In preview: what is near in meaning is told by sentence vectors, which are coarse for a few words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples, make_finding, pair_verdict
from xlcheck.compare.clauses import clauses
from xlcheck.compare.utterances import outermost
from xlcheck.extract.quotations.marks import holds_mark
from xlcheck.model import LinkClass, LinkKind, PairMode, QuoteKind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.checks.base import CheckContext
    from xlcheck.model import ArticlePair, Finding, Link, Quote, Side

INFO = CheckInfo(
    id="XQ102", name="quote-missing", severity=Severity.WARNING, scope="pair", its="omission", preview=True
)

EXAMPLES = Examples(
    fires=(
        Example(
            language="de",
            source="„Die Brücke hält keinen Winter mehr aus“, sagte Ilse Brandt nach der Sitzung.",
            english="Ilse Brandt spoke to reporters after the meeting.",
            note="a German quotation is gone",
        ),
        Example(
            language="ru",
            source="«Мост не выдержит ещё одну зиму», — сказала Ильзе Брандт после заседания.",
            english="Ilse Brandt spoke to reporters after the meeting.",
            note="a Russian quotation is gone",
        ),
        Example(
            language="fr",
            source="« Le pont ne tiendra pas un hiver de plus », a déclaré Ilse Brandt après la réunion.",
            english="Ilse Brandt spoke to reporters after the meeting.",
            note="a French quotation is gone",
        ),
    ),
    silent=(
        Example(
            language="de",
            source="„Die Brücke hält keinen Winter mehr aus“, sagte Ilse Brandt nach der Sitzung.",
            english="The bridge will not survive another winter, Ilse Brandt said after the meeting.",
            note="the words are there without their marks",
        ),
        Example(
            language="ru",
            source="«Мост не выдержит ещё одну зиму», — сказала Ильзе Брандт после заседания.",
            english='"The bridge will not survive another winter," Ilse Brandt said after the meeting.',
            note="a faithful translation",
        ),
        Example(
            language="de",
            source="Der Film „Die Brücke im Winter“ läuft ab Freitag in Norddamm.",
            english="The film starts in Norddamm on Friday.",
            note="a title is no quotation",
        ),
        Example(
            language="de",
            source="„Die Brücke hält keinen Winter mehr aus“, sagte Ilse Brandt nach der Sitzung.",
            english="Ilse Brandt spoke to reporters after the meeting.",
            days=("2021-03-04", "2021-03-04"),
            note="two newsrooms: each quotes what it likes",
        ),
    ),
)

LEAST_CHARS = 20
"""Shorter quotations are catchwords, which sentence vectors do not tell apart."""
NOT_THERE = 0.4
"""Below this cosine no clause of the English is near the quotation: sentences of one meaning lie above 0.5."""
MAX_SEGMENTS = 2
"""More sentences on a side say too much for the place of one quotation to be known."""
REACH = 1


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield the source's quotations that its translation lacks."""
    if pair.mode is not PairMode.PARALLEL:
        return
    linked = {link.source for link in pair.quote_links}
    quotes = pair.source.facts.quotes
    holders = outermost(quotes)
    for number, quote in enumerate(quotes):
        whole = holders[number] == number and quote.part_of in (-1, number) and number not in linked
        if not whole or quote.kind is QuoteKind.SCARE or len(quote.content.text) < LEAST_CHARS:
            continue
        link = _link_of(pair, quote)
        if link is None or _has_marks(pair.english, link):
            continue
        nearest = _nearest(pair.english, link, quote, context)
        if nearest is not None and nearest < NOT_THERE:
            yield make_finding(
                INFO,
                confidence=[("link", link.probability), ("nothing near", round(1 - max(nearest, 0.0) / 2, 3))],
                verdict=pair_verdict(pair, source=link.source, english=link.english),
                message=f"The translation lacks a quotation of the source: “{' '.join(quote.content.text.split())}”.",
                where=[pair.english.segments[index].span for index in link.english],
                related=[quote.span],
                evidence=[("nearest clause, cosine", f"{nearest:.2f}")],
            )


def _link_of(pair: ArticlePair, quote: Quote) -> Link | None:
    for link in pair.links:
        sure = link.link_class is LinkClass.SURE and link.kind is LinkKind.PARALLEL
        short = bool(link.english) and max(len(link.source), len(link.english)) <= MAX_SEGMENTS
        if sure and short and set(quote.segments) <= set(link.source):
            return link
    return None


def _near(side: Side, link: Link) -> range:
    return range(max(link.english[0] - REACH, 0), min(link.english[-1] + 1 + REACH, len(side.segments)))


def _has_marks(side: Side, link: Link) -> bool:
    return any(holds_mark(side.segments[index].text) for index in _near(side, link))


def _nearest(side: Side, link: Link, quote: Quote, context: CheckContext) -> float | None:
    """Return the best cosine of the quotation, or of a clause of it, with a sentence or clause near its counterpart."""
    wanted = [quote.content.text, *(quote.content.text[start:end] for start, end in clauses(quote.content.text))]
    best = -1.0
    for index in _near(side, link):
        text = side.segments[index].text
        for part in (text, *(text[start:end] for start, end in clauses(text))):
            for piece in wanted:
                cosine = context.cosine(piece, part)
                if cosine is None:
                    return None
                best = max(best, cosine)
    return best
