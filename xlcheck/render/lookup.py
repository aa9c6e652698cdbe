"""A report indexed for renderers: which article, which sentences, which pair and which story a finding is about."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from xlcheck.model import LineRole
from xlcheck.render.positions import position
from xlcheck.shelf import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import Article, Cluster, Failure, Finding, Line, PairResult, Report, Segment, Side, Span

_KEPT = 64
"""Articles kept at hand: those of the story that a renderer is at."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Indexed:
    """An article with the places where its sentences start, and our English by sentence."""

    side: Side
    starts: list[int]
    translations: dict[int, str]


class Lookup:
    """Answers in logarithmic time; built once for a report.

    Articles are fetched when they are asked for, and only a few are kept: a report may be about more than memory holds.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._clusters = _cluster_of(report.clusters)
        pairs = _keys(report.pairs) or [_ids(result) for result in report.pairs]
        self._pair_ids = pairs
        self._pairs = {frozenset(ids): (index, ids) for index, ids in enumerate(pairs)}
        self._in_pair = {name: index for index, ids in enumerate(pairs) for name in ids}
        documents = _keys(report.documents) or [document.side.article.id for document in report.documents]
        self._documents = {name: index for index, name in enumerate(documents)}
        self._read = lru_cache(maxsize=_KEPT)(self._fetch)

    def article(self, doc: str) -> Article:
        """Return the article with this id."""
        return self._read(doc).side.article

    def side(self, doc: str) -> Side:
        """Return the article with this id and what was read from it."""
        return self._read(doc).side

    def pair(self, index: int) -> tuple[str, str]:
        """Return the ids of the articles of a pair, without fetching them."""
        first, second = self._pair_ids[index]
        return first, second

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
        indexed = self._read(span.doc)
        segments = indexed.side.segments
        index = max(bisect_right(indexed.starts, span.start) - 1, 0)
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
        lines = self.article(span.doc).lines
        index = bisect_right(lines, span.start, key=lambda line: line.span.start) - 1
        if index >= 0 and lines[index].span.end >= span.end:
            return lines[index].span.start, lines[index].span.end
        return span.start, span.end

    def english(self, spans: Sequence[Span]) -> str:
        """Return our English for the sentences that these spans of one article touch, "" where there is none."""
        parts: dict[int, str] = {}
        for span in spans:
            known = self._read(span.doc).translations
            for segment in self.segments(span):
                if segment.index in known:
                    parts[segment.index] = known[segment.index]
        return " ".join(text for _, text in sorted(parts.items()))

    def _fetch(self, doc: str) -> _Indexed:
        """Return an article: as it was read by itself rather than as a pair carries it."""
        if (index := self._documents.get(doc)) is not None:
            side = self._report.documents[index].side
        else:
            pair = self._report.pairs[self._in_pair[doc]].pair
            side = pair.source if pair.source.article.id == doc else pair.english
        return _Indexed(
            side=side,
            starts=[segment.span.start for segment in side.segments],
            translations={item.segment: item.text for item in side.translations},
        )


def other_side(finding: Finding, lookup: Lookup) -> str:
    """Return where to look besides, for formats that can point at one place only: " Compare a.txt:7.", or nothing."""
    for span in finding.related:
        article = lookup.article(span.doc)
        return f" Compare {article.path}:{position(article, span).line}."
    return ""


def skipped_lines(report: Report) -> Iterator[tuple[Side, Line]]:
    """Yield every skipped line with its article, in the report's order."""
    for document in report.documents:
        for line in document.side.article.lines:
            if line.role is LineRole.SKIPPED:
                yield document.side, line


def all_failures(report: Report) -> tuple[Failure, ...]:
    """Return every failure once, those of pairs that broke off included."""
    pairs = report.pairs.records if isinstance(report.pairs, View) else report.pairs  # failures need no articles
    broken = (result.failure for result in pairs if result.failure is not None)
    return tuple(dict.fromkeys((*report.failures, *broken)))


def _keys(values: Sequence[Any]) -> Sequence[Any]:
    """Return the keys of a view, for which no article must be fetched; nothing for other sequences."""
    return values.keys if isinstance(values, View) else ()


def _ids(result: PairResult) -> tuple[str, str]:
    return result.pair.source.article.id, result.pair.english.article.id


def _cluster_of(clusters: Sequence[Cluster]) -> dict[str, int]:
    return {article: index for index, cluster in enumerate(clusters) for article in cluster.articles}
