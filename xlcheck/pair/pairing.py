"""Which articles tell the same story: what a manifest says, else what file names say, else what the texts say.

Articles that a manifest names are paired exactly as it says, and with nothing else. File names are believed unless the
texts surely have nothing in common; further articles may join such a group by content.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from xlcheck.model import Cluster, PairOrigin, PairReason
from xlcheck.pair.cluster import cluster_by_average, components
from xlcheck.pair.content import ContentResult, compare_by_content
from xlcheck.pair.event import (
    MIN_BEST_MATCH,
    SAME_EVENT,
    compare_contents,
    days_between,
    event_score,
    grade,
    surely_unrelated,
)
from xlcheck.pair.naming import group_by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from xlcheck.pair.article import PairingArticle, Sentences
    from xlcheck.pair.cluster import Pair
    from xlcheck.pair.manifest import NamedPairs

LISTED = 3
"""Names spelt out in a notice; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpaired:
    """An article that belongs to no cluster.

    Attributes:
        nearest: id of the article that came nearest, None where there was none to compare it with.
        score: how near, as a pair's score: 0…1, .5 at the bound; None where that was not looked at.
        reason: why it was not enough, in words.
    """

    article: str
    nearest: str | None
    score: float | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Clusters of two or more articles, the others, and what a reader should know about how they were found."""

    clusters: tuple[Cluster, ...] = ()
    unpaired: tuple[Unpaired, ...] = ()
    notices: tuple[str, ...] = ()


def pair_articles(
    articles: Iterable[PairingArticle],
    sentences: Sentences,
    *,
    named: NamedPairs | None = None,
    bound: float = SAME_EVENT,
) -> Pairing:
    """Find the clusters of articles that report one event, with the pairs to be compared.

    The result does not depend on the order of articles.

    Args:
        sentences: gives the sentence vectors of an article; called only for articles with a lead vector.
        named: pairs that a manifest names.
        bound: event score from which two articles are paired by content.
    """
    by_id = {article.id: article for article in sorted(articles, key=lambda article: article.id)}
    read = [pair for pair in (named.pairs if named else ()) if pair[0] in by_id and pair[1] in by_id]
    by_manifest = {pair: _plain(by_id, pair, PairOrigin.MANIFEST) for pair in read}
    closed = {name for pair in by_manifest for name in pair}
    free = [article for name, article in by_id.items() if name not in closed]
    by_name, refused = _by_name(by_id, free, sentences)
    content = compare_by_content(free, sentences, bound=bound, together=by_name)
    for pair in by_name.keys() & content.reasons.keys():
        by_name[pair] = replace(content.reasons[pair], origin=PairOrigin.NAMING)

    groups = [
        *components(closed, by_manifest),
        *_clusters_of_free(free, by_name, content, bound),
    ]
    reasons = {**content.reasons, **by_name, **by_manifest}
    clusters = [_cluster(group, reasons, by_id, bound) for group in groups if len(group) > 1]
    clusters = sorted(clusters, key=lambda cluster: cluster.articles)
    paired = {name for cluster in clusters for name in cluster.articles}
    alone = [article for article in free if article.id not in paired]
    return Pairing(
        clusters=tuple(clusters),
        unpaired=tuple(_unpaired(article, content, paired, bound) for article in alone),
        notices=_notices(clusters, refused, named, content),
    )


def _by_name(
    by_id: Mapping[str, PairingArticle], free: Sequence[PairingArticle], sentences: Sentences
) -> tuple[dict[Pair, PairReason], list[Pair]]:
    """Return the pairs that file names make, and those whose texts contradict their names."""
    believed: dict[Pair, PairReason] = {}
    refused: list[Pair] = []
    for group in group_by_name(free):
        for place, left in enumerate(group):
            for right in group[place + 1 :]:
                first, second = by_id[left], by_id[right]
                reason = _plain(by_id, (left, right), PairOrigin.NAMING)
                if first.lead is not None and second.lead is not None:
                    vectors = sentences(left), sentences(right)
                    if surely_unrelated(*vectors):
                        refused.append((left, right))
                        continue
                    same = first.language == second.language
                    found = compare_contents(*vectors, lead_cosine=0.0, days=reason.days, same_language=same)
                    reason = replace(found, origin=PairOrigin.NAMING, lead_cosine=None)
                believed[left, right] = reason
    return believed, sorted(set(refused) - set(believed))


def _plain(by_id: Mapping[str, PairingArticle], pair: Pair, origin: PairOrigin) -> PairReason:
    return PairReason(origin=origin, days=days_between(by_id[pair[0]].date, by_id[pair[1]].date))


def _clusters_of_free(
    free: Sequence[PairingArticle], by_name: Mapping[Pair, PairReason], content: ContentResult, bound: float
) -> list[tuple[str, ...]]:
    """Cluster by content around the groups that names make.

    An article without vectors cannot be compared, so it has no part in any average; it goes where its name takes it.
    """
    with_vectors = [article.id for article in free if article.lead is not None]
    comparable = set(with_vectors)
    named = components({name for pair in by_name for name in pair}, by_name)
    cores = [[name for name in group if name in comparable] for group in named]
    clusters = cluster_by_average(with_vectors, content.scores, bound, [core for core in cores if core])
    edges = [(group[0], other) for group in (*clusters, *named) for other in group[1:]]
    return components([article.id for article in free], edges)


def _cluster(
    group: Sequence[str], reasons: Mapping[Pair, PairReason], by_id: Mapping[str, PairingArticle], bound: float
) -> Cluster:
    found = []
    for place, left in enumerate(group):
        for right in group[place + 1 :]:
            reason = reasons.get((left, right))
            if reason is None:
                continue
            if reason.origin is not PairOrigin.CONTENT:
                found.append(((left, right, 1.0), reason))
            elif (score := event_score(reason)) >= bound:
                found.append(((left, right, round(grade(score), 4)), reason))
    dates = [date for name in group if (date := by_id[name].date)]
    return Cluster(
        articles=tuple(group),
        pairs=tuple(pair for pair, _ in found),
        date=min(dates, default=None),
        reasons=tuple(reason for _, reason in found),
    )


def _unpaired(article: PairingArticle, content: ContentResult, paired: set[str], bound: float) -> Unpaired:
    if article.lead is None:
        return Unpaired(
            article=article.id,
            nearest=None,
            score=None,
            reason=f"no sentence vectors: too little text, or {article.language} is neither covered nor translated",
        )
    nearest = content.nearest.get(article.id)
    if nearest is None:
        return Unpaired(article=article.id, nearest=None, score=None, reason="no other article is near its date")
    name, cosine = nearest
    reason = content.reasons.get((min(article.id, name), max(article.id, name)))
    if reason is None:
        words = f"the openings are too different (cosine {cosine:.2f}, {bound:.2f} needed)"
        return Unpaired(article=article.id, nearest=name, score=round(grade(cosine), 4), reason=words)
    score = event_score(reason)
    if reason.best_match is not None and reason.best_match < MIN_BEST_MATCH:
        words = f"too few sentences correspond (mean best match {reason.best_match:.2f}, {MIN_BEST_MATCH:.2f} needed)"
    elif score < bound:
        links = f"{reason.sure} sure and {reason.likely} likely" if reason.sure + reason.likely else "too few common"
        words = f"alike, but not enough ({score:.2f}, {bound:.2f} needed: openings {cosine:.2f}, {links} sentences)"
    else:
        where = "of the articles that it belongs with" if name in paired else "of the others around it"
        words = f"like this one ({score:.2f}), but too unlike the rest {where}"
    return Unpaired(article=article.id, nearest=name, score=round(grade(score), 4), reason=words)


def _notices(
    clusters: Sequence[Cluster], refused: Sequence[Pair], named: NamedPairs | None, content: ContentResult
) -> tuple[str, ...]:
    notices = []
    origins = [reason.origin for cluster in clusters for reason in cluster.reasons]
    counts = {origin: origins.count(origin) for origin in PairOrigin}
    if counts[PairOrigin.MANIFEST]:
        notices.append(f"{_pairs(counts[PairOrigin.MANIFEST])} named by the manifest, not found by content.")
    if counts[PairOrigin.NAMING]:
        notices.append(f"{_pairs(counts[PairOrigin.NAMING])} found by file name, not by content.")
    if named and named.absent:
        notices.append(f"The manifest names files that were not read: {_listed(named.absent)}.")
    if refused:
        listed = _listed([f"{left} and {right}" for left, right in refused])
        notices.append(f"Named as versions of one text, but the texts have nothing in common, so not paired: {listed}.")
    if content.too_large:
        notices.append(
            "Every article was compared with tens of thousands of others; an approximate index is much faster: "
            "pip install 'xlcheck[ann]'."
        )
    return tuple(notices)


def _pairs(count: int) -> str:
    return "1 pair of articles was" if count == 1 else f"{count} pairs of articles were"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - LISTED
    return ", ".join(names[:LISTED]) + (f" and {more} more" if more > 0 else "")
