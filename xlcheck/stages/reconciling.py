"""Show a difference once per story: the odd one out against all versions that agree, not against each of them.

With four reports of one event, one wrong number differs three times. The pairwise findings are grouped over what was
matched, and each version that stands alone against a majority keeps one finding, which points at it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.checks.base import fingerprint
from xlcheck.compare.reconcile import Reconciled, group_over_links, reconcile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from xlcheck.model import Finding, Span

VERSIONS = 3
"""With two versions there is no majority."""


def reconcile_findings(
    findings: Sequence[Finding], agreements: Iterable[tuple[Span, Span]], checks: Collection[str]
) -> list[Finding]:
    """Return the findings of one story with those that repeat a difference left out.

    Args:
        findings: of all pairs of the story.
        agreements: facts that were matched and agree, across all pairs.
        checks: ids of the checks whose findings compare one fact with one fact.
    """
    same = list(agreements)
    pairwise = [item for item in findings if item.check in checks and len(item.where) == len(item.related) == 1]
    if not pairwise:
        return list(findings)
    links = [(item.where[0], item.related[0]) for item in pairwise]
    group_of = {span: number for number, spans in enumerate(group_over_links([*links, *same])) for span in spans}
    groups: dict[int, list[Finding]] = {}
    for item in pairwise:
        groups.setdefault(group_of[item.where[0]], []).append(item)
    members: dict[int, list[Span]] = {}
    for span, number in group_of.items():
        members.setdefault(number, []).append(span)
    replaced: dict[int, Finding | None] = {}
    for number, items in groups.items():
        spans = members[number]
        if len({span.doc for span in spans}) >= VERSIONS:
            replaced |= _once(items, reconcile(spans, same, lambda span: span.doc))
    kept = (replaced.get(id(item), item) for item in findings)
    return [item for item in kept if item is not None]


def _once(findings: Sequence[Finding], versions: Reconciled[Span]) -> dict[int, Finding | None]:
    """Say for each finding about one fact what becomes of it: another finding, or None where it repeats one."""
    if not versions.majority:
        return {}
    majority = set(versions.majority)
    result: dict[int, Finding | None] = {}
    for odd in versions.odd:
        about = [item for item in findings if odd in (item.where[0], item.related[0])]
        against = [item for item in about if {item.where[0], item.related[0]} & majority]
        if not against:
            continue
        best = max(against, key=lambda item: (item.severity.rank, item.confidence.value, item.fingerprint))
        result |= {id(item): None for item in about if result.get(id(item)) is None}
        result[id(best)] = _odd_one_out(best, odd, versions)
    return result


def _odd_one_out(finding: Finding, odd: Span, versions: Reconciled[Span]) -> Finding:
    others = tuple(sorted(versions.majority, key=lambda span: (span.doc, span.start)))
    count = versions.supports[0]
    return replace(
        finding,
        where=(odd,),
        related=others,
        message=f"“{odd.text}” here, “{others[0].text}” in {count} other versions: the odd one out.",
        evidence=(*finding.evidence, ("versions", f"{count} against {len({span.doc for span in versions.odd})}")),
        fingerprint=fingerprint(finding.check, (odd,), others),
    )
