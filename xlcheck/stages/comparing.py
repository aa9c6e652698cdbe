"""Compare the articles of one story after the other: align each pair, run the checks, keep what a report needs.

Only the articles of the story at hand are in memory. A compared pair is kept as its links; its two articles are fetched
again when somebody looks at it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xlcheck.align import align_articles
from xlcheck.checks.numbers.date_agreements import DATE_CHECKS, date_agreements
from xlcheck.checks.numbers.differences import NUMBER_CHECKS, compare_numbers
from xlcheck.model import ArticlePair, LinkClass, PairMode, PairOrigin, PairResult, Story
from xlcheck.shelf import Shelf, View
from xlcheck.stages.checking import check_context, check_links, check_story
from xlcheck.stages.guard import guard
from xlcheck.stages.reconciling import VERSIONS, reconcile_findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.embed import Encoder
    from xlcheck.model import Cluster, Failure, Finding, Link, QuoteLink, Side, Span
    from xlcheck.render.progress import Progress
    from xlcheck.stages.archive import Archive
    from xlcheck.stages.vectors import SentenceVectors

_RECONCILED = NUMBER_CHECKS | DATE_CHECKS
"""Checks whose differences are shown once per story."""


KEPT = 20_000_000
"""Bytes of links that stay in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """A pair without its articles."""

    source: str
    english: str
    mode: PairMode
    links: tuple[Link, ...]
    quote_links: tuple[QuoteLink, ...]
    failure: Failure | None


def _weight(pair: _Compared) -> int:
    return 500 + 400 * (len(pair.links) + len(pair.quote_links))


@dataclass(slots=True)
class Comparison:
    """What came out of comparing.

    Attributes:
        linked: sentences with a sure or likely link, by article id.
        paired: ids of the articles that were compared with another.
    """

    findings: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    linked: Counter[str] = field(default_factory=Counter)
    paired: set[str] = field(default_factory=set)
    _pairs: Shelf[_Compared] = field(default_factory=lambda: Shelf(kept=KEPT, weigh=_weight))
    _ids: list[tuple[str, str]] = field(default_factory=list)

    def pairs(self, archive: Archive) -> Sequence[PairResult]:
        """Return the compared pairs in the order of the stories."""

        def result(compared: _Compared) -> PairResult:
            pair = ArticlePair(
                source=archive[archive.numbers[compared.source]],
                english=archive[archive.numbers[compared.english]],
                mode=compared.mode,
                links=compared.links,
                quote_links=compared.quote_links,
            )
            return PairResult(pair=pair, failure=compared.failure)

        return View(self._pairs, result, keys=self._ids)

    def add(self, pair: ArticlePair, findings: Sequence[Finding], failures: Sequence[Failure]) -> None:
        """Take down a pair with what the checks say about it."""
        self.findings += findings
        self.failures += failures
        ids = (pair.source.article.id, pair.english.article.id)
        self.paired.update(ids)
        self._ids.append(ids)
        self._pairs.append(
            _Compared(
                source=ids[0],
                english=ids[1],
                mode=pair.mode,
                links=pair.links,
                quote_links=pair.quote_links,
                failure=failures[0] if failures else None,
            )
        )


def compare_stories(
    clusters: Sequence[Cluster],
    archive: Archive,
    vectors: SentenceVectors,
    encoder: Encoder,
    active: frozenset[str],
    progress: Progress,
    *,
    together: bool,
) -> Comparison:
    """Compare the pairs of all stories.

    Args:
        active: ids of the checks to run.
        together: the articles are known to be about one event.
    """
    found = Comparison()
    progress.stage("comparing", sum(len(cluster.pairs) for cluster in clusters))
    for cluster in clusters:
        sides = {name: archive[archive.numbers[name]] for name in cluster.articles}
        vectors.teach(encoder, sides.values())
        believed = {
            (left, right)
            for (left, right, _), reason in zip(cluster.pairs, cluster.reasons, strict=False)
            if reason.origin is not PairOrigin.CONTENT
        }
        linked: set[tuple[str, int]] = set()
        first = len(found.findings)
        agreements: list[tuple[Span, Span]] = []
        pairs: list[ArticlePair] = []
        for left, right, _ in cluster.pairs:
            source, english = orient(sides[left], sides[right])
            name = f"{source.article.id} ↔ {english.article.id}"
            related = together or (left, right) in believed
            pair = guard(lambda: align_articles(source, english, encoder, related=related), name, found.failures)  # noqa: B023
            if pair is not None:
                context = check_context(pair, encoder)
                found.add(pair, *check_links(pair, active, context))
                if len(cluster.articles) >= VERSIONS:
                    agreements += context.memo.once(compare_numbers, pair).agreements
                    agreements += date_agreements(pair)
                linked |= _linked(pair)
                pairs.append(pair)
            progress.advance()
        found.findings[first:] = reconcile_findings(found.findings[first:], agreements, _RECONCILED)
        found.linked.update(name for name, _ in linked)
        if len(sides) >= VERSIONS:
            story = Story(sides=tuple(sides[name] for name in sorted(sides)), pairs=tuple(pairs))
            findings, failures = check_story(story, active, encoder)
            found.findings += findings
            found.failures += failures
    return found


def orient(left: Side, right: Side) -> tuple[Side, Side]:
    """Return a pair's sides as (source, English): the English article second, two of a kind in order of their ids."""
    first, second = sorted((left, right), key=lambda side: (side.article.language == "en", side.article.id))
    return first, second


def _linked(pair: ArticlePair) -> set[tuple[str, int]]:
    """Return the sentences with a sure or likely link, as article id and index."""
    links = [link for link in pair.links if link.link_class is not LinkClass.POSSIBLE]
    sources = {(pair.source.article.id, index) for link in links for index in link.source}
    return sources | {(pair.english.article.id, index) for link in links for index in link.english}
