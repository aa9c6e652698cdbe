"""Step 3: turn counts of aligned words, and phrases, into a lexicon: smoothed probabilities, pruned.

python training/lexicon/pack.py counts.tsv.xz phrases.tsv.xz xlcheck/lang/lexicon/lexicon.de-en.npz
"""

from __future__ import annotations

import argparse
import lzma
from collections import defaultdict
from pathlib import Path

from align import ONE_DIRECTION
from count import WEIGHTS
from rapidfuzz.distance.Indel import normalized_similarity as ratio

from xlcheck.lang.lexicon_table import LONGEST_WORD, save

UNSEEN = 1.0
"""Weighted count set aside, for every word, for translations that the training text does not show (additive
smoothing): the rarer a word, the less sure its senses."""
LEAST_PROBABILITY = 0.02
MOST_SENSES = 8
ONCE = frozenset(round(weight * share, 2) for weight in WEIGHTS.values() for share in (1.0, ONE_DIRECTION))
"""Weighted counts of a pair of words that was aligned a single time."""
LEAST_SHARE = 0.25
"""Share of the pairs with a foreign word in which a phrase stands, from which the phrase is a translation of it."""
COGNATES = 0.6
"""Similarity of spelling from which a single time is enough; of others too many are accidents of alignment."""


def main() -> None:
    """Read, prune, save, and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=Path)
    parser.add_argument("phrases", type=Path)
    parser.add_argument("lexicon", type=Path)
    options = parser.parse_args()

    table: dict[str, dict[str, float]] = defaultdict(dict)
    totals: dict[str, float] = defaultdict(float)
    with lzma.open(options.counts, "rt", encoding="utf-8") as lines:
        for line in lines:
            foreign, english, count = line.rstrip("\n").split("\t")
            if _is_word(foreign) and _is_word(english):
                table[foreign][english] = float(count)
                totals[english] += float(count)

    phrases: dict[str, list[tuple[str, float]]] = defaultdict(list)
    with lzma.open(options.phrases, "rt", encoding="utf-8") as lines:
        for line in lines:
            foreign, phrase, share = line.rstrip("\n").split("\t")
            phrases[foreign].append((phrase, float(share)))

    rows = []
    for foreign in sorted(table):
        count = sum(table[foreign].values())
        entries = [
            (english, part / (count + UNSEEN), part / (totals[english] + UNSEEN))
            for english, part in table[foreign].items()
            if part not in ONCE or ratio(foreign.lower(), english.lower()) >= COGNATES
        ]
        kept = sorted((e for e in entries if e[1] >= LEAST_PROBABILITY), key=lambda e: (-e[1], e[0]))[:MOST_SENSES]
        if kept:
            # A phrase tells as much about the foreign word as the word of it that tells most.
            backward = {english.lower(): back for english, _, back in entries}
            for phrase, share in phrases[foreign]:
                if share >= LEAST_SHARE:
                    told = max((backward.get(word, 0.0) for word in phrase.lower().split()), default=0.0)
                    kept.append((phrase, share * count / (count + UNSEEN), told))
            kept.sort(key=lambda e: (-e[1], e[0]))
            rows.append((foreign, count, kept))
    options.lexicon.parent.mkdir(exist_ok=True)
    save(options.lexicon, rows)
    senses = sum(len(kept) for _, _, kept in rows)
    print(f"{len(rows)} forms, {senses} senses, {options.lexicon.stat().st_size / 1e6:.2f} MB")


def _is_word(text: str) -> bool:
    return text[0].isalpha() and len(text) <= LONGEST_WORD and "\n" not in text


if __name__ == "__main__":
    main()
