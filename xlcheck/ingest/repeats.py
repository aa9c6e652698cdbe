"""Lines that several files of a corpus repeat word for word: footers and teasers that no rule knows.

Copies of one agency story repeat each other too, and background paragraphs return from story to story. So a full
sentence goes only where it stands at the edge of its article, is in five files or more, and most of the article is not
repeated; a shorter line needs three files.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from xlcheck.ingest.shape import SENTENCE_WORDS, word_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.ingest.marking import Marked, MarkedLine

SHORT_FILES = 3
SENTENCE_FILES = 5
_MAX_SHARE = 0.4
"""An article with a larger repeated part than this is a copy of another, not a page with a common footer."""


def skip_repeated(articles: Sequence[Marked]) -> None:
    """Skip body lines that several articles share, as said above."""
    counts = Counter(text for article in articles for text in {_key(line) for line in article.body})
    for article in articles:
        body = article.body
        repeated = [line for line in body if counts[_key(line)] >= SHORT_FILES]
        if not repeated or _length(repeated) > _MAX_SHARE * _length(body):
            continue
        common = {id(line) for line in (*_edge(body, counts), *_edge(body[::-1], counts))}
        for line in repeated:
            if id(line) in common or word_count(line.text) < SENTENCE_WORDS:
                line.skip("repeated", "repeated word for word in other files")


def _edge(lines: Iterable[MarkedLine], counts: Counter[str]) -> Iterable[MarkedLine]:
    for line in lines:
        if counts[_key(line)] < SENTENCE_FILES:
            return
        yield line


def _key(line: MarkedLine) -> str:
    return " ".join(line.text.split())


def _length(lines: Iterable[MarkedLine]) -> int:
    return sum(len(line.text) for line in lines)
