"""The words that a finding is about, in their sentence: marked, shortened around the marks, and harmless to show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.safe_text import ELLIPSIS, for_ci_log, single_spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.model import Span
    from xlcheck.render.lookup import Lookup

SHOWN_SPANS = 4
"""Marks in one excerpt; what is beyond them is counted in `Excerpt.more`, not shown."""
WORD_REACH = 20
"""How far, in code points, a cut may move outwards to fall between two words."""
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of an excerpt, safe to show; `marked` if the finding points at it."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Sentences of one article with the spans of a finding marked.

    Attributes:
        fragments: in reading order, never empty.
        more: how many further spans of the finding are not in it.
    """

    fragments: tuple[Fragment, ...]
    more: int = 0

    @property
    def text(self) -> str:
        """The excerpt without its marks."""
        return "".join(fragment.text for fragment in self.fragments)


def excerpt(lookup: Lookup, spans: Sequence[Span], limit: int) -> Excerpt:
    """Return the sentences around spans of one article, cut to about `limit` code points around the spans.

    Args:
        lookup: index of the report that the spans belong to.
        spans: at least one, all of one article, in any order.
        limit: code points of the article to show; a cut may move outwards by a word.
    """
    text = lookup.article(spans[0].doc).text
    marks = _merged((span.start, span.end) for span in spans)
    shown = marks[:SHOWN_SPANS]
    sentences = _merged(lookup.surroundings(span) for span in spans if span.start <= shown[-1][1])
    if sum(end - start for start, end in sentences) <= limit:
        windows = sentences
    else:
        windows = _merged(_window(text, mark, _holding(sentences, mark), limit // len(shown)) for mark in shown)
    fragments = _pieces(text, windows, sentences, shown)
    return Excerpt(fragments=tuple(_tidy(fragments)), more=len(marks) - len(shown))


Range = tuple[int, int]


def _merged(ranges: Iterable[Range]) -> list[Range]:
    """Return the union of ranges as sorted ranges that do not touch."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _holding(sentences: list[Range], mark: Range) -> Range:
    return next((start, end) for start, end in sentences if start <= mark[0] <= end)


def _window(text: str, mark: Range, sentence: Range, budget: int) -> Range:
    """Return the part of a sentence around a mark that fits into the budget, cut between words where possible."""
    end = min(mark[1], mark[0] + budget)
    reach = (budget - (end - mark[0])) // 2
    low, high = mark[0] - reach, end + reach
    # What one side does not need, the other may use.
    low, high = low - max(high - sentence[1], 0), high + max(sentence[0] - low, 0)
    if low > sentence[0]:
        spaces = [match.end() for match in _SPACE.finditer(text, max(low - WORD_REACH, sentence[0]), low)]
        low = spaces[-1] if spaces else low
    if high < sentence[1]:
        space = _SPACE.search(text, high, min(high + WORD_REACH, sentence[1]))
        high = space.start() if space else high
    return max(low, sentence[0]), min(high, sentence[1])


def _pieces(text: str, windows: list[Range], sentences: list[Range], marks: list[Range]) -> Iterator[Fragment]:
    """Yield the windows' text with the marks in it and an ellipsis wherever something was left out."""
    begins = {start for start, _ in sentences}
    ends = {end for _, end in sentences}
    previous: int | None = None
    for start, end in windows:
        cut = start not in begins or (previous is not None and previous not in ends)
        if previous is not None and text[previous : min(start, previous + WORD_REACH)].strip():
            cut = True
        if cut:
            yield Fragment(f" {ELLIPSIS} ")
        elif previous is not None:
            yield Fragment(" ")
        at = start
        for low, high in marks:
            low, high = max(low, start), min(high, end)
            if low < high:
                yield Fragment(text[at:low])
                yield Fragment(text[low:high], marked=True)
                at = high
        yield Fragment(text[at:end])
        previous = end
    if previous is not None and previous not in ends:
        yield Fragment(f" {ELLIPSIS}")


def _tidy(fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    """Make each fragment safe to show, drop empty ones and the space at both ends."""
    safe = [Fragment(for_ci_log(single_spaced(item.text)), item.marked) for item in fragments]
    kept = [item for item in safe if item.text]
    for index, item in enumerate(kept):
        text = item.text.lstrip() if index == 0 else item.text
        yield Fragment(text.rstrip() if index == len(kept) - 1 else text, item.marked)
