"""What stands on the page, from top to bottom; what needs articles is made when the template comes to it."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from xlcheck.render.base import by_weight, counted
from xlcheck.render.html.cards import card, names
from xlcheck.render.html.overview import article_rows, choices, lines_left_out, set_aside, troubles
from xlcheck.render.html.pairs import Mark, rows
from xlcheck.render.html.versions import version_table
from xlcheck.render.lookup import Lookup, all_failures
from xlcheck.render.words import MESSAGE_LIMIT, MODE_WORDS, PATH_LIMIT, coverage_line, roles_of_pair, shown, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xlcheck.model import Finding, Report
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.html.cards import Card
    from xlcheck.render.html.overview import ArticleRow, Choice, SkippedLine, Trouble
    from xlcheck.render.html.pairs import Row
    from xlcheck.render.html.versions import VersionTable
    from xlcheck.render.lookup import Subject

FINDINGS_SHOWN = 20_000
"""A browser opens and filters that many at once; where less weighty ones are left out, the page says so."""
PAIRS_SHOWN = 400
"""Pairs of articles side by side; those with findings come first."""
STORIES_LISTED = 400
TITLE_LIMIT = 120

Entry = tuple[int, "Subject", "Finding"]
"""A finding with its number on the page and what it is about."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page of one report; each iterator is gone through once, in the order of the page.

    Attributes:
        identity: name under which the reader's browser keeps decisions: the same for the same findings.
        left_out: findings that are not on the page.
        nav: number, title, language and count of findings of the stories that have some.
    """

    identity: str
    title: str
    summary: str
    coverage: str
    signature: str
    excerpts: bool
    verbose: bool
    failed: bool
    troubles: list[Trouble]
    articles: list[ArticleRow]
    accepted_left_out: int
    choices: dict[str, list[Choice]]
    total: int
    left_out: int
    nav: list[tuple[int, str, str, int]]
    nav_left_out: int
    stories: Iterator[StoryPart]
    pairs: Iterator[PairPart]
    pairs_shown: int
    pairs_left_out: int
    skipped_lines: Iterator[SkippedLine]
    set_aside: list[tuple[str, str, str]]
    set_aside_left_out: int


def page(report: Report, options: RenderOptions) -> Page:
    """Return the page of a report."""
    lookup = Lookup(report)
    entries = _entries(report, lookup)
    by_article = Counter(doc for _, subject, _ in entries for doc in subject.articles)
    articles, accepted = article_rows(report, options, by_article)
    aside, more_aside = set_aside(report)
    shown_pairs = _pairs_to_show(report, entries) if options.excerpts else []
    by_story = Counter(subject.cluster for _, subject, _ in entries)
    listed = sorted(by_story, key=lambda index: (index is None, index or 0))
    return Page(
        identity=_identity(report.findings),
        title=f"xlcheck: {counted(len(report.findings), 'finding')}",
        summary=_sentence(summary(report)),
        coverage=_sentence(coverage_line(report.coverage)),
        signature=shown(report.signature, MESSAGE_LIMIT),
        excerpts=options.excerpts,
        verbose=options.verbose,
        failed=bool(all_failures(report)),
        troubles=troubles(report, options),
        articles=articles,
        accepted_left_out=accepted,
        choices=choices([finding for _, _, finding in entries]),
        total=len(entries),
        left_out=len(report.findings) - len(entries),
        nav=[
            (_number(index), *_title(report, index, lookup, options), by_story[index])
            for index in listed[:STORIES_LISTED]
        ],
        nav_left_out=max(len(listed) - STORIES_LISTED, 0),
        stories=_stories(report, entries, lookup, options, frozenset(shown_pairs)),
        pairs=_pairs(report, entries, shown_pairs),
        pairs_shown=len(shown_pairs),
        pairs_left_out=len(report.pairs) - len(shown_pairs),
        skipped_lines=lines_left_out(report, options),
        set_aside=aside,
        set_aside_left_out=more_aside,
    )


def _entries(report: Report, lookup: Lookup) -> list[Entry]:
    """Return the findings in the order of the page: by story, pair and article, the weightiest first in each."""
    found = [(lookup.subject(finding), finding) for finding in by_weight(report.findings)[:FINDINGS_SHOWN]]
    # The sort is stable: within a subject the findings stay ordered by weight.
    found.sort(key=lambda entry: entry[0].order)
    return [(number, *entry) for number, entry in enumerate(found, start=1)]


def _identity(findings: Iterable[Finding]) -> str:
    prints = "\n".join(sorted(finding.fingerprint for finding in findings))
    return hashlib.sha256(prints.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _sentence(line: str) -> str:
    return f"{line[0].upper()}{line[1:]}."


def _number(cluster: int | None) -> int:
    return 0 if cluster is None else cluster + 1


def _title(report: Report, cluster: int | None, lookup: Lookup, options: RenderOptions) -> tuple[str, str]:
    """Return what a story is called, and in which language."""
    if cluster is None:
        return "Articles by themselves", "en"
    ids = report.clusters[cluster].articles
    if options.excerpts:
        for article in map(lookup.article, ids):
            if article.title and article.title.text.strip():
                return shown(article.title.text, TITLE_LIMIT), article.language
    return shown(ids[0], PATH_LIMIT), "und"


def _stories(
    report: Report, entries: list[Entry], lookup: Lookup, options: RenderOptions, shown_pairs: frozenset[int]
) -> Iterator[StoryPart]:
    for cluster, group in groupby(entries, key=lambda entry: entry[1].cluster):
        members = list(group)
        title, language = _title(report, cluster, lookup, options)
        ids = () if cluster is None else report.clusters[cluster].articles
        table = None
        if len(ids) > 2 and options.excerpts:
            languages = [(doc, lookup.article(doc).language) for doc in ids]
            table = version_table([(number, finding) for number, _, finding in members], languages)
        yield StoryPart(
            number=_number(cluster),
            title=title,
            language=language,
            versions=len(ids),
            findings=len(members),
            table=table,
            groups=_groups(report, members, lookup, options, shown_pairs),
        )


def _groups(
    report: Report, members: list[Entry], lookup: Lookup, options: RenderOptions, shown_pairs: frozenset[int]
) -> Iterator[Group]:
    for subject, group in groupby(members, key=lambda entry: entry[1]):
        anchor = f"p{subject.pair}-f" if subject.pair in shown_pairs else ""
        yield Group(
            heading=names(subject.articles),
            relation="" if subject.pair is None else MODE_WORDS[report.pairs[subject.pair].pair.mode],
            cards=(
                card(number, finding, subject, lookup, options, side_by_side=anchor and f"{anchor}{number}")
                for number, _, finding in group
            ),
        )


def _pairs_to_show(report: Report, entries: list[Entry]) -> list[int]:
    """Return the numbers of the pairs that stand on the page, in the report's order; those with findings go first."""
    weighty = dict.fromkeys(subject.pair for _, subject, _ in entries if subject.pair is not None)
    chosen = list(weighty)[:PAIRS_SHOWN]
    others = (index for index in range(len(report.pairs)) if index not in weighty)
    return sorted([*chosen, *(index for _, index in zip(range(PAIRS_SHOWN - len(chosen)), others, strict=False))])


