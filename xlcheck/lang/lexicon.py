"""Which lexicons there are: a user's own in the data folder first, then the one that is shipped."""

from __future__ import annotations

import os
import re
import zlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from xlcheck.lang.lexicon_table import Lexicon, Sense, save
from xlcheck.lang.word_list import WordList

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Lexicon", "Sense", "lexicon_folders", "lexicon_for", "list_lexicons", "save"]

SHIPPED = Path(__file__).parent / "lexicon"
VARIABLE = "XLCHECK_LEXICONS"
_NAME = re.compile(r"lexicon\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)-en\.npz")
_IN_USE = 8
"""Lexicons that are kept in memory."""


def lexicon_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return where lexicons are looked for, in order; the folders need not exist.

    Those that `XLCHECK_LEXICONS` names (separated as in PATH), `xlcheck/lexicons` in the user's data folder, the
    package's own.
    """
    named = [Path(name).expanduser() for name in environment.get(VARIABLE, "").split(os.pathsep) if name.strip()]
    data = Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return (*named, data / "xlcheck" / "lexicons", SHIPPED)


def lexicon_for(language: str, folders: tuple[Path, ...] | None = None) -> Lexicon | None:
    """Return the lexicon from a language into English, None where there is none.

    A file that cannot be read is passed over; `xlcheck models list` names it.

    Args:
        language: code of the foreign language ("de"); that of a variant ("de-AT") finds its language's.
        folders: where `lexicon.<code>-en.npz` may lie, by default `lexicon_folders()`.
    """
    for folder in lexicon_folders() if folders is None else folders:
        for code in dict.fromkeys((language, language.split("-")[0])):
            found = _opened(folder / f"lexicon.{code}-en.npz", code)
            if isinstance(found, Lexicon):
                return found
    return None


def list_lexicons(environment: Mapping[str, str] = os.environ) -> list[tuple[str, Path, str]]:
    """Return (language, file, what is wrong with it or "") of all lexicons, those in use before those they hide."""
    found = []
    for folder in lexicon_folders(environment):
        for path in sorted(folder.glob("lexicon.*-en.npz")) if folder.is_dir() else ():
            if match := _NAME.fullmatch(path.name):
                lexicon = _opened(path, match[1])
                found.append((match[1], path, lexicon if isinstance(lexicon, str) else ""))
    return found


def _opened(path: Path, language: str) -> Lexicon | str | None:
    """Return a lexicon, what is wrong with its file, or None for no file."""
    if not path.is_file():
        return None
    stat = path.stat()
    return _read(path, language, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=_IN_USE)
def _read(path: Path, language: str, _changed: int, _size: int) -> Lexicon | str:
    import numpy as np

    try:
        with path.open("rb") as file, np.load(file) as data:
            arrays = {name: data[name] for name in ("starts", "columns", "forward", "backward", "counts")}
            foreign, english = WordList(data["foreign"]), WordList(data["english"])
    except (OSError, EOFError, KeyError, ValueError, BadZipFile, zlib.error) as error:
        return f"not a lexicon: {error}"
    starts, entries = arrays["starts"], len(arrays["columns"])
    if (
        len(starts) != len(foreign) + 1
        or len(arrays["counts"]) != len(foreign)
        or {len(arrays["forward"]), len(arrays["backward"])} != {entries}
        or np.any(np.diff(starts.astype(np.int64)) < 0)
        or (len(starts) and int(starts[-1]) != entries)
        or (entries and int(arrays["columns"].max()) >= len(english))
    ):
        return "not a lexicon: its tables do not fit together"
    return Lexicon(language=language, foreign=foreign, english=english, **arrays)
