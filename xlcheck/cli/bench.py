"""`xlcheck bench --corrupt`: what the checks find of errors that were planted in clean text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from xlcheck.cli.settings import configuration
from xlcheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.config import Config
    from xlcheck.shares import Share
    from xlcheck.stages.planting import PlantingResult
    from xlcheck.stages.scoring import SentencePair

FORMATS = ("text", "json")


def run_bench(files: Sequence[str], *, output: str, seed: int, limit: int, engine: str, cache: bool) -> None:
    """Read clean pairs, plant errors in their English, print per kind of error how many are found.

    Raises:
        UsageError: there is nothing to plant errors in, or the format is unknown.
        InputError: a file cannot be read.
    """
    from xlcheck.stages.planting import plant_errors

    if output not in FORMATS:
        raise UsageError(f"unknown format {output!r}", hint=f"one of: {', '.join(FORMATS)}")
    config = configuration(**({"engine": engine} if engine else {}), **({} if cache else {"cache": False}))
    pairs = [pair for file in files for pair in _read(file, config)]
    if limit and len(pairs) > limit:
        step = len(pairs) / limit
        pairs = [pairs[int(place * step)] for place in range(limit)]
    if not pairs:
        raise UsageError(
            "no sentence pairs to plant errors in",
            hint="give JSON Lines with lang, source and english, or folders of articles that belong together",
        )
    result = plant_errors(pairs, config, seed=seed)
    lines = _json(result) if output == "json" else _table(result, len(pairs), seed)
    for line in lines:
        typer.echo(line)


def _read(file: str, config: Config) -> list[SentencePair]:
    """Return the pairs of a JSON Lines file of pairs, else the surely linked sentences of a corpus."""
    from xlcheck.pipeline import check_paths
    from xlcheck.stages.planting import linked_pairs

    path = Path(file)
    if path.suffix != ".jsonl":
        return linked_pairs(check_paths([file], config))
    pairs = []
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    pairs.append(_pair(line, f"{file}:{number}"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: {error}") from error
    return pairs


def _pair(line: str, where: str) -> SentencePair:
    from xlcheck.stages.scoring import sentence_pair

    try:
        return sentence_pair(json.loads(line))
    except ValueError as error:
        raise InputError(f"{where}: not valid JSON: {error}") from error
    except InputError as error:
        raise InputError(f"{where}: {error}", hint='each line has "lang", "source" and "english"') from error


def _table(result: PlantingResult, count: int, seed: int) -> Iterator[str]:
    from xlcheck.stages.planting import RATES

    yield f"{count} clean pairs, {sum(item.flagged.total for item in result.categories)} planted errors, seed {seed}"
    yield f"clean pairs flagged at default settings: {_share(result.clean)}"
    heads = [f"found at {rate:.0%} false alarms" for rate in RATES]
    yield f"{'planted':<18} {'n':>5}  {'flagged by a check':<24}" + "".join(f"{head:<28}" for head in heads).rstrip()
    for item in result.categories:
        cells = "".join(f"{_share(share):<28}" for share in item.detected).rstrip()
        yield f"{item.category:<18} {item.flagged.total:>5}  {_share(item.flagged):<24}{cells}"


def _share(share: Share) -> str:
    low, high = share.interval
    return f"{share.value:6.1%} [{low:.1%}, {high:.1%}]"


def _json(result: PlantingResult) -> Iterator[str]:
    from xlcheck.stages.planting import RATES

    yield json.dumps({"category": "clean", **_numbers("flagged", result.clean)})
    for item in result.categories:
        record: dict[str, object] = {"category": item.category, **_numbers("flagged", item.flagged)}
        for rate, share in zip(RATES, item.detected, strict=True):
            record |= _numbers(f"detected_at_{rate:g}", share)
        yield json.dumps(record)


def _numbers(name: str, share: Share) -> dict[str, object]:
    low, high = share.interval
    return {"n": share.total, name: round(share.value, 4), f"{name}_interval": [round(low, 4), round(high, 4)]}
