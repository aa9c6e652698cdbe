"""Which pairs of articles stand on the page side by side, and where in them a finding points."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from xlcheck.render.html.pairs import Mark, rows
from xlcheck.render.words import MODE_WORDS, PATH_LIMIT, roles_of_pair, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import Report, Side
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.html.pairs import Row
    from xlcheck.render.html.stories import Entry
    from xlcheck.render.lookup import Lookup

PAIRS_SHOWN = 400
"""Pairs of articles side by side; those with findings come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One side of a pair: what it is to the reader, which article, in which language."""

    role: str
    path: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPart:
    """Two articles side by side; `translated` if our English stands between them."""

    anchor: str
    relation: str
    findings: int
    source: Head
    english: Head
    translated: bool
    rows: Iterator[Row]


class Texts:
    """The pairs that stand on the page; none without excerpts.

    Attributes:
        shown: their numbers in the report, sorted.
    """

    def __init__(self, report: Report, entries: Sequence[Entry], lookup: Lookup, options: RenderOptions) -> None:
        self._report = report
        self._lookup = lookup
        self.shown = _to_show(len(report.pairs), entries) if options.excerpts else []
        self._is_shown = frozenset(self.shown)
        self._first_with: dict[str, int] = {}
        for index in self.shown:
            for doc in lookup.pair(index):
                self._first_with.setdefault(doc, index)
        self._by_article: dict[str, list[Entry]] = {}
        for entry in entries:
            for doc in entry.subject.articles:
                self._by_article.setdefault(doc, []).append(entry)

    def anchor(self, entry: Entry) -> str:
        """Return the anchor of a finding's words: in its own pair, else in the first with its article; "" in none."""
        finding, subject = entry.finding, entry.subject
        index = subject.pair if len(subject.articles) == 2 else self._first_with.get(finding.where[0].doc)
        if index is None or index not in self._is_shown:
            return ""
        docs = self._lookup.pair(index)
        spans = (span for span in (*finding.where, *finding.related) if span.doc in docs and span.text)
        return f"p{index}-f{entry.number}" if any(self._lookup.segments(span) for span in spans) else ""

    def parts(self) -> Iterator[PairPart]:
        """Yield the pairs, one at a time."""
        for index in self.shown:
            pair = self._report.pairs[index].pair
            sides = (pair.source, pair.english)
            here = [self._about(side, index) for side in sides]
            marks = [list(_marks(entries, side)) for entries, side in zip(here, sides, strict=True)]
            source, english = (
                Head(role=role, path=shown(side.article.id, PATH_LIMIT), language=side.article.language)
                for role, side in zip(roles_of_pair(pair), sides, strict=True)
            )
            yield PairPart(
                anchor=f"p{index}",
                relation=MODE_WORDS[pair.mode],
                findings=len({entry.number for entries in here for entry in entries}),
                source=source,
                english=english,
                translated=bool(pair.source.translations),
                rows=rows(pair, *marks),
            )

    def _about(self, side: Side, index: int) -> list[Entry]:
        """Return the findings about an article; what is about it and another one belongs to that pair only."""
        about = self._by_article.get(side.article.id, ())
        return [entry for entry in about if len(entry.subject.articles) != 2 or entry.subject.pair == index]


def _to_show(pairs: int, entries: Sequence[Entry]) -> list[int]:
    with_findings = dict.fromkeys(entry.subject.pair for entry in entries if entry.subject.pair is not None)
    others = (index for index in range(pairs) if index not in with_findings)
    return sorted([*islice(with_findings, PAIRS_SHOWN), *islice(others, max(PAIRS_SHOWN - len(with_findings), 0))])


def _marks(entries: Sequence[Entry], side: Side) -> Iterator[Mark]:
    for number, _, finding in entries:
        for span in (*finding.where, *finding.related):
            if span.doc == side.article.id:
                yield Mark(span.start, span.end, number)
