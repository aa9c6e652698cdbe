"""Align two articles: choose the mode, link sentences, link quotations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from xlcheck.align.comparable import link_comparable
from xlcheck.align.mode import choose_mode
from xlcheck.align.monotone import align_monotone, length_ratio
from xlcheck.align.quotes import link_quotes
from xlcheck.align.similarity_matrix import local_margin
from xlcheck.align.trust import parallel_trust
from xlcheck.embed import COVERED
from xlcheck.lang.profile import load_profile
from xlcheck.model import ArticlePair, Link, LinkClass, LinkKind, PairMode

if TYPE_CHECKING:
    from xlcheck.align.similarity_matrix import Matrix
    from xlcheck.embed import Encoder
    from xlcheck.model import Quote, QuoteLink, Segment, Side

MIN_WORDS = 4
"""Shorter sentences ("Of course.") resemble everything; they are linked only as part of a parallel text."""


def align_articles(source: Side, english: Side, encoder: Encoder, *, related: bool = False) -> ArticlePair:
    """Return the two articles as a pair with its links.

    Args:
        related: the caller knows that the articles belong together (a pair named by hand), so that finding few
            common sentences does not make them strangers.
    """
    readable_s, readable_e = _readable(source), _readable(english)
    vectors_s = encoder.encode([_vector_text(source, index) for index in readable_s])
    vectors_e = encoder.encode([_vector_text(english, index) for index in readable_e])
    content_s = [place for place, index in enumerate(readable_s) if _is_content(source.segments[index])]
    content_e = [place for place, index in enumerate(readable_e) if _is_content(english.segments[index])]
    mode = choose_mode(vectors_s[content_s] @ vectors_e[content_e].T)
    if mode is PairMode.UNRELATED and related:
        mode = PairMode.COMPARABLE
    links: tuple[Link, ...] = ()
    quote_links: tuple[QuoteLink, ...] = ()
    if mode is PairMode.PARALLEL:
        links = _parallel_links(source, english, readable_s, readable_e, vectors_s, vectors_e)
    elif mode is PairMode.COMPARABLE:
        rows, columns = [readable_s[place] for place in content_s], [readable_e[place] for place in content_e]
        links = _comparable_links(source, english, rows, columns, vectors_s[content_s], vectors_e[content_e])
    if mode is not PairMode.UNRELATED:
        quote_links = _supported(_quote_links(source, english, encoder), source, english, links)
        links = _with_quote_links(source, english, links, quote_links)
    return ArticlePair(source=source, english=english, mode=mode, links=links, quote_links=quote_links)


def align_whole(source: Side, english: Side, encoder: Encoder) -> ArticlePair:
    """Return two texts that are known to correspond as one link, and their quotations linked as usual."""
    link = Link(
        source=tuple(segment.index for segment in source.segments),
        english=tuple(segment.index for segment in english.segments),
        kind=LinkKind.PARALLEL,
        link_class=LinkClass.SURE,
        score=1.0,
        margin=1.0,
        length_ratio=1.0,
        probability=0.97,
    )
    links = (link,) if link.source and link.english else ()
    quote_links = _supported(_quote_links(source, english, encoder), source, english, links)
    return ArticlePair(source=source, english=english, mode=PairMode.PARALLEL, links=links, quote_links=quote_links)


def _readable(side: Side) -> list[int]:
    """Return the segments that have a vector: in a covered language, or translated well."""
    return [segment.index for segment in side.segments if _vector_text(side, segment.index)]


def _vector_text(side: Side, index: int) -> str:
    segment = side.segments[index]
    if segment.language in COVERED:
        return segment.text
    translation = side.translation(index)
    return translation.text if translation is not None and not translation.suspect else ""


def _is_content(segment: Segment) -> bool:
    words = len(segment.text.split())
    # A script without spaces: two characters count as a word.
    return words >= MIN_WORDS or (words == 1 and len(segment.text) >= 2 * MIN_WORDS)


def _chars(side: Side, indexes: list[int]) -> list[int]:
    return [len(side.segments[index].text) for index in indexes]


def _prior(source: Side, english: Side) -> float:
    """Usual source characters per English character, from the language files."""
    return load_profile(source.article.language).length_ratio / load_profile(english.article.language).length_ratio


def _parallel_links(
    source: Side, english: Side, rows: list[int], columns: list[int], vectors_s: Matrix, vectors_e: Matrix
) -> tuple[Link, ...]:
    chars_s, chars_e = _chars(source, rows), _chars(english, columns)
    prior = _prior(source, english)
    cosines = vectors_s @ vectors_e.T
    margins = local_margin(cosines)
    ratio = length_ratio(cosines, chars_s, chars_e, prior=prior)
    links = []
    for bead in align_monotone(vectors_s, vectors_e, chars_s, chars_e, prior=prior):
        group_s, group_e = tuple(rows[i] for i in bead.source), tuple(columns[j] for j in bead.english)
        if not group_s or not group_e:
            links.append(_null_link(group_s, group_e))
            continue
        cosine = _group_cosine(vectors_s[list(bead.source)], vectors_e[list(bead.english)])
        agreement = _length_agreement(
            sum(chars_s[i] for i in bead.source) / ratio, sum(chars_e[j] for j in bead.english)
        )
        link_class, probability = parallel_trust(cosine, agreement)
        links.append(
            Link(
                source=group_s,
                english=group_e,
                kind=LinkKind.PARALLEL,
                link_class=link_class,
                score=round(cosine, 4),
                margin=round(float(margins[np.ix_(list(bead.source), list(bead.english))].max()), 4),
                length_ratio=round(agreement, 4),
                probability=probability,
            )
        )
    return tuple(links)


def _null_link(source: tuple[int, ...], english: tuple[int, ...]) -> Link:
    return Link(
        source=source,
        english=english,
        kind=LinkKind.PARALLEL,
        link_class=LinkClass.POSSIBLE,
        score=0.0,
        margin=0.0,
        length_ratio=0.0,
        probability=0.5,
    )


def _comparable_links(
    source: Side, english: Side, rows: list[int], columns: list[int], vectors_s: Matrix, vectors_e: Matrix
) -> tuple[Link, ...]:
    chars_s, chars_e = _chars(source, rows), _chars(english, columns)
    prior = _prior(source, english)
    return tuple(
        Link(
            source=tuple(rows[i] for i in found.rows),
            english=tuple(columns[j] for j in found.columns),
            kind=LinkKind.COMPARABLE,
            link_class=found.link_class,
            score=round(found.cosine, 4),
            margin=round(found.margin, 4),
            length_ratio=round(
                _length_agreement(sum(chars_s[i] for i in found.rows) / prior, sum(chars_e[j] for j in found.columns)),
                4,
            ),
            probability=found.probability,
        )
        for found in link_comparable(vectors_s, vectors_e, chars_s, chars_e)
    )


def _quote_links(source: Side, english: Side, encoder: Encoder) -> tuple[QuoteLink, ...]:
    left, right = source.facts.quotes, english.facts.quotes
    if not left or not right or not {source.article.language, english.article.language} <= COVERED:
        return ()
    cosines = encoder.encode([quote.content.text for quote in left]) @ encoder.encode([q.content.text for q in right]).T
    return link_quotes(left, right, cosines, same_language=source.article.language == english.article.language)


def _supported(
    quote_links: tuple[QuoteLink, ...], source: Side, english: Side, links: tuple[Link, ...]
) -> tuple[QuoteLink, ...]:
    """Raise the probability of quotations whose sentences are linked on their own account: two witnesses are better."""
    found = []
    for quote_link in quote_links:
        left, right = source.facts.quotes[quote_link.source], english.facts.quotes[quote_link.english]
        support = max(
            (
                link.probability
                for link in links
                if set(left.segments) & set(link.source) and set(right.segments) & set(link.english)
            ),
            default=0.0,
        )
        found.append(replace(quote_link, probability=max(quote_link.probability, support)))
    return tuple(found)


SURE_QUOTE = 0.9
"""From this probability on, a quotation links the sentences around it surely."""


def _with_quote_links(
    source: Side, english: Side, links: tuple[Link, ...], quote_links: tuple[QuoteLink, ...]
) -> tuple[Link, ...]:
    """Add links between sentences that nothing but a common quotation connects."""
    known = {
        (i, j) for link in links if link.link_class is not LinkClass.POSSIBLE for i in link.source for j in link.english
    }
    added = []
    for found in quote_links:
        left: Quote = source.facts.quotes[found.source]
        right: Quote = english.facts.quotes[found.english]
        if any((i, j) in known for i in left.segments for j in right.segments):
            continue
        added.append(
            Link(
                source=left.segments,
                english=right.segments,
                kind=LinkKind.QUOTE,
                link_class=LinkClass.SURE if found.probability >= SURE_QUOTE else LinkClass.LIKELY,
                score=found.score,
                margin=0.0,
                length_ratio=round(_length_agreement(len(left.content.text), len(right.content.text)), 4),
                probability=found.probability,
            )
        )
    return tuple(sorted((*links, *added), key=lambda link: (link.source or (-1,), link.english, link.kind)))


def _group_cosine(left: Matrix, right: Matrix) -> float:
    a, b = left.sum(axis=0), right.sum(axis=0)
    return float(a @ b / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-9))


def _length_agreement(left: float, right: float) -> float:
    """Shorter over longer, 0…1."""
    return min(left, right) / max(left, right, 1.0)
