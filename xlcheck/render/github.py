"""Annotations for pull requests: workflow commands as GitHub Actions reads them.

Source: GitHub, "Workflow commands for GitHub Actions". Columns are sent only where a range lies on one line. About ten
annotations of a level are shown for a step and the rest dropped without a word, so the weightiest come first and a last
notice counts what is not sent; the whole table goes into the job summary (`xlcheck check` appends it to the file that
`$GITHUB_STEP_SUMMARY` names).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from xlcheck.model import Severity
from xlcheck.render.base import by_weight, counted, message_of
from xlcheck.render.lookup import Lookup, all_failures, other_side
from xlcheck.render.positions import position
from xlcheck.render.words import MESSAGE_LIMIT, summary
from xlcheck.safe_text import for_ci_log, one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import Finding, Report
    from xlcheck.render.base import RenderOptions

SHOWN_PER_LEVEL = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


class GithubRenderer:
    """`--format github`."""

    name = "github"

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield one command a finding, one a failure, and what was left out."""
        lookup = Lookup(report)
        sent: Counter[str] = Counter()
        for failure in all_failures(report)[:SHOWN_PER_LEVEL]:
            properties = {"file": failure.where} if failure.line else {}
            properties |= {"line": str(failure.line)} if failure.line else {}
            hint = f" ({failure.hint})" if failure.hint else ""
            words = failure.message + hint if failure.line else f"{failure.where}: {failure.message}{hint}"
            yield _command("error", {**properties, "title": "xlcheck could not do this"}, words)
            sent["error"] += 1
        for finding in by_weight(report.findings):
            command = _COMMANDS[finding.severity]
            # One notice is kept for the count of what is not shown.
            if sent[command] < SHOWN_PER_LEVEL - (command == "notice"):
                words = message_of(finding, options) + other_side(finding, lookup)
                yield _command(command, _properties(finding, lookup), words)
                sent[command] += 1
        missing = len(report.findings) + len(all_failures(report)) - sent.total()
        if missing:
            yield _command("notice", {"title": "xlcheck"}, f"{counted(missing, 'further finding')} not shown here.")
        yield for_ci_log(summary(report)) + "\n"


def _properties(finding: Finding, lookup: Lookup) -> dict[str, str]:
    article = lookup.article(finding.where[0].doc)
    at = position(article, finding.where[0])
    properties = {"file": article.path, "line": str(at.line), "endLine": str(at.end_line)}
    if at.line == at.end_line:
        properties |= {"col": str(at.column), "endColumn": str(at.end_column)}
    title = f"{finding.check} {finding.name} ({finding.confidence.value:.0%} sure)"
    return {**properties, "title": title}


def _command(command: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{command} {listed}::{_message(one_line(message, MESSAGE_LIMIT))}\n"


def _message(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
