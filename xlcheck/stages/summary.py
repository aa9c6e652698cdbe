"""What a report says about the run as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.embed import COVERED
from xlcheck.model import Coverage, LineRole, LinkClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.config import Config
    from xlcheck.model import Cluster, Finding, PairResult, Side


def finding_order(finding: Finding) -> tuple[int, float, str, int, str, str]:
    """Sort key of findings: the most serious and surest first, then by place."""
    first = finding.where[0]
    return (
        -finding.severity.rank,
        -finding.confidence.value,
        first.doc,
        first.start,
        finding.check,
        finding.fingerprint,
    )


def coverage_of(sides: Sequence[Side], pairs: Iterable[PairResult]) -> Coverage:
    """Return how much of the articles was looked at."""
    linked: set[tuple[str, int]] = set()
    paired: set[str] = set()
    for result in pairs:
        pair = result.pair
        paired |= {pair.source.article.id, pair.english.article.id}
        for link in pair.links:
            if link.link_class is not LinkClass.POSSIBLE:
                linked |= {(pair.source.article.id, index) for index in link.source}
                linked |= {(pair.english.article.id, index) for index in link.english}
    return Coverage(
        articles=len(sides),
        skipped_lines=sum(line.role is LineRole.SKIPPED for side in sides for line in side.article.lines),
        segments=sum(len(side.segments) for side in sides),
        linked=len(linked),
        pairable=sum(len(side.segments) for side in sides if side.article.id in paired),
        foreign=sum(segment.language not in ("en", "und") for side in sides for segment in side.segments),
        translated=sum(len(side.translations) for side in sides),
    )


def notices_of(sides: Sequence[Side], clusters: Sequence[Cluster], hidden: int, config: Config) -> tuple[str, ...]:
    """Return what a reader should know about the run as a whole."""
    notices = []
    if len(sides) == 1:
        notices.append("Only one article: it was checked by itself, there was nothing to compare it with.")
    elif len(sides) > 1 and not clusters:
        notices.append("No two articles are about the same event; each was checked by itself.")
    uncovered = sorted({side.article.language for side in sides if side.article.language not in COVERED})
    if uncovered:
        notices.append(
            f"No sentence vectors for {', '.join(uncovered)}: "
            "such articles are paired and aligned through a translation, or by sentence lengths where named together."
        )
    if hidden:
        notices.append(f"{hidden} findings below confidence {config.min_confidence:g} are not shown.")
    return tuple(notices)
