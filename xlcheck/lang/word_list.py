"""Many words in little memory: one sorted block of bytes, searched by bisection, decoded word by word when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_END = ord("\n")


class WordList:
    """A list of words: `list[i]` is a word, `find(word)` its place.

    A dictionary of 200,000 words costs 30 MB and a tenth of a second; this costs its letters and next to no time.
    """

    def __init__(self, block: NDArray[np.uint8]) -> None:
        """Take UTF-8 words, sorted by code point, each ended by a line feed (see `packed`)."""
        import numpy as np

        self._bytes = block.tobytes()
        self._ends = np.flatnonzero(block == _END).astype(np.uint32)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._ends)

    def __getitem__(self, place: int) -> str:
        """Return a word."""
        return self._raw(place).decode("utf-8")

    def find(self, word: str) -> int | None:
        """Return the place of a word, None for one that is not in the list."""
        wanted = word.encode("utf-8", "replace")
        low, high = 0, len(self._ends)
        while low < high:
            middle = (low + high) // 2
            if self._raw(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self._ends) and self._raw(low) == wanted else None

    def _raw(self, place: int) -> bytes:
        start = int(self._ends[place - 1]) + 1 if place else 0
        return self._bytes[start : self._ends[place]]


def packed(words: Sequence[str]) -> NDArray[np.uint8]:
    """Return the block of a `WordList`; the words must be sorted and hold no line feed."""
    import numpy as np

    return np.frombuffer("".join(word + "\n" for word in words).encode("utf-8"), dtype=np.uint8)
