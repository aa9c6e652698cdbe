"""Files with words of unpublished articles: readable by their owner only, and never half written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write_private(path: Path, pieces: Iterable[str]) -> None:
    """Write a file aside and put it in its place when it is whole, so that an interrupted run leaves the old one.

    Raises:
        OSError: it cannot be written.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        handle = os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(pieces)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
