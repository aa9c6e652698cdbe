"""Two articles side by side: linked sentences in one row, the others beside them, with the words of findings marked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from xlcheck.model import LinkKind
from xlcheck.render.positions import position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import ArticlePair, Link, Side

MARKS_A_SENTENCE = 20
"""Findings marked in one sentence; all of them have their cards."""
FOLDED_FROM = 4
"""Sentences without a counterpart in a run from which on they are folded, unless a finding points at one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a finding points in an article: half-open, in code points; `card` is the finding's number on the page."""

    start: int
    end: int
    card: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence that the same findings point at.

    Attributes:
        cards: their numbers, the one with the fewest words first; empty where none does.
        anchors: those that point at nothing before it in this pair.
        opens: whether the words before it are not marked; `closes` likewise behind it.
    """

    text: str
    cards: tuple[int, ...] = ()
    anchors: tuple[int, ...] = ()
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its line in the file, and our English for it ("" where there is none)."""

    line: int
    language: str
    is_title: bool
    pieces: tuple[Piece, ...]
    english: str

    @property
    def marked(self) -> bool:
        """Whether a finding points at it."""
        return any(piece.cards for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Sentences that correspond, or a run of sentences on both sides that have no counterpart.

    Attributes:
        link: how far the link can be trusted, "" for sentences without counterpart.
    """

    source: tuple[Sentence, ...]
    english: tuple[Sentence, ...]
    link: str

    @property
    def folded(self) -> bool:
        """Whether it is long and nothing in it needs to be seen at once."""
        sentences = (*self.source, *self.english)
        longest = max(len(self.source), len(self.english))
        return not self.link and longest >= FOLDED_FROM and not any(sentence.marked for sentence in sentences)


def rows(pair: ArticlePair, source_marks: Sequence[Mark], english_marks: Sequence[Mark]) -> Iterator[Row]:
    """Yield the rows of a pair from top to bottom, in the order of the first article."""
    links = sorted(
        (link for link in pair.links if link.source and link.english),
        key=lambda link: (min(link.source), min(link.english)),
    )
    anchored: set[int] = set()
    left = _Column(pair.source, source_marks, {index for link in links for index in link.source}, anchored)
    right = _Column(pair.english, english_marks, {index for link in links for index in link.english}, anchored)
    for link in links:
        before = Row(source=left.alone(min(link.source)), english=right.alone(min(link.english)), link="")
        if before.source or before.english:
            yield before
        yield Row(source=left.sentences(link.source), english=right.sentences(link.english), link=_words(link))
    after = Row(source=left.alone(len(left)), english=right.alone(len(right)), link="")
    if after.source or after.english:
        yield after


def _words(link: Link) -> str:
    kind = "quotation, " if link.kind is LinkKind.QUOTE else ""
    return f"{kind}{link.link_class.value}"


class _Column:
    """One article of the pair, read from top to bottom."""

    def __init__(self, side: Side, marks: Sequence[Mark], linked: set[int], anchored: set[int]) -> None:
        self._side = side
        self._english = {item.segment: item.text for item in side.translations}
        self._marks = _by_sentence(side, marks)
        self._anchored = anchored
        self._waiting = [index for index in range(len(side.segments)) if index not in linked]
        self._shown = 0

    def __len__(self) -> int:
        return len(self._side.segments)

    def alone(self, before: int) -> tuple[Sentence, ...]:
        """Return the sentences without counterpart that stand before this one and were not returned yet."""
        first = self._shown
        while self._shown < len(self._waiting) and self._waiting[self._shown] < before:
            self._shown += 1
        return self.sentences(self._waiting[first : self._shown])

    def sentences(self, indexes: Sequence[int]) -> tuple[Sentence, ...]:
        return tuple(self._sentence(index) for index in indexes)

    def _sentence(self, index: int) -> Sentence:
        segment = self._side.segments[index]
        return Sentence(
            line=position(self._side.article, segment.span).line,
            language=segment.language,
            is_title=segment.is_title,
            pieces=tuple(self._pieces(index)),
            english=self._english.get(index, ""),
        )

    def _pieces(self, index: int) -> Iterator[Piece]:
        span = self._side.segments[index].span
        marks = self._marks.get(index, ())
        cuts = {span.start, span.end}
        for mark in marks:
            cuts |= {max(mark.start, span.start), min(mark.end, span.end)}
        runs = [(start, end, _over(marks, start, end)) for start, end in pairwise(sorted(cuts))]
        marked = [False, *(bool(cards) for _, _, cards in runs), False]
        for place, (start, end, cards) in enumerate(runs):
            anchors = tuple(card for card in cards if card not in self._anchored)
            self._anchored.update(anchors)
            text = span.text[start - span.start : end - span.start]
            yield Piece(text, cards, anchors, opens=not marked[place], closes=not marked[place + 2])


def _over(marks: Sequence[Mark], start: int, end: int) -> tuple[int, ...]:
    """Return the findings that point at a run of text, the one with the fewest words first."""
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    return tuple(dict.fromkeys(mark.card for mark in sorted(over, key=lambda mark: mark.end - mark.start)))


def _by_sentence(side: Side, marks: Sequence[Mark]) -> dict[int, list[Mark]]:
    starts = [segment.span.start for segment in side.segments]
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        index = max(bisect_right(starts, mark.start) - 1, 0)
        while index < len(starts) and starts[index] < mark.end:
            here = found.setdefault(index, [])
            if side.segments[index].span.end > mark.start and len(here) < MARKS_A_SENTENCE:
                here.append(mark)
            index += 1
    return found
