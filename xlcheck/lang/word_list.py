"""Many words in little memory: one sorted block of bytes, searched by bisection, decoded word by word when asked."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_END = ord("\n")
_SHELF = 32
"""Words between two that are looked at by bisection; the few between them are searched as bytes, in C."""


class WordList:
    """A list of words: `list[i]` is a word, `find(word)` its place.

    A dictionary of 200,000 words costs 30 MB and a tenth of a second; this costs its letters and next to no time.
    """

    def __init__(self, block: NDArray[np.uint8]) -> None:
        """Take UTF-8 words, sorted by code point, each ended by a line feed (see `packed`)."""
        import numpy as np

        self._bytes = block.tobytes()
        self._ends = np.flatnonzero(block == _END).astype(np.uint32)
        places = range(0, len(self._ends), _SHELF)
        self._firsts = [self._raw(place) for place in places]
        self._starts = [self._start(place) for place in places] + [len(self._bytes)]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._ends)

    def __getitem__(self, place: int) -> str:
        """Return a word."""
        return self._raw(place).decode("utf-8")

    def find(self, word: str) -> int | None:
        """Return the place of a word, None for one that is not in the list."""
        wanted = word.encode("utf-8", "replace")
        shelf = bisect_right(self._firsts, wanted) - 1
        if shelf < 0 or b"\n" in wanted:
            return None
        if self._firsts[shelf] == wanted:
            return shelf * _SHELF
        # The line feed before the first word of the next shelf ends the last word of this one.
        start = self._starts[shelf]
        found = self._bytes.find(b"\n" + wanted + b"\n", start, self._starts[shelf + 1])
        return None if found < 0 else shelf * _SHELF + self._bytes.count(b"\n", start, found + 1)

    def _raw(self, place: int) -> bytes:
        return self._bytes[self._start(place) : self._ends[place]]

    def _start(self, place: int) -> int:
        return int(self._ends[place - 1]) + 1 if place else 0


def packed(words: Sequence[str]) -> NDArray[np.uint8]:
    """Return the block of a `WordList`; the words must be sorted and hold no line feed."""
    import numpy as np

    return np.frombuffer("".join(word + "\n" for word in words).encode("utf-8"), dtype=np.uint8)
