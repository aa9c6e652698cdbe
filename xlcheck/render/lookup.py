"""A report indexed for renderers: which article, which sentences, which pair and which story a finding is about."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.model import LineRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import Article, Cluster, Failure, Finding, Line, PairResult, Report, Segment, Side, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a finding is about.

    Attributes:
        cluster: index of the story that its articles belong to, None where they belong to none, or not to the same.
        pair: index of the compared pair, None for findings about one article or more than two.
        articles: ids of its articles; the pair's own order where it is about a pair.
    """

    cluster: int | None
    pair: int | None
    articles: tuple[str, ...]

    @property
    def order(self) -> tuple[int, int, int, tuple[str, ...]]:
        """Sort key: stories in the report's order; in each, what is about the story, then its pairs, then articles."""
        far = 1 << 62
        kind = 1 if self.pair is not None else 0 if len(self.articles) > 1 else 2
        return (far if self.cluster is None else self.cluster, kind, self.pair or 0, self.articles)


class Lookup:
    """Answers in logarithmic time; built once for a report."""

    def __init__(self, report: Report) -> None:
        self._clusters = _cluster_of(report.clusters)
        self._pairs = {frozenset(_ids(result)): (index, _ids(result)) for index, result in enumerate(report.pairs)}
        sides = [side for result in report.pairs for side in (result.pair.source, result.pair.english)]
        # Documents come last, so that what was read from an article by itself stands over what a pair carries.
        sides.extend(document.side for document in report.documents)
        self._sides = {side.article.id: side for side in sides}
        self._starts = {key: [segment.span.start for segment in side.segments] for key, side in self._sides.items()}
        self._translations = {
            key: {item.segment: item.text for item in side.translations} for key, side in self._sides.items()
        }

    def article(self, doc: str) -> Article:
        """Return the article with this id."""
        return self._sides[doc].article

    def side(self, doc: str) -> Side:
        """Return the article with this id and what was read from it."""
        return self._sides[doc]

    def subject(self, finding: Finding) -> Subject:
        """Return what a finding is about, by the articles that its spans lie in."""
        docs = tuple(dict.fromkeys(span.doc for span in (*finding.where, *finding.related)))
        clusters = {self._clusters.get(doc) for doc in docs}
        cluster = clusters.pop() if len(clusters) == 1 else None
        index, ordered = self._pairs.get(frozenset(docs), (None, docs))
        if len(docs) != 2:
            return Subject(cluster=cluster, pair=None, articles=docs)
        return Subject(cluster=cluster, pair=index, articles=ordered)

    def segments(self, span: Span) -> tuple[Segment, ...]:
        """Return the sentences that a span touches; none for a span in a skipped line."""
        segments = self._sides[span.doc].segments
        index = max(bisect_right(self._starts[span.doc], span.start) - 1, 0)
        found = []
        while index < len(segments) and segments[index].span.start < max(span.end, span.start + 1):
            if segments[index].span.end > span.start:
                found.append(segments[index])
            index += 1
        return tuple(found)

    def surroundings(self, span: Span) -> tuple[int, int]:
        """Return the range of the sentences around a span; outside all sentences that of its line, or its own."""
        if found := self.segments(span):
            return min(found[0].span.start, span.start), max(found[-1].span.end, span.end)
        lines = self._sides[span.doc].article.lines
        index = bisect_right(lines, span.start, key=lambda line: line.span.start) - 1
        if index >= 0 and lines[index].span.end >= span.end:
            return lines[index].span.start, lines[index].span.end
        return span.start, span.end

    def english(self, spans: Sequence[Span]) -> str:
        """Return our English for the sentences that these spans of one article touch, "" where there is none."""
        parts: dict[int, str] = {}
        for span in spans:
            known = self._translations[span.doc]
            for segment in self.segments(span):
                if segment.index in known:
                    parts[segment.index] = known[segment.index]
        return " ".join(text for _, text in sorted(parts.items()))


def skipped_lines(report: Report) -> Iterator[tuple[Side, Line]]:
    """Yield every skipped line with its article, in the report's order."""
    for document in report.documents:
        for line in document.side.article.lines:
            if line.role is LineRole.SKIPPED:
                yield document.side, line


def all_failures(report: Report) -> tuple[Failure, ...]:
    """Return every failure once, those of pairs that broke off included."""
    broken = (result.failure for result in report.pairs if result.failure is not None)
    return tuple(dict.fromkeys((*report.failures, *broken)))


def _ids(result: PairResult) -> tuple[str, str]:
    return result.pair.source.article.id, result.pair.english.article.id


def _cluster_of(clusters: Sequence[Cluster]) -> dict[str, int]:
    return {article: index for index, cluster in enumerate(clusters) for article in cluster.articles}
