"""The result of a run: findings, and just as important, what was and was not looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from xlcheck.model.finding import Finding
from xlcheck.model.pairing import ArticlePair, Cluster, Side


class DecisionKind(StrEnum):
    """What a curator should do with a file."""

    ACCEPT = "accept"
    REVIEW = "review"
    QUARANTINE = "quarantine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What to do with an article, and why (short phrases, strongest first)."""

    kind: DecisionKind
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input that was not checked, and why; not an error."""

    path: str
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something that went wrong and makes the run incomplete (exit status 2).

    Attributes:
        where: path, article id, pair ("a ↔ b") or check id.
        message: what happened, in a line.
        hint: what the user can do about it, "" if nothing.
        line: 1-based line in the file, if known.
    """

    where: str
    message: str
    hint: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPack:
    """A language that nothing here can translate.

    Attributes:
        language: ISO 639 code.
        articles: how many articles of the run are in it.
        command: the exact command that installs a pack.
    """

    language: str
    articles: int
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentResult:
    """One article after the run."""

    side: Side
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class PairResult:
    """One compared pair; `failure` is set where the comparison broke off."""

    pair: ArticlePair
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of the input was looked at.

    Attributes:
        segments: sentences that could be checked (boilerplate excluded).
        linked: sentences of paired articles with a sure or likely link.
        pairable: sentences of articles that are in a pair.
        translated: non-English sentences with a translation; `foreign` is how many there are.
    """

    articles: int
    skipped_lines: int
    segments: int
    linked: int
    pairable: int
    foreign: int
    translated: int


class SetAsideBy(StrEnum):
    """Why a finding is not reported."""

    BASELINE = "baseline"
    RULE = "ignored"
    REVIEW = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A finding that is known, ignored or dismissed, and why."""

    finding: Finding
    by: SetAsideBy
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a renderer needs, in a stable order.

    Attributes:
        documents: sorted by article id. These and the pairs may be made when they are asked for: go through them one
            by one, and keep none of a large corpus.
        signature: one line that names what produced the report (tool, checks, packs, configuration).
        notices: short sentences about the run as a whole.
        checks: ids of the checks that ran, sorted; empty where that is not known.
        set_aside: findings that baseline, ignore rules and reviews keep out of `findings`.
    """

    documents: Sequence[DocumentResult]
    clusters: tuple[Cluster, ...]
    pairs: Sequence[PairResult]
    findings: tuple[Finding, ...]
    coverage: Coverage
    signature: str
    skipped: tuple[Skipped, ...] = ()
    failures: tuple[Failure, ...] = ()
    missing_packs: tuple[MissingPack, ...] = ()
    notices: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
