"""One of several articles quotes a statement in words that the others do not have.

## What it does

Collects what three and more articles about one event quote of one utterance. Where at least two of them give the same
words and another surely gives different ones, names the odd one out, once for the whole story instead of once for each
pair; the articles that agree, and the likely original, are among the evidence.

## Why it matters

Two articles that quote differently leave open who is right. With three, an editor knows where to look first.

## Example

| | |
|---|---|
| First text | "We will **not** sell the harbour to anyone," Mayor Ada Lindqvist said. |
| Second text | "We will not sell the harbour to anyone," said Ada Lindqvist. |
| Third text | "We will sell the harbour to anyone," said the mayor. |
| Verdict | the third text is the odd one out: negation-lost |

## When it stays silent

When fewer than three articles quote the utterance; when no two of them agree; when those that agree are not more than
those that differ; when a quotation merely begins later or ends earlier; and when it is not sure that all of them quote
the same utterance. Between two languages only negations and numbers count.

## Known limits

Articles that copy one agency agree with each other without being right. The likely original is a guess: the one article
in its own language, or the first to be published.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from xlcheck.checks.base import CheckInfo, Example, Examples, make_finding, pair_verdict
from xlcheck.compare.reconcile import group_one_each, likely_original, reconcile
from xlcheck.compare.renderings import GRAVE, compare_utterances
from xlcheck.compare.utterances import linked_utterances
from xlcheck.errors import XlcheckError
from xlcheck.model import Agreement, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from xlcheck.checks.base import CheckContext
    from xlcheck.compare.utterances import Utterance
    from xlcheck.model import ArticlePair, Finding, Span, Story

INFO = CheckInfo(id="XQ106", name="quote-odd-one-out", severity=Severity.WARNING, scope="story", its="inconsistency")

EXAMPLES = Examples(
    fires=(
        Example(
            source='"We will not sell the harbour to anyone," Mayor Ada Lindqvist said.',
            english='"We will not sell the harbour to anyone," said Ada Lindqvist.',
            others=(("en", '"We will sell the harbour to anyone," said the mayor.'),),
            cause="negation-lost",
            note="the third text lacks the negation",
        ),
        Example(
            language="de",
            source="„Die Brücke braucht vor dem Winter 400 neue Schrauben“, sagte Ilse Brandt.",
            english='"The bridge needs 40 new bolts before the winter," said Ilse Brandt.',
            others=(("en", '"The bridge needs 400 new bolts before the winter," Ilse Brandt said.'),),
            cause="number-changed",
            note="the German and one English text agree",
        ),
        Example(
            language="ru",
            source="«Перед зимой мосту нужны 400 новых болтов», — сказала Ильзе Брандт.",
            english='"The bridge needs 400 new bolts before the winter," said Ilse Brandt.',
            others=(("en", '"The bridge needs 40 new bolts before the winter," Ilse Brandt said.'),),
            cause="number-changed",
            note="the Russian and one English text agree",
        ),
        Example(
            source='"We studied the letter from the yard with surprise and will answer it on Monday," the city said.',
            english='"We were surprised to study the letter from the yard and will reply on Monday," the city said.',
            others=(
                (
                    "en",
                    '"We studied the letter from the yard with surprise and will answer it on Monday," it said.',
                ),
            ),
            cause="reworded",
            note="two texts have the same words",
        ),
    ),
    silent=(
        Example(
            source='"We will not sell the harbour to anyone," Mayor Ada Lindqvist said.',
            english='"We will not sell the harbour to anyone," said Ada Lindqvist.',
            others=(("en", '"We will not sell the harbour," said the mayor.'),),
            note="one text quotes less",
        ),
        Example(
            source='"The bridge needs 400 new bolts before the winter," said Ilse Brandt.',
            english='"The bridge needs 40 new bolts before the winter," said Ilse Brandt.',
            others=(("en", '"The bridge needs 14 new bolts before the winter," said Ilse Brandt.'),),
            note="no two agree",
        ),
        Example(
            language="ru",
            source="«Перед зимой мосту нужны 400 новых болтов», — сказала Ильзе Брандт.",
            english='"The bridge needs 400 new bolts before the winter," said Ilse Brandt.',
            others=(("de", "„Die Brücke braucht vor dem Winter 400 neue Schrauben“, sagte Ilse Brandt."),),
            note="three languages, one statement",
        ),
        Example(
            source='"We will not sell the harbour to anyone," Mayor Ada Lindqvist said.',
            english='"The ferries run again on Monday," said Henrik Solberg.',
            others=(("en", '"The old bridge will be closed for a year," Ilse Brandt said.'),),
            note="three utterances",
        ),
    ),
)

LEAST_VERSIONS = 3
"""Of two versions that differ nobody knows which is the odd one."""
AGREEING = 2
"""Versions of the majority that the odd one must surely differ from."""
LEAST_LINK = 0.75
"""As for XQ101: below it two quotations may be two utterances."""
LEAST_COSINE = 0.45
"""Likewise, between two languages."""

_QUOTES = ("quotes", "quote")


class Version(NamedTuple):
    """An utterance of an article: the article's id, and where its first part begins."""

    article: str
    start: int


