"""`xlcheck cache`: what is kept between runs, how large it is, whether it is sound, and how to be rid of it."""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from xlcheck.cli.exit_codes import ExitCode
from xlcheck.cli.private_file import write_private
from xlcheck.cli.settings import configuration
from xlcheck.errors import UsageError
from xlcheck.safe_text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

VECTORS = "vectors.sqlite"
_PATIENCE = 5.0
"""Seconds to wait for another run that uses a file."""
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class _Kept:
    """A kind of thing that is kept in a file with one table."""

    name: str
    path: Path
    table: str

    def files(self) -> list[Path]:
        """Return the files that there are: the database, its log and the log's index."""
        return [path for end in ("", "-wal", "-shm") if (path := Path(f"{self.path}{end}")).is_file()]

    def size(self) -> int:
        """Return the bytes of all of them."""
        return sum(path.stat().st_size for path in self.files())

    def connect(self) -> sqlite3.Connection:
        """Open the file, which must exist."""
        uri = f"{self.path.absolute().as_uri()}?mode=rw"
        return sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)

    def count(self, connection: sqlite3.Connection) -> int:
        """Return the number of rows."""
        exists = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = ?", (self.table,)).fetchone()[0]
        return int(connection.execute(f"SELECT count(*) FROM {self.table}").fetchone()[0]) if exists else 0  # noqa: S608


def show_cache() -> None:
    """Print what is kept: rows, size, and when it was last written."""
    typer.echo(printable(f"{_folder()}{'' if configuration().cache else ' (not used: cache = false)'}"))
    for kept in _all_kept():
        if not kept.files():
            typer.echo(f"{kept.name}: nothing kept")
            continue
        try:
            with closing(kept.connect()) as connection:
                rows = f"{kept.count(connection):,} rows"
        except sqlite3.Error as error:
            rows = f"cannot be read ({error})"
        changed = max(path.stat().st_mtime for path in kept.files())
        age = max(0, int((time.time() - changed) // _DAY))
        written = time.strftime("%Y-%m-%d", time.localtime(changed))
        when = {0: "today", 1: "yesterday"}.get(age, f"{age} days ago")
        line = f"{kept.name}: {rows}, {_bytes(kept.size())}, last written {written} ({when}), {kept.path.name}"
        typer.echo(printable(line))


def clear_cache() -> None:
    """Delete everything that is kept and print what that freed.

    Raises:
        UsageError: another run is writing, or the file cannot be deleted.
    """
    for kept in _all_kept():
        before = kept.size()
        if not kept.files():
            typer.echo(f"{kept.name}: nothing to clear")
            continue
        try:
            rows = _empty(kept)
        except OSError as error:
            raise UsageError(f"{kept.path} cannot be cleared: {error.strerror or error}") from error
        typer.echo(printable(f"{kept.name}: cleared {rows}, {_bytes(max(0, before - kept.size()))} freed"))


def verify_cache() -> None:
    """Check every row of every file; exit 2 when something is damaged."""
    damaged = False
    for kept in _all_kept():
        problems = list(_problems(kept)) if kept.files() else []
        damaged = damaged or bool(problems)
        typer.echo(f"{kept.name}: {'damaged' if problems else 'ok' if kept.files() else 'nothing kept'}")
        for problem in problems[:10]:
            typer.echo(printable(f"  {problem}"))
        if len(problems) > 10:
            typer.echo(f"  and {len(problems) - 10} more")
    if damaged:
        typer.echo("  hint: nothing is lost but time: xlcheck cache clear")
        raise typer.Exit(ExitCode.FAILED)


def export_cache(file: str) -> None:
    """Write the translation memory as TMX to a file, readable by its owner only, or to standard output for "-".

    Raises:
        UsageError: the memory cannot be read, or the file not written.
    """
    from xlcheck.translate.memory import FILE_NAME, TranslationMemory
    from xlcheck.translate.tmx import to_tmx

    memory = TranslationMemory(_folder() / FILE_NAME)
    try:
        if file == "-":
            for piece in to_tmx(memory.rows()):
                sys.stdout.write(piece)
            return
        write_private(Path(file), to_tmx(memory.rows()))
    except (sqlite3.Error, ValueError, TypeError) as error:
        hint = "Look at it with: xlcheck cache verify"
        raise UsageError(f"{memory.path} cannot be read: {error}", hint=hint) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror}") from error


def _folder() -> Path:
    """Return where caches live, whether or not this run would use them."""
    folder = replace(configuration(), cache=True).cache_folder
    assert folder is not None  # noqa: S101 - there is always one when caches are on
    return folder


def _all_kept() -> tuple[_Kept, ...]:
    from xlcheck.stages.kept_features import FILE_NAME as SCORES
    from xlcheck.translate.memory import FILE_NAME, TABLE

    folder = _folder()
    return (
        _Kept("sentence vectors", folder / VECTORS, "vectors"),
        _Kept("features of sentence pairs", folder / SCORES, "vectors"),
        _Kept("translations", folder / FILE_NAME, TABLE),
    )


def _empty(kept: _Kept) -> str:
    """Delete the rows and return how many they were, in words.

    The file itself stays: deleted under a run that has it open, that run's log could end up beside a new file.
    """
    try:
        with closing(kept.connect()) as connection:
            rows = kept.count(connection)
            connection.execute("PRAGMA secure_delete=ON")
            if rows:
                connection.execute(f"DELETE FROM {kept.table}")  # noqa: S608
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise UsageError(f"{kept.path} is in use by another run", hint="Try again when it has finished.") from error
        return _delete(kept)
    except sqlite3.DatabaseError:
        return _delete(kept)
    return f"{rows:,} rows"


def _delete(kept: _Kept) -> str:
    for path in kept.files():
        path.unlink()
    return "a damaged file"


def _problems(kept: _Kept) -> Iterator[str]:
    from xlcheck.translate.memory import FILE_NAME, TranslationMemory

    try:
        with closing(kept.connect()) as connection:
            for (line,) in connection.execute("PRAGMA integrity_check"):
                if line != "ok":
                    yield str(line)
            if kept.path.name == VECTORS and kept.count(connection):
                (odd,) = connection.execute("SELECT count(*) FROM vectors WHERE length(vector) % 2").fetchone()
                if odd:
                    yield f"{odd:,} vectors with half a number"
        if kept.path.name == FILE_NAME:
            yield from TranslationMemory(kept.path).damage()
    except sqlite3.Error as error:
        yield str(error)


def _bytes(size: int) -> str:
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:,.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"
