"""Findings that are known and accepted for now, so that a run reports only what is new.

A baseline is a JSON file with one entry a line, sorted, without line numbers and times: two people who make it from the
same articles get the same file, and a merge touches only the lines that differ. An entry is known by its fingerprint,
a hash of the check and the words that it quotes; equal findings are counted.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlcheck.errors import InputError
from xlcheck.safe_text import json_safe, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from xlcheck.model import Finding

VERSION = 1
EXCERPT_LIMIT = 80
_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From a version of the format to the next; a file of an old version is read through all that follow."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Entry:
    """One known finding.

    Attributes:
        pair: paths of the articles it is about, relative to the file, for readers; not compared.
        count: how many findings have this fingerprint.
        excerpt: the words it is about, for readers; empty for confidential text.
    """

    pair: tuple[str, ...]
    check: str
    fingerprint: str
    count: int = 1
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings, sorted."""

    entries: tuple[Entry, ...] = ()

    def counts(self) -> Counter[str]:
        """Return how many findings of each fingerprint are known."""
        counts: Counter[str] = Counter()
        for entry in self.entries:
            counts[entry.fingerprint] += entry.count
        return counts

    def without_stale(self, findings: Iterable[Finding]) -> Baseline:
        """Return the baseline with only what still occurs; nothing is added."""
        found = Counter(finding.fingerprint for finding in findings)
        kept = []
        for entry in self.entries:
            count = min(entry.count, found[entry.fingerprint])
            found[entry.fingerprint] -= count
            if count:
                kept.append(replace(entry, count=count))
        return Baseline(tuple(kept))

    def difference(self, other: Baseline) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        """Return what the other baseline adds to this one, and what it lacks."""
        here, there = self.counts(), other.counts()
        added = tuple(entry for entry in other.entries if there[entry.fingerprint] > here[entry.fingerprint])
        gone = tuple(entry for entry in self.entries if here[entry.fingerprint] > there[entry.fingerprint])
        return added, gone


def baseline_of(
    findings: Iterable[Finding], path_of: Callable[[str], str], *, folder: Path, excerpts: bool
) -> Baseline:
    """Return a baseline of findings.

    Args:
        path_of: the path of an article by its id.
        folder: where the file will lie; paths are written relative to it.
        excerpts: False keeps every word of the articles out.
    """
    entries: dict[tuple[tuple[str, ...], str, str], Entry] = {}
    for finding in findings:
        docs = dict.fromkeys(span.doc for span in (*finding.where, *finding.related))
        pair = tuple(sorted(_relative(path_of(doc), folder) for doc in docs))
        key = (pair, finding.check, finding.fingerprint)
        known = entries.get(key)
        if known:
            entries[key] = replace(known, count=known.count + 1)
        else:
            excerpt = one_line(finding.where[0].text, EXCERPT_LIMIT) if excerpts else ""
            entries[key] = Entry(pair=pair, check=finding.check, fingerprint=finding.fingerprint, excerpt=excerpt)
    return Baseline(tuple(entries[key] for key in sorted(entries)))


def _relative(path: str, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return Path(path).as_posix()


def written(baseline: Baseline) -> Iterator[str]:
    """Yield the file's text, one entry a line."""
    yield f'{{"version": {VERSION}, "findings": ['
    between = "\n"
    for entry in baseline.entries:
        record: dict[str, Any] = {
            "pair": list(entry.pair),
            "check": entry.check,
            "fingerprint": entry.fingerprint,
            "count": entry.count,
        }
        if entry.excerpt:
            record["excerpt"] = entry.excerpt
        yield between + json_safe(json.dumps(record, ensure_ascii=False))
        between = ",\n"
    yield "\n]}\n"


def read_baseline(path: Path) -> Baseline:
    """Read a baseline of this or an older version of the format.

    Raises:
        InputError: the file cannot be read, is no baseline, or was written by a newer xlcheck.
    """
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        hint = f"make one with: xlcheck baseline create PATH... --file {path}"
        raise InputError(f"the baseline {path} cannot be read: {error.strerror}", hint=hint) from error
    except ValueError as error:
        raise InputError(f"{path} is not valid JSON: {error}", hint="resolve merge conflicts in it first") from error
    version = table.get("version") if isinstance(table, dict) else None
    if not isinstance(version, int) or isinstance(version, bool) or "findings" not in table:
        raise InputError(f"{path} is no baseline", hint="one is made with: xlcheck baseline create")
    if version > VERSION:
        raise InputError(f"{path} was written by a newer xlcheck (format {version})", hint="update xlcheck")
    for step in range(version, VERSION):
        table = _UPGRADES[step](table)
    try:
        return Baseline(tuple(sorted(_entry(record) for record in table["findings"])))
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: an entry is incomplete: {error}") from error


def _entry(record: dict[str, Any]) -> Entry:
    return Entry(
        pair=tuple(str(path) for path in record["pair"]),
        check=str(record["check"]),
        fingerprint=str(record["fingerprint"]),
        count=int(record.get("count", 1)),
        excerpt=str(record.get("excerpt", "")),
    )
