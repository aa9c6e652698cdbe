"""Files of what texts came to, such as sentence vectors, so that a text is encoded once and for all.

SQLite, keyed by a hash of the text: they hold no text. They are only caches: a file that cannot be read or written is
done without, never an error of the run.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    Row = np.ndarray[tuple[int], np.dtype[np.float32]]
    HalfRow = np.ndarray[tuple[int], np.dtype[np.float16]]

SENTENCES = b"use-multilingual-3/f16/1"
"""Kind of the sentence vectors."""
CONTRAST_ROWS = b"use-multilingual-3/contrast/1"
"""Kind of the rows that compare rewrites of a sentence with it."""
_CHUNK = 500
"""Keys a query; SQLite's historic limit is 999 variables."""


class RowFile:
    """Bytes by text, kept in `path` (created with mode 0600, its folder with 0700).

    Args:
        path: the file, which may be shared with rows of another kind.
        kind: what the rows are, part of every key: those of another model or rounding must never be met. At most 64
            bytes.
    """

    def __init__(self, path: Path, *, kind: bytes) -> None:
        self._path = path
        self._kind = kind

    def get(self, texts: Sequence[str]) -> dict[str, bytes]:
        """Return those of the texts that are in the file, with their rows."""
        if not self._path.is_file():
            return {}
        by_key = {self._key(text): text for text in texts}
        keys = sorted(by_key)
        found: dict[str, bytes] = {}
        try:
            with closing(sqlite3.connect(self._path, timeout=5)) as connection:
                for start in range(0, len(keys), _CHUNK):
                    part = keys[start : start + _CHUNK]
                    marks = ",".join("?" * len(part))
                    rows = connection.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part)  # noqa: S608
                    found.update((by_key[key], row) for key, row in rows)
        except sqlite3.Error:
            return {}
        return found

    def put(self, rows: Mapping[str, bytes]) -> None:
        """Add rows; a file that cannot be written is left alone."""
        try:
            if not self._path.exists():
                self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                os.close(os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600))
            with closing(sqlite3.connect(self._path, timeout=5)) as connection, connection:
                connection.execute("PRAGMA journal_mode=WAL")
                # A crash may lose the last rows, which are made again; the file stays whole.
                connection.execute("PRAGMA synchronous=NORMAL")
                connection.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)")
                keyed = [(self._key(text), row) for text, row in rows.items()]
                connection.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", keyed)
        except (OSError, sqlite3.Error):
            return

    def _key(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16, key=self._kind).digest()


class VectorCache:
    """Vectors by text in half precision, kept as in `RowFile`."""

    def __init__(self, path: Path, *, kind: bytes = SENTENCES) -> None:
        self._file = RowFile(path, kind=kind)

    def get(self, texts: Sequence[str]) -> dict[str, Row]:
        """Return those of the texts that are in the cache, with their vectors."""
        rows = self._file.get(texts)
        return {text: np.frombuffer(row, dtype="<f2").astype(np.float32) for text, row in rows.items()}

    def put(self, vectors: Mapping[str, HalfRow]) -> None:
        """Add vectors."""
        self._file.put({text: vector.astype("<f2").tobytes() for text, vector in vectors.items()})
