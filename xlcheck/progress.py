"""How a long run tells how far it is, without knowing who listens."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager


class Progress(Protocol):
    """Somebody who wants to know how far a run is."""

    def stage(self, name: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Open a stage of `total` steps; the value of the `with` block is called with each number of finished steps."""


class _Silent:
    """Nobody listens."""

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:
        """Count nothing."""
        del name, total
        yield lambda _steps: None


SILENT: Progress = _Silent()
