"""`xlcheck pair`: which articles belong together, why, and what came nearest for those that are alone."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING, Any

import typer

from xlcheck.cli.exit_codes import ExitCode
from xlcheck.cli.settings import configuration
from xlcheck.errors import UsageError
from xlcheck.safe_text import json_safe, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence, Set

    from xlcheck.model import Cluster, PairReason
    from xlcheck.pair import Unpaired
    from xlcheck.stages.pairing import PairingReport

SCHEMA = "xlcheck-pairs/1"
LISTED = 10
"""Skipped files that the terminal report names."""
_COLUMNS = (
    "cluster", "source", "english", "score", "origin", "kind", "leadCosine", "bestMatch", "sure", "likely", "days",
    "reason",
)  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Record = dict[str, Any]


def run_pair(
    paths: Sequence[str],
    *,
    format: str,  # noqa: A002
    pairs: str,
    min_score: float | None,
    engine: str,
    cache: bool,
    quiet: bool,
) -> None:
    """Pair the articles below the paths, write the result, and exit.

    Raises:
        UsageError: an option makes no sense.
        InputError: the manifest is not what it should be.
        typer.Exit: always, with the exit status.
    """
    if format not in _FORMATS:
        raise UsageError(f"unknown format {format!r}", hint=f"known formats: {', '.join(_FORMATS)}")
    if min_score is not None and not 0 < min_score < 1:
        raise UsageError(f"--min-score must lie between 0 and 1, not {min_score:g}")
    overrides: dict[str, object] = {"pairs": pairs} if pairs else {}
    if engine:
        overrides["engine"] = engine
    if not cache:
        overrides["cache"] = False
    config = configuration(**overrides)

    from xlcheck.render.progress import progress_on
    from xlcheck.stages.pairing import pair_paths

    with progress_on(sys.stderr, wanted=not quiet) as progress:
        report = pair_paths(
            paths,
            config,
            min_score=0.5 if min_score is None else min_score,
            stdin=sys.stdin.buffer if "-" in paths else None,
            progress=progress,
        )
    for chunk in _FORMATS[format](report):
        sys.stdout.write(chunk)
    sys.stdout.flush()
    for failure in report.failures:
        place = f"{failure.where}:{failure.line}" if failure.line else failure.where
        typer.echo(printable(f"xlcheck: {place}: {failure.message}"), err=True)
        if failure.hint:
            typer.echo(printable(f"  hint: {failure.hint}"), err=True)
    if not report.articles and not report.failures:
        typer.echo(f"xlcheck: nothing to pair: no article was found in {', '.join(paths)}", err=True)
    raise typer.Exit(ExitCode.FAILED if report.failures or not report.articles else ExitCode.CLEAN)


def _terminal(report: PairingReport) -> Iterator[str]:
    pairing, english = report.pairing, _english(report)
    pairs = sum(len(cluster.pairs) for cluster in pairing.clusters)
    yield (
        f"{_count(len(report.articles), 'article')}, {_count(len(pairing.clusters), 'story', 'stories')}, "
        f"{_count(pairs, 'pair')}, {len(pairing.unpaired)} alone\n"
    )
    for number, cluster in enumerate(pairing.clusters, start=1):
        yield f"\nStory {number}" + (f" ({cluster.date.isoformat()})" if cluster.date else "") + "\n"
        for name in cluster.articles:
            yield f"  {printable(name)}\n"
        for record, reason in zip(_pair_records(english, cluster), cluster.reasons, strict=True):
            names = f"{record['source']} \N{LEFT RIGHT ARROW} {record['english']}"
            yield f"    {record['score']:.2f}  {printable(names)}: {in_words(reason)}\n"
    if pairing.unpaired:
        yield "\nAlone\n"
    for alone in pairing.unpaired:
        nearest = f" nearest {printable(alone.nearest)}:" if alone.nearest else ""
        yield f"  {printable(alone.article)}:{nearest} {alone.reason}\n"
    for notice in pairing.notices:
        yield f"\n{printable(notice)}\n"
    if report.skipped:
        yield "\nSkipped\n"
    for skipped in report.skipped[:LISTED]:
        yield f"  {printable(skipped.path)}: {printable(skipped.reason)}\n"
    if len(report.skipped) > LISTED:
        yield f"  and {len(report.skipped) - LISTED} more, which the other formats list\n"


def in_words(reason: PairReason) -> str:
    """Return why two articles are a pair, in words."""
    parts = [f"{reason.origin.value}, {reason.kind.value.replace('-', ' ')}"]
    if reason.lead_cosine is not None:
        parts.append(f"openings {reason.lead_cosine:.2f}")
    if reason.best_match is not None:
        parts.append(f"best match {reason.best_match:.2f}")
    if reason.sure or reason.likely:
        parts.append(f"{reason.sure} sure and {reason.likely} likely sentences")
    if reason.days is not None:
        parts.append("same day" if not reason.days else f"{_count(reason.days, 'day')} apart")
    return ", ".join(parts)


def _json(report: PairingReport) -> Iterator[str]:
    pairing, english = report.pairing, _english(report)
    whole = {
        "schema": SCHEMA,
        "clusters": [
            {**_cluster_record(cluster), "pairs": list(_pair_records(english, cluster))} for cluster in pairing.clusters
        ],
        "unpaired": [_unpaired_record(alone) for alone in pairing.unpaired],
        "notices": list(pairing.notices),
        "skipped": _skipped_records(report),
        "failures": _failure_records(report),
    }
    yield json_safe(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def _jsonl(report: PairingReport) -> Iterator[str]:
    english = _english(report)

    def lines() -> Iterator[Record]:
        for number, cluster in enumerate(report.pairing.clusters):
            yield {"type": "cluster", "cluster": number, **_cluster_record(cluster)}
            for record in _pair_records(english, cluster):
                yield {"type": "pair", "cluster": number, **record}
        for alone in report.pairing.unpaired:
            yield {"type": "unpaired", **_unpaired_record(alone)}
        for notice in report.pairing.notices:
            yield {"type": "notice", "message": notice}
        for record in _skipped_records(report):
            yield {"type": "skipped", **record}
        for record in _failure_records(report):
            yield {"type": "failure", **record}

    for line in lines():
        yield json_safe(json.dumps(line, ensure_ascii=False)) + "\n"


def _csv(report: PairingReport) -> Iterator[str]:
    buffer, english = io.StringIO(), _english(report)
    table = csv.writer(buffer, lineterminator="\n")
    table.writerow(_COLUMNS)
    for number, cluster in enumerate(report.pairing.clusters, start=1):
        for record, reason in zip(_pair_records(english, cluster), cluster.reasons, strict=True):
            row = {"cluster": number, **record, "reason": in_words(reason)}
            table.writerow([_cell(row[column]) for column in _COLUMNS])
    for alone in report.pairing.unpaired:
        row = {"source": alone.article, "english": alone.nearest, "score": alone.score, "reason": alone.reason}
        table.writerow([_cell(row.get(column)) for column in _COLUMNS])
    yield buffer.getvalue()


def _cell(value: object) -> object:
    """Return a value that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    text = printable(value)
    return "'" + text if text.startswith(_FORMULA_STARTS) else text


