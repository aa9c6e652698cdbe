"""What stands on the page, from top to bottom; what needs articles is made when the template comes to it."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.render.base import by_weight, counted
from xlcheck.render.html.overview import article_rows, choices, lines_left_out, set_aside, troubles
from xlcheck.render.html.stories import Entry, Stories
from xlcheck.render.html.texts import Texts
from xlcheck.render.lookup import Lookup, all_failures
from xlcheck.render.words import MESSAGE_LIMIT, coverage_line, decisions, shown, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xlcheck.model import Finding, Report
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.html.overview import ArticleRow, Choice, SkippedLine, Trouble
    from xlcheck.render.html.stories import NavEntry, StoryPart
    from xlcheck.render.html.texts import PairPart

FINDINGS_SHOWN = 10_000
"""A browser takes a few seconds to open that many; where less weighty ones are left out, the page says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page of one report; each iterator is gone through once, in the order of the page.

    Attributes:
        identity: name under which the reader's browser keeps decisions: the same for the same findings.
        left_out: findings that are not on the page.
        nav: the stories that have findings.
    """

    identity: str
    title: str
    summary: str
    coverage: str
    decisions: str
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
    nav: list[NavEntry]
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
    texts = Texts(report, entries, lookup, options)
    stories = Stories(report, entries, lookup, options, texts)
    return Page(
        identity=_identity(report.findings),
        title=f"xlcheck: {counted(len(report.findings), 'finding')}",
        summary=_sentence(summary(report)),
        coverage=_sentence(coverage_line(report.coverage)),
        decisions=decisions(report),
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
        nav=stories.nav(),
        nav_left_out=stories.nav_left_out,
        stories=stories.parts(),
        pairs=texts.parts(),
        pairs_shown=len(texts.shown),
        pairs_left_out=len(report.pairs) - len(texts.shown),
        skipped_lines=lines_left_out(report, options),
        set_aside=aside,
        set_aside_left_out=more_aside,
    )


def _entries(report: Report, lookup: Lookup) -> list[Entry]:
    """Return the findings in the order of the page: by story, pair and article, the weightiest first in each."""
    found = [(lookup.subject(finding), finding) for finding in by_weight(report.findings)[:FINDINGS_SHOWN]]
    # The sort is stable: within a subject the findings stay ordered by weight.
    found.sort(key=lambda entry: entry[0].order)
    return [Entry(number, *entry) for number, entry in enumerate(found, start=1)]


def _identity(findings: Iterable[Finding]) -> str:
    prints = "\n".join(sorted(finding.fingerprint for finding in findings))
    return hashlib.sha256(prints.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _sentence(line: str) -> str:
    return f"{line[0].upper()}{line[1:]}."
