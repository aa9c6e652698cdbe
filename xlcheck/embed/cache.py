"""A file of sentence vectors, so that a text is encoded once and for all.

One SQLite file, half precision, keyed by a hash of the text: it holds no text. It is only a cache: a file that cannot
be read or written is done without, never an error of the run.
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

SENTENCES = b"use-multilingual-3/f16/1"
"""Kind of the sentence vectors."""
PAIR_VIEWS = b"use-multilingual-3/pair/2"
"""Kind of the rows that compare two sentences."""
CONTRAST_ROWS = b"use-multilingual-3/contrast/1"
"""Kind of the rows that compare rewrites of a sentence with it."""
_CHUNK = 500
"""Keys a query; SQLite's historic limit is 999 variables."""


class VectorCache:
    """Vectors by text, kept in `path` (created with mode 0600, its folder with 0700).

    Args:
        path: the file, which may be shared with caches of another kind.
        kind: what the vectors are, part of every key: another model or rounding must never meet these vectors.
    """

    def __init__(self, path: Path, *, kind: bytes = SENTENCES) -> None:
        self._path = path
        self._kind = kind

    def get(self, texts: Sequence[str]) -> dict[str, np.ndarray[tuple[int], np.dtype[np.float32]]]:
        """Return those of the texts that are in the cache, with their vectors."""
        if not self._path.is_file():
            return {}
        by_key = {self._key(text): text for text in texts}
        keys = sorted(by_key)
        found: dict[str, np.ndarray[tuple[int], np.dtype[np.float32]]] = {}
        try:
            with closing(sqlite3.connect(self._path, timeout=5)) as connection:
                for start in range(0, len(keys), _CHUNK):
                    part = keys[start : start + _CHUNK]
                    marks = ",".join("?" * len(part))
                    rows = connection.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part)  # noqa: S608
                    for key, blob in rows:
                        found[by_key[key]] = np.frombuffer(blob, dtype="<f2").astype(np.float32)
        except sqlite3.Error:
            return {}
        return found

    def put(self, vectors: Mapping[str, np.ndarray[tuple[int], np.dtype[np.float16]]]) -> None:
        """Add vectors; a cache that cannot be written is left alone."""
        try:
            if not self._path.exists():
                self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                os.close(os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600))
            with closing(sqlite3.connect(self._path, timeout=5)) as connection, connection:
                connection.execute("PRAGMA journal_mode=WAL")
                # A crash may lose the last rows, which are made again; the file stays whole.
                connection.execute("PRAGMA synchronous=NORMAL")
                connection.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)")
                rows = [(self._key(text), vector.astype("<f2").tobytes()) for text, vector in vectors.items()]
                connection.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", rows)
        except (OSError, sqlite3.Error):
            return

    def _key(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16, key=self._kind).digest()
