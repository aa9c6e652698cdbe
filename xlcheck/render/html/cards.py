"""Findings as cards: what, how sure, where, the sentences with the differing words marked, and what was compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.render.base import message_of
from xlcheck.render.english import english_for
from xlcheck.render.excerpts import Fragment, excerpt
from xlcheck.render.positions import position
from xlcheck.render.words import (
    MESSAGE_LIMIT,
    PATH_LIMIT,
    SEVERITY_SYMBOL,
    VERDICT_WORDS,
    roles,
    shown,
    sureness,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.model import Finding, Span
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.lookup import Lookup, Subject

EXCERPT_LIMIT = 400
"""Code points of an article in one excerpt: two long sentences."""
EVIDENCE_LIMIT = 300
TEXTS_SHOWN = 12
"""Articles of one finding shown; further ones are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What one article of a finding says.

    Attributes:
        role: what the article is to the reader ("original").
        place: path, line and column.
        fragments: the sentence with the words marked; empty without excerpts.
        more: how many further places are not in it.
        english_label: whether `english` is our translation or a word gloss.
        english: English for the sentence, "" where there is none.
    """

    role: str
    place: str
    language: str
    fragments: tuple[Fragment, ...] = ()
    more: int = 0
    english_label: str = ""
    english: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A finding ready to be laid out.

    Attributes:
        number: 1-based place on the page; its anchor is `f` with the number.
        verdict: what kind of thing is wrong, in words; "" for the ordinary kind.
        left_out: how many articles of the finding are not shown.
        side_by_side: anchor of its words among the aligned texts, "" where these are not shown.
    """

    number: int
    finding: Finding
    symbol: str
    sureness: str
    verdict: str
    message: str
    cause: str
    extracts: tuple[Extract, ...]
    left_out: int
    evidence: tuple[tuple[str, str], ...]
    components: tuple[tuple[str, str], ...]
    side_by_side: str


def card(
    number: int, finding: Finding, subject: Subject, lookup: Lookup, options: RenderOptions, *, side_by_side: str
) -> Card:
    """Return a finding as a card."""
    articles = list(zip(subject.articles, roles(finding, subject, lookup), strict=True))
    evidence = finding.evidence if options.excerpts else ()
    return Card(
        number=number,
        finding=finding,
        symbol=SEVERITY_SYMBOL[finding.severity],
        sureness=sureness(finding.confidence),
        verdict=VERDICT_WORDS[finding.verdict],
        message=shown(message_of(finding, options), MESSAGE_LIMIT),
        cause=finding.cause.replace("-", " "),
        extracts=tuple(_extract(finding, *entry, lookup, options) for entry in articles[:TEXTS_SHOWN]),
        left_out=max(len(articles) - TEXTS_SHOWN, 0),
        evidence=tuple((what, shown(value, EVIDENCE_LIMIT)) for what, value in evidence),
        components=tuple((name, f"{value:.2f}") for name, value in finding.confidence.components),
        side_by_side=side_by_side,
    )


def _extract(finding: Finding, doc: str, role: str, lookup: Lookup, options: RenderOptions) -> Extract:
    spans = [span for span in (*finding.where, *finding.related) if span.doc == doc]
    language = lookup.article(doc).language
    if not options.excerpts:
        return Extract(role=role, place=place(spans[0], lookup), language=language)
    found = excerpt(lookup, spans, EXCERPT_LIMIT)
    label, english = english_for(finding, spans, lookup)
    return Extract(
        role=role,
        place=place(spans[0], lookup),
        language=language,
        fragments=found.fragments,
        more=found.more,
        english_label=label,
        english=shown(english, EXCERPT_LIMIT),
    )


def place(span: Span, lookup: Lookup) -> str:
    """Return path, line and column of a span, as editors take them."""
    article = lookup.article(span.doc)
    at = position(article, span)
    return f"{shown(article.path, PATH_LIMIT)}:{at.line}:{at.column}"


def names(docs: Sequence[str]) -> str:
    """Return the names of a few articles, as a heading."""
    joint = " \N{LEFT RIGHT ARROW} " if len(docs) == 2 else ", "
    rest = len(docs) - TEXTS_SHOWN
    return joint.join(shown(doc, PATH_LIMIT) for doc in docs[:TEXTS_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
