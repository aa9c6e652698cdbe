"""How many translations does `translate.health` suspect, by language or category and by reason?

    python benchmarks/translation_health.py PAIRS.jsonl.gz [--by lang|category|label] [--show]

The input has JSON objects with `lang`, `source` and `english`; the English is judged as if it were our own translation.
On human translations every suspicion is a false alarm. No model is at work, so its scores and alternatives are not.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from common import read_set, share

from xlcheck.translate.health import suspect_reasons


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pairs", type=Path)
    options.add_argument("--by", default="lang")
    options.add_argument("--show", action="store_true")
    arguments = options.parse_args()

    total: Counter[str] = Counter()
    suspect: Counter[str] = Counter()
    reasons: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in read_set(arguments.pairs):
        group = str(item[arguments.by])
        found = suspect_reasons(item["source"], item["english"], language=item["lang"])
        total[group] += 1
        suspect[group] += bool(found)
        reasons[group].update(found)
        if arguments.show and found:
            print(f"\n{group}: {'; '.join(found)}\n  {item['source']}\n  {item['english']}")
    print(f"{arguments.by:<18} suspected")
    for group in sorted(total):
        listed = ", ".join(f"{count} {reason}" for reason, count in reasons[group].most_common())
        print(f"{group:<18} {share(suspect[group], total[group])}  {listed}")


if __name__ == "__main__":
    main()
