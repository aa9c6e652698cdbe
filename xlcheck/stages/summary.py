"""What a report says about the run as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.embed import COVERED
from xlcheck.model import Coverage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from xlcheck.config import Config
    from xlcheck.model import Cluster, Finding
    from xlcheck.stages.archive import Card


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


def coverage_of(cards: Sequence[Card], paired: Set[str], linked: Mapping[str, int]) -> Coverage:
    """Return how much of the articles was looked at.

    Args:
        paired: ids of the articles that were compared with another.
        linked: sentences with a sure or likely link, by article id.
    """
    return Coverage(
        articles=len(cards),
        skipped_lines=sum(card.skipped_lines for card in cards),
        segments=sum(card.segments for card in cards),
        linked=sum(linked.get(card.id, 0) for card in cards),
        pairable=sum(card.segments for card in cards if card.id in paired),
        foreign=sum(card.foreign for card in cards),
        translated=sum(card.translated for card in cards),
    )


def notices_of(
    cards: Sequence[Card], clusters: Sequence[Cluster], hidden: int, config: Config, *, others: int = 0
) -> tuple[str, ...]:
    """Return what a reader should know about the run as a whole.

    Args:
        cards: of the articles that are reported on; `others` is how many more there were to compare them with.
    """
    notices = []
    if len(cards) + others == 1:
        notices.append("Only one article: it was checked by itself, there was nothing to compare it with.")
    elif cards and not clusters:
        notices.append("No two articles are about the same event; each was checked by itself.")
    if others and cards:
        notices.append(f"Compared with {others} articles that are not reported on.")
    uncovered = sorted({card.language for card in cards if card.language not in COVERED})
    if uncovered:
        notices.append(
            f"No sentence vectors for {', '.join(uncovered)}: "
            "such articles are paired and aligned through a translation, or by sentence lengths where named together."
        )
    if hidden:
        notices.append(f"{hidden} findings below confidence {config.min_confidence:g} are not shown.")
    return tuple(notices)
