"""What a check says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import prod

from xlcheck.model.text import Span


class Severity(StrEnum):
    """How bad it is if the finding is true."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """3 for an error, 2 for a warning, 1 for a note."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]


class Verdict(StrEnum):
    """What kind of thing is wrong. Only the first two are about the articles and can fail a build."""

    ARTICLES_DISAGREE = "articles-disagree"
    TEXT_GARBLED = "text-garbled"
    TRANSLATION_SUSPECT = "translation-suspect"
    WEAK_LINK = "weak-link"
    NOT_COVERED = "not-covered"

    @property
    def can_fail(self) -> bool:
        """Whether a finding with this verdict may count towards the exit code."""
        return self in (Verdict.ARTICLES_DISAGREE, Verdict.TEXT_GARBLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How sure a finding is: the product of named, independent components, each 0…1."""

    components: tuple[tuple[str, float], ...]

    @property
    def value(self) -> float:
        """The product of the components, rounded to two digits so that a report is stable across machines."""
        return round(prod(weight for _, weight in self.components), 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing an editor should look at.

    Attributes:
        check: id such as "XN101"; `name` is its kebab-case name.
        cause: kebab-case cause of the difference, "" where the check knows only one.
        message: one line; its first sentence stands alone.
        where: spans on the side under suspicion, the most telling first, never empty.
        related: spans on the other side, possibly empty.
        evidence: (what, value) pairs that were compared, for machines and for the report's small print.
        fingerprint: content hash, independent of offsets and line wrapping.
    """

    check: str
    name: str
    severity: Severity
    confidence: Confidence
    verdict: Verdict
    message: str
    where: tuple[Span, ...]
    related: tuple[Span, ...] = ()
    cause: str = ""
    evidence: tuple[tuple[str, str], ...] = ()
    fingerprint: str = ""
