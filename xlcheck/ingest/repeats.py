"""Lines that several files of a corpus repeat word for word: footers and teasers that no rule knows.

Copies of one agency story repeat each other too, and background paragraphs return from story to story. So a full
sentence goes only where it stands at the edge of its article, is in five files or more, and most of the article is not
repeated; a shorter line needs three files.
"""

from __future__ import annotations

import hashlib
from array import array
from typing import TYPE_CHECKING, TypeAlias

from xlcheck.ingest.shape import SENTENCE_WORDS, word_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlcheck.ingest.marking import Marked, MarkedLine

Counts: TypeAlias = "Mapping[int, int]"
"""In how many articles a line stands, by its hash; only lines in `SHORT_FILES` or more."""

SHORT_FILES = 3
SENTENCE_FILES = 5
_MAX_SHARE = 0.4
"""An article with a larger repeated part than this is a copy of another, not a page with a common footer."""


class LineCounter:
    """Counts in how many articles each line stands, eight bytes a line."""

    def __init__(self) -> None:
        self._hashes = array("Q")
        self._articles = 0

    def add(self, article: Marked) -> None:
        """Count the body lines of an article, each once."""
        self._hashes.extend({_hash(line) for line in article.body})
        self._articles += 1

    def repeated(self) -> Counts:
        """Return the lines that stand in several articles."""
        if self._articles < SHORT_FILES:
            return {}
        import numpy as np

        hashes, counts = np.unique(np.frombuffer(self._hashes, dtype=np.uint64), return_counts=True)
        often = counts >= SHORT_FILES
        return dict(zip(hashes[often].tolist(), counts[often].tolist(), strict=True))


def skip_repeated(article: Marked, counts: Counts) -> None:
    """Skip the body lines of an article that others share, as said above."""
    body = article.body
    times = {id(line): counts.get(_hash(line), 1) for line in body} if counts else {}
    repeated = [line for line in body if times.get(id(line), 1) >= SHORT_FILES]
    if not repeated or _length(repeated) > _MAX_SHARE * _length(body):
        return
    common = {id(line) for line in (*_edge(body, times), *_edge(body[::-1], times))}
    for line in repeated:
        if id(line) in common or word_count(line.text) < SENTENCE_WORDS:
            line.skip("repeated", "repeated word for word in other files")


def _edge(lines: Iterable[MarkedLine], times: Mapping[int, int]) -> Iterable[MarkedLine]:
    for line in lines:
        if times[id(line)] < SENTENCE_FILES:
            return
        yield line


def _hash(line: MarkedLine) -> int:
    folded = " ".join(line.text.split()).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(folded, digest_size=8).digest(), "little")


def _length(lines: Iterable[MarkedLine]) -> int:
    return sum(len(line.text) for line in lines)
