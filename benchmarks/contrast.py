"""Contraries by vectors: how many planted antonyms lie above a margin that few correct pairs reach?

    python benchmarks/contrast.py ANTONYMS.jsonl.gz CLEAN.jsonl.gz… [--category antonym]

The first file has JSON objects with `lang`, `source`, `bad` and `category`, the others `lang`, `source` and `english`,
all presumably correct. For each pair the strongest margin of a rewrite counts (`xlcheck.embed.contrast`). Prints, for
shares of correct pairs that are flagged by mistake, the margin and the share of antonyms found; languages that the
encoder does not know are left out.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from common import read_set, share

from xlcheck.embed import COVERED, Contrasts, Encoder
from xlcheck.extract.cues.polarity import NEGATOR, extract_polarity
from xlcheck.lang.contraries import rewrites
from xlcheck.model import Span

SHARES = (0.001, 0.002, 0.003, 0.005, 0.01, 0.05)
NOTHING = -99.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bad", type=Path)
    options.add_argument("clean", type=Path, nargs="+")
    options.add_argument("--category", default="antonym")
    options.add_argument("--limit", type=int)
    arguments = options.parse_args()
    contrasts = Contrasts(Encoder())

    def margin(language: str, source: str, english: str) -> float:
        ours, theirs = negators(english, "en"), negators(source, language)
        if bool(ours) != bool(theirs):
            return NOTHING
        found = contrasts.compare(source, english, rewrites(english, "en", negators=tuple(ours)))
        return max((item.margin for item in found), default=NOTHING)

    clean = np.array(
        [
            margin(item["lang"], item["source"], item["english"])
            for path in arguments.clean
            for item in read_set(path, limit=arguments.limit)
            if item["lang"] in COVERED
        ]
    )
    bad = np.array(
        [
            margin(item["lang"], item["source"], item["bad"])
            for item in read_set(arguments.bad)
            if item["lang"] in COVERED and item["category"] == arguments.category
        ]
    )
    above = (clean[:, None] < bad[None, :]).mean() + (clean[:, None] == bad[None, :]).mean() / 2
    print(f"{len(clean)} correct pairs, {len(bad)} with an error; area under the curve {above:.3f}")
    print(f"{'flagged':>8} {'margin':>7} {'found'}")
    for wanted in SHARES:
        level = float(np.quantile(clean, 1 - wanted))
        print(f"{wanted:8.1%} {level:7.2f} {share(int((bad > level).sum()), len(bad))}")


def negators(text: str, language: str) -> list[tuple[int, int]]:
    cues = extract_polarity(Span(doc="", start=0, end=len(text), text=text), language)
    return [(cue.span.start, cue.span.end) for cue in cues if cue.strength == NEGATOR]


if __name__ == "__main__":
    main()
