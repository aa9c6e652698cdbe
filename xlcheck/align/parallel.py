"""Links of two texts that tell the same in the same order: by vectors, or by lengths where there are none."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from xlcheck.align.lengths import align_by_length, shared_words
from xlcheck.align.monotone import align_monotone, length_ratio
from xlcheck.align.presets import preset_for
from xlcheck.align.readable import group_cosine, length_agreement, length_prior
from xlcheck.align.search import find_nearest
from xlcheck.align.trust import NULL_PROBABILITY, length_trust, parallel_trust
from xlcheck.model import Link, LinkClass, LinkKind, PairMode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.align.presets import Preset
    from xlcheck.align.readable import Readable
    from xlcheck.model import ArticlePair, Side


def link_parallel(rows: Readable, columns: Readable, *, prior: float, preset: Preset | None = None) -> list[Link]:
    """Return the beads of two texts in order, those with an empty side among them."""
    if not rows.indexes or not columns.indexes:
        return [null_link((i,), ()) for i in rows.indexes] + [null_link((), (j,)) for j in columns.indexes]
    preset = preset or preset_for(len(rows.indexes), len(columns.indexes))
    nearest = find_nearest(rows.vectors, columns.vectors)
    ratio = length_ratio(nearest, rows.chars, columns.chars, prior=prior, preset=preset)
    links = []
    beads = align_monotone(
        rows.vectors, columns.vectors, rows.chars, columns.chars, prior=prior, preset=preset, nearest=nearest
    )
    for bead in beads:
        source = tuple(rows.indexes[i] for i in bead.source)
        english = tuple(columns.indexes[j] for j in bead.english)
        if not source or not english:
            links.append(null_link(source, english))
            continue
        cosine = group_cosine(rows.vectors, columns.vectors, bead.source, bead.english)
        margin = max(
            nearest.margin(i, j, float(rows.vectors[i] @ columns.vectors[j])) for i in bead.source for j in bead.english
        )
        agreement = length_agreement(
            sum(rows.chars[i] for i in bead.source) / ratio, sum(columns.chars[j] for j in bead.english)
        )
        link_class, probability = parallel_trust(
            cosine, margin, agreement, extra=len(bead.source) + len(bead.english) - 2
        )
        links.append(
            Link(
                source=source,
                english=english,
                kind=LinkKind.PARALLEL,
                link_class=link_class,
                score=round(cosine, 4),
                margin=round(margin, 4),
                length_ratio=round(agreement, 4),
                probability=probability,
            )
        )
    return links


def link_by_length(source: Side, english: Side) -> list[Link]:
    """Return the beads of two texts of which at least one has no vectors; their score and margin are 0."""
    left = [" ".join(segment.text.split()) for segment in source.segments]
    right = [" ".join(segment.text.split()) for segment in english.segments]
    if not left or not right:
        return [null_link((i,), ()) for i in range(len(left))] + [null_link((), (j,)) for j in range(len(right))]
    prior = length_prior(source, english)
    words_s, words_e = shared_words(left, right)
    links = []
    for bead in align_by_length(left, right, prior=prior):
        if not len(bead.source) or not len(bead.english):
            links.append(null_link(tuple(bead.source), tuple(bead.english)))
            continue
        agreement = length_agreement(
            sum(len(left[i]) for i in bead.source) / prior, sum(len(right[j]) for j in bead.english)
        )
        shared = any(words_s[i].keys() & words_e[j].keys() for i in bead.source for j in bead.english)
        link_class, probability = length_trust(agreement, shared=shared)
        links.append(
            Link(
                source=tuple(bead.source),
                english=tuple(bead.english),
                kind=LinkKind.PARALLEL,
                link_class=link_class,
                score=0.0,
                margin=0.0,
                length_ratio=round(agreement, 4),
                probability=probability,
            )
        )
    return links


def cover_all(pair: ArticlePair) -> list[Link]:
    """Return a parallel pair's beads so that every segment occurs once; a comparable pair's links as they are.

    Segments that the aligner could not read, such as blank lines, get a bead of their own, and links that quotations
    made across the beads are left out.
    """
    if pair.mode is not PairMode.PARALLEL:
        return list(pair.links)
    beads = [link for link in pair.links if link.kind is LinkKind.PARALLEL]
    left = _missing(pair.source, {index for bead in beads for index in bead.source})
    right = _missing(pair.english, {index for bead in beads for index in bead.english})
    links: list[Link] = []
    for bead in beads:
        while left and bead.source and left[0] < bead.source[0]:
            links.append(null_link((left.popleft(),), ()))
        while right and bead.english and right[0] < bead.english[0]:
            links.append(null_link((), (right.popleft(),)))
        links.append(bead)
    return links + [null_link((i,), ()) for i in left] + [null_link((), (j,)) for j in right]


def _missing(side: Side, known: set[int]) -> deque[int]:
    return deque(segment.index for segment in side.segments if segment.index not in known)


def null_link(source: Sequence[int], english: Sequence[int]) -> Link:
    """Return a bead of sentences without counterpart."""
    return Link(
        source=tuple(source),
        english=tuple(english),
        kind=LinkKind.PARALLEL,
        link_class=LinkClass.POSSIBLE,
        score=0.0,
        margin=0.0,
        length_ratio=0.0,
        probability=NULL_PROBABILITY,
    )
