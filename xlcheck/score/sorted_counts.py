"""Counts under numbers, as two packed arrays that are searched by bisection.

A dictionary of half a million numbers takes fifteen times the memory, and a moment to build; a look-up here takes less
than a microsecond.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class SortedNumbers:
    """A set of numbers below 2⁶⁴."""

    def __init__(self, numbers: Any) -> None:
        """Take a NumPy array of unsigned numbers in ascending order, each once."""
        self._numbers = array("Q", numbers.astype("uint64", copy=False).tobytes())

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)

    def __contains__(self, number: int) -> bool:
        return self.place(number) >= 0

    def place(self, number: int) -> int:
        """Return the index of a number, or -1."""
        place = bisect_left(self._numbers, number)
        return place if place < len(self._numbers) and self._numbers[place] == number else -1


class SortedCounts:
    """How often each of many numbers was counted."""

    def __init__(self, keys: Any, counts: Any) -> None:
        """Take the numbers as `SortedNumbers` does, and a count below 2³² for each."""
        self._keys = SortedNumbers(keys)
        self._counts = array("I", counts.astype("uint32", copy=False).tobytes())
        if len(self._keys) != len(self._counts):
            raise ValueError(f"{len(self._keys)} keys, but {len(self._counts)} counts")

    def get(self, key: int, otherwise: int = 0) -> int:
        """Return the count of a key, or a value of the caller's where it was never counted.

        >>> import numpy
        >>> SortedCounts(numpy.array([3, 7]), numpy.array([10, 20])).get(7)
        20
        """
        place = self._keys.place(key)
        return self._counts[place] if place >= 0 else otherwise
