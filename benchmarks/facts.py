"""How exactly numbers and dates are read, per language, over the project's own phrase tables; and how fast.

python benchmarks/facts.py [--misread]
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from common import wilson
from support.phrases import languages, phrases


def main() -> None:
    """Print one line a language, and with `--misread` every phrase that is not read exactly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misread", action="store_true", help="print what is misread")
    options = parser.parse_args()
    totals = {True: [0, 0], False: [0, 0]}
    print(f"{'language':10}{'phrases':>20}{'negatives':>20}")
    for language in languages():
        cells = []
        for stated in (True, False):
            table = [phrase for phrase in phrases(language) if bool(phrase.facts) is stated]
            right = sum(phrase.is_right for phrase in table)
            totals[stated][0] += right
            totals[stated][1] += len(table)
            cells.append(f"{right}/{len(table)}")
        print(f"{language:10}{cells[0]:>20}{cells[1]:>20}", flush=True)
        if options.misread:
            for phrase in phrases(language):
                if not phrase.is_right:
                    print(f"    {phrase.text!r}: expected {list(phrase.facts)}, read {list(phrase.found)}")
    for stated, name in ((True, "phrases"), (False, "negatives")):
        right, total = totals[stated]
        low, high = wilson(right, total)
        print(f"{name}: {right}/{total} = {right / total:.2%} [{low:.1%}, {high:.1%}]")


if __name__ == "__main__":
    started = time.perf_counter()
    main()
    print(f"{time.perf_counter() - started:.1f} s", file=sys.stderr)
