"""Align two articles: choose the mode, link sentences, link quotations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.align.comparable import link_comparable
from xlcheck.align.lengths import looks_parallel
from xlcheck.align.mode import choose_mode
from xlcheck.align.parallel import link_by_length, link_parallel
from xlcheck.align.passages import link_passages
from xlcheck.align.quotes import link_quotes
from xlcheck.align.readable import length_agreement, length_prior, read_vectors
from xlcheck.embed import COVERED
from xlcheck.model import ArticlePair, Link, LinkClass, LinkKind, PairMode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlcheck.align.presets import Preset
    from xlcheck.align.readable import Readable
    from xlcheck.embed import Encoder
    from xlcheck.model import Quote, QuoteLink, Side


def align_articles(
    source: Side,
    english: Side,
    encoder: Encoder,
    *,
    related: bool = False,
    mode: PairMode | None = None,
    preset: Preset | None = None,
) -> ArticlePair:
    """Return the two articles as a pair with its links.

    Args:
        related: the caller knows that the articles belong together (a pair named by hand), so that finding few
            common sentences does not make them strangers.
        mode: how the articles relate, where the caller knows it.
        preset: how beads of parallel texts are scored, where the caller knows what they are.
    """
    rows, columns = read_vectors(source, encoder), read_vectors(english, encoder)
    links: Iterable[Link] = ()
    if rows.enough and columns.enough:
        mode = mode or _mode(rows, columns, related=related)
        if mode is PairMode.PARALLEL:
            links = link_parallel(rows, columns, prior=length_prior(source, english), preset=preset)
        elif mode is PairMode.COMPARABLE:
            links = _comparable_links(rows.only_content(), columns.only_content(), length_prior(source, english))
    else:
        mode = mode or _mode_without_vectors(source, english, related=related)
        links = link_by_length(source, english) if mode is PairMode.PARALLEL else ()
    links = tuple(links)
    quote_links: tuple[QuoteLink, ...] = ()
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


def _mode(rows: Readable, columns: Readable, *, related: bool) -> PairMode:
    mode = choose_mode(rows.vectors[rows.content] @ columns.vectors[columns.content].T)
    return PairMode.COMPARABLE if mode is PairMode.UNRELATED and related else mode


def _mode_without_vectors(source: Side, english: Side, *, related: bool) -> PairMode:
    """Texts in a language without vectors are aligned only if they were put together, and look like translations."""
    if not related:
        return PairMode.UNRELATED
    texts = [[segment.text for segment in side.segments] for side in (source, english)]
    return PairMode.PARALLEL if looks_parallel(*texts) else PairMode.COMPARABLE


def _comparable_links(rows: Readable, columns: Readable, prior: float) -> list[Link]:
    found = link_comparable(rows.vectors, columns.vectors, rows.chars, columns.chars)
    links = [
        Link(
            source=tuple(rows.indexes[i] for i in link.rows),
            english=tuple(columns.indexes[j] for j in link.columns),
            kind=LinkKind.COMPARABLE,
            link_class=link.link_class,
            score=round(link.cosine, 4),
            margin=round(link.margin, 4),
            length_ratio=round(
                length_agreement(
                    sum(rows.chars[i] for i in link.rows) / prior, sum(columns.chars[j] for j in link.columns)
                ),
                4,
            ),
            probability=link.probability,
        )
        for link in found
    ]
    return link_passages(links, rows, columns, prior=prior)


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
                length_ratio=round(length_agreement(len(left.content.text), len(right.content.text)), 4),
                probability=found.probability,
            )
        )
    return _in_order(links, added)


def _in_order(links: Iterable[Link], added: Iterable[Link]) -> tuple[Link, ...]:
    """Return links in order of their source; a bead without source stays behind the one it follows."""
    keyed: list[tuple[int, int, Link]] = []
    place = -1
    for link in links:
        place = link.source[0] if link.source else place
        keyed.append((place, len(keyed), link))
    keyed += [(link.source[0], len(keyed) + number, link) for number, link in enumerate(added)]
    return tuple(link for _, _, link in sorted(keyed, key=lambda item: item[:2]))
