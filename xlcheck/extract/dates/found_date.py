"""A date with its place in a sentence, and which parts of the sentence are still free for another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.model import DateFact, RelativeDate, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date with its place in the sentence."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    relative: RelativeDate | None = None

    def fact(self, span: Span) -> DateFact:
        """Return the date as a fact of the sentence."""
        return DateFact(
            span=span.sub(self.start, self.end),
            year=self.year,
            month=self.month,
            day=self.day,
            weekday=self.weekday,
            hour=self.hour,
            minute=self.minute,
            relative=self.relative,
        )


class Free:
    """Which parts of the text no date has claimed yet."""

    def __init__(self, text: str) -> None:
        self._taken = bytearray(len(text))

    def block(self, places: Iterable[tuple[int, int]]) -> None:
        """Keep dates out of these places."""
        for start, end in places:
            self._taken[start:end] = b"\x01" * (end - start)

    def claim(self, items: Iterator[FoundDate]) -> list[FoundDate]:
        """Keep the items that overlap nothing claimed before; several facts of one match share its place."""
        kept: list[FoundDate] = []
        for item in items:
            same = kept and (kept[-1].start, kept[-1].end) == (item.start, item.end) and item not in kept[-2:]
            if same or not any(self._taken[item.start : item.end]):
                self._taken[item.start : item.end] = b"\x01" * (item.end - item.start)
                kept.append(item)
        return kept
