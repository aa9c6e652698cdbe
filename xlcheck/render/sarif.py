"""SARIF 2.1.0, as code-scanning services read it.

Source: OASIS "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", errata 01, and GitHub's page on SARIF
support, whose required fields and limits are kept here. One run; every check that ran is a rule, whether it fired or
not; findings are anchored where they are, with the other side as related locations; what went wrong with an input is a
notification, never a result. Findings that are set aside are left out, since services open an alert for them all the
same; on demand they are results with a suppression.
"""

from __future__ import annotations

import inspect
import json
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from xlcheck._version import __version__
from xlcheck.checks.measured import measurements
from xlcheck.checks.registry import CHECKS
from xlcheck.model import Severity
from xlcheck.render.base import by_weight, message_of, weight
from xlcheck.render.lookup import Lookup, all_failures
from xlcheck.render.positions import position
from xlcheck.safe_text import json_safe, one_line, single_spaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.checks.base import ArticleCheck, PairCheck, StoryCheck
    from xlcheck.model import Finding, Report, SetAside, Span
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.values import Record, Value

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 25_000
"""Results of one run that services accept; the weightiest are kept, and a notification says how many are not."""
DESCRIPTION_LIMIT = 1024
_PROBLEM_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_MQM = {
    "numbers": "mqm:accuracy/mistranslation",
    "mistranslation": "mqm:accuracy/mistranslation",
    "inconsistent-entities": "mqm:accuracy/mistranslation",
    "omission": "mqm:accuracy/omission",
    "addition": "mqm:accuracy/addition",
    "untranslated": "mqm:accuracy/untranslated",
    "characters": "mqm:linguistic-conventions/character-encoding",
    "duplication": "mqm:linguistic-conventions/duplication",
    "locale-violation": "mqm:locale-conventions",
    "grammar": "mqm:linguistic-conventions/grammar",
}
"""ITS 2.0 localisation quality issue types and the MQM (ASTM WK46396) path that says most nearly the same."""


class SarifRenderer:
    """`--format sarif`."""

    name = "sarif"

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield the log with one run, one result at a time."""
        rules = [check for check in CHECKS if not report.checks or check.INFO.id in report.checks]
        index = {check.INFO.id: place for place, check in enumerate(rules)}
        yield f'{{\n  "$schema": "{SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n      "tool": '
        yield _dumped({"driver": _driver(rules)})
        yield ',\n      "columnKind": "unicodeCodePoints",\n      "automationDetails": {"id": "xlcheck/"},'
        yield f'\n      "invocations": [{_dumped(_invocation(report, options))}],\n      "results": ['
        between = ""
        for result in _results(report, index, options):
            yield f"{between}\n        {_dumped(result)}"
            between = ","
        yield ("\n      " if between else "") + "]\n    }\n  ]\n}\n"


def _driver(rules: Sequence[ArticleCheck | PairCheck | StoryCheck]) -> Record:
    return {
        "name": "xlcheck",
        "semanticVersion": __version__,
        "rules": [_rule(check) for check in rules],
    }


def _rule(check: ArticleCheck | PairCheck | StoryCheck) -> Record:
    info = check.INFO
    page = inspect.cleandoc(check.__doc__ or "")
    summary, _, rest = page.partition("\n")
    tags: list[Value] = [info.name.partition("-")[0], f"its:{info.its}"]
    tags += [_MQM[info.its]] if info.its in _MQM else []
    tags += [f"lang-{language}" for language in info.languages][:16]
    properties: Record = {"problem.severity": _PROBLEM_SEVERITY[info.severity], "tags": tags}
    if precision := measurements().precision(info.id):
        properties["precision"] = precision.level
    return {
        "id": info.id,
        "name": info.name,
        "shortDescription": {"text": one_line(summary, DESCRIPTION_LIMIT)},
        "fullDescription": {"text": one_line(_section(rest, "What it does") or summary, DESCRIPTION_LIMIT)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": info.severity.value},
        "properties": properties,
    }


def _section(page: str, heading: str) -> str:
    """Return the first paragraph under a heading of a check's page."""
    return page.partition(f"## {heading}")[2].strip().partition("\n\n")[0]


