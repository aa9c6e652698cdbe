"""Which dates of two linked articles agree, so that of three versions the odd one out can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import segments_of, trusted_links
from xlcheck.compare.dates import match_dates
from xlcheck.compare.in_segments import facts_within
from xlcheck.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import ArticlePair, Span

DATE_CHECKS = frozenset({"XD101", "XD102"})
"""The checks that compare one date with one date."""


def date_agreements(pair: ArticlePair) -> Iterator[tuple[Span, Span]]:
    """Yield the dates, weekdays and times of linked sentences that say the same."""
    for link in trusted_links(pair):
        source = facts_within(pair.source.facts.dates, segments_of(pair.source, link.source))
        english = facts_within(pair.english.facts.dates, segments_of(pair.english, link.english))
        for match in match_dates(source, english):
            if match.agreement.status is Status.SAME and match.source is not None and match.english is not None:
                yield match.source.span, match.english.span
