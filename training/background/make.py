"""Make `xlcheck/pair/background.npz`: the mean sentence vector of ordinary prose, per language.

    python training/background/make.py de-en.tsv.xz xlcheck/pair/background.npz

The input has lines `source <tab> German <tab> English`; only lines of the source `europarl` are used (proceedings of
the European Parliament: no known copyright restrictions). No text survives: a language becomes 512 half-precision
numbers.
"""

from __future__ import annotations

import lzma
import sys

import numpy as np

from xlcheck.embed import Encoder

SENTENCES = 4000
MIN_WORDS = 8


def main(corpus: str, target: str) -> None:
    """Read the corpus, encode, average, save."""
    texts: dict[str, list[str]] = {"de": [], "en": []}
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            source, german, english = line.rstrip("\n").split("\t")
            if source != "europarl":
                continue
            for code, text in (("de", german), ("en", english)):
                if len(texts[code]) < SENTENCES and len(text.split()) >= MIN_WORDS:
                    texts[code].append(text)
            if all(len(found) >= SENTENCES for found in texts.values()):
                break
    encoder = Encoder()
    means = {code: encoder.encode(found).mean(axis=0).astype(np.float16) for code, found in texts.items()}
    np.savez(target, **means)
    print({code: len(found) for code, found in texts.items()}, file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
