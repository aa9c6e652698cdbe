"""What was measured of each check: flags on clean text, planted errors found, and the precision that follows.

`measured.json` beside this module holds counts only, no texts; `benchmarks/check_quality.py` makes it. A share with its
interval is worked out from the counts when it is asked for.

Precision depends on how common an error is, so it is stated for a corpus in which one pair (or text) in fifty has an
error of the kind that the check looks for: the prior that `score` is calibrated with. By Bayes' rule it is
recall x prior / (recall x prior + false alarms x (1 - prior)).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from xlcheck.shares import Share

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Row = TypeVar("Row")

FILE = Path(__file__).with_name("measured.json")
FEWEST_PLANTED = 10
"""Of fewer planted errors no precision is stated: their interval is honest, and still says nothing."""
LEVELS = ((0.9, "very-high"), (0.75, "high"), (0.5, "medium"), (0.0, "low"))
"""From which cautious precision on which of SARIF's levels applies: nine, three in four, one in two flags right."""


@dataclass(frozen=True, slots=True)
class Clean:
    """Clean pairs or texts.

    Attributes:
        flagged: how many of `total` the check spoke on.
        right: how many of the flagged say what is so, as a maintainer read them: the translator slipped.
    """

    flagged: int = 0
    total: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """Planted errors: found by the check itself, by any stable check, out of how many."""

    itself: int = 0
    any: int = 0
    planted: int = 0


@dataclass(frozen=True, slots=True)
class Articles:
    """Findings of the check in so many correct articles (or pairs of articles)."""

    findings: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """How many of a check's flags are right where `Measurements.prior` of the pairs have an error of its kind.

    Attributes:
        value: from the shares as counted.
        least: from the worse ends of both 95 % intervals.
    """

    value: float
    least: float

    @property
    def level(self) -> str:
        """SARIF's word for it, from the cautious end."""
        return next(name for bound, name in LEVELS if self.least >= bound)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What was measured of one check.

    Attributes:
        clean: by language: of the source in a pair, of the text for checks of one text.
        found: by kind of error ("negation, DEMETR"), then by language.
        articles: whole articles, by set.
        why: why recall and precision are not measured, "" where they are.
    """

    clean: Mapping[str, Clean] = field(default_factory=dict)
    found: Mapping[str, Mapping[str, Found]] = field(default_factory=dict)
    articles: Mapping[str, Articles] = field(default_factory=dict)
    why: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages in which anything was counted."""
        return tuple(sorted({*self.planted_languages, *self.clean}))

    @property
    def planted_languages(self) -> tuple[str, ...]:
        """Languages in which errors were planted."""
        return tuple(sorted({language for by_language in self.found.values() for language in by_language}))

    def flagged(self, *languages: str) -> Share:
        """Return the share of clean pairs that were flagged, of these languages or of all."""
        rows = _chosen(self.clean, languages)
        return Share(hits=sum(row.flagged for row in rows), total=sum(row.total for row in rows))

    def false_alarms(self, *languages: str) -> Share:
        """Return the same without the flags that were read and found right."""
        rows = _chosen(self.clean, languages)
        return Share(hits=sum(row.flagged - row.right for row in rows), total=sum(row.total for row in rows))

    def recall(self, *languages: str) -> Share:
        """Return the share of planted errors of all its kinds that the check itself found."""
        rows = [row for by_language in self.found.values() for row in _chosen(by_language, languages)]
        return Share(hits=sum(row.itself for row in rows), total=sum(row.planted for row in rows))

    def precision(self, prior: float, *languages: str, read: bool = False) -> Precision | None:
        """Return the precision, None where too little was planted or nothing was flagged at all.

        Args:
            prior: share of pairs with an error of the check's kinds.
            languages: which ones; without any, those in which errors were planted.
            read: count only those flags on clean text as wrong that were not read and found right.
        """
        languages = languages or self.planted_languages
        recall = self.recall(*languages)
        alarms = self.false_alarms(*languages) if read else self.flagged(*languages)
        if recall.total < FEWEST_PLANTED or not alarms.total or not recall.hits + alarms.hits:
            return None
        return Precision(
            value=_bayes(recall.value, alarms.value, prior),
            least=_bayes(recall.interval[0], alarms.interval[1], prior),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurements:
    """The whole file.

    Attributes:
        date: ISO date of the run.
        version: of xlcheck.
        sets: names of the sets, by what they were used for.
        prior: share of pairs with an error of one kind, for the precision.
        checks: by id.
    """

    date: str
    version: str
    sets: Mapping[str, tuple[str, ...]]
    prior: float
    checks: Mapping[str, Measurement]

    def of(self, check: str) -> Measurement:
        """Return what was measured of a check, which is nothing for one that is newer than the file."""
        return self.checks.get(check) or Measurement(why="it is newer than the last run of the benchmark")

    def precision(self, check: str, *, read: bool = False) -> Precision | None:
        """Return the precision of a check, None where it was not measured."""
        return self.of(check).precision(self.prior, read=read)


@lru_cache(maxsize=1)
def measurements() -> Measurements:
    """Read the file that came with the package."""
    return parse_measurements(FILE.read_text(encoding="utf-8"))


def parse_measurements(text: str) -> Measurements:
    """Read measurements from JSON.

    Raises:
        ValueError: it is no JSON, or a part is missing (KeyError, TypeError).
    """
    data = json.loads(text)
    return Measurements(
        date=data["date"],
        version=data["version"],
        sets={use: tuple(names) for use, names in data["sets"].items()},
        prior=data["prior"],
        checks={
            check: Measurement(
                clean={language: Clean(*counts) for language, counts in entry.get("clean", {}).items()},
                found={
                    kind: {language: Found(*counts) for language, counts in by_language.items()}
                    for kind, by_language in entry.get("found", {}).items()
                },
                articles={name: Articles(*counts) for name, counts in entry.get("articles", {}).items()},
                why=entry.get("why", ""),
            )
            for check, entry in data["checks"].items()
        },
    )


def _chosen(rows: Mapping[str, Row], languages: Sequence[str]) -> Sequence[Row]:
    return [row for language, row in rows.items() if not languages or language in languages]


def _bayes(recall: float, alarms: float, prior: float) -> float:
    right, wrong = recall * prior, alarms * (1 - prior)
    return right / (right + wrong) if right + wrong else 0.0
