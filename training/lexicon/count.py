"""Step 1: align the training pairs word by word and write how often words are aligned.

    python training/lexicon/count.py de-en.tsv.xz counts.tsv.xz --without DEVELOPMENT_FILE…

The input has lines `source <tab> foreign <tab> English`; the output `foreign <tab> English <tab> weighted count`.
Pairs that share a sentence with a development file are left out, and how many they are is printed; the run fails when
one is left. Needs `sil-thot` (extra `training`) and 6 GB of memory for a million pairs.
"""

from __future__ import annotations

import argparse
import lzma
from pathlib import Path

from align import counts as aligned_counts
from align import trained
from corpus import development_sentences, is_shared, overlap, read_pairs, tokenised

WEIGHTS = {
    "tatoeba": 3.0,
    "europarl": 3.0,
    "bible": 1.0,
    "mozilla_www": 1.0,
    "libreoffice_help": 0.3,
    "libreoffice_ui": 0.3,
    "php_manual": 0.2,
    "ms_docs_ht": 0.2,
    "ms_docs_mt": 0.1,
}
"""Everyday sentences and debates know the senses that news uses; documentation mostly adds further words."""
LEAST = 0.05
"""Weighted count below which a pair of words is not written."""


def main() -> None:
    """Read, align, count, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("counts", type=Path)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    options = parser.parse_args()

    rows = list(read_pairs(options.pairs, WEIGHTS))
    development = development_sentences(options.without)
    print(f"pairs sharing a sentence with {len(development)} files:", told(overlap(rows, development)))
    rows = [row for row in rows if not is_shared(row, development)]
    left = overlap(rows, development)
    print(f"after leaving them out, {len(rows)} pairs:", told(left), flush=True)
    if any(left.values()):
        raise SystemExit("the training pairs contain development sentences")

    pairs = tokenised(rows)
    del rows
    found = aligned_counts(pairs, trained(pairs, inverse=False), trained(pairs, inverse=True))
    with lzma.open(options.counts, "wt", encoding="utf-8", preset=3) as target:
        for foreign in sorted(found):
            for english, count in sorted(found[foreign].items()):
                if count >= LEAST:
                    target.write(f"{foreign}\t{english}\t{count:.2f}\n")


def told(counts: dict[str, int]) -> str:
    """Return what to print of the overlaps: the files that have any."""
    return ", ".join(f"{name} {count}" for name, count in counts.items() if count) or "none"


if __name__ == "__main__":
    main()
