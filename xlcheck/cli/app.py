"""The commands and their options. Each command's work is imported when it runs, so that `--help` answers at once."""

from __future__ import annotations

from typing import Annotated

import typer

from xlcheck._version import __version__
from xlcheck.cli.groups import baseline, cache, config, models
from xlcheck.cli.options import (
    Color,
    Decisions,
    Engine,
    ExitZero,
    FailOn,
    Format,
    Ignore,
    Lang,
    MaxWarnings,
    MinConfidence,
    NoCache,
    NoExcerpts,
    Output,
    PairFormat,
    Pairs,
    Paths,
    PathsIfAny,
    Preview,
    Quiet,
    Select,
    ShowSkipped,
    ShowSuppressed,
    TextFile,
    Verbose,
    Width,
)

app = typer.Typer(
    name="xlcheck",
    help="Check whether different language versions of the same news say the same thing.",
    epilog="Exit status: 0 nothing found, 1 findings, 2 the job could not be done. Start with: xlcheck check FOLDER",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(models, name="models")
app.add_typer(cache, name="cache")
app.add_typer(config, name="config")
app.add_typer(baseline, name="baseline")


def _version(value: bool) -> None:
    if value:
        typer.echo(f"xlcheck {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Check whether different language versions of the same news say the same thing."""


@app.command()
def check(
    paths: PathsIfAny = None,
    format: Format = "terminal",  # noqa: A002
    output: Output = None,
    fail_on: FailOn = "",
    max_warnings: MaxWarnings = None,
    exit_zero: ExitZero = False,
    select: Select = "",
    ignore: Ignore = "",
    extend_select: Annotated[
        str, typer.Option("--extend-select", metavar="CHECKS", help="Run these besides the selected ones.")
    ] = "",
    preview: Preview = False,
    min_confidence: MinConfidence = None,
    engine: Engine = "",
    show_skipped: ShowSkipped = False,
    show_suppressed: ShowSuppressed = False,
    no_excerpts: NoExcerpts = False,
    no_cache: NoCache = False,
    download: Annotated[
        bool, typer.Option("--download", help="First install missing language packs; only then is the network used.")
    ] = False,
    pairs: Pairs = "",
    known: Annotated[
        str, typer.Option("--baseline", metavar="FILE", help="Known findings: report only what is not among them.")
    ] = "",
    against: Annotated[
        list[str] | None,
        typer.Option("--against", metavar="PATH", help="Compare with these too, but report only on PATH; repeatable."),
    ] = None,
    since: Annotated[
        str, typer.Option("--since", metavar="REF", help="Report only on files that changed since this commit (git).")
    ] = "",
    changed_only: Annotated[
        bool, typer.Option("--changed-only", help="PATHs are changed files of the corpus that the settings name.")
    ] = False,
    require_coverage: Annotated[
        bool,
        typer.Option("--require-coverage", help="Exit 2 when an article has no counterpart or a language no pack."),
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")] = False,
    width: Width = None,
    color: Color = "auto",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Find which articles belong together and where they diverge; find garbled text."""
    from xlcheck.cli.check import CheckOptions, run_check

    run_check(
        paths or [],
        CheckOptions(
            format=format,
            outputs=tuple(output or ()),
            fail_on=fail_on,
            max_warnings=max_warnings,
            exit_zero=exit_zero,
            select=select,
            ignore=ignore,
            extend_select=extend_select,
            preview=preview,
            min_confidence=min_confidence,
            engine=engine,
            show_skipped=show_skipped,
            show_suppressed=show_suppressed,
            excerpts=not no_excerpts,
            cache=not no_cache,
            download=download,
            pairs=pairs,
            baseline=known,
            against=tuple(against or ()),
            since=since,
            changed_only=changed_only,
            require_coverage=require_coverage,
            watch=watch,
            width=width,
            color=color,
            quiet=quiet,
            verbose=verbose,
        ),
    )


@app.command()
def compare(
    left: Annotated[str, typer.Argument(metavar="A", help="One version of the story.", show_default=False)],
    right: Annotated[str, typer.Argument(metavar="B", help="Another version of it.", show_default=False)],
    format: Format = "terminal",  # noqa: A002
    output: Output = None,
    fail_on: FailOn = "",
    exit_zero: ExitZero = False,
    select: Select = "",
    ignore: Ignore = "",
    min_confidence: MinConfidence = None,
    engine: Engine = "",
    no_cache: NoCache = False,
    width: Width = None,
    color: Color = "auto",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Compare two files that are known to tell the same story."""
    from xlcheck.cli.check import CheckOptions, run_check

    run_check(
        [left, right],
        CheckOptions(
            format=format,
            outputs=tuple(output or ()),
            fail_on=fail_on,
            exit_zero=exit_zero,
            select=select,
            ignore=ignore,
            min_confidence=min_confidence,
            engine=engine,
            cache=not no_cache,
            width=width,
            color=color,
            quiet=quiet,
            verbose=verbose,
        ),
        together=True,
    )


@app.command()
def pair(
    paths: Paths,
    format: PairFormat = "terminal",  # noqa: A002
    pairs: Pairs = "",
    min_score: Annotated[
        float | None, typer.Option("--min-score", metavar="SCORE", help="Pair by content from this score on [0.5].")
    ] = None,
    engine: Engine = "",
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Find which articles belong together, and why; say what came nearest for the others.

    A manifest (--pairs) is a .toml file with groups = [["a.de.txt", "a.en.txt"], …], a .csv or .tsv file with one
    group of files a line, or a .jsonl file with ["a.de.txt", "a.en.txt"] a line; paths are relative to it, and
    feed.jsonl#17 names one record. It overrules file names (story.de.md, de/story.md), and these overrule content.
    """
    from xlcheck.cli.pair import run_pair

    run_pair(paths, format=format, pairs=pairs, min_score=min_score, engine=engine, cache=not no_cache, quiet=quiet)


@app.command()
def facts(
    file: TextFile,
    lang: Lang = "",
) -> None:
    """Print the numbers, dates, quotations, names and negations of a text as JSON Lines."""
    from xlcheck.cli.facts import print_facts

    print_facts(file, lang)


@app.command()
def garble() -> None:
    """Judge texts from standard input: JSON Lines with id and text (and lang) in, the same with a score out."""
    from xlcheck.cli.garble import judge_lines

    judge_lines()


@app.command()
def score(
    engine: Engine = "",
    preview: Preview = False,
    weights: Annotated[
        str, typer.Option("--weights", metavar="FILE", help="Weigh by a model of your own (see training/score).")
    ] = "",
    words: Annotated[
        bool, typer.Option("--words", help="Also tell of every word how doubtful it is and which word stands for it.")
    ] = False,
    no_cache: NoCache = False,
) -> None:
    """Judge sentence pairs from standard input: JSON Lines with id, lang, source and english in, the same out.

    Added are suspicion (the probability that the two say different things, where two pairs in a hundred do), flags
    where a check fires, and reasons in words. A translation of the source, if the line has one, is used as ours.
    """
    from xlcheck.cli.score import score_lines

    score_lines(engine=engine, preview=preview, weights=weights, words=words, cache=not no_cache)


@app.command()
def bench(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Clean pairs (.jsonl), or articles that agree.", show_default=False),
    ],
    corrupt: Annotated[
        bool, typer.Option("--corrupt", help="Plant errors in the English (the only kind of benchmark so far).")
    ] = False,
    seed: Annotated[int, typer.Option("--seed", help="Another seed plants other errors.")] = 0,
    limit: Annotated[int, typer.Option("--limit", min=0, help="At most so many clean pairs, spread evenly.")] = 0,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text (default) or json.")] = "text",  # noqa: A002
    engine: Engine = "",
    no_cache: NoCache = False,
) -> None:
    """Measure on your own text: plant errors in clean sentence pairs and count how many are found.

    Printed per kind of error: the share that a check flags at the settings in force, and the share that the suspicion
    of `score` finds where 1 and 5 clean pairs in a hundred would be suspected, with 95 % intervals.
    """
    from xlcheck.cli.bench import run_bench
    from xlcheck.errors import UsageError

    if not corrupt:
        raise UsageError("nothing to measure", hint="xlcheck bench --corrupt FILE…")
    run_bench(files, output=format, seed=seed, limit=limit, engine=engine, cache=not no_cache)


@app.command()
def translate(
    file: TextFile,
    lang: Annotated[str, typer.Option("--lang", metavar="CODE", help="Its language; detected when left out.")] = "",
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text (default) or jsonl.")] = "text",  # noqa: A002
    engine: Engine = "",
    no_cache: NoCache = False,
    quiet: Quiet = False,
) -> None:
    """Translate a text into English, one line a line; jsonl tells pack, score and why a line is suspect."""
    from xlcheck.cli.translate import translate_lines

    translate_lines(file, language=lang, output=format, engine=engine, cache=not no_cache, quiet=quiet)


@app.command()
def align(
    left: Annotated[str, typer.Argument(metavar="A", help="The source text.", show_default=False)],
    right: Annotated[str, typer.Argument(metavar="B", help="Its English counterpart.", show_default=False)],
    sentences: Annotated[bool, typer.Option("--sentences", help="The files have one sentence a line.")] = False,
    source_lang: Annotated[
        str, typer.Option("--source-lang", metavar="CODE", help="Language of A; detected if not given.")
    ] = "",
    english_lang: Annotated[
        str, typer.Option("--english-lang", metavar="CODE", help="Language of B; detected if not given.")
    ] = "",
    mode: Annotated[
        str,
        typer.Option(
            "--mode",
            metavar="MODE",
            help="parallel (default with --sentences): everything in order; comparable: only what stands out; auto.",
        ),
    ] = "",
    preset: Annotated[
        str,
        typer.Option("--preset", metavar="NAME", help="news, long or book; chosen between the first two by length."),
    ] = "",
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="jsonl, vecalign or tmx.")] = "jsonl",  # noqa: A002
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = False,  # main() looks for it
) -> None:
    """Show which sentences of two files correspond."""
    from xlcheck.cli.align import AlignOptions, run_align

    run_align(
        left,
        right,
        AlignOptions(
            sentences=sentences,
            source_language=source_lang,
            english_language=english_lang,
            mode=mode,
            preset=preset,
            format=format,
            cache=not no_cache,
            quiet=quiet,
        ),
    )


@app.command()
def explain(
    check_id: Annotated[str, typer.Argument(metavar="CHECK", help="Id or name, such as XN101.", show_default=False)],
) -> None:
    """Print the page of a check."""
    from xlcheck.cli.pages import explain_check

    explain_check(check_id)


@app.command()
def checks(
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="terminal, markdown or json.")] = "terminal",  # noqa: A002
) -> None:
    """List all checks."""
    from xlcheck.cli.pages import list_checks

    list_checks(format)


@app.command()
def completion(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.", show_default=False)],
) -> None:
    """Print a script that completes commands and options; for bash: eval "$(xlcheck completion bash)"."""
    from xlcheck.cli.completion import print_completion

    print_completion(shell)


@app.command()
def review(
    paths: Paths,
    decisions: Decisions = "",
    reader: Annotated[str, typer.Option("--reader", metavar="NAME", help="Who decides; your user name.")] = "",
    again: Annotated[bool, typer.Option("--again", help="Also show what is decided already.")] = False,
    quiet: Quiet = False,
) -> None:
    """Decide about findings one by one; what is dismissed or called wrong is not reported again."""
    from xlcheck.cli.review import review_findings

    review_findings(paths, decisions=decisions, reader=reader, again=again, quiet=quiet)


@app.command()
def stats(
    decisions: Decisions = "",
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="terminal or json.")] = "terminal",  # noqa: A002
) -> None:
    """Print how often each check was right, by the decisions of `xlcheck review`."""
    from xlcheck.cli.review import show_stats

    show_stats(decisions=decisions, format=format)
