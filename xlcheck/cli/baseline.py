"""`xlcheck baseline`: accept what is known, so that later runs report only what is new."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from xlcheck.cli.private_file import write_private
from xlcheck.cli.settings import configuration
from xlcheck.errors import UsageError
from xlcheck.safe_text import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.model import Report
    from xlcheck.triage.baseline import Baseline, Entry


def create_baseline(paths: Sequence[str], file: str, *, excerpts: bool, force: bool, quiet: bool) -> None:
    """Check the paths and write all findings as known.

    Raises:
        UsageError: the file is there already.
    """
    if Path(file).exists() and not force:
        raise UsageError(f"{file} is there already", hint=f"renew it with: xlcheck baseline update … --file {file}")
    report = _report(paths, quiet=quiet)
    baseline = _baseline_of(report, file, excerpts=excerpts)
    _write(baseline, file)
    typer.echo(f"{file}: {_counted(baseline)} accepted as known", err=True)
    _fail_if_incomplete(report)


def update_baseline(paths: Sequence[str], file: str, *, excerpts: bool, quiet: bool) -> None:
    """Check the paths again and replace the baseline; say what came and what went."""
    from xlcheck.triage.baseline import read_baseline

    old = read_baseline(Path(file))
    report = _report(paths, quiet=quiet)
    _fail_if_incomplete(report, f"{file} is left as it was")
    new = _baseline_of(report, file, excerpts=excerpts)
    _write(new, file)
    added, gone = old.difference(new)
    typer.echo(f"{file}: {_counted(new)}, {len(added)} new, {len(gone)} gone", err=True)


def prune_baseline(paths: Sequence[str], file: str, *, quiet: bool) -> None:
    """Check the paths again and drop what no longer occurs; nothing is added."""
    from xlcheck.triage.baseline import read_baseline

    old = read_baseline(Path(file))
    report = _report(paths, quiet=quiet)
    _fail_if_incomplete(report, f"{file} is left as it was")
    new = old.without_stale(report.findings)
    _write(new, file)
    typer.echo(f"{file}: {_counted(new)} left, {sum((old.counts() - new.counts()).values())} dropped", err=True)


def show_baseline(file: str) -> None:
    """Print the known findings."""
    from xlcheck.triage.baseline import read_baseline

    baseline = read_baseline(Path(file))
    for entry in baseline.entries:
        typer.echo(_line(entry))
    typer.echo(f"{_counted(baseline)} known", err=True)


def diff_baselines(first: str, second: str) -> None:
    """Print what the second baseline adds (+) and lacks (-); exit 1 when they differ."""
    from xlcheck.triage.baseline import read_baseline

    added, gone = read_baseline(Path(first)).difference(read_baseline(Path(second)))
    for mark, entries in (("-", gone), ("+", added)):
        for entry in entries:
            typer.echo(f"{mark} {_line(entry)}")
    raise typer.Exit(1 if added or gone else 0)


def _report(paths: Sequence[str], *, quiet: bool) -> Report:
    from xlcheck.pipeline import check_paths
    from xlcheck.render.progress import progress_on

    # Rules and decisions keep their effect: what they hide need not be known as well.
    config = configuration(baseline="")
    with progress_on(sys.stderr, wanted=not quiet) as progress:
        return check_paths(paths, config, progress=progress)


def _fail_if_incomplete(report: Report, consequence: str = "") -> None:
    from xlcheck.cli.exit_codes import ExitCode

    for failure in report.failures:
        typer.echo(printable(f"xlcheck: {failure.where}: {failure.message}"), err=True)
    if report.failures or not report.documents:
        if not report.documents:
            typer.echo("xlcheck: no article was found", err=True)
        if consequence:
            typer.echo(f"xlcheck: {consequence}", err=True)
        raise typer.Exit(ExitCode.FAILED)


def _baseline_of(report: Report, file: str, *, excerpts: bool) -> Baseline:
    from xlcheck.render.lookup import Lookup
    from xlcheck.triage.baseline import baseline_of

    lookup = Lookup(report)

    def path_of(doc: str) -> str:
        return lookup.article(doc).path

    return baseline_of(report.findings, path_of, folder=Path(file).absolute().parent, excerpts=excerpts)


def _write(baseline: Baseline, file: str) -> None:
    from xlcheck.triage.baseline import written

    try:
        write_private(Path(file), written(baseline))
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror}") from error


def _counted(baseline: Baseline) -> str:
    count = sum(entry.count for entry in baseline.entries)
    return "1 finding" if count == 1 else f"{count} findings"


def _line(entry: Entry) -> str:
    times = f" × {entry.count}" if entry.count > 1 else ""
    excerpt = f" “{entry.excerpt}”" if entry.excerpt else ""
    return printable(f"{entry.check}{times} {' ↔ '.join(entry.pair)}{excerpt} {entry.fingerprint}")
