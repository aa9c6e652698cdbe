"""What to do with each article of a run, from all findings."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from xlcheck.model import DocumentResult
from xlcheck.shelf import View
from xlcheck.triage.decision import decide
from xlcheck.triage.sieve import Sieve, Sifted, load_sieve

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from xlcheck.config import Config
    from xlcheck.model import Finding
    from xlcheck.stages.archive import Archive


def sieve_of(config: Config) -> Sieve:
    """Return the baseline, the ignore rules and the decisions that are in force.

    Raises:
        XlcheckError: one of the files cannot be read or is wrong.
    """
    files = (config.baseline, config.ignore_file, config.decisions)
    baseline, ignore, decisions = (Path(name) if name else None for name in files)
    return load_sieve(baseline=baseline, ignore=ignore, decisions=decisions)


def wanted(findings: Iterable[Finding], config: Config, archive: Archive) -> list[Finding]:
    """Return the findings that are sure enough and that no override leaves out."""
    about = {card.id: (card.path, card.language) for card in archive.cards}

    def dropped(finding: Finding) -> bool:
        docs = dict.fromkeys(span.doc for span in (*finding.where, *finding.related))
        paths, languages = zip(*(about[doc] for doc in docs), strict=True)
        return any(override.drops(finding, paths, languages) for override in config.override)

    sure = (finding for finding in findings if finding.confidence.value >= config.min_confidence)
    return [finding for finding in sure if not (config.override and dropped(finding))]


def sifted(findings: Iterable[Finding], sieve: Sieve, archive: Archive) -> Sifted:
    """Return what of the findings is to be reported today."""
    about = {card.id: (card.path, card.language) for card in archive.cards}
    return sieve.sift(findings, about.__getitem__, today=dt.date.today())


def decided(archive: Archive, findings: Iterable[Finding], names: Set[str]) -> Sequence[DocumentResult]:
    """Return the articles of these names with their decisions, sorted by id."""
    about: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for name in dict.fromkeys(span.doc for span in (*finding.where, *finding.related)):
            about[name].append(finding)
    decisions = [decide(card.id, about.get(card.id, ())) for card in archive.cards]

    def result(number: int) -> DocumentResult:
        return DocumentResult(side=archive[number], decision=decisions[number])

    wanted = (number for number in range(len(archive)) if archive.cards[number].id in names)
    order = sorted(wanted, key=lambda number: archive.cards[number].id)
    keys = [archive.cards[number].id for number in order]
    return View(range(len(archive)), result, keys=keys, order=order)
