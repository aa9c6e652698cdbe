"""Options and arguments that several commands share, so that they are called and explained the same everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

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
ShowSuppressed = Annotated[
    bool, typer.Option("--show-suppressed", help="SARIF also has what is set aside, marked as suppressed.")
]
NoExcerpts = Annotated[bool, typer.Option("--no-excerpts", help="Keep article text out of the report.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Keep nothing on disk between runs.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notices on standard error.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="More detail; a traceback for an error.")]
Lang = Annotated[str, typer.Option("--lang", metavar="CODE", help="Its language, such as de; detected if left out.")]
Width = Annotated[int | None, typer.Option("--width", min=40, max=400, help="Columns of the terminal report.")]
Color = Annotated[str, typer.Option("--color", metavar="WHEN", help="auto (default), always or never.")]
TextFile = Annotated[str, typer.Argument(metavar="FILE", help="A text, or - for standard input.", show_default=False)]
PairFormat = Annotated[str, typer.Option("--format", metavar="FORMAT", help="terminal, json, jsonl or csv.")]
BaselineFile = Annotated[str, typer.Option("--file", metavar="FILE", help="The baseline.")]
Decisions = Annotated[
    str, typer.Option("--decisions", metavar="FILE", help="The file of decisions [xlcheck-decisions.jsonl].")
]
_PATHS = typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.", show_default=False)
Paths = Annotated[list[str], _PATHS]
PathsIfAny = Annotated[list[str] | None, _PATHS]
Pairs = Annotated[
    str, typer.Option("--pairs", metavar="FILE", help="A manifest of articles that belong together: it is believed.")
]
