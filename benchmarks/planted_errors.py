"""Detection: of errors that somebody planted in correct translations, how many does which check find?

    python benchmarks/planted_errors.py PAIRS.jsonl.gz [--language de] [--limit N]

The input has JSON objects with `lang`, `source`, `good`, `bad` and `category`. A planted error counts as found when a
check speaks on the bad version that is silent on the good one. Each pair is treated as one sure link.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from common import read_set, share

from xlcheck.embed import Encoder
from xlcheck.pipeline import check_texts


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pairs", type=Path)
    options.add_argument("--language")
    options.add_argument("--limit", type=int)
    arguments = options.parse_args()

    encoder = Encoder()

    def checks(source: str, english: str, language: str) -> set[str]:
        return {
            finding.check
            for finding in check_texts(source, english, source_language=language, encoder=encoder, preview=False)
            if finding.confidence.value >= 0.5
        }

    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    by: dict[str, Counter[str]] = defaultdict(Counter)
    good: dict[tuple[str, str], set[str]] = {}
    for item in read_set(arguments.pairs, language=arguments.language, limit=arguments.limit):
        key = (item["source"], item["good"])
        if key not in good:
            good[key] = checks(*key, item["lang"])
        new = checks(item["source"], item["bad"], item["lang"]) - good[key]
        total[item["category"]] += 1
        found[item["category"]] += bool(new)
        by[item["category"]].update(new)
    print(f"{'category':<28} found")
    for category in sorted(total):
        names = ", ".join(f"{name} {count}" for name, count in by[category].most_common(3))
        print(f"{category:<28} {share(found[category], total[category])}  {names}")
    flagged = sum(bool(names) for names in good.values())
    print(f"{'good versions flagged':<28} {share(flagged, len(good))}")


if __name__ == "__main__":
    main()
