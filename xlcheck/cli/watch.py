"""`xlcheck check --watch`: check again whenever a file under the paths changes.

Vectors and translations are kept between runs, so that only what changed is computed anew.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SECONDS = 1.0
"""Between two looks at the files; editors write in bursts, and nobody reads a report faster."""

Snapshot = tuple[tuple[str, int, int], ...]


def snapshot(paths: Sequence[str]) -> Snapshot:
    """Return path, time of change and size of every file that would be read."""
    from pathlib import Path

    from xlcheck.ingest import find_inputs

    found = []
    for file in find_inputs(paths).files:
        try:
            status = Path(file.path).stat()
        except OSError:  # gone since it was found
            continue
        found.append((file.path, status.st_mtime_ns, status.st_size))
    return tuple(found)


def watch(paths: Sequence[str], run: Callable[[], object], *, seconds: float = SECONDS) -> None:
    """Run now and after every change, until interrupted.

    Args:
        paths: files and folders to look at.
        run: what to do; an exit that it asks for ends the run, not the watching.
    """
    seen: Snapshot | None = None
    while True:
        now = snapshot(paths)
        if now != seen:
            if seen is not None:
                time.sleep(seconds / 2)  # let a burst of writing end
                now = snapshot(paths)
            seen = now
            with suppress(typer.Exit):
                run()
            typer.echo("xlcheck: watching for changes; Ctrl-C ends it", err=True)
        time.sleep(seconds)
