"""A story told three times and more: what each version says where numbers, dates and quotations differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.render.words import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.model import Finding

FAMILIES = ("XN", "XD", "XQ")
"""Checks whose spans are the very words that differ: numbers, dates, quotations."""
LEAST_VERSIONS = 3
ROWS_SHOWN = 40
COLUMNS_SHOWN = 8
WORDS_SHOWN = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The words of one version; `alone` if the finding points at them as the odd ones."""

    words: str
    language: str
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One number, date or quotation: what each article of the table says, None where the finding has no words of it."""

    card: int
    name: str
    said: tuple[Said | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionTable:
    """Statements against articles.

    Attributes:
        articles: (id, language) of each column.
        more: how many statements are not in it.
    """

    articles: tuple[tuple[str, str], ...]
    statements: tuple[Statement, ...]
    more: int


def version_table(findings: Iterable[tuple[int, Finding]], languages: Sequence[tuple[str, str]]) -> VersionTable | None:
    """Return what the versions of a story say where findings differ; None if there are fewer than three of them.

    Args:
        findings: of the story, with their numbers on the page.
        languages: (id, language) of each article of the story.
    """
    telling = [(number, finding) for number, finding in findings if finding.check.startswith(FAMILIES)]
    involved = {span.doc for _, finding in telling for span in (*finding.where, *finding.related)}
    columns = tuple(entry for entry in languages if entry[0] in involved)[:COLUMNS_SHOWN]
    if len(columns) < LEAST_VERSIONS:
        return None
    statements = tuple(_statement(*entry, columns) for entry in telling[:ROWS_SHOWN])
    return VersionTable(articles=columns, statements=statements, more=len(telling) - len(statements))


def _statement(number: int, finding: Finding, columns: Sequence[tuple[str, str]]) -> Statement:
    said = tuple(_said(finding, doc, language) for doc, language in columns)
    return Statement(card=number, name=finding.name.replace("-", " "), said=said)


def _said(finding: Finding, doc: str, language: str) -> Said | None:
    odd = [span.text for span in finding.where if span.doc == doc]
    words = odd or [span.text for span in finding.related if span.doc == doc]
    if not words:
        return None
    versions = {span.doc for span in (*finding.where, *finding.related)}
    text = shown(" \N{HORIZONTAL ELLIPSIS} ".join(words), WORDS_SHOWN)
    return Said(words=text, language=language, alone=bool(odd) and len(versions) >= LEAST_VERSIONS)
