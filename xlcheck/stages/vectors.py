"""Sentence vectors of all articles of a run: made once, kept on a shelf, one of each article in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from xlcheck.embed import COVERED, Half
from xlcheck.pair import pairing_article
from xlcheck.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.embed import Encoder, Vectors
    from xlcheck.model import Side
    from xlcheck.pair import PairingArticle
    from xlcheck.render.progress import Progress
    from xlcheck.stages.archive import Archive

PAIRING_WORDS = 8
"""Shorter sentences say too little about what an article is about."""
ARTICLES_AT_A_TIME = 500
"""Enough sentences for batches of one length, few enough for 50 MB."""

KEPT = 50_000_000
"""Bytes of vectors that stay in memory: those of the articles that do (see `archive`)."""


class SentenceVectors:
    """The vectors of an archive's sentences.

    Attributes:
        articles: what pairing needs to know of each article, in the archive's order.
    """

    def __init__(self) -> None:
        self.articles: list[PairingArticle] = []
        self._vectors: Shelf[tuple[Half, list[int]]] = Shelf(kept=KEPT, weigh=_weight)
        self._numbers: dict[str, int] = {}

    def add(self, side: Side, encoder: Encoder) -> None:
        """Put an article's vectors on the shelf; what the encoder does not know yet, it encodes."""
        texts = readable_texts(side)
        vectors: Half = encoder.encode(texts).astype(np.float16)
        content = _content_places(texts)
        self._numbers[side.article.id] = len(self.articles)
        self.articles.append(pairing_article(side.article, vectors[content]))
        self._vectors.append((vectors, content))

    def of_content(self, article: str) -> Vectors:
        """Return the vectors of the sentences that pairing looks at, in order."""
        vectors, content = self._vectors[self._numbers[article]]
        return vectors[content].astype(np.float32)

    def teach(self, encoder: Encoder, sides: Iterable[Side]) -> None:
        """Let an encoder know what is on the shelf about these articles."""
        texts: list[str] = []
        parts: list[Half] = []
        for side in sides:
            texts += readable_texts(side)
            parts.append(self._vectors[self._numbers[side.article.id]][0])
        if texts:
            encoder.teach(texts, np.concatenate(parts))


def encode_archive(archive: Archive, encoder: Encoder, progress: Progress) -> SentenceVectors:
    """Encode all sentences of all articles that can be encoded."""
    found = SentenceVectors()
    progress.stage("encoding", sum(archive.languages[code] for code in COVERED))
    for part in archive.parts(ARTICLES_AT_A_TIME):
        encoder.encode([text for side in part for text in readable_texts(side)], progress=progress.advance)
        for side in part:
            found.add(side, encoder)
    return found


def _weight(item: tuple[Half, list[int]]) -> int:
    return 300 + item[0].nbytes + 8 * len(item[1])


def readable_texts(side: Side) -> list[str]:
    """Return the sentences that have vectors, each once; one in another language is there in its translation."""
    translations = {item.segment: item for item in side.translations}
    texts = []
    for segment in side.segments:
        translation = translations.get(segment.index)
        if segment.language in COVERED:
            texts.append(segment.text)
        elif translation is not None and translation.tells_the_gist:
            texts.append(translation.text)
    return list(dict.fromkeys(texts))


def _content_places(texts: Sequence[str]) -> list[int]:
    """Return the places of the sentences that pairing looks at; a flash has only short ones."""
    return [place for place, text in enumerate(texts) if _is_content(text)] or list(range(len(texts)))


def _is_content(text: str) -> bool:
    words = len(text.split())
    return words >= PAIRING_WORDS or (words <= 2 and len(text) >= 2 * PAIRING_WORDS)  # scripts without spaces
