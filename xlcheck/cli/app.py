"""The commands and their options. Each command's work is imported when it runs, so that `--help` answers at once."""

from __future__ import annotations

from typing import Annotated

import typer

from xlcheck._version import __version__

app = typer.Typer(
    name="xlcheck",
    help="Check whether different language versions of the same news say the same thing.",
    epilog="Exit status: 0 nothing found, 1 findings, 2 the job could not be done. Start with: xlcheck check FOLDER",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
models = typer.Typer(help="Language packs for local translation.", no_args_is_help=True)
cache = typer.Typer(help="What is kept between runs: sentence vectors and translations.", no_args_is_help=True)
baseline = typer.Typer(help="Findings that are known, so that later runs report only new ones.", no_args_is_help=True)
config = typer.Typer(help="Settings in force and where they come from.", no_args_is_help=True)
app.add_typer(models, name="models")
app.add_typer(cache, name="cache")
app.add_typer(config, name="config")
app.add_typer(baseline, name="baseline")

BASELINE_FILE = "xlcheck-baseline.json"

Select = Annotated[
    str, typer.Option("--select", metavar="CHECKS", help="Run only these: ids, prefixes or names, with commas.")
]
Ignore = Annotated[str, typer.Option("--ignore", metavar="CHECKS", help="Leave these out.")]
Preview = Annotated[bool, typer.Option("--preview", help="Also run checks that have not met their measured floor yet.")]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="terminal, concise, json, jsonl, sarif, github, gitlab, junit, html, markdown, csv, decisions or tmx.",
    ),
]
Output = Annotated[
    list[str] | None,
    typer.Option("--output", metavar="FORMAT:FILE", help="Also write a report to a file; may be repeated."),
]
FailOn = Annotated[str, typer.Option("--fail-on", metavar="SEVERITY", help="error (default), warning, note or never.")]
MaxWarnings = Annotated[int | None, typer.Option("--max-warnings", min=0, help="Exit 1 when there are more warnings.")]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit 0 even with findings (still 2 on failure).")]
MinConfidence = Annotated[
    float | None, typer.Option("--min-confidence", min=0, max=1, help="Leave out findings less sure than this [0.5].")
]
Engine = Annotated[
    str, typer.Option("--engine", metavar="ENGINE", help="auto (default), argos, apertium, or none: never translate.")
]
ShowSkipped = Annotated[bool, typer.Option("--show-skipped", help="List every line that was left out, and why.")]
NoExcerpts = Annotated[bool, typer.Option("--no-excerpts", help="Keep article text out of the report.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Keep nothing on disk between runs.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notices on standard error.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="More detail; a traceback for an error.")]
Lang = Annotated[str, typer.Option("--lang", metavar="CODE", help="Its language, such as de; detected if left out.")]
Width = Annotated[int | None, typer.Option("--width", min=40, max=400, help="Columns of the terminal report.")]
Color = Annotated[str, typer.Option("--color", metavar="WHEN", help="auto (default), always or never.")]
PairFormat = Annotated[str, typer.Option("--format", metavar="FORMAT", help="terminal, json, jsonl or csv.")]
BaselineFile = Annotated[str, typer.Option("--file", metavar="FILE", help="The baseline.")]
Decisions = Annotated[
    str, typer.Option("--decisions", metavar="FILE", help="The file of decisions [xlcheck-decisions.jsonl].")
]
Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.", show_default=False)
]
Pairs = Annotated[
    str, typer.Option("--pairs", metavar="FILE", help="A manifest of articles that belong together: it is believed.")
]


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
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.", show_default=False),
    ] = None,
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
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.", show_default=False),
    ],
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
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text, or - for standard input.", show_default=False)],
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
    no_cache: NoCache = False,
) -> None:
    """Judge sentence pairs from standard input: JSON Lines with id, lang, source and english in, the same out.

    Added are suspicion (the probability that the two say different things, where two pairs in a hundred do), flags
    where a check fires, and reasons in words. A translation of the source, if the line has one, is used as ours.
    """
    from xlcheck.cli.score import score_lines

    score_lines(engine=engine, preview=preview, weights=weights, cache=not no_cache)


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
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text, or - for standard input.", show_default=False)],
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


@models.command("list")
def models_list() -> None:
    """Show the installed language packs."""
    from xlcheck.cli.models import list_models

    list_models()


