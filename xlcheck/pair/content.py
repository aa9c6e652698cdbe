"""Pairing by content: articles whose openings are about the same thing, on about the same day.

News puts the event first, so an article is represented by the mean of its first sentences, less what all prose has in
common. Running stories look alike for weeks; what tells two days of one story apart is the date where both are known,
and sentences that surely say the same.

Measured on halves of news articles against halves of their translations that share no sentence (`benchmarks/pair.py`;
88 ru-en and 35 de-en documents): the right half is the nearest for 77 % and 89 %, mostly because other articles report
the same event; at the bound 56 % and 71 % of the halves are paired, and 8 of 7,656 and 2 of 1,190 pairs of other
articles, of which 7 and none report one event on reading. All 123 whole translations are paired.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from xlcheck.pair.background import batch_backgrounds, unit_rows
from xlcheck.pair.cluster import components
from xlcheck.pair.event import DATE_WINDOW, MAX_BONUS, compare_contents, days_between, event_score
from xlcheck.pair.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.align.similarity_matrix import Matrix
    from xlcheck.model import PairReason
    from xlcheck.pair.article import PairingArticle, Sentences
    from xlcheck.pair.cluster import Pair
    from xlcheck.pair.nearest import Cosines, Rows

SHORTLIST = 20
"""Nearest articles by lead vector that are looked at closely."""
COMPLETED_UP_TO = 200
"""Groups of near articles up to this size are compared in full, since a story of thirty outlets has more pairs than the
shortlists hold; larger ones are running stories, where more pairs would only be more work."""
_CHUNK = 8192
_SENTENCES_KEPT = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentResult:
    """What the contents of articles say about which of them belong together.

    Attributes:
        scores: by (smaller id, larger id), above 0 only.
        reasons: the same for all pairs that were looked at closely.
        nearest: for each article the one with the most similar opening within reach, and the cosine.
        too_large: whether the approximate index should have been used, had it been installed.
    """

    scores: dict[Pair, float]
    reasons: dict[Pair, PairReason]
    nearest: dict[str, tuple[str, float]]
    too_large: bool = False


def compare_by_content(
    articles: Sequence[PairingArticle], sentences: Sentences, *, bound: float, together: Iterable[Pair] = ()
) -> ContentResult:
    """Score the pairs of articles that may report one event.

    Args:
        articles: sorted by id; those without vectors are left out.
        bound: score from which two articles are paired; pairs that cannot reach it are looked at only where others
            connect them.
        together: pairs of ids that belong together whatever their texts say.
    """
    articles = [article for article in articles if article.lead is not None]
    if len(articles) < 2:
        return ContentResult(scores={}, reasons={}, nearest={})
    leads = _centred(articles)
    near = nearest(leads, [article.date for article in articles], count=SHORTLIST, window=DATE_WINDOW)
    cosines = _cosines(leads, near.left, near.right)
    fetch = lru_cache(maxsize=_SENTENCES_KEPT)(sentences)

    def compare(pairs: _Pairs, bound: float) -> dict[Pair, PairReason]:
        found = {}
        for i, j, cosine in pairs.rows():
            first, second = articles[i], articles[j]
            found[first.id, second.id] = compare_contents(
                fetch(first.id),
                fetch(second.id),
                lead_cosine=cosine,
                days=days_between(first.date, second.date),
                same_language=first.language == second.language,
                bound=bound,
            )
        return found

    close = cosines >= bound - MAX_BONUS
    reasons = compare(_Pairs(near.left[close], near.right[close], cosines[close]), bound)
    # What is compared so far decides which articles may come together; whether they do, their average decides, and for
    # that every pair of them counts, however low.
    rows = {article.id: row for row, article in enumerate(articles)}
    edges = [pair for pair, reason in reasons.items() if event_score(reason) >= bound]
    connected = {pair for pair in (*edges, *together) if pair[0] in rows and pair[1] in rows}
    groups = components({name for pair in connected for name in pair}, sorted(connected))
    left, right = _missing(groups, rows, set(edges))
    reasons |= compare(_Pairs(left, right, _cosines(leads, left, right)), 0.0)
    return ContentResult(
        scores={pair: score for pair, reason in reasons.items() if (score := event_score(reason)) > 0},
        reasons=reasons,
        nearest=_best(articles, near.left, near.right, cosines),
        too_large=near.too_large,
    )


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of rows with the cosines of their leads."""

    left: Rows
    right: Rows
    cosines: Cosines

    def rows(self) -> Iterator[tuple[int, int, float]]:
        return zip(self.left.tolist(), self.right.tolist(), self.cosines.tolist(), strict=True)


def _centred(articles: Sequence[PairingArticle]) -> Matrix:
    """Return unit vectors of the openings less what their languages have in common, shape (n, 512)."""
    leads: Matrix = np.stack([article.lead for article in articles if article.lead is not None]).astype(np.float32)
    languages = np.array([article.language for article in articles])
    known = {str(language): leads[languages == language] for language in np.unique(languages)}
    for language, mean in batch_backgrounds(known).items():
        leads[languages == language] -= mean
    return unit_rows(leads)


def _cosines(leads: Matrix, left: Rows, right: Rows) -> Cosines:
    """Return the cosine of each pair of rows, rounded: the same whatever else is in the batch."""
    parts = [
        np.einsum(
            "ij,ij->i",
            leads[left[start : start + _CHUNK]],
            leads[right[start : start + _CHUNK]],
            dtype=np.float64,
        )
        for start in range(0, len(left), _CHUNK)
    ]
    cosines: Cosines = np.round(np.concatenate(parts), 4) if parts else np.zeros(0)
    return cosines


def _missing(groups: Iterable[Sequence[str]], rows: dict[str, int], known: set[Pair]) -> tuple[Rows, Rows]:
    """Return the pairs of rows that are not known, inside groups that are small enough to be compared in full."""
    pairs = [
        (rows[left], rows[right])
        for group in groups
        if len(group) <= COMPLETED_UP_TO
        for place, left in enumerate(group)
        for right in group[place + 1 :]
        if (left, right) not in known
    ]
    both = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _best(
    articles: Sequence[PairingArticle], left: Rows, right: Rows, cosines: Cosines
) -> dict[str, tuple[str, float]]:
    """Return each article's neighbour with the highest cosine, the one with the smallest id among equals."""
    best: dict[str, tuple[str, float]] = {}
    one, other = np.concatenate([left, right]), np.concatenate([right, left])
    twice = np.concatenate([cosines, cosines])
    order = np.lexsort((other, -twice, one))
    firsts = order[np.unique(one[order], return_index=True)[1]]
    for i, j, cosine in zip(one[firsts].tolist(), other[firsts].tolist(), twice[firsts].tolist(), strict=True):
        best[articles[i].id] = (articles[j].id, cosine)
    return best