def _results(report: Report, index: dict[str, int], options: RenderOptions) -> Iterator[Record]:
    lookup = Lookup(report)
    seen: Counter[str] = Counter()
    results: list[tuple[Finding, SetAside | None]] = [(finding, None) for finding in by_weight(report.findings)]
    if options.show_suppressed:
        aside = sorted(report.set_aside, key=lambda item: -weight(item.finding))
        results += [(item.finding, item) for item in aside]
    for finding, item in results[:MOST_RESULTS]:
        seen[finding.fingerprint] += 1
        record = _result(finding, lookup, index, f"{finding.fingerprint}:{seen[finding.fingerprint]}", options)
        if options.show_suppressed:
            # Section 3.27.23: all results of a run say whether they are suppressed, or none does.
            record["suppressions"] = [] if item is None else [_suppression(item)]
        yield record


def _suppression(item: SetAside) -> Record:
    """Return why a finding is set aside; what says so is a file beside the articles, never the article itself."""
    return {
        "kind": "external",
        "status": "accepted",
        "justification": single_spaced(item.reason),
        "properties": {"by": item.by.value},
    }


def _result(
    finding: Finding, lookup: Lookup, index: dict[str, int], fingerprint: str, options: RenderOptions
) -> Record:
    related: list[Value] = []
    links = []
    for number, span in enumerate((*finding.where[1:], *finding.related), start=1):
        text = _related_words(finding, span, lookup)
        related.append({"id": number, "message": {"text": text}, **_location(lookup, span)})
        links.append(f"[{text}]({number})")
    message = _plain(message_of(finding, options))
    if links:
        message += f" See {', '.join(links)}."
    components: Record = {name: round(part, 4) for name, part in finding.confidence.components}
    properties: Record = {
        "confidence": finding.confidence.value,
        "confidenceComponents": components,
        "verdict": finding.verdict.value,
    }
    if finding.cause:
        properties["cause"] = finding.cause
    if options.excerpts:
        properties["evidence"] = [{"what": what, "value": value} for what, value in finding.evidence]
    record: Record = {
        "ruleId": finding.check,
        "level": finding.severity.value,
        "message": {"text": message},
        "locations": [_location(lookup, finding.where[0])],
        "relatedLocations": related,
        "partialFingerprints": {"primaryLocationLineHash": fingerprint, "xlcheck/v1": finding.fingerprint},
        "rank": round(100 * finding.confidence.value, 1),
        "properties": properties,
    }
    if finding.check in index:
        record["ruleIndex"] = index[finding.check]
    return record


def _related_words(finding: Finding, span: Span, lookup: Lookup) -> str:
    article = lookup.article(span.doc)
    same = span.doc == finding.where[0].doc
    return f"elsewhere in {_plain(article.path)}" if same else f"{article.language} text in {_plain(article.path)}"


def _plain(text: str) -> str:
    r"""Return text in which nothing reads as an embedded link (SARIF section 3.11.6: `\[`, `\]`, `\\`)."""
    safe = single_spaced(text).replace("\\", "\\\\")
    return safe.replace("[", "\\[").replace("]", "\\]")


def _location(lookup: Lookup, span: Span) -> Record:
    article = lookup.article(span.doc)
    at = position(article, span)
    region: Record = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri(article.path)}, "region": region}}


def uri(path: str) -> str:
    """Return a path as a percent-encoded URI reference: relative ones stay relative, with `/` between folders."""
    pure = PurePath(path)
    if pure.is_absolute():
        return "file://" + quote(pure.as_posix(), safe="/", errors="replace")
    return quote(pure.as_posix(), safe="/", errors="replace")


def _invocation(report: Report, options: RenderOptions) -> Record:
    notifications: list[Value] = []
    for failure in all_failures(report):
        hint = f" ({failure.hint})" if failure.hint else ""
        notifications.append(_notification("error", f"{failure.where}: {failure.message}{hint}"))
    for pack in report.missing_packs:
        words = f"{pack.language}: {pack.articles} articles not translated, no language pack; run {pack.command}"
        notifications.append(_notification("warning", words))
    for skipped in report.skipped:
        notifications.append(_notification("note", f"{skipped.path}: not checked: {skipped.reason}"))
    aside = len(report.set_aside) if options.show_suppressed else 0
    if (left := len(report.findings) + aside - MOST_RESULTS) > 0:
        notifications.append(_notification("warning", f"{left} findings of less weight are left out"))
    return {
        "executionSuccessful": not all_failures(report),
        "toolExecutionNotifications": notifications,
    }


def _notification(level: str, text: str) -> Record:
    return {"level": level, "message": {"text": _plain(text)}}


def _dumped(value: Value) -> str:
    return json_safe(json.dumps(value, ensure_ascii=False, allow_nan=False))
