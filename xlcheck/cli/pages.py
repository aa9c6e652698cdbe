"""`xlcheck explain` and `xlcheck checks`: pages and tables made from the checks' own docstrings."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING

import typer

from xlcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.checks.base import ArticleCheck, CheckInfo, PairCheck, StoryCheck


def explain_check(selector: str) -> None:
    """Print the page of one check."""
    from xlcheck.checks.registry import find_check

    check = find_check(selector)
    info = check.INFO
    typer.echo(f"{info.id} {info.name} ({info.severity}{', preview' if info.preview else ''})\n")
    typer.echo(inspect.cleandoc(check.__doc__ or ""))
    typer.echo("\n## Measured\n")
    for line in _measured(info):
        typer.echo(line)


def _measured(info: CheckInfo) -> Iterator[str]:
    """Yield what is known of the check in short; the tables stand on its page in the manual."""
    from xlcheck.checks.measured import measurements

    data = measurements()
    item = data.of(info.id)
    what = "texts" if info.scope == "article" else "sentence pairs"
    flagged, recall, precision = item.flagged(), item.recall(), item.precision(data.prior)
    yield f"On development sets, {data.date}; in brackets the 95 % interval."
    if flagged.total:
        right = flagged.hits - item.false_alarms().hits
        known = f", {right} of them rightly" if right else ""
        yield f"Flagged: {flagged.hits:,} of {flagged.total:,} clean {what} ({flagged.in_percent(2)}){known}."
    if recall.total:
        yield f"Found: {recall.hits:,} of {recall.total:,} planted errors ({recall.in_percent()})."
    else:
        yield f"Recall and precision are not measured: {item.why}."
    if precision:
        yield (
            f"Where {100 * data.prior:.0f} % of the {what} have such an error, at least "
            f"{100 * precision.least:.0f} of 100 flags are right (precision {precision.level})."
        )


def list_checks(format: str) -> None:  # noqa: A002
    """Print all checks as text, as a Markdown table or as JSON.

    Raises:
        UsageError: another format is asked for.
    """
    from xlcheck.checks.registry import CHECKS

    if format == "terminal":
        for check in CHECKS:
            typer.echo(f"{check.INFO.id}  {check.INFO.name:<18} {check.INFO.severity:<8} {summary(check)}")
    elif format == "markdown":
        typer.echo(checks_table())
    elif format == "json":
        rows = [
            {
                "id": check.INFO.id,
                "name": check.INFO.name,
                "severity": check.INFO.severity,
                "scope": check.INFO.scope,
                "languages": list(check.INFO.languages),
                "its": check.INFO.its,
                "preview": check.INFO.preview,
                "summary": summary(check),
            }
            for check in CHECKS
        ]
        typer.echo(json.dumps(rows, indent=2))
    else:
        raise UsageError(f"--format must be terminal, markdown or json, not {format!r}")


def checks_table() -> str:
    """Return the table of checks that stands in the README."""
    from xlcheck.checks.registry import CHECKS

    rows = ["| Check | Name | Severity | What it finds |", "|---|---|---|---|"]
    rows += [f"| {c.INFO.id} | {c.INFO.name} | {c.INFO.severity} | {summary(c)} |" for c in CHECKS]
    return "\n".join(rows)


def summary(check: ArticleCheck | PairCheck | StoryCheck) -> str:
    """Return the first line of a check's page."""
    return inspect.cleandoc(check.__doc__ or "").splitlines()[0]
