"""Step 3: the words of all texts as the network will meet them (`xlcheck.embed.comparer`), kept on disk.

A vector of a word is kept in 512 bytes, as shares of its largest number, which costs less exactness than the noise that
is added in training; a million words take half a gigabyte.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from xlcheck.embed import Encoder
from xlcheck.embed.comparer import words_of
from xlcheck.embed.encoder import DIMENSIONS
from xlcheck.embed.pieces import read_pieces, unit

Floats = np.ndarray[Any, np.dtype[np.float32]]
MOST_WORDS = 64
"""Words of a text that are learned from."""
LARGEST = 127
"""Of a number in eight bits."""
_BATCH = 2048


def encode_texts(texts: Iterable[str], folder: Path) -> None:
    """Write the words of each text: `words.i8`, `traits.f16`, and `words.json`, which tells what stands where.

    Args:
        texts: without white space at the ends, none empty; repeated ones are encoded once.
    """
    ordered = sorted(set(texts), key=lambda text: (len(text), text))
    counts: list[int] = []
    files = (folder / "words.i8").open("wb"), (folder / "traits.f16").open("wb")
    with files[0] as vectors, files[1] as traits, Encoder().single_thread() as model:
        for start in range(0, len(ordered), _BATCH):
            for pieces in read_pieces(model, ordered[start : start + _BATCH]):
                words = words_of(pieces, MOST_WORDS)
                vectors.write(quantised(words.vectors).tobytes())
                traits.write(words.traits.astype(np.float16).tobytes())
                counts.append(len(words.traits))
            if start % (20 * _BATCH) == 0:
                print(f"encoded {len(counts)} of {len(ordered)} texts", flush=True)
    with (folder / "words.json").open("w", encoding="utf-8") as target:
        json.dump({"texts": ordered, "counts": counts}, target, ensure_ascii=False)


def quantised(rows: Floats) -> np.ndarray[Any, np.dtype[np.int8]]:
    """Return rows in eight bits; only their lengths are lost."""
    largest = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-6)
    return np.round(rows / largest * LARGEST).astype(np.int8)


class Store:
    """The words of texts, read from disk as they are needed.

    Args:
        folder: where `encode_texts` has written.

    Attributes:
        number: of each text.
        counts: words of each text, by number.
    """

    def __init__(self, folder: Path) -> None:
        index = json.loads((folder / "words.json").read_text(encoding="utf-8"))
        self.number = {text: number for number, text in enumerate(index["texts"])}
        self.counts = np.array(index["counts"], dtype=np.int64)
        self._starts = np.concatenate([[0], np.cumsum(self.counts)])
        self._vectors = np.memmap(folder / "words.i8", dtype=np.int8, mode="r").reshape(-1, DIMENSIONS)
        self._traits = np.memmap(folder / "traits.f16", dtype=np.float16, mode="r").reshape(-1, 2)

    def vectors(self, number: int) -> Floats:
        """Return the words of a text as unit vectors, shape (words, 512)."""
        rows = self._vectors[self._starts[number] : self._starts[number + 1]]
        return np.asarray(unit(rows.astype(np.float32)), dtype=np.float32)

    def traits(self, number: int) -> Floats:
        """Return the traits of the words of a text (`network.Words`), shape (words, 2)."""
        return self._traits[self._starts[number] : self._starts[number + 1]].astype(np.float32)

    def batch(self, numbers: Sequence[int]) -> tuple[Floats, Floats, np.ndarray[Any, np.dtype[np.bool_]]]:
        """Return vectors, traits, and where there is a word, of texts padded to the longest.

        Shapes (texts, words, 512), (texts, words, 2) and (texts, words).
        """
        longest = max(int(self.counts[number]) for number in numbers)
        vectors = np.zeros((len(numbers), longest, DIMENSIONS), dtype=np.float32)
        traits = np.zeros((len(numbers), longest, 2), dtype=np.float32)
        there = np.zeros((len(numbers), longest), dtype=np.bool_)
        for row, number in enumerate(numbers):
            count = int(self.counts[number])
            vectors[row, :count], traits[row, :count] = self.vectors(number), self.traits(number)
            there[row, :count] = True
        return vectors, traits, there
