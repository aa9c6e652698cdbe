"""Make `xlcheck/score/garble/words_en.npz`: which English words exist.

    python training/garble/make_words.py american-english-large british-english-large words_en.npz

The input are the word lists of SCOWL up to size 70 (Debian packages `wamerican-large` and `wbritish-large`; licence in
`licenses/SCOWL.txt`). Kept are 32-bit checksums of the words in small letters, as differences of neighbours.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from xlcheck.score.fluency import word_key

SHORTEST = 3


def main(*arguments: str) -> None:
    """Read the lists, save."""
    *lists, target = arguments
    words: set[str] = set()
    for path in lists:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            if line.isalpha() and len(line) >= SHORTEST:
                words.add(line.lower())
    keys = np.unique(np.array([word_key(word) for word in words], dtype=np.uint32))
    np.savez_compressed(target, steps=np.diff(keys, prepend=np.uint32(0)).astype(np.uint32))
    print(len(words), "words", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
