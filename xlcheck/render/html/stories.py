"""The findings story by story, and in each story by what they are about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from xlcheck.render.html.cards import card, names
from xlcheck.render.html.versions import LEAST_VERSIONS, version_table
from xlcheck.render.words import MODE_WORDS, PATH_LIMIT, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import Finding, Report
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.html.cards import Card
    from xlcheck.render.html.texts import Texts
    from xlcheck.render.html.versions import VersionTable
    from xlcheck.render.lookup import Lookup, Subject

STORIES_LISTED = 400
TITLE_LIMIT = 120


class Entry(NamedTuple):
    """A finding with its number on the page and what it is about."""

    number: int
    subject: Subject
    finding: Finding


class NavEntry(NamedTuple):
    """A story in the list of stories."""

    number: int
    title: str
    language: str
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The findings about one pair, story or article; `relation` says how two articles relate."""

    heading: str
    relation: str
    cards: Iterator[Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPart:
    """The findings about one story; number 0 holds those about articles of no story."""

    number: int
    title: str
    language: str
    versions: int
    findings: int
    table: VersionTable | None
    groups: Iterator[Group]


class Stories:
    """The stories that have findings.

    Args:
        report: the whole report.
        entries: its findings in the order of the page.
        lookup: index of the report.
        options: whether words of the articles may be shown.
        texts: the aligned texts that cards point to.
    """

    def __init__(
        self, report: Report, entries: Sequence[Entry], lookup: Lookup, options: RenderOptions, texts: Texts
    ) -> None:
        self._report = report
        self._entries = entries
        self._lookup = lookup
        self._options = options
        self._texts = texts
        self._counts = Counter(entry.subject.cluster for entry in entries)

    @property
    def nav_left_out(self) -> int:
        """Stories that the list of stories does not name."""
        return max(len(self._counts) - STORIES_LISTED, 0)

    def nav(self) -> list[NavEntry]:
        """Return the list of stories."""
        listed = sorted(self._counts, key=lambda index: (index is None, index or 0))[:STORIES_LISTED]
        return [NavEntry(_number(index), *self._title(index), self._counts[index]) for index in listed]

    def parts(self) -> Iterator[StoryPart]:
        """Yield the stories with their findings."""
        for cluster, group in groupby(self._entries, key=lambda entry: entry.subject.cluster):
            members = list(group)
            title, language = self._title(cluster)
            yield StoryPart(
                number=_number(cluster),
                title=title,
                language=language,
                versions=0 if cluster is None else len(self._report.clusters[cluster].articles),
                findings=len(members),
                table=self._table(cluster, members),
                groups=self._groups(members),
            )

    def _title(self, cluster: int | None) -> tuple[str, str]:
        """Return what a story is called, and in which language."""
        if cluster is None:
            return "Articles by themselves", "en"
        ids = self._report.clusters[cluster].articles
        if self._options.excerpts:
            for article in map(self._lookup.article, ids):
                if article.title and article.title.text.strip():
                    return shown(article.title.text, TITLE_LIMIT), article.language
        return shown(ids[0], PATH_LIMIT), "und"

    def _table(self, cluster: int | None, members: Sequence[Entry]) -> VersionTable | None:
        if cluster is None or not self._options.excerpts:
            return None
        ids = self._report.clusters[cluster].articles
        if len(ids) < LEAST_VERSIONS:
            return None
        languages = [(doc, self._lookup.article(doc).language) for doc in ids]
        return version_table([(entry.number, entry.finding) for entry in members], languages)

    def _groups(self, members: Sequence[Entry]) -> Iterator[Group]:
        for subject, group in groupby(members, key=lambda entry: entry.subject):
            yield Group(
                heading=names(subject.articles),
                relation="" if subject.pair is None else MODE_WORDS[self._report.pairs[subject.pair].pair.mode],
                cards=map(self._card, group),
            )

    def _card(self, entry: Entry) -> Card:
        beside = self._texts.anchor(entry)
        return card(entry.number, entry.finding, entry.subject, self._lookup, self._options, side_by_side=beside)


def _number(cluster: int | None) -> int:
    return 0 if cluster is None else cluster + 1
