"""Progress on standard error: a bar for people who wait at a terminal, nothing for anybody else."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TextIO

from xlcheck.safe_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

NAME_LIMIT = 40


class Progress(Protocol):
    """What a long job tells about itself."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Begin a stage of `total` steps; None where the number is not known. The stage before it is over."""

    def advance(self, steps: int = 1) -> None:
        """Say that `steps` more steps of the stage are done; before the first stage it says nothing."""


class NoProgress:
    """Tells nobody."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Do nothing."""

    def advance(self, steps: int = 1) -> None:
        """Do nothing."""


SILENT: Progress = NoProgress()
"""The progress of a caller who does not ask."""


class TerminalProgress:
    """Draws one bar, which is replaced from stage to stage and gone at the end."""

    def __init__(self, bar: RichProgress) -> None:
        self._bar = bar
        self._task: TaskID | None = None

    def stage(self, name: str, total: int | None = None) -> None:
        """Replace the bar by a new one."""
        if self._task is not None:
            self._bar.remove_task(self._task)
        self._task = self._bar.add_task(one_line(name, NAME_LIMIT), total=total)

    def advance(self, steps: int = 1) -> None:
        """Move the bar on."""
        if self._task is not None:
            self._bar.advance(self._task, steps)


@contextmanager
def progress_on(stream: TextIO, *, wanted: bool = True) -> Iterator[Progress]:
    """Give a progress that draws on `stream` if that is a terminal which can redraw a line, else one that is silent.

    Args:
        stream: standard error, as a rule; never the stream that carries the report.
        wanted: False for `--quiet`.
    """
    if not wanted or not stream.isatty():
        yield NoProgress()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as RichProgress

    console = Console(file=stream)
    if console.is_dumb_terminal:
        yield NoProgress()
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with RichProgress(*columns, console=console, transient=True) as bar:
        yield TerminalProgress(bar)
