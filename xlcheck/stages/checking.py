"""Run the checks on one aligned pair, or on one article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext
from xlcheck.checks.registry import ARTICLE_CHECKS, PAIR_CHECKS, STORY_CHECKS
from xlcheck.embed import COVERED, Comparer, Contrasts
from xlcheck.model import Verdict
from xlcheck.stages.guard import guard

if TYPE_CHECKING:
    from xlcheck.embed import Encoder
    from xlcheck.model import ArticlePair, Failure, Finding, Side, Story


def check_links(
    pair: ArticlePair, active: frozenset[str], context: CheckContext
) -> tuple[list[Finding], list[Failure]]:
    """Run the pair checks on an aligned pair."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    for check in PAIR_CHECKS:
        if check.INFO.id in active:
            where = f"{check.INFO.id} on {pair.source.article.id} ↔ {pair.english.article.id}"
            found = guard(lambda: list(check.check(pair, context)), where, failures)  # noqa: B023
            findings += [_point_at_garbled(finding, pair) for finding in found or ()]
    return findings, failures


def check_story(story: Story, active: frozenset[str], encoder: Encoder) -> tuple[list[Finding], list[Failure]]:
    """Run the checks that look at all articles of a story together."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    covered = {side.article.language for side in story.sides} <= COVERED
    context = CheckContext(cosine=encoder.cosine) if covered else CheckContext()
    for check in STORY_CHECKS:
        if check.INFO.id in active:
            where = f"{check.INFO.id} on the story of {story.sides[0].article.id}"
            findings += guard(lambda: list(check.check(story, context)), where, failures) or []  # noqa: B023
    return findings, failures


def check_side(side: Side, active: frozenset[str], context: CheckContext) -> tuple[list[Finding], list[Failure]]:
    """Run the checks that look at one article by itself."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    for check in ARTICLE_CHECKS:
        if check.INFO.id in active:
            where = f"{check.INFO.id} on {side.article.id}"
            findings += guard(lambda: list(check.check(side, context)), where, failures) or []  # noqa: B023
    return findings, failures


def check_context(
    pair: ArticlePair, encoder: Encoder, contrasts: Contrasts | None = None, comparer: Comparer | None = None
) -> CheckContext:
    """Return what the checks of a pair may ask; no similarity where the encoder does not know both languages."""
    covered = {pair.source.article.language, pair.english.article.language} <= COVERED
    if not covered:
        return CheckContext()
    return CheckContext(
        cosine=encoder.cosine,
        contrast=(contrasts or Contrasts(encoder)).compare,
        doubt=(comparer or Comparer(encoder)).doubts,
    )


def _point_at_garbled(finding: Finding, pair: ArticlePair) -> Finding:
    """Let a finding about broken text point at the broken side, whichever that is."""
    if finding.verdict is not Verdict.TEXT_GARBLED or not finding.related:
        return finding
    garble = {side.article.id: side.document_garble.value for side in (pair.source, pair.english)}
    if garble[finding.related[0].doc] > garble[finding.where[0].doc]:
        return replace(finding, where=finding.related, related=finding.where)
    return finding
