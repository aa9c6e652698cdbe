"""Three and more versions of one fact: which belong together, what most of them say, and who is the odd one out.

Works on whatever names a fact (a span, an index), so that quantities and utterances are grouped by the same rules.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled(Generic[Key]):
    """The versions of one fact.

    Attributes:
        readings: groups of versions that agree with each other, the best supported first.
        supports: in how many articles each reading stands, same order.
    """

    readings: tuple[tuple[Key, ...], ...]
    supports: tuple[int, ...]

    @property
    def majority(self) -> tuple[Key, ...]:
        """The reading of two or more articles that more articles have than any other; empty where there is none."""
        if self.supports[0] < 2 or (len(self.supports) > 1 and self.supports[1] == self.supports[0]):
            return ()
        return self.readings[0]

    @property
    def odd(self) -> tuple[Key, ...]:
        """The versions that say something else than the majority; empty where there is no majority."""
        return tuple(key for reading in self.readings[1:] for key in reading) if self.majority else ()


def group_over_links(links: Iterable[tuple[Key, Key]]) -> tuple[tuple[Key, ...], ...]:
    """Return what hangs together over links between pairs, each group and all groups in order of first appearance.

    >>> group_over_links([("a1", "b1"), ("c2", "d2"), ("b1", "c1")])
    (('a1', 'b1', 'c1'), ('c2', 'd2'))
    """
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]  # halve the way for whoever comes next
            key = parent[key]
        return key

    for one, two in links:
        first, second = root(one), root(two)
        if first != second:
            parent[second] = first
    groups: dict[Key, list[Key]] = {}
    for key in parent:
        groups.setdefault(root(key), []).append(key)
    return tuple(tuple(members) for members in groups.values())


def reconcile(
    versions: Sequence[Key], agreements: Iterable[tuple[Key, Key]], article: Callable[[Key], str]
) -> Reconciled[Key]:
    """Sort the versions of one fact into readings.

    Args:
        versions: all versions of the fact.
        agreements: pairs of versions that say the same; others than those in `versions` are ignored.
        article: names the article that a version stands in; one article counts once however often it repeats itself.
    """
    known = set(versions)
    same = [(key, key) for key in versions]
    same += [(one, two) for one, two in agreements if one in known and two in known]
    readings = sorted(group_over_links(same), key=lambda keys: -len({article(key) for key in keys}))
    return Reconciled(
        readings=tuple(readings), supports=tuple(len({article(key) for key in keys}) for keys in readings)
    )
