"""What reading both sides of a link word by word says about single words of it: what several checks have in common."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from xlcheck.checks.base import segments_of
from xlcheck.model import PairMode

if TYPE_CHECKING:
    from xlcheck.checks.base import CheckContext
    from xlcheck.model import ArticlePair, Link, Span


WEIGHT = 0.6
"""What a step of doubt is worth, as a step of log-odds of a finding. Chosen on counts of correct and planted findings
by certainty and doubt (development sets); low, since the doubt too was learned from planted errors."""
REACH = 3.0
"""Steps of doubt beyond which more of it counts no more."""


def weighed(
    certainty: float, span: Span, pair: ArticlePair, link: Link, context: CheckContext, *, even: float
) -> float:
    """Return how certain a finding about some words is, once the doubt about these words is known.

    Between articles that were written independently much is in doubt; there doubt only takes certainty away.

    Args:
        certainty: without it, 0…1.
        span: the words, as in `doubt_about`.
        even: the doubt that changes nothing.
    """
    doubt = doubt_about(span, pair, link, context)
    if doubt is None or not 0 < certainty < 1:
        return certainty
    step = max(-REACH, min(REACH, doubt - even))
    if pair.mode is not PairMode.PARALLEL:
        step = min(step, 0.0)
    odds = math.log(certainty / (1 - certainty)) + WEIGHT * step
    return round(1 / (1 + math.exp(-odds)), 3)


def doubt_about(span: Span, pair: ArticlePair, link: Link, context: CheckContext) -> float | None:
    """Return the log-odds that one side of a link does not bear out what stands in the other.

    Args:
        span: in a segment of the link.

    Returns:
        the largest of its words, None where nobody can tell: other languages than the encoder's, or both the same.
    """
    if pair.source.article.language == pair.english.article.language:
        return None
    passages = [
        (side.article, segments_of(side, indexes))
        for side, indexes in ((pair.source, link.source), (pair.english, link.english))
    ]
    if not all(segments for _, segments in passages):
        return None
    starts = [segments[0].span.start for _, segments in passages]
    source, english = (
        article.text[start : segments[-1].span.end] for (article, segments), start in zip(passages, starts, strict=True)
    )
    doubts = context.doubt(source, english)
    if doubts is None:
        return None
    is_source = span.doc == pair.source.article.id
    start = starts[0] if is_source else starts[1]
    find = doubts.in_source if is_source else doubts.in_english
    return find(span.start - start, span.end - start)
