"""Three and more versions of one fact: which belong together, what most of them say, and who is the odd one out.

Works on whatever names a fact (a span, an index), so that quantities and utterances are grouped by the same rules.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

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


def group_one_each(
    links: Iterable[tuple[Key, Key, float]], article: Callable[[Key], str]
) -> tuple[tuple[Key, ...], ...]:
    """Return what hangs together over links of known sureness, no article twice in a group; in order of sureness.

    The surest links are followed first; one that would bring two facts of one article into a group is left out. For
    facts that an article states once, such as somebody's words: two similar quotations of one article are two.

    >>> group_one_each([("a1", "b1", 0.9), ("b1", "a2", 0.8), ("a2", "c1", 0.7)], lambda key: key[0])
    (('a1', 'b1'), ('a2', 'c1'))
    """
    groups: dict[Key, dict[str, Key]] = {}
    for one, two, _ in sorted(links, key=lambda link: -link[2]):
        first = groups.setdefault(one, {article(one): one})
        second = groups.setdefault(two, {article(two): two})
        if first is not second and not first.keys() & second.keys():
            first.update(second)
            groups.update(dict.fromkeys(second.values(), first))
    distinct = {id(group): tuple(group.values()) for group in groups.values()}
    return tuple(group for group in distinct.values() if len(group) > 1)


def likely_original(languages: Mapping[str, str], dates: Mapping[str, dt.date | None]) -> str:
    """Return the article that the others probably render, "" where nothing tells.

    The one article in another language among English ones; else the one that was published first.

    Args:
        languages: by article; `dates` likewise.
    """
    foreign = [name for name, language in languages.items() if language != "en"]
    if len(foreign) == 1:
        return foreign[0]
    known = {name: day for name in languages if (day := dates.get(name)) is not None}
    first = [name for name, day in known.items() if day == min(known.values())]
    return first[0] if len(known) == len(languages) and len(first) == 1 else ""