def check(story: Story, context: CheckContext) -> Iterator[Finding]:
    """Yield one finding for each utterance on which the articles of a story divide into a majority and odd ones."""
    table = _Table(story, context)
    for versions in group_one_each(sorted(table.links), lambda version: version.article):
        if len(versions) < LEAST_VERSIONS:
            continue
        result = reconcile(versions, table.agreements(versions), lambda version: version.article)
        majority, odd = sorted(result.majority), sorted(table.surely_odd(result.odd, result.majority))
        if odd and len(odd) < len(majority) and not table.surely_odd(majority, majority, least=1):
            yield _finding(story, table, sorted(versions), (majority, odd))


class _Table:
    """The utterances of a story by version, and how each two of them compare."""

    def __init__(self, story: Story, context: CheckContext) -> None:
        self.utterances: dict[Version, Utterance] = {}
        self.links: list[tuple[Version, Version, float]] = []
        self._context = context
        self._pairs = {frozenset((pair.source.article.id, pair.english.article.id)): pair for pair in story.pairs}
        for pair in story.pairs:
            for link, source, english in linked_utterances(pair, least=LEAST_LINK):
                left = Version(pair.source.article.id, source.parts[0].span.start)
                right = Version(pair.english.article.id, english.parts[0].span.start)
                self.utterances |= {left: source, right: english}
                self.links.append((left, right, link.probability))

    def agreements(self, versions: Sequence[Version]) -> list[tuple[Version, Version]]:
        """Return the pairs of versions that surely agree."""
        pairs = itertools.combinations(versions, 2)
        return [pair for pair in pairs if self.compare(*pair).status is Status.SAME]

    def surely_odd(self, odd: Iterable[Version], against: Sequence[Version], *, least: int = AGREEING) -> list[Version]:
        """Return those that surely differ from at least so many of the others."""
        return [version for version in odd if sum(self.differ(version, other) for other in against) >= least]

    def differ(self, left: Version, right: Version) -> bool:
        return left != right and self.compare(left, right).status is Status.DIFFERS

    def compare(self, left: Version, right: Version) -> Agreement:
        pair = self.pair(left, right)
        if pair is None:
            return Agreement(status=Status.UNKNOWN)
        if pair.source.article.id != left.article:
            left, right = right, left
        source, english = self.utterances[left], self.utterances[right]
        if pair.source.article.language != pair.english.article.language:
            cosine = self._context.cosine(source.text, english.text)
            if cosine is not None and cosine < LEAST_COSINE:
                return Agreement(status=Status.UNKNOWN)
        return compare_utterances(pair, source, english)

    def pair(self, left: Version, right: Version) -> ArticlePair | None:
        return self._pairs.get(frozenset((left.article, right.article)))

    def probability(self, version: Version) -> float:
        """Return how surely a version belongs to the utterance: the probability of its best link."""
        return max(link[2] for link in self.links if version in link[:2])

    def spans(self, version: Version) -> list[Span]:
        return [part.content for part in self.utterances[version].parts]


def _finding(
    story: Story, table: _Table, versions: Sequence[Version], divided: tuple[Sequence[Version], Sequence[Version]]
) -> Finding:
    majority, odd_ones = divided
    odd = odd_ones[0]
    against = next(version for version in majority if table.differ(odd, version))
    agreement = table.compare(odd, against)
    pair = table.pair(odd, against)
    if pair is None:
        raise XlcheckError("two versions that differ were never compared")
    first, second = (odd, against) if pair.source.article.id == odd.article else (against, odd)
    quoting = [side.article for side in story.sides if side.article.id in {version.article for version in versions}]
    languages = {article.id: article.language for article in quoting}
    original = likely_original(languages, {article.id: article.date for article in quoting})
    agreed = " ".join(table.utterances[against].text.split())
    confidence = min(table.probability(version) for version in (*odd_ones, *majority))
    return make_finding(
        INFO,
        confidence=[("quote link", confidence), ("comparison", agreement.certainty)],
        verdict=pair_verdict(pair, source=table.utterances[first].segments, english=table.utterances[second].segments),
        message=f"{len(odd_ones)} of {len(versions)} articles on this statement {_QUOTES[len(odd_ones) > 1]} it in "
        f"other words than the {len(majority)} that agree: “{agreed}”.",
        where=[span for version in odd_ones for span in table.spans(version)],
        related=[span for version in _first(against, versions, odd_ones) for span in table.spans(version)],
        cause=agreement.cause,
        evidence=[
            ("odd one out", ", ".join(version.article for version in odd_ones)),
            ("its words", table.utterances[odd].text),
            ("majority", ", ".join(version.article for version in majority)),
            ("their words", table.utterances[against].text),
            ("likely original", original or "unknown"),
        ],
        severity=Severity.ERROR if agreement.cause in GRAVE else INFO.severity,
    )


def _first(against: Version, versions: Iterable[Version], odd: Collection[Version]) -> list[Version]:
    """Return the versions beside the odd ones, the one that they were compared with first."""
    return [against, *(version for version in versions if version not in odd and version != against)]
