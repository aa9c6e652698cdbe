"""`xlcheck review` and `xlcheck stats`: decide about findings one by one, and see how often each check was right."""

from __future__ import annotations

import getpass
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from xlcheck.cli.settings import configuration
from xlcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.model import Finding, Report
    from xlcheck.triage.reviews import Opinion

KEYS = {
    "c": ("confirmed", "right, still to be mended"),
    "x": ("fixed", "right, and mended"),
    "d": ("dismissed", "right, but nothing will be done"),
    "f": ("false-positive", "wrong"),
    "u": ("unsure", "somebody else should look"),
}


def review_findings(paths: Sequence[str], *, decisions: str, reader: str, again: bool, quiet: bool) -> None:
    """Show the findings nobody has decided about, the weightiest first, and write down each answer at once.

    Raises:
        UsageError: there is nobody to ask.
    """
    from xlcheck.pipeline import check_paths
    from xlcheck.render.base import by_weight
    from xlcheck.render.progress import progress_on
    from xlcheck.triage.reviews import DEFAULT_NAME, read_reviews

    if not sys.stdin.isatty() and not quiet:
        typer.echo("xlcheck: answers are read from standard input, one a line", err=True)
    config = configuration()
    file = Path(decisions or config.decisions or DEFAULT_NAME)
    known = read_reviews(file)
    with progress_on(sys.stderr, wanted=not quiet) as progress:
        report = check_paths(paths, replace(config, decisions=""), progress=progress)
    todo = [finding for finding in by_weight(report.findings) if again or finding.fingerprint not in known]
    todo = list({finding.fingerprint: finding for finding in todo}.values())
    done = _ask_about(todo, report, file, reader or _user())
    typer.echo(f"{done} of {len(todo)} decided; {file} has every answer so far", err=True)


def _ask_about(todo: Sequence[Finding], report: Report, file: Path, reader: str) -> int:
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.lookup import Lookup
    from xlcheck.render.terminal import one_finding, terminal_settings
    from xlcheck.triage.reviews import Review, append_review

    width, color = terminal_settings(sys.stdout)
    options = RenderOptions(width=max(width, 40), color=color, verbose=True)
    lookup = Lookup(report)
    done = 0
    for number, finding in enumerate(todo, start=1):
        typer.echo(f"\n({number} of {len(todo)})")
        typer.echo(one_finding(finding, report, lookup, options), nl=False)
        answer = _answer()
        if answer == "q":
            break
        if answer == "s":
            continue
        opinion = _opinion(answer)
        reason = _line("why (may be empty): ") if opinion.hides else ""
        append_review(
            file,
            Review(fingerprint=finding.fingerprint, check=finding.check, opinion=opinion, reason=reason, reader=reader),
        )
        done += 1
    return done


def _answer() -> str:
    keys = ", ".join(f"{key} {name}" for key, (name, _) in KEYS.items())
    while True:
        answer = _line(f"[{keys}, s skip, q quit, ? help] ").strip().lower()[:1]
        if answer in KEYS or answer in ("s", "q"):
            return answer
        for key, (name, meaning) in KEYS.items():
            typer.echo(f"  {key}  {name}: {meaning}")


def _line(prompt: str) -> str:
    """Read one line; the end of input means to stop."""
    typer.echo(prompt, nl=False, err=True)
    line = sys.stdin.readline()
    if not line:
        typer.echo("", err=True)
        return "q"
    return line.strip()


def _opinion(key: str) -> Opinion:
    from xlcheck.triage.reviews import Opinion

    return Opinion(KEYS[key][0])


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a user database
        return ""


def show_stats(*, decisions: str, format: str) -> None:  # noqa: A002
    """Print the precision of each check by what people decided.

    Raises:
        UsageError: another format is asked for.
    """
    from xlcheck.triage.reviews import DEFAULT_NAME, read_reviews, records_by_check

    file = Path(decisions or configuration().decisions or DEFAULT_NAME)
    records = records_by_check(read_reviews(file).values())
    if format == "json":
        rows = [
            {
                "check": record.check,
                "right": record.right,
                "wrong": record.wrong,
                "open": record.open,
                "precision": record.judged.value if record.judged.total else None,
                "interval": list(record.judged.interval),
            }
            for record in records
        ]
        typer.echo(json.dumps(rows, indent=2))
    elif format == "terminal":
        if not records:
            typer.echo(f"no decisions in {file} yet; make some with: xlcheck review PATH...", err=True)
            return
        typer.echo(f"{'check':8}{'right':>7}{'wrong':>7}{'open':>6}  precision [95 %]")
        for record in records:
            low, high = record.judged.interval
            share = "–" if not record.judged.total else f"{record.judged.value:.0%} [{low:.0%}, {high:.0%}]"
            typer.echo(f"{record.check:8}{record.right:>7}{record.wrong:>7}{record.open:>6}  {share}")
    else:
        raise UsageError(f"--format must be terminal or json, not {format!r}")
