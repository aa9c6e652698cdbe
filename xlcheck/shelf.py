"""A list of which only the beginning is in memory: what a run reads of a hundred thousand articles does not fit.

The first values stay as they are, up to a number of bytes, so that a small corpus costs nothing; all further ones are
pickled into a file. It has no name, so nobody else can open it and nothing is left behind, however a run ends. Only
what this process itself put there is ever read back.
"""

from __future__ import annotations

import pickle
import tempfile
import weakref
import zlib
from array import array
from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Item = TypeVar("Item")
Record = TypeVar("Record")

SPOOL = 8_000_000
"""Bytes of pickled values up to which there is no file yet."""
_LEVEL = 1
"""Of compression: a third of the size for a tenth of the time that pickling takes."""


class Shelf(Sequence[Item]):
    """Values by number, in the order in which they were added. They must not be changed: some come back as copies.

    Args:
        kept: bytes of values that stay in memory as they are.
        weigh: roughly how many bytes a value takes in memory; without it none stays.
    """

    def __init__(
        self, items: Iterable[Item] = (), *, kept: int = 0, weigh: Callable[[Item], int] | None = None
    ) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=SPOOL)  # noqa: SIM115
        weakref.finalize(self, self._file.close)
        self._ends = array("Q", [0])
        self._kept: list[Item] = []
        self._room = kept
        self._weigh = weigh
        for item in items:
            self.append(item)

    def append(self, item: Item) -> None:
        """Add a value at the end."""
        if self._weigh is not None and self._room > 0:
            self._room -= self._weigh(item)
            self._kept.append(item)
            return
        packed = zlib.compress(pickle.dumps(item, pickle.HIGHEST_PROTOCOL), _LEVEL)
        self._file.seek(self._ends[-1])
        self._file.write(packed)
        self._ends.append(self._ends[-1] + len(packed))

    def __len__(self) -> int:
        return len(self._kept) + len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> list[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | list[Item]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        number = range(len(self))[place]
        if number < len(self._kept):
            return self._kept[number]
        number -= len(self._kept)
        start, end = self._ends[number], self._ends[number + 1]
        self._file.seek(start)
        found: Item = pickle.loads(zlib.decompress(self._file.read(end - start)))  # noqa: S301 - our own, see above
        return found


class View(Sequence[Item], Generic[Record, Item]):
    """A sequence made of another one's values when they are asked for; it compares, shows and pickles like a tuple.

    Args:
        records: what is kept of each value.
        make: makes the value of a record.
        keys: what can be said of each value without making it, in the order of this sequence.
        order: numbers of the records, in the order of this sequence; as they are if left out.

    Attributes:
        records: as given, for whoever needs no more than that.
    """

    def __init__(
        self,
        records: Sequence[Record],
        make: Callable[[Record], Item],
        *,
        keys: Sequence[Hashable] = (),
        order: Sequence[int] | None = None,
    ) -> None:
        self.keys = keys
        self.records = records
        self._make = make
        self._order = range(len(records)) if order is None else order

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, place: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(place, slice):
            return tuple(self._make(self.records[number]) for number in self._order[place])
        return self._make(self.records[self._order[place]])

    def __iter__(self) -> Iterator[Item]:
        return (self._make(self.records[number]) for number in self._order)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (View, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (tuple(self),)  # whoever unpickles it has no access to the file