@models.command("install")
def models_install(
    packs: Annotated[
        list[str],
        typer.Argument(metavar="LANGUAGE|FILE...", help="de, fr …, or an .argosmodel file.", show_default=False),
    ],
) -> None:
    """Install language packs: by language from the public Argos index, or from a file."""
    from xlcheck.cli.models import install_models

    install_models(packs)


@models.command("verify")
def models_verify() -> None:
    """Check the files of every pack against what was installed."""
    from xlcheck.cli.models import verify_models

    verify_models()


@models.command("remove")
def models_remove(languages: Annotated[list[str], typer.Argument(metavar="LANGUAGE...", show_default=False)]) -> None:
    """Delete installed language packs."""
    from xlcheck.cli.models import remove_models

    remove_models(languages)


@cache.command("info")
def cache_info() -> None:
    """Show what is kept, and how large it is."""
    from xlcheck.cli.cache import show_cache

    show_cache()


@cache.command("clear")
def cache_clear() -> None:
    """Delete everything that is kept; it is made again when needed."""
    from xlcheck.cli.cache import clear_cache

    clear_cache()


@cache.command("verify")
def cache_verify() -> None:
    """Check the files that are kept for damage."""
    from xlcheck.cli.cache import verify_cache

    verify_cache()


@cache.command("export")
def cache_export(
    file: Annotated[
        str, typer.Argument(metavar="FILE.tmx", help="The file to write, or - for standard output.", show_default=False)
    ],
) -> None:
    """Write all remembered translations as TMX 1.4b."""
    from xlcheck.cli.cache import export_cache

    export_cache(file)


@config.command("show")
def config_show() -> None:
    """Print the settings in force here."""
    from xlcheck.cli.settings import show_config

    show_config()


@config.command("explain")
def config_explain(
    key: Annotated[str, typer.Argument(metavar="KEY", help="A setting, such as fail-on.", show_default=False)],
) -> None:
    """Say what a setting means, its default, and its value here."""
    from xlcheck.cli.settings import explain_setting

    explain_setting(key)


@config.command("schema")
def config_schema() -> None:
    """Print the JSON Schema of the settings file."""
    from xlcheck.cli.settings import print_schema

    print_schema()


@app.command()
def completion(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.", show_default=False)],
) -> None:
    """Print a script that completes commands and options; for bash: eval "$(xlcheck completion bash)"."""
    from xlcheck.cli.completion import print_completion

    print_completion(shell)


@baseline.command("create")
def baseline_create(
    paths: Paths,
    file: BaselineFile = BASELINE_FILE,
    no_excerpts: NoExcerpts = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")] = False,
    quiet: Quiet = False,
) -> None:
    """Check the paths and accept all findings as known."""
    from xlcheck.cli.baseline import create_baseline

    create_baseline(paths, file, excerpts=not no_excerpts, force=force, quiet=quiet)


@baseline.command("update")
def baseline_update(
    paths: Paths, file: BaselineFile = BASELINE_FILE, no_excerpts: NoExcerpts = False, quiet: Quiet = False
) -> None:
    """Check the paths again and accept what is found now."""
    from xlcheck.cli.baseline import update_baseline

    update_baseline(paths, file, excerpts=not no_excerpts, quiet=quiet)


@baseline.command("prune")
def baseline_prune(paths: Paths, file: BaselineFile = BASELINE_FILE, quiet: Quiet = False) -> None:
    """Check the paths again and drop what no longer occurs; nothing is added."""
    from xlcheck.cli.baseline import prune_baseline

    prune_baseline(paths, file, quiet=quiet)


@baseline.command("show")
def baseline_show(file: Annotated[str, typer.Argument(metavar="FILE")] = BASELINE_FILE) -> None:
    """Print the known findings."""
    from xlcheck.cli.baseline import show_baseline

    show_baseline(file)


@baseline.command("diff")
def baseline_diff(
    first: Annotated[str, typer.Argument(metavar="A", show_default=False)],
    second: Annotated[str, typer.Argument(metavar="B", show_default=False)],
) -> None:
    """Print what B adds (+) and lacks (-); exit 1 when they differ."""
    from xlcheck.cli.baseline import diff_baselines

    diff_baselines(first, second)


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
