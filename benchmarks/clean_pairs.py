"""False alarms: how many correct sentence pairs does any check flag?

    python benchmarks/clean_pairs.py PAIRS.jsonl.gz [--language de] [--label consistent] [--limit N] [--show]

The input has JSON objects with `lang`, `source`, `english` and `label`. Each pair is treated as one sure link, which is
harsher than a real run. Prints flags by check with Wilson intervals; `--show` prints every flagged pair, to be read.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from math import sqrt
from pathlib import Path

from xlcheck.embed import Encoder
from xlcheck.pipeline import check_texts


def wilson(hits: int, total: int, z: float = 1.96) -> tuple[float, float]:
    if not total:
        return (0.0, 1.0)
    share, square = hits / total, z * z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = z * sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    return (max(0.0, middle - half), min(1.0, middle + half))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pairs", type=Path)
    options.add_argument("--language")
    options.add_argument("--label")
    options.add_argument("--limit", type=int)
    options.add_argument("--min-confidence", type=float, default=0.5)
    options.add_argument("--show", action="store_true")
    arguments = options.parse_args()

    encoder = Encoder()
    total = 0
    flagged = 0
    by_check: Counter[str] = Counter()
    started = time.perf_counter()
    with gzip.open(arguments.pairs, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if arguments.language and item["lang"] != arguments.language:
                continue
            if arguments.label and item.get("label") != arguments.label:
                continue
            if arguments.limit and total >= arguments.limit:
                break
            total += 1
            findings = [
                finding
                for finding in check_texts(
                    item["source"], item["english"], source_language=item["lang"], encoder=encoder
                )
                if finding.confidence.value >= arguments.min_confidence
            ]
            flagged += bool(findings)
            by_check.update({f"{finding.check} {finding.name}" for finding in findings})
            if arguments.show and findings:
                print(f"\n{item['lang']}: {item['source']}\nen: {item['english']}")
                for finding in findings:
                    spans = " | ".join(span.text for span in (*finding.where, *finding.related))
                    print(f"  {finding.check} {finding.cause} {finding.confidence.value}: {finding.message} [{spans}]")
    seconds = time.perf_counter() - started
    low, high = wilson(flagged, total)
    share = flagged / max(total, 1)
    print(f"\n{total} pairs, {flagged} flagged: {share:.2%} [{low:.2%}, {high:.2%}], {total / seconds:.0f} pairs/s")
    for name, count in sorted(by_check.items()):
        low, high = wilson(count, total)
        print(f"  {name:<24} {count:>5}  {count / total:.2%} [{low:.2%}, {high:.2%}]")


if __name__ == "__main__":
    main()
