"""What pairing keeps of an article: where it stands, its language, its date, and one vector for its opening.

One kilobyte an article, so that an archive of 100,000 fits into memory; sentence vectors are asked for by id, and only
for articles that are already near each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from xlcheck.align.similarity_matrix import Matrix
    from xlcheck.model import Article

Half: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.float16]]"
HalfMatrix: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.float16]]"
Sentences: TypeAlias = "Callable[[str], Matrix]"
"""From an article's id to the unit vectors of its content sentences in order, shape (n, 512)."""

LEAD_SENTENCES = 6
"""News puts the event first; later sentences are background that other days of a story share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingArticle:
    """What pairing needs to know of an article.

    Attributes:
        path: file of the article; with the id it is what file naming looks at.
        language_confidence: 0…1, how sure the detector is.
        lead: mean vector of the first content sentences, shape (512,); None where none of them has a vector.
    """

    id: str
    path: str
    language: str
    language_confidence: float = 1.0
    date: dt.date | None = None
    lead: Half | None = None


def pairing_article(article: Article, opening: Matrix | HalfMatrix) -> PairingArticle:
    """Return what pairing needs of an article.

    Args:
        opening: unit vectors of its first content sentences, in order; more than `LEAD_SENTENCES` are not looked at.
    """
    return PairingArticle(
        id=article.id,
        path=article.path,
        language=article.language,
        language_confidence=article.language_confidence,
        date=article.date,
        lead=opening[:LEAD_SENTENCES].mean(axis=0, dtype=np.float32).astype(np.float16) if len(opening) else None,
    )
