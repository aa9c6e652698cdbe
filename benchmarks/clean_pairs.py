"""False alarms: how many correct sentence pairs does any check flag?

    python benchmarks/clean_pairs.py PAIRS.jsonl.gz [--language de] [--label consistent] [--limit N] [--show]

The input has JSON objects with `lang`, `source`, `english` and `label`. Each pair is treated as one sure link, which is
harsher than a real run. Prints flags by check with Wilson intervals; `--show` prints every flagged pair, to be read.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from common import read_set, share

from xlcheck.embed import Encoder
from xlcheck.pipeline import check_texts


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
    total = flagged = 0
    by_check: Counter[str] = Counter()
    started = time.perf_counter()
    for item in read_set(arguments.pairs, language=arguments.language, label=arguments.label, limit=arguments.limit):
        total += 1
        findings = [
            finding
            for finding in check_texts(
                item["source"], item["english"], source_language=item["lang"], encoder=encoder, preview=False
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
    print(f"{'any check':<24} {share(flagged, total)}   {total / seconds:.0f} pairs/s")
    for name, count in sorted(by_check.items()):
        print(f"  {name:<22} {share(count, total)}")


if __name__ == "__main__":
    main()
