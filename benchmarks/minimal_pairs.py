"""Detection on minimal pairs: how often is the bad translation of a sentence flagged, and the good one not?

    python benchmarks/minimal_pairs.py PAIRS.jsonl.gz [--language zh] [--limit N] [--min-confidence 0.5]

The input has JSON objects with `lang`, `source`, `good`, `bad` and `category`. A pair is won where only the bad one is
flagged, and lost where only the good one is; shares come with Wilson intervals.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

from common import share

from xlcheck.embed import Encoder
from xlcheck.pipeline import check_texts


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pairs", type=Path)
    options.add_argument("--language")
    options.add_argument("--limit", type=int)
    options.add_argument("--min-confidence", type=float, default=0.5)
    arguments = options.parse_args()

    with gzip.open(arguments.pairs, "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines]
    items = [item for item in items if arguments.language in (None, item["lang"])][: arguments.limit]
    encoder = Encoder()
    counts: Counter[tuple[str, str]] = Counter()
    for item in items:
        good, bad = (
            any(
                finding.confidence.value >= arguments.min_confidence
                for finding in check_texts(item["source"], item[side], source_language=item["lang"], encoder=encoder)
            )
            for side in ("good", "bad")
        )
        for category in (item["category"], "all"):
            counts.update({(category, "pairs"): 1, (category, "bad"): bad, (category, "good"): good})
            counts[category, "won"] += bad and not good
            counts[category, "lost"] += good and not bad
    print(f"{'category':<14}{'bad flagged':<38}{'good flagged':<38}{'only bad flagged':<38}only good flagged")
    for category in sorted({category for category, _ in counts}, key=lambda name: (name == "all", name)):
        total = counts[category, "pairs"]
        cells = "".join(f"{share(counts[category, kind], total):<38}" for kind in ("bad", "good", "won", "lost"))
        print(f"{category:<14}{cells}".rstrip())


if __name__ == "__main__":
    main()
