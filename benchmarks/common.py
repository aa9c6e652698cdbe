"""What the benchmarks share: reading sets, intervals."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xlcheck.shares import Share


def read_set(
    path: Path, *, language: str | None = None, label: str | None = None, limit: int | None = None
) -> Iterator[dict[str, Any]]:
    """Yield the objects of a gzipped JSON Lines file, those of one language or label if asked."""
    count = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if (language and item["lang"] != language) or (label and item.get("label") != label):
                continue
            if limit is not None and count >= limit:
                return
            count += 1
            yield item


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Return the Wilson score interval of a share."""
    return Share(hits=hits, total=total).interval


def share(hits: int, total: int) -> str:
    """Return a share with its interval, for a table."""
    low, high = wilson(hits, total)
    return f"{hits:>5} / {total:<5} {hits / max(total, 1):6.1%} [{low:.1%}, {high:.1%}]"
