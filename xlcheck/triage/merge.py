"""One error, one finding: what two checks report about the same words is shown once, by the check that says more.

A quotation without its "not" is a changed quotation (XQ101) and a lost negation (XC101); words in the wrong mouth
(XQ104) are also a replaced name (XE101); a country in the place of another (XC105) is also a name that one side lacks
(XE102), or a replaced one; a figure in another language's format may be so by its looks (XG106) and by its counterpart
(XN104); a wrong amount is a kind of contrary (XC106, XC103); and one article that misquotes a statement (XQ106) differs
from each of the others (XQ101). Which check speaks for which is written down here; nothing else is ever merged.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.model import Finding, Span


@dataclass(frozen=True, slots=True)
class _Rule:
    """A check that speaks for others.

    Attributes:
        check: its id.
        cause: the cause that it must name, "" for any.
        others: ids, or families, of the checks that it speaks for.
    """

    check: str
    cause: str
    others: tuple[str, ...]


_RULES = (
    _Rule("XC106", "", ("XC103",)),
    _Rule("XC105", "", ("XE102",)),
    _Rule("XE101", "", ("XC105",)),
    _Rule("XN104", "", ("XG106",)),
    _Rule("XQ101", "negation-lost", ("XC101",)),
    _Rule("XQ101", "number-changed", ("XN",)),
    _Rule("XQ104", "", ("XE101",)),
    _Rule("XQ106", "", ("XQ101",)),
    _Rule("XQ106", "negation-lost", ("XC101",)),
    _Rule("XQ106", "number-changed", ("XN",)),
)
ALSO = "also reported by"
"""Name of the evidence in which a finding tells for whom it speaks."""


def merge_findings(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without those that another one speaks for, in the same order.

    A finding speaks for another if a rule allows it and the other points at its words in both articles: the first span
    of each of the other's sides overlaps one of its own. It takes over the greater severity, and names the other in its
    evidence. Findings about one article only speak for nothing, and are spoken for by what points at all their words.
    """
    taken: dict[int, list[Finding]] = defaultdict(list)
    gone: set[int] = set()
    by_document: dict[str, list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        if finding.where:
            by_document[finding.where[0].doc].append(number)
    for number, finding in enumerate(findings):
        others = _spoken_for(finding) if finding.related else ()
        if not others:
            continue
        documents = {span.doc for span in (*finding.where, *finding.related)}
        for candidate in sorted({place for document in documents for place in by_document[document]}):
            other = findings[candidate]
            if candidate not in gone and other.check.startswith(others) and _covers(finding, other):
                gone.add(candidate)
                taken[number].append(other)
    return [
        _speaking_for(finding, taken[number]) if taken.get(number) else finding
        for number, finding in enumerate(findings)
        if number not in gone
    ]


def _spoken_for(finding: Finding) -> tuple[str, ...]:
    return tuple(
        other
        for rule in _RULES
        if rule.check == finding.check and rule.cause in ("", finding.cause)
        for other in rule.others
    )


def _covers(finding: Finding, other: Finding) -> bool:
    own = (*finding.where, *finding.related)
    if not other.related:
        return all(_touches(span, own) for span in other.where)
    return _touches(other.where[0], own) and _touches(other.related[0], own)


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.doc == other.doc and span.start < other.end and other.start < span.end for other in others)


def _speaking_for(finding: Finding, others: Sequence[Finding]) -> Finding:
    severity = max((finding, *others), key=lambda item: item.severity.rank).severity
    names = ", ".join(dict.fromkeys(f"{other.check} {other.name}" for other in others))
    return replace(finding, severity=severity, evidence=(*finding.evidence, (ALSO, names)))
