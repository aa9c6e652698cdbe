"""From pair scores to clusters: average-linkage agglomeration.

Single linkage would chain one running story into the next through a background piece that resembles both; the average
over all pairs of two groups does not (Sokal & Michener, 1958: UPGMA).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]


def cluster_by_average(items: Sequence[str], scores: Mapping[Pair, float], threshold: float) -> list[tuple[str, ...]]:
    """Merge the two groups with the highest mean score until none reaches the threshold.

    Args:
        items: ids.
        scores: by (smaller id, larger id); a pair that is missing counts as 0, so it keeps groups apart.

    Returns:
        Sorted groups of sorted ids, singles included. The order of `items` does not matter: ties go to the smaller ids.
    """
    groups: list[tuple[str, ...]] = []
    # An average reaches the threshold only if one of its terms does, so what no such score connects can be
    # clustered on its own.
    for component in _components(items, (pair for pair, score in scores.items() if score >= threshold)):
        groups.extend(_agglomerate(component, scores, threshold) if len(component) > 1 else [tuple(component)])
    return sorted(groups)


def _components(items: Sequence[str], edges: Iterable[Pair]) -> list[list[str]]:
    neighbours: dict[str, list[str]] = defaultdict(list)
    for left, right in edges:
        neighbours[left].append(right)
        neighbours[right].append(left)
    seen: set[str] = set()
    components = []
    for item in sorted(items):
        if item in seen:
            continue
        component, frontier = [], [item]
        seen.add(item)
        while frontier:
            component.append(current := frontier.pop())
            fresh = [other for other in neighbours[current] if other not in seen]
            seen.update(fresh)
            frontier.extend(dict.fromkeys(fresh))
        components.append(sorted(component))
    return components


def _agglomerate(items: list[str], scores: Mapping[Pair, float], threshold: float) -> list[tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {item: (item,) for item in items}
    links = {
        (left, right): scores[left, right]
        for place, left in enumerate(items)
        for right in items[place + 1 :]
        if (left, right) in scores
    }
    while links:
        (left, right), best = min(links.items(), key=lambda link: (-link[1], link[0]))
        if best < threshold:
            break
        sizes = len(groups[left]), len(groups[right])
        neighbours = {item for pair in links if left in pair or right in pair for item in pair} - {left, right}
        for other in neighbours:
            to_left, to_right = links.pop(_key(left, other), 0.0), links.pop(_key(right, other), 0.0)
            links[_key(left, other)] = (to_left * sizes[0] + to_right * sizes[1]) / sum(sizes)
        del links[left, right]
        groups[left] = tuple(sorted((*groups[left], *groups.pop(right))))
    return list(groups.values())


def _key(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)