def _pairs(report: Report, entries: list[Entry], shown_pairs: list[int]) -> Iterator[PairPart]:
    of_article: dict[str, list[Entry]] = {}
    for entry in entries:
        for doc in entry[1].articles:
            of_article.setdefault(doc, []).append(entry)
    for index in shown_pairs:
        pair = report.pairs[index].pair
        sides = (pair.source, pair.english)
        here = [
            [
                entry
                for entry in of_article.get(side.article.id, ())
                # What is about this article and another one belongs to that pair.
                if len(entry[1].articles) != 2 or entry[1].pair == index
            ]
            for side in sides
        ]
        marks = [list(_marks(entries, side.article.id)) for entries, side in zip(here, sides, strict=True)]
        source, english = (
            Head(role=role, path=shown(side.article.id, PATH_LIMIT), language=side.article.language)
            for role, side in zip(roles_of_pair(pair), sides, strict=True)
        )
        yield PairPart(
            anchor=f"p{index}",
            relation=MODE_WORDS[pair.mode],
            findings=len({number for entries in here for number, _, _ in entries}),
            source=source,
            english=english,
            translated=bool(pair.source.translations),
            rows=rows(pair, *marks),
        )


def _marks(entries: Iterable[Entry], doc: str) -> Iterator[Mark]:
    for number, _, finding in entries:
        for span in (*finding.where, *finding.related):
            if span.doc == doc:
                yield Mark(span.start, span.end, number)
