"""Plant errors in clean sentence pairs and count how many are found, at default settings and at fixed false alarms."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.corrupt import CATEGORIES, corrupt_text
from xlcheck.model import LinkClass, Severity
from xlcheck.shares import Share
from xlcheck.stages.scoring import SentencePair, score_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.config import Config
    from xlcheck.model import Report
    from xlcheck.stages.scoring import PairScore

RATES = (0.01, 0.05)
"""Shares of clean pairs that may be taken for divergent."""
_STRANGERS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryResult:
    """What was found of one kind of planted error.

    Attributes:
        flagged: spoilt pairs with a warning or error of a check that the clean pair has not.
        detected: for each of `RATES`, spoilt pairs that look worse than all but that share of the clean pairs.
    """

    category: str
    flagged: Share
    detected: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantingResult:
    """The table.

    Attributes:
        clean: clean pairs with a warning or error: false alarms at default settings.
        thresholds: suspicion above which a pair counts as detected, for each of `RATES`.
    """

    clean: Share
    thresholds: tuple[float, ...]
    categories: tuple[CategoryResult, ...]


def plant_errors(pairs: Sequence[SentencePair], config: Config, *, seed: int = 0) -> PlantingResult:
    """Spoil the English of each pair in every way it offers, score everything, and count.

    Ties count against the program: a spoilt pair must lie above the threshold.
    """
    clean = list(score_pairs(pairs, config))
    ordered = sorted(score.suspicion for score in clean)
    thresholds = tuple(_threshold(ordered, rate) for rate in RATES)
    found: dict[str, list[tuple[bool, float]]] = {category: [] for category in CATEGORIES}
    planted = list(_planted(pairs, seed))
    scores = score_pairs((pair for _, _, pair in planted), config)
    for (index, category, _), score in zip(planted, scores, strict=True):
        found[category].append((bool(_checks(score) - _checks(clean[index])), score.suspicion))
    return PlantingResult(
        clean=Share(hits=sum(bool(_checks(score)) for score in clean), total=len(clean)),
        thresholds=thresholds,
        categories=tuple(
            CategoryResult(
                category=category,
                flagged=Share(hits=sum(flag for flag, _ in items), total=len(items)),
                detected=tuple(
                    Share(hits=sum(value > bound for _, value in items), total=len(items)) for bound in thresholds
                ),
            )
            for category, items in found.items()
            if items
        ),
    )


def linked_pairs(report: Report) -> list[SentencePair]:
    """Return the sentences of a report that surely correspond, one to one."""
    pairs = []
    for result in report.pairs:
        source, english = result.pair.source, result.pair.english
        if source.article.language == "en" or english.article.language != "en":
            continue
        for link in result.pair.links:
            if link.link_class is LinkClass.SURE and len(link.source) == len(link.english) == 1:
                first, second = source.segments[link.source[0]], english.segments[link.english[0]]
                pairs.append(SentencePair(source=first.text, english=second.text, language=first.language))
    return pairs


def _planted(pairs: Sequence[SentencePair], seed: int) -> Iterator[tuple[int, str, SentencePair]]:
    strangers = sorted({pair.english for pair in pairs})[:_STRANGERS]
    for index, pair in enumerate(pairs):
        for item in corrupt_text(pair.english, language="en", other=pair.source, strangers=strangers, seed=seed):
            yield (
                index,
                item.category,
                SentencePair(
                    source=pair.source, english=item.text, language=pair.language, translation=pair.translation
                ),
            )


def _threshold(ordered: Sequence[float], rate: float) -> float:
    """Return a value that at most `rate` of the ordered ones lie above."""
    return ordered[max(0, math.ceil((1 - rate) * len(ordered)) - 1)] if ordered else 1.0


def _checks(score: PairScore) -> set[str]:
    return {finding.check for finding in score.findings if finding.severity is not Severity.NOTE}
