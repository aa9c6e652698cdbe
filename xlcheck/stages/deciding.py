"""What to do with each article of a run, from all findings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from xlcheck.model import DocumentResult
from xlcheck.shelf import View
from xlcheck.triage.decision import decide

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.model import Finding
    from xlcheck.stages.archive import Archive


def decided(archive: Archive, findings: Iterable[Finding]) -> Sequence[DocumentResult]:
    """Return the articles with their decisions, sorted by id."""
    about: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for name in dict.fromkeys(span.doc for span in (*finding.where, *finding.related)):
            about[name].append(finding)
    decisions = [decide(card.id, about.get(card.id, ())) for card in archive.cards]

    def result(number: int) -> DocumentResult:
        return DocumentResult(side=archive[number], decision=decisions[number])

    order = sorted(range(len(archive)), key=lambda number: archive.cards[number].id)
    keys = [archive.cards[number].id for number in order]
    return View(range(len(archive)), result, keys=keys, order=order)
