"""`xlcheck explain` and `xlcheck checks`: pages and tables made from the checks' own docstrings."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING

import typer

from xlcheck.errors import UsageError

if TYPE_CHECKING:
    from xlcheck.checks.base import ArticleCheck, PairCheck, StoryCheck


def explain_check(selector: str) -> None:
    """Print the page of one check."""
    from xlcheck.checks.registry import find_check

    check = find_check(selector)
    info = check.INFO
    typer.echo(f"{info.id} {info.name} ({info.severity}{', preview' if info.preview else ''})\n")
    typer.echo(inspect.cleandoc(check.__doc__ or ""))


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