def _cluster_record(cluster: Cluster) -> Record:
    return {"articles": list(cluster.articles), "date": cluster.date.isoformat() if cluster.date else None}


def _english(report: PairingReport) -> frozenset[str]:
    """Return the articles that stand on the English side of a pair."""
    return frozenset(article.id for article in report.articles if article.language == "en")


def _pair_records(english: Set[str], cluster: Cluster) -> Iterator[Record]:
    for (left, right, score), reason in zip(cluster.pairs, cluster.reasons, strict=True):
        source, other = sorted((left, right), key=lambda name: (name in english, name))
        yield {
            "source": source,
            "english": other,
            "score": score,
            "origin": reason.origin.value,
            "kind": reason.kind.value,
            "leadCosine": reason.lead_cosine,
            "bestMatch": reason.best_match,
            "sure": reason.sure,
            "likely": reason.likely,
            "days": reason.days,
        }


def _unpaired_record(alone: Unpaired) -> Record:
    return {"article": alone.article, "nearest": alone.nearest, "score": alone.score, "reason": alone.reason}


def _skipped_records(report: PairingReport) -> list[Record]:
    return [{"path": item.path, "line": item.line, "reason": item.reason} for item in report.skipped]


def _failure_records(report: PairingReport) -> list[Record]:
    return [
        {"where": item.where, "line": item.line, "message": item.message, "hint": item.hint} for item in report.failures
    ]


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


_FORMATS: dict[str, Callable[[PairingReport], Iterator[str]]] = {
    "terminal": _terminal,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
}
