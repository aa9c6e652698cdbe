"""Measure the features of labelled pairs, once; `train.py` calls it for what is missing."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from xlcheck.config import Config
from xlcheck.stages.scoring import SentencePair, measure_pairs

KEPT = ("set", "group", "lang", "label", "category", "weight", "source", "english")


def measure(rows: Iterable[dict[str, Any]], target: Path, config: Config) -> None:
    """Write the rows with their features as JSON Lines."""
    rows = list(rows)
    pairs = (
        SentencePair(source=row["source"], english=row["english"], language=row["lang"], translation=row["translation"])
        for row in rows
    )
    started = time.perf_counter()
    partial = target.with_suffix(".part")
    with partial.open("w", encoding="utf-8") as out:
        for row, measured in zip(rows, measure_pairs(pairs, config), strict=True):
            if measured.failures:
                raise SystemExit(f"{target.name}: {measured.failures[0]}")
            kept = {name: row[name] for name in KEPT}
            found = {
                "features": {name: _rounded(value) for name, value in measured.features.items()},
                "flags": [
                    {"check": finding.check, "severity": finding.severity.value}
                    for finding in measured.findings
                    if finding.confidence.value >= config.min_confidence
                ],
            }
            out.write(json.dumps(kept | found, ensure_ascii=False) + "\n")
    partial.rename(target)
    seconds = time.perf_counter() - started
    print(f"{target.stem}: {len(rows)} pairs, {len(rows) / seconds:.0f} pairs/s", file=sys.stderr, flush=True)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 5)
