"""`xlcheck check` and `xlcheck compare`: run the pipeline, write the reports, set the exit status."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from xlcheck.cli.exit_codes import exit_code
from xlcheck.cli.private_file import write_private
from xlcheck.cli.settings import configuration, names
from xlcheck.errors import UsageError
from xlcheck.safe_text import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.config import Config
    from xlcheck.model import Report
    from xlcheck.render.base import Renderer, RenderOptions
    from xlcheck.render.progress import Progress
JOB_SUMMARY_BYTES = 1_000_000
"""GitHub accepts 1 MiB a step."""
MIN_WIDTH = 40
"""Narrower reports cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """The options as they were given; empty strings and None mean "not given"."""

    format: str = "terminal"
    outputs: tuple[str, ...] = ()
    fail_on: str = ""
    max_warnings: int | None = None
    exit_zero: bool = False
    select: str = ""
    ignore: str = ""
    extend_select: str = ""
    preview: bool = False
    min_confidence: float | None = None
    engine: str = ""
    show_skipped: bool = False
    show_suppressed: bool = False
    excerpts: bool = True
    cache: bool = True
    download: bool = False
    pairs: str = ""
    baseline: str = ""
    against: tuple[str, ...] = ()
    since: str = ""
    changed_only: bool = False
    require_coverage: bool = False
    watch: bool = False
    width: int | None = None
    color: str = "auto"
    quiet: bool = False
    verbose: bool = False


def run_check(paths: Sequence[str], options: CheckOptions, *, together: bool = False) -> None:
    """Check the paths, write every report that was asked for, and exit.

    Raises:
        UsageError: an option makes no sense; nothing has been done then.
        typer.Exit: always, with the exit status.
    """
    if options.watch:
        from dataclasses import replace

        from xlcheck.cli.watch import watch

        config = _configuration(options)
        watched = [path for group in _what_to_read(paths, config, options) for path in group]
        if "-" in watched:
            raise UsageError("--watch needs files, not standard input")
        watch(watched, lambda: run_check(paths, replace(options, watch=False), together=together))
    config = _configuration(options)
    paths, against = _what_to_read(paths, config, options)
    targets = _targets(options)  # refuse a bad --output before the work, not after it
    report = _report(paths, against, config, options, together=together)
    for target, path in targets:
        _write(target, report, path, _render_options(options, config, to_file=path is not None))
        if target.name == "github":
            _add_job_summary(report, _render_options(options, config, to_file=True))
    code = exit_code(report, config, exit_zero=options.exit_zero, may_be_empty=bool(options.since))
    if options.format != "terminal" or options.quiet:
        _say_failures(report)  # the terminal report lists them itself
    if options.since and not report.documents and not report.failures:
        typer.echo(f"xlcheck: no article has changed since {options.since}", err=True)
    elif not report.documents and not report.failures:
        typer.echo(f"xlcheck: nothing to check: no article was found in {', '.join(paths)}", err=True)
    raise typer.Exit(code)


def _say_failures(report: Report) -> None:
    for failure in report.failures:
        place = f"{failure.where}:{failure.line}" if failure.line else failure.where
        typer.echo(printable(f"xlcheck: {place}: {failure.message}"), err=True)
        if failure.hint:
            typer.echo(printable(f"  hint: {failure.hint}"), err=True)


def _what_to_read(paths: Sequence[str], config: Config, options: CheckOptions) -> tuple[Sequence[str], Sequence[str]]:
    """Return what is checked and what it is compared with besides.

    Raises:
        UsageError: nothing is named, neither here nor in the configuration.
    """
    if options.changed_only:
        if not config.paths:
            hint = 'name it in xlcheck.toml: paths = ["articles"]'
            raise UsageError("--changed-only needs to know the corpus that the files belong to", hint=hint)
        return paths, (*config.paths, *options.against)
    if not paths and not config.paths:
        raise UsageError("nothing to check", hint='name files or folders, or set paths = ["articles"] in xlcheck.toml')
    return paths or config.paths, options.against


