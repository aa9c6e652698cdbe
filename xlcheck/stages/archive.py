"""The articles of a run with everything that was read from each: on a shelf, but for a card of each.

What a run holds in memory is the cards, one vector an article (see `pairing`), and the articles of the story it is at.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from xlcheck.model import LineRole
from xlcheck.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xlcheck.model import Side

_MANY_LINES = 500
"""An article of a file with more lines shares the table of where they begin with the file's other articles."""

KEPT = 120_000_000
"""Bytes of articles that stay in memory as they are: some 5,000 short ones. With what belongs to them 200 MB."""

_RECENT = 16
"""Articles kept at hand: one pair after the other has the same story's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the summary of a run says about an article.

    Attributes:
        segments: sentences; `foreign` of them are in another language than English, `translated` have a translation.
    """

    id: str
    path: str
    language: str
    segments: int
    foreign: int
    translated: int
    skipped_lines: int


class Archive:
    """Sides by number, in the order in which they were added, and by article id."""

    def __init__(self, sides: Iterable[Side] = ()) -> None:
        self.cards: list[Card] = []
        self.languages: Counter[str] = Counter()
        self.numbers: dict[str, int] = {}
        self._sides: Shelf[Side] = Shelf(kept=KEPT, weigh=_weight)
        self._recent: dict[int, Side] = {}
        self._line_starts: dict[str, tuple[int, ...]] = {}
        for side in sides:
            self.add(side)

    def add(self, side: Side) -> None:
        """Put an article on the shelf."""
        article = side.article
        self.numbers[article.id] = len(self.cards)
        self.cards.append(_card(side))
        self.languages.update(segment.language for segment in side.segments)
        if len(article.line_starts) > _MANY_LINES:
            self._line_starts[article.path] = article.line_starts
            side = replace(side, article=replace(article, line_starts=()))
        self._sides.append(side)

    def __len__(self) -> int:
        return len(self.cards)

    def __getitem__(self, number: int) -> Side:
        if number not in self._recent:
            if len(self._recent) >= _RECENT:
                del self._recent[next(iter(self._recent))]
            self._recent[number] = self._fetch(number)
        return self._recent[number]

    def __iter__(self) -> Iterator[Side]:
        return (self[number] for number in range(len(self)))

    def parts(self, size: int) -> Iterator[list[Side]]:
        """Yield the articles in lists of at most `size`."""
        for start in range(0, len(self), size):
            yield [self[number] for number in range(start, min(start + size, len(self)))]

    def _fetch(self, number: int) -> Side:
        side = self._sides[number]
        if side.article.line_starts:
            return side
        starts = self._line_starts[side.article.path]
        return replace(side, article=replace(side.article, line_starts=starts))


def _weight(side: Side) -> int:
    """Return roughly how many bytes an article takes with its sentences and facts (measured: 29 a character)."""
    return 2_000 + 30 * len(side.article.text) + 8 * len(side.article.line_starts)


def _card(side: Side) -> Card:
    return Card(
        id=side.article.id,
        path=side.article.path,
        language=side.article.language,
        segments=len(side.segments),
        foreign=sum(segment.language not in ("en", "und") for segment in side.segments),
        translated=len(side.translations),
        skipped_lines=sum(line.role is LineRole.SKIPPED for line in side.article.lines),
    )
