"""Which articles a run is about, where it reads more than it reports on: incoming ones beside an archive.

The others are read to be compared with. Stories without an article in focus are not looked at, nor is what an article
out of focus says by itself.
"""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xlcheck.errors import UsageError
from xlcheck.ingest import find_inputs
from xlcheck.model import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from xlcheck.model import Cluster, Finding, MissingPack
    from xlcheck.stages.archive import Card


def paths_in_focus(paths: Sequence[str], changed: Set[str] | None) -> frozenset[str]:
    """Return the paths of the articles to report on, as articles carry them.

    Args:
        paths: what was asked for: files, folders and "-".
        changed: absolute paths to which a report is limited, None for no limit.
    """
    found = [file.path for file in find_inputs(paths).files] + (["-"] if "-" in paths else [])
    if changed is not None:
        found = [path for path in found if Path(path).resolve().as_posix() in changed]
    return frozenset(found)


def stories_about(clusters: Iterable[Cluster], focus: Set[str]) -> tuple[Cluster, ...]:
    """Return the stories with an article in focus, of each the pairs in which one is, and the articles of these."""
    found = []
    for cluster in clusters:
        reasons = cluster.reasons or (None,) * len(cluster.pairs)
        kept = [
            (pair, reason)
            for pair, reason in zip(cluster.pairs, reasons, strict=True)
            if pair[0] in focus or pair[1] in focus
        ]
        if kept:
            names = {name for pair, _ in kept for name in pair[:2]}
            found.append(
                replace(
                    cluster,
                    articles=tuple(name for name in cluster.articles if name in names),
                    pairs=tuple(pair for pair, _ in kept),
                    reasons=tuple(reason for _, reason in kept if reason is not None),
                )
            )
    return tuple(found)


def findings_about(findings: Iterable[Finding], focus: Set[str]) -> list[Finding]:
    """Return the findings that point at an article in focus, on either side."""
    return [f for f in findings if any(span.doc in focus for span in (*f.where, *f.related))]


def changed_since(reference: str, folder: Path) -> frozenset[str]:
    """Return the absolute paths of the files that differ from a commit, new ones that git does not know included.

    Raises:
        UsageError: the folder is in no git repository, git is missing, or there is no such commit.
    """
    if reference.startswith("-"):  # git would take it for an option
        raise UsageError(f"--since: {reference!r} is no commit")
    top = Path(_git(folder, "rev-parse", "--show-toplevel").strip())
    changed = _git(top, "diff", "--name-only", "-z", "--diff-filter=d", reference, "--")
    unknown = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    names = [name for name in (changed + unknown).split("\0") if name]
    return frozenset((top / name).as_posix() for name in names)


def _git(folder: Path, *arguments: str) -> str:
    # No shell; what a user gives cannot begin with a dash.
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise UsageError(f"--since needs git, which cannot be run: {error.strerror}") from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise UsageError(f"--since: git says: {told}", hint="give a commit, a branch or a tag of this repository")
    return done.stdout.decode("utf-8", "surrogateescape")


def uncovered(cards: Sequence[Card], paired: Set[str], missing: Iterable[MissingPack]) -> tuple[Failure, ...]:
    """Return a failure for every article and language that could not be looked at as a whole (`--require-coverage`)."""
    untranslated = (
        Failure(where=pack.language, message="not translated: no language pack", hint=f"run: {pack.command}")
        for pack in missing
    )
    alone = (
        Failure(
            where=card.path, message="compared with no other article", hint="nothing about the same event was found"
        )
        for card in cards
        if card.id not in paired
    )
    return (*untranslated, *alone)
