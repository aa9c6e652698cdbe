"""What a renderer is, and the few things a reader may choose about its output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xlcheck.model import Finding, Report

PLAIN_WIDTH = 80
"""Columns where no terminal says otherwise, so that output to a file is the same everywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """What a reader may choose.

    Attributes:
        width: columns of the terminal; formats for machines ignore it.
        color: whether terminal styles may be used; nothing is said by colour alone.
        show_skipped: list every skipped line of every article, with the rule that skipped it.
        show_suppressed: list the findings that are set aside too, where a format can mark them as such (SARIF).
        excerpts: False keeps every word of the articles out of the output (unpublished copy is confidential).
        verbose: add how a finding came about: compared values, parts of the confidence, fingerprint.
        fail_on: severity from which a finding fails the run ("never": none does), for formats that tell failed from
            passed.
    """

    width: int = PLAIN_WIDTH
    color: bool = False
    show_skipped: bool = False
    show_suppressed: bool = False
    excerpts: bool = True
    verbose: bool = False
    fail_on: str = "error"


class Renderer(Protocol):
    """One output format."""

    @property
    def name(self) -> str:
        """The name by which `--format` knows it."""

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield the output in pieces, in order; the last one ends with a line feed."""


def weight(finding: Finding) -> float:
    """Return how much a finding deserves attention: its severity's rank times its confidence."""
    return finding.severity.rank * finding.confidence.value


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with the weightiest first, in an order that does not depend on how they came in."""
    return sorted(findings, key=lambda finding: (-weight(finding), *_place(finding)))


def by_place(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order in which a reader of the articles meets them."""
    return sorted(findings, key=_place)


def message_of(finding: Finding, options: RenderOptions) -> str:
    """Return what a finding says; without excerpts only its kind, since messages may quote the articles."""
    if options.excerpts:
        return finding.message
    kind = finding.name.replace("-", " ")
    return f"{kind}: {finding.cause.replace('-', ' ')}" if finding.cause else kind


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: "1 finding", "2 findings"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _place(finding: Finding) -> tuple[str, int, int, str, str, str]:
    first = finding.where[0]
    return (first.doc, first.start, first.end, finding.check, finding.cause, finding.fingerprint)
