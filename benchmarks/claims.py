"""The checks of claims (XC) on single sentence pairs: what they flag in clean, in planted and in real errors.

    python benchmarks/claims.py SET.jsonl.gz [SET.jsonl.gz …] [--min-confidence 0.5] [--category NAME] [--show XC102]

A set has JSON objects with `lang` and `source`, and either `english` and `label`, or `good` and `bad` and `category`.
Each pair counts as one sure link. Sentences are read without vectors. `--show` prints what a check flags in clean
pairs, to be read; `--category` keeps one category.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from common import read_set, share

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from support.claims import claim_findings

BAD = {"divergent", "negation_error"}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sets", type=Path, nargs="+")
    options.add_argument("--min-confidence", type=float, default=0.5)
    options.add_argument("--category")
    options.add_argument("--show", default="")
    arguments = options.parse_args()
    for path in arguments.sets:
        total: Counter[tuple[str, str]] = Counter()
        flags: Counter[tuple[str, str, str]] = Counter()
        for item in read_set(path):
            if arguments.category and item["category"] != arguments.category:
                continue
            for kind, english in _versions(item):
                cell = (kind, item["category"] if "good" in item else item["lang"])
                total[cell] += 1
                for finding in claim_findings(item["lang"], item["source"], english):
                    if finding.confidence.value >= arguments.min_confidence:
                        flags[(*cell, finding.check)] += 1
                        if arguments.show == finding.check and kind == "clean":
                            print(f"{item['lang']}: {item['source']}\nen: {english}\n  {finding.message}")
        print(path.name)
        for (kind, group), count in sorted(total.items()):
            hits = {check: number for (*cell, check), number in flags.items() if tuple(cell) == (kind, group)}
            for check, number in sorted(hits.items()):
                print(f"  {kind:<6} {group:<20} {check} {share(number, count)}")
            if not hits:
                print(f"  {kind:<6} {group:<20} none   {share(0, count)}")


def _versions(item: dict) -> list[tuple[str, str]]:
    if "good" in item:
        return [("clean", item["good"]), ("bad", item["bad"])]
    return [("bad" if item["label"] in BAD else "clean", item["english"])]


if __name__ == "__main__":
    main()
