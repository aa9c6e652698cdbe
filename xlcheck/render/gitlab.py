"""GitLab Code Quality: the JSON that a merge request shows.

Source: GitLab, "Code Quality report format": description, check_name, a fingerprint that is unique in the report,
severity, and the first line of the place.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from xlcheck.model import Severity
from xlcheck.render.base import by_place, message_of
from xlcheck.render.lookup import Lookup, all_failures, other_side
from xlcheck.render.positions import position
from xlcheck.safe_text import json_safe, single_spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import Failure, Finding, Report
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.values import Record

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


class GitlabRenderer:
    """`--format gitlab`."""

    name = "gitlab"

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield a JSON array, one entry at a time."""
        between = "["
        for record in _records(report, options):
            yield f"{between}\n  {json_safe(json.dumps(record, ensure_ascii=False, allow_nan=False))}"
            between = ","
        yield "[]\n" if between == "[" else "\n]\n"


def _records(report: Report, options: RenderOptions) -> Iterator[Record]:
    lookup = Lookup(report)
    seen: Counter[str] = Counter()
    for finding in by_place(report.findings):
        seen[finding.fingerprint] += 1
        yield _finding(finding, lookup, seen[finding.fingerprint], options)
    for number, failure in enumerate(all_failures(report), start=1):
        yield _failure(failure, number)


def _finding(finding: Finding, lookup: Lookup, copy: int, options: RenderOptions) -> Record:
    article = lookup.article(finding.where[0].doc)
    message = single_spaced(message_of(finding, options) + other_side(finding, lookup))
    return {
        "description": f"{message} ({finding.confidence.value:.0%} sure)",
        "check_name": f"{finding.check} {finding.name}",
        "fingerprint": finding.fingerprint if copy == 1 else f"{finding.fingerprint}-{copy}",
        "severity": _SEVERITY[finding.severity],
        "location": {"path": article.path, "lines": {"begin": position(article, finding.where[0]).line}},
    }


def _failure(failure: Failure, number: int) -> Record:
    hint = f" ({failure.hint})" if failure.hint else ""
    return {
        "description": single_spaced(failure.message + hint),
        "check_name": "failure",
        "fingerprint": f"failure-{number}",
        "severity": "blocker",
        "location": {"path": failure.where, "lines": {"begin": failure.line or 1}},
    }
