"""Bring language packs onto this machine and take them away again.

A pack is unpacked beside its place and moved there in one step, so that a power cut or a full disk leaves nothing that
looks installed.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from xlcheck.errors import TranslationError
from xlcheck.translate.manifest import write_manifest
from xlcheck.translate.packs import (
    METADATA,
    TARGET,
    Pack,
    broken_packs,
    list_packs,
    pack_code,
    pack_folders,
    read_pack,
)
from xlcheck.translate.unpack import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

INDEX_VARIABLE = "XLCHECK_PACKAGE_INDEX"
"""Environment variable with the URL of another index than Argos's (a mirror in the house, for example)."""
_HIDDEN = ".xlcheck-"
"""Folders that begin like this are never taken for packs."""


def install_file(path: Path | str) -> Pack:
    """Install a pack from an `.argosmodel` file and return it; one of the same version is replaced.

    Raises:
        TranslationError: the file is not a pack that translates into English, is damaged, or cannot be written.
    """
    path = Path(path)
    if not path.is_file():
        raise TranslationError(f"{path} is not a file", hint="Give the path of an .argosmodel file.")
    target = _target()
    try:
        with _workplace(target) as work:
            folder = unpack(path, work / "pack")
            pack = _usable(path, folder)
            write_manifest(folder)
            name = re.sub(r"[^A-Za-z0-9]+", "_", pack.version).strip("_")
            return _put(folder, target / f"translate-{pack.language}_{TARGET}-{name}", work)
    except OSError as error:
        raise TranslationError(f"{path} could not be installed in {target}: {error.strerror or error}") from error


def install_language(
    language: str, *, index_url: str | None = None, progress: Callable[[int, int | None], None] | None = None
) -> Pack:
    """Download the newest pack that translates a language into English, install it and return it.

    Args:
        language: ISO 639 code.
        index_url: where the index of packs lies; by default `XLCHECK_PACKAGE_INDEX`, else Argos's public index.
        progress: called with the bytes that have arrived and the bytes there are, None where the server does not say.

    Raises:
        TranslationError: no network, no such pack, or a download that is not whole.
    """
    from xlcheck.translate.download import download

    code = pack_code(language)
    target = _target()
    try:
        url = index_url or os.environ.get(INDEX_VARIABLE) or _argos_index()
        with _workplace(target) as work:
            return install_file(download(code, work / f"translate-{code}_{TARGET}.argosmodel", url, progress))
    except OSError as error:
        raise TranslationError(f"nothing can be written in {target}: {error.strerror or error}") from error


def remove_pack(language: str) -> tuple[Path, ...]:
    """Delete all packs that translate a language, broken ones too, and return their folders.

    Raises:
        TranslationError: there is none, or it cannot be deleted.
    """
    code = pack_code(language)
    removed: list[Path] = []
    while found := _folders_of(code):
        for folder in found:
            try:
                # A link is somebody else's arrangement: it goes, what it points at stays.
                if folder.is_symlink():
                    folder.unlink()
                else:
                    shutil.rmtree(folder)
            except OSError as error:
                raise TranslationError(f"{folder} cannot be deleted: {error.strerror or error}") from error
            removed.append(folder)
    if not removed:
        installed = ", ".join(pack.language for pack in list_packs()) or "none"
        raise TranslationError(f"no pack is installed for {code}", hint=f"Installed: {installed}.")
    return tuple(sorted(removed))


def _folders_of(code: str) -> list[Path]:
    usable = [pack.folder for pack in list_packs() if pack.language == code]
    return usable + [pack.folder for pack in broken_packs() if pack.language == code]


def _target() -> Path:
    """Return the folder that packs are installed in: the first that is not itself a pack."""
    return next((folder for folder in pack_folders() if not (folder / METADATA).is_file()), pack_folders()[-1])


def _usable(path: Path, folder: Path) -> Pack:
    try:
        pack = read_pack(folder)
    except TranslationError as error:
        what = str(error).partition(": ")[2]
        raise TranslationError(f"{path} is not a usable language pack: {what}", hint="Download it again.") from error
    if pack is None:
        raise TranslationError(
            f"{path} does not translate into English",
            hint="xlcheck compares with English texts; it needs packs such as translate-de_en.",
        )
    return pack


@contextmanager
def _workplace(target: Path) -> Iterator[Path]:
    """Yield a folder on the same disk as `target` that is gone afterwards, whatever happens."""
    target.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=_HIDDEN, dir=target))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _put(folder: Path, place: Path, work: Path) -> Pack:
    """Move an unpacked pack to its place, an older one of the same name aside."""
    replaced = work / "replaced"
    if place.exists() or place.is_symlink():
        place.rename(replaced)
    try:
        folder.rename(place)
    except OSError:
        if replaced.exists():
            replaced.rename(place)
        raise
    pack = read_pack(place)
    assert pack is not None  # noqa: S101 - it was one a moment ago
    return pack


def _argos_index() -> str:
    from argostranslate import settings

    return str(settings.remote_package_index)
