"""The translation memory: one SQLite file, so that no sentence is translated twice by the same pack.

A row is found by a hash of the text, of what translated it (pack, runtime and decoding options) and of the version of
this program, whose judgement of a translation may change. Source and English are kept as text, for the export as TMX;
so the file is readable by its owner only. Every batch is one transaction in a write-ahead log: several processes may
write at once, and a process that is killed at any moment loses nothing that was committed.

It is only a cache: a file that cannot be read or written is done without, never an error of the run (`problem` says
why, and `xlcheck cache verify` looks closer).
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from xlcheck._version import __version__
from xlcheck.translate.base import RawTranslation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

FILE_NAME = "translations.sqlite"
TABLE = "translations"
_SCHEMA = "1"
"""Part of every key; rows of another form are never found."""
_CHUNK = 500
"""Keys a query; SQLite's historic limit is 999 variables."""
_PATIENCE = 30.0
"""Seconds to wait for another process that writes; a transaction takes milliseconds."""
_CREATE = f"""
CREATE TABLE IF NOT EXISTS {TABLE} (
    key BLOB PRIMARY KEY,
    language TEXT NOT NULL,
    source TEXT NOT NULL,
    engine TEXT NOT NULL,
    maker TEXT NOT NULL,
    english TEXT NOT NULL,
    details TEXT NOT NULL,
    made INTEGER NOT NULL
)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """A row of the memory.

    Attributes:
        language: code of the source's language.
        engine: what kind of program translated it.
        maker: the engine's own description: pack, runtime, options.
        made: when, in seconds since 1970 (UTC).
    """

    language: str
    source: str
    engine: str
    maker: str
    translation: RawTranslation
    made: int


class TranslationMemory:
    """Translations by text and maker, kept in `path` (created with mode 0600, its folder with 0700).

    Attributes:
        problem: why the file could not be used, "" as long as it could.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem = ""

    def get(self, texts: Sequence[str], *, language: str, maker: str) -> dict[str, RawTranslation]:
        """Return those of the texts that are known, with their translations."""
        if not self.path.is_file():
            return {}
        by_key = {_key(text, language, maker): text for text in texts}
        keys = sorted(by_key)
        found: dict[str, RawTranslation] = {}
        try:
            with _connected(self.path) as connection:
                for start in range(0, len(keys), _CHUNK):
                    part = keys[start : start + _CHUNK]
                    marks = ",".join("?" * len(part))
                    query = f"SELECT key, english, details FROM {TABLE} WHERE key IN ({marks})"  # noqa: S608
                    for key, english, details in connection.execute(query, part):
                        found[by_key[key]] = _translation(english, details)
        except (OSError, sqlite3.Error, ValueError, TypeError) as error:
            self.problem = str(error)
            return {}
        return found

    def put(self, translations: Mapping[str, RawTranslation], *, language: str, engine: str, maker: str) -> None:
        """Add translations by their text, all or none; they are on disk when this returns.

        A text that is no valid Unicode (half a surrogate pair) is left out: SQLite cannot keep it.
        """
        now = int(time.time())
        rows = [
            (_key(text, language, maker), language, text, engine, maker, item.text, _details(item), now)
            for text, item in sorted(translations.items())
            if _is_storable(text) and _is_storable(item.text)
        ]
        if not rows:
            return
        try:
            with _connected(self.path) as connection, _transaction(connection):
                connection.executemany(f"INSERT OR REPLACE INTO {TABLE} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)  # noqa: S608
        except (OSError, sqlite3.Error) as error:
            self.problem = str(error)

    def rows(self) -> Iterator[Remembered]:
        """Yield everything that is kept, sorted by language and source.

        Raises:
            sqlite3.Error: the file is damaged.
            ValueError: a row is.
        """
        if not self.path.is_file():
            return
        columns = "language, source, engine, maker, english, details, made"
        with _connected(self.path) as connection:
            query = f"SELECT {columns} FROM {TABLE} ORDER BY language, source, maker, key"  # noqa: S608
            for language, source, engine, maker, english, details, made in connection.execute(query):
                yield Remembered(
                    language=language,
                    source=source,
                    engine=engine,
                    maker=maker,
                    translation=_translation(english, details),
                    made=made,
                )

    def damage(self) -> Iterator[str]:
        """Yield what is wrong with the rows, in words: a key that does not belong to its text, details that no program
        can read.

        Raises:
            sqlite3.Error: the file itself is damaged.
        """
        if not self.path.is_file():
            return
        with _connected(self.path) as connection:
            query = f"SELECT rowid, key, language, source, maker, english, details FROM {TABLE} ORDER BY rowid"  # noqa: S608
            for row, key, language, source, maker, english, details in connection.execute(query):
                version = _read_version(details)
                if key != _key(source, language, maker, version):
                    yield f"row {row} is not what was stored"
                    continue
                try:
                    _translation(english, details)
                except (ValueError, TypeError):
                    yield f"row {row} cannot be read"


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file, made if need be, for one piece of work: so forks are safe."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as connection:
        if connection.execute("PRAGMA user_version").fetchone() != (int(_SCHEMA),):
            _prepare(connection)
        yield connection


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the table and turn on the write-ahead log, which may meet another process that does the same."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            # SQLite does not wait by itself for the change of the journal.
            connection.execute("PRAGMA journal_mode=WAL")
            break
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
    with _transaction(connection):
        connection.execute(_CREATE)
        connection.execute(f"PRAGMA user_version={_SCHEMA}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit all or nothing; the right to write is asked for at once, so that it is waited for and not refused."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _key(text: str, language: str, maker: str, version: str = __version__) -> bytes:
    whole = "\0".join((_SCHEMA, version, language, maker, text))
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _is_storable(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _details(translation: RawTranslation) -> str:
    """Write down all of a translation but its text, and which version of this program judged it."""
    content = asdict(translation)
    del content["text"]
    return json.dumps({"version": __version__, **content}, sort_keys=True)


def _read_version(details: str) -> str:
    try:
        content = json.loads(details)
    except ValueError:
        return ""
    return str(content.get("version", "")) if isinstance(content, dict) else ""


def _translation(english: str, details: str) -> RawTranslation:
    content = json.loads(details)
    content.pop("version", None)
    return RawTranslation(text=english, **{name: _frozen(value) for name, value in content.items()})


def _frozen(value: Any) -> Any:
    """Return lists as the tuples that they were."""
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
