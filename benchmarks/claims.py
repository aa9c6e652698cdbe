"""The checks of claims (XC) on single sentence pairs: what they flag in clean, in planted and in real errors.

    python benchmarks/claims.py SET.jsonl.gz [SET.jsonl.gz …] [--min-confidence 0.5] [--category NAME] [--show XC102]

A set has JSON objects with `lang` and `source`, and either `english` and `label`, or `good` and `bad` and `category`.
Each pair counts as one sure link. Sentences are read without vectors. `--show` prints what a check flags in clean
pairs, to be read; `--category` keeps one category.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from common import read_set, share

from xlcheck.checks.base import CheckContext
from xlcheck.checks.registry import PAIR_CHECKS
from xlcheck.model import ArticlePair, Link, LinkClass, LinkKind, PairMode
from xlcheck.reading import plain_article, read_article

CHECKS = [check for check in PAIR_CHECKS if check.INFO.id.startswith("XC")]
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
                for finding in _findings(item, english):
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


def _findings(item: dict, english: str) -> list:
    sides = [
        read_article(plain_article(text, name=name, language=language))
        for name, text, language in (("source", item["source"], item["lang"]), ("english", english, "en"))
    ]
    if not all(side.segments for side in sides):
        return []
    link = Link(
        source=tuple(range(len(sides[0].segments))),
        english=tuple(range(len(sides[1].segments))),
        kind=LinkKind.PARALLEL,
        link_class=LinkClass.SURE,
        score=0.8,
        margin=0.3,
        length_ratio=1.0,
        probability=1.0,
    )
    pair = ArticlePair(source=sides[0], english=sides[1], mode=PairMode.PARALLEL, links=(link,))
    context = CheckContext()
    return [finding for check in CHECKS for finding in check.check(pair, context)]


if __name__ == "__main__":
    main()
