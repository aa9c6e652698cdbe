"""A translated passage inside an article that is otherwise its own: found by links in a row, aligned as a translation.

Agency copy is often taken over for a few paragraphs. Where four or more trusted links follow one another in the same
order on both sides and leave little between them, the sentences between them correspond too, though none of them may
stand out by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.align.parallel import link_parallel
from xlcheck.model import LinkClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.align.readable import Readable
    from xlcheck.model import Link

MIN_LINKS = 4
MIN_COVERAGE = 0.7
"""Share of the shorter side's sentences between first and last link that must be linked."""
MAX_STEP = 3
"""Sentences from one link to the next at most, on both sides."""
MIN_COSINE = 0.4
"""A bead inside a passage below this is left out: outside parallel texts, position alone is no evidence."""


def link_passages(links: Sequence[Link], rows: Readable, columns: Readable, *, prior: float) -> list[Link]:
    """Return the links, those of each translated passage replaced by the beads of its dynamic programme.

    Args:
        links: between comparable articles; `rows` and `columns` are the segments they are about.
        prior: usual length of the source for one English character.
    """
    kept = list(links)
    for run in _runs(links):
        inside_s = _between(rows, run[0].source[0], run[-1].source[-1])
        inside_e = _between(columns, run[0].english[0], run[-1].english[-1])
        if len(run) < MIN_COVERAGE * min(len(inside_s.indexes), len(inside_e.indexes)):
            continue
        span_s, span_e = set(inside_s.indexes), set(inside_e.indexes)
        beads = [
            bead
            for bead in link_parallel(inside_s, inside_e, prior=prior)
            if bead.source and bead.english and bead.score >= MIN_COSINE
        ]
        kept = [link for link in kept if not (set(link.source) & span_s or set(link.english) & span_e)] + beads
    return sorted(kept, key=lambda link: (link.source, link.english))


def _runs(links: Sequence[Link]) -> Iterator[list[Link]]:
    """Yield the longest stretches of trusted links that ascend on both sides in small steps."""
    run: list[Link] = []
    trusted = [link for link in links if link.link_class is not LinkClass.POSSIBLE]
    for link in sorted(trusted, key=lambda link: link.source):
        if run and not (
            0 < link.source[0] - run[-1].source[-1] <= MAX_STEP
            and 0 < link.english[0] - run[-1].english[-1] <= MAX_STEP
        ):
            if len(run) >= MIN_LINKS:
                yield run
            run = []
        run.append(link)
    if len(run) >= MIN_LINKS:
        yield run


def _between(side: Readable, first: int, last: int) -> Readable:
    places = [place for place, index in enumerate(side.indexes) if first <= index <= last]
    return side.take(places)
