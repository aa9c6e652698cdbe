"""Digests of a pack's files: written down when it is installed, so that damage can be told later.

The manifest also saves time: as long as a file has the size and the time of change that it was installed with, its
digest is taken from there, and a model of 100 MB need not be read only to name it in a report.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME = "xlcheck-manifest.json"
_SCHEMA = "xlcheck-pack/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    """What a file was when its pack was installed; `changed` is its modification time in nanoseconds."""

    sha256: str
    size: int
    changed: int


def write_manifest(folder: Path) -> None:
    """Write down the files of a pack folder."""
    records = {
        path.relative_to(folder).as_posix(): asdict(_record(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != NAME
    }
    content = json.dumps({"schema": _SCHEMA, "files": records}, indent=1, sort_keys=True)
    (folder / NAME).write_text(content + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> dict[str, FileRecord] | None:
    """Return what was written down, or None for a pack without a readable manifest."""
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
        if content["schema"] != _SCHEMA:
            return None
        return {str(name): FileRecord(**record) for name, record in content["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def file_digest(folder: Path, name: str) -> str:
    """Return the SHA-256 of a pack's file, in hex; from the manifest while the file is as it was installed."""
    path = folder / name
    status = path.stat()
    record = (read_manifest(folder) or {}).get(name)
    if record is not None and (record.size, record.changed) == (status.st_size, status.st_mtime_ns):
        return record.sha256
    return _digest(path, status.st_size, status.st_mtime_ns)


def changed_files(folder: Path, manifest: dict[str, FileRecord]) -> list[str]:
    """Return what is missing from a pack or differs from its manifest, in words; every file is read."""
    problems = []
    for name, record in sorted(manifest.items()):
        path = folder / name
        if not path.is_file():
            problems.append(f"{name} is missing")
        elif _record(path).sha256 != record.sha256:
            problems.append(f"{name} has changed")
    return problems


def _record(path: Path) -> FileRecord:
    status = path.stat()
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FileRecord(sha256=digest, size=status.st_size, changed=status.st_mtime_ns)


@lru_cache(maxsize=64)
def _digest(path: Path, size: int, changed: int) -> str:
    """Remembered by size and time of change, for packs without a manifest."""
    return _record(path).sha256
