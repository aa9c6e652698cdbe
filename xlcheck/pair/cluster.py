"""From pair scores to clusters: average-linkage agglomeration.

Single linkage would chain one running story into the next through a background piece that resembles both; the average
over all pairs of two groups does not (Sokal & Michener, 1958: UPGMA). Sums of scores are kept on a sparse graph and the
best pair of groups is taken from a heap, so an archive costs what its edges cost.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]


def cluster_by_average(
    items: Sequence[str],
    scores: Mapping[Pair, float],
    threshold: float,
    together: Iterable[Sequence[str]] = (),
) -> list[tuple[str, ...]]:
    """Merge the two groups with the highest mean score until none reaches the threshold.

    Args:
        items: ids.
        scores: by (smaller id, larger id); a pair that is missing counts as 0, so it keeps groups apart.
        together: disjoint groups of ids that are merged beforehand, whatever their scores.

    Returns:
        Sorted groups of sorted ids, singles included. The order of `items` does not matter: ties go to the smaller ids.
    """
    groups = {item: [item] for item in items}
    owner = {item: item for item in items}
    for names in together:
        first, *others = sorted(names)
        for other in others:
            owner[other] = first
            groups[first] += groups.pop(other)
    sums: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (left, right), score in sorted(scores.items()):
        a, b = owner[left], owner[right]
        if a != b:
            sums[a][b] = sums[b][a] = sums[a].get(b, 0.0) + score
    heap = [(-_mean(groups, sums, a, b), a, b) for a, near in sums.items() for b in near if a < b]
    heap = [entry for entry in heap if -entry[0] >= threshold]
    heapify(heap)
    while heap:
        negative, a, b = heappop(heap)
        # A group that has grown or gone since has other means: what is out of date is passed over.
        if a not in groups or b not in groups or b not in sums[a] or -negative != _mean(groups, sums, a, b):
            continue
        groups[a] += groups.pop(b)
        near_b = sums.pop(b)
        for other, total in near_b.items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
        for other in sums[a]:
            mean = _mean(groups, sums, a, other)
            if mean >= threshold:
                heappush(heap, (-mean, min(a, other), max(a, other)))
    return sorted(tuple(sorted(names)) for names in groups.values())


def components(items: Iterable[str], edges: Iterable[Pair]) -> list[tuple[str, ...]]:
    """Return the groups of items that edges connect, sorted, singles included."""
    parent = {item: item for item in items}

    def root(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for left, right in edges:
        a, b = sorted((root(left), root(right)))
        parent[b] = a
    found: defaultdict[str, list[str]] = defaultdict(list)
    for item in sorted(parent):
        found[root(item)].append(item)
    return sorted(tuple(names) for names in found.values())


def _mean(groups: Mapping[str, list[str]], sums: Mapping[str, dict[str, float]], a: str, b: str) -> float:
    return sums[a][b] / (len(groups[a]) * len(groups[b]))
