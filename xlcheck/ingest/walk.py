"""Which files the user means: arguments in a fixed order, folders all the way down, every file once."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from xlcheck.model import Failure, Skipped

if TYPE_CHECKING:
    from collections.abc import Sequence

STDIN = "-"
_ABOUT_THE_FOLDER = ("readme", "license", "licence")
_ARTICLES_HINT = "give text, Markdown, HTML or JSON files, a folder of them, or - for standard input"


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file to be read; `path` is as the user named it, `named` whether the user named the file itself."""

    path: str
    named: bool


@dataclass(slots=True)
class Inputs:
    """What was found, and what of it will not be read."""

    files: list[InputFile] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    stdin: bool = False


def find_inputs(paths: Sequence[str]) -> Inputs:
    """Find the files behind the arguments, in an order that depends neither on theirs nor on the file system's."""
    inputs = Inputs()
    seen: set[tuple[int, int]] = set()
    named = sorted({path if path == STDIN else shown(Path(path)) for path in paths})
    folders: list[Path] = []
    for path in named:
        if path == STDIN:
            inputs.stdin = True
            continue
        try:
            status = Path(path).stat()
        except OSError as error:
            inputs.failures.append(_unreachable(Path(path), error))
            continue
        if stat.S_ISDIR(status.st_mode):
            folders.append(Path(path))
        elif _is_new(status, seen):
            inputs.files.append(InputFile(path=path, named=True))
    # Files named by themselves come first, so that one which also lies in a named folder counts as named.
    visited: set[tuple[int, int]] = set()
    for folder in folders:
        if _walk(folder, inputs, seen, visited) == 0:
            inputs.skipped.append(Skipped(path=shown(folder), reason="the folder is empty"))
    return inputs


def shown(path: Path) -> str:
    """Return a path as reports show it: with forward slashes."""
    return path.as_posix()


def _walk(folder: Path, inputs: Inputs, seen: set[tuple[int, int]], visited: set[tuple[int, int]]) -> int | None:
    """Collect the files below a folder and return how many entries it has; None where there is no telling."""
    try:
        if not _is_new(folder.stat(), visited):
            return None  # a link that leads back, or a folder named twice
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        entries = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        inputs.failures.append(_unreadable_folder(folder, error))
        return None
    links: list[Path] = []
    for entry in entries:
        path = folder / entry.name
        try:
            status = path.stat()
        except OSError:
            inputs.skipped.append(Skipped(path=shown(path), reason="a link that leads nowhere, or a file out of reach"))
            continue
        if stat.S_ISDIR(status.st_mode):
            if entry.is_symlink():
                links.append(path)
            else:
                _walk(path, inputs, seen, visited)
        elif not stat.S_ISREG(status.st_mode):
            inputs.skipped.append(Skipped(path=shown(path), reason="not a regular file"))
        elif entry.name.lower().startswith(_ABOUT_THE_FOLDER):
            inputs.skipped.append(Skipped(path=shown(path), reason="describes the folder, is no article"))
        elif _is_new(status, seen):
            inputs.files.append(InputFile(path=shown(path), named=False))
    # Real folders first: a file is known by its own path rather than by a link's.
    for path in links:
        _walk(path, inputs, seen, visited)
    return len(entries)


def _is_new(status: os.stat_result, seen: set[tuple[int, int]]) -> bool:
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return False
    seen.add(key)
    return True


def _unreachable(path: Path, error: OSError) -> Failure:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Failure(where=shown(path), message="no such file or folder", hint=_nearest(path))
    return Failure(where=shown(path), message=f"cannot be reached: {error.strerror}", hint="check its permissions")


def _unreadable_folder(folder: Path, error: OSError) -> Failure:
    message = f"the folder cannot be read: {error.strerror}"
    return Failure(where=shown(folder), message=message, hint="check its permissions")


def _nearest(path: Path) -> str:
    """Suggest the name in the same folder that is most like a missing one."""
    from difflib import get_close_matches

    try:
        names = sorted(entry.name for entry in os.scandir(path.parent))
    except OSError:
        return f"there is no folder {shown(path.parent)}"
    close = get_close_matches(path.name, names, n=1, cutoff=0.6)
    return f"did you mean {shown(path.parent / close[0])}?" if close else _ARTICLES_HINT