def _report(
    paths: Sequence[str], against: Sequence[str], config: Config, options: CheckOptions, *, together: bool
) -> Report:
    from functools import partial

    from xlcheck.pipeline import check_paths
    from xlcheck.render.progress import progress_on
    from xlcheck.stages.focus import changed_since

    changed = changed_since(options.since, Path.cwd()) if options.since else None
    with progress_on(sys.stderr, wanted=not options.quiet) as progress:
        fetch = partial(_install_pack, progress=progress, quiet=options.quiet) if options.download else None
        stdin = sys.stdin.buffer if "-" in paths else None
        return check_paths(
            paths,
            config,
            stdin=stdin,
            progress=progress,
            together=together,
            fetch=fetch,
            against=against,
            changed=changed,
        )


def _install_pack(language: str, *, progress: Progress, quiet: bool) -> None:
    """Download what translates a language (`--download`) and say so beside the report."""
    from xlcheck.cli.models import download_report
    from xlcheck.translate import install_language

    pack = install_language(language, progress=download_report(progress, language))
    if not quiet:
        typer.echo(f"xlcheck: installed a language pack: {pack.identity}", err=True)


def _configuration(options: CheckOptions) -> Config:
    overrides: dict[str, object] = {}
    if options.fail_on:
        overrides["fail_on"] = options.fail_on
    if options.max_warnings is not None:
        overrides["max_warnings"] = options.max_warnings
    if options.min_confidence is not None:
        overrides["min_confidence"] = options.min_confidence
    if options.engine:
        overrides["engine"] = options.engine
    if options.preview:
        overrides["preview"] = True
    if options.pairs:
        overrides["pairs"] = options.pairs
    if options.baseline:
        overrides["baseline"] = options.baseline
    if options.require_coverage:
        overrides["require_coverage"] = True
    if not options.cache:
        overrides["cache"] = False
    if options.select:
        overrides["select"] = names(options.select)
    if options.ignore:
        overrides["ignore"] = names(options.ignore)
    config = configuration(**overrides)
    if options.extend_select and config.select:
        from dataclasses import replace

        config = replace(config, select=(*config.select, *names(options.extend_select)))
    return config


def _targets(options: CheckOptions) -> list[tuple[Renderer, Path | None]]:
    from xlcheck.render.registry import renderer

    targets: list[tuple[Renderer, Path | None]] = []
    for output in options.outputs:
        name, colon, file = output.partition(":")
        if not colon or not file:
            raise UsageError(f"--output {output!r} is not FORMAT:FILE", hint="for example --output json:report.json")
        path = Path(file)
        if not path.parent.is_dir():
            raise UsageError(f"--output {output!r}: there is no folder {path.parent}")
        targets.append((renderer(name), path))
    if options.color not in ("auto", "always", "never"):
        raise UsageError(f"--color must be auto, always or never, not {options.color!r}")
    return [(renderer(options.format), None), *targets]


def _write(target: Renderer, report: Report, path: Path | None, options: RenderOptions) -> None:
    if path is None:
        for chunk in target.render(report, options):
            sys.stdout.write(chunk)
        sys.stdout.flush()
        return
    try:
        write_private(path, target.render(report, options))
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


def _add_job_summary(report: Report, options: RenderOptions) -> None:
    """Append the report as Markdown to the file that a GitHub job shows as its summary, as much of it as fits."""
    from xlcheck.render.markdown import MarkdownRenderer

    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    text = "".join(MarkdownRenderer().render(report, options)).encode("utf-8", "replace")
    if len(text) > JOB_SUMMARY_BYTES:
        text = text[:JOB_SUMMARY_BYTES].rpartition(b"\n\n")[0] + b"\n\n(cut: the job summary holds no more)\n"
    try:
        with Path(name).open("ab") as stream:
            stream.write(text)
    except OSError as error:
        typer.echo(f"xlcheck: cannot write the job summary {name}: {error.strerror}", err=True)


def _render_options(options: CheckOptions, config: Config, *, to_file: bool) -> RenderOptions:
    from xlcheck.render.base import PLAIN_WIDTH, RenderOptions
    from xlcheck.render.terminal import terminal_settings

    width, color = (PLAIN_WIDTH, False) if to_file else terminal_settings(sys.stdout)
    if options.color != "auto":
        color = options.color == "always" and not to_file
    return RenderOptions(
        width=options.width or max(width, MIN_WIDTH),
        color=color,
        show_skipped=options.show_skipped,
        show_suppressed=options.show_suppressed,
        excerpts=options.excerpts,
        verbose=options.verbose,
        fail_on=config.fail_on,
    )
