"""Bring language packs onto this machine and take them away again.

A pack is unpacked beside its place and moved there in one step, so that a power cut or a full disk leaves nothing that
looks installed. What has arrived of a download that broke off is kept in a hidden folder; the next try goes on there.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from xlcheck.errors import TranslationError
from xlcheck.translate.manifest import write_manifest
from xlcheck.translate.packs import (
    METADATA,
    TARGET,
    Pack,
    find_all_packs,
    pack_code,
    pack_folders,
    read_pack,
)
from xlcheck.translate.unpack import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from xlcheck.translate.pack_index import Offer

INDEX_VARIABLE = "XLCHECK_PACKAGE_INDEX"
"""Environment variable with the URL of another index than Argos's (a mirror in the house, for example)."""
_HIDDEN = ".xlcheck-"
"""Folders that begin like this are never taken for packs."""
_WORK = "work-"
_DAY = 86_400
DOWNLOADS = f"{_HIDDEN}downloads"
"""Folder beside the packs for downloads that are not finished."""


def install_file(path: Path | str) -> Pack:
    """Install a pack from an `.argosmodel` file and return it; one of the same version is replaced.

    A pack into another language than English may be the first half of a way through that language (`packs.route`).

    Raises:
        TranslationError: the file is not a pack, translates from English, is damaged, or cannot be written.
    """
    path = Path(path)
    if not path.is_file():
        raise TranslationError(f"{path} is not a file", hint="Give the path of an .argosmodel file.")
    return _install(path, str(path), expected=None)


def install_language(
    language: str, *, index_url: str | None = None, progress: Callable[[int, int | None], None] | None = None
) -> Pack:
    """Download the newest pack that translates a language into English, install it and return it.

    Where the index has no direct pack, the two packs of a way through another language are installed, and the one that
    reads the language is returned. One of the two that is there already is not downloaded again.

    Args:
        language: ISO 639 code.
        index_url: where the index of packs lies; by default `XLCHECK_PACKAGE_INDEX`, else Argos's public index.
        progress: called with the bytes that have arrived and the bytes there are, None where the server does not say.

    Raises:
        TranslationError: no network, no such pack, or a download that is not whole or not what it should be.
    """
    from xlcheck.translate.pack_index import find_offers

    code = pack_code(language)
    target = _target()
    try:
        url = index_url or os.environ.get(INDEX_VARIABLE) or _argos_index()
        offers = find_offers(url, code)
        there = {(pack.language, pack.target): pack for pack in find_all_packs()[0]} if len(offers) > 1 else {}
        # The second half first, so that the pack that reads the language is the last.
        packs = [
            there.get(offer.direction) or _install_offer(offer, target / DOWNLOADS, progress)
            for offer in reversed(offers)
        ]
    except OSError as error:
        raise TranslationError(f"nothing can be written in {target}: {error.strerror or error}") from error
    return packs[-1]


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
        installed = ", ".join(dict.fromkeys(pack.language for pack in find_all_packs()[0])) or "none"
        raise TranslationError(f"no pack is installed for {code}", hint=f"Installed: {installed}.")
    return tuple(sorted(removed))


def _folders_of(code: str) -> list[Path]:
    packs, broken = find_all_packs()
    return [pack.folder for pack in packs if pack.language == code] + [
        item.folder for item in broken if item.language == code
    ]


def _target() -> Path:
    """Return the folder that packs are installed in: the first that is not itself a pack."""
    return next((folder for folder in pack_folders() if not (folder / METADATA).is_file()), pack_folders()[-1])


def _install_offer(offer: Offer, folder: Path, progress: Callable[[int, int | None], None] | None) -> Pack:
    from xlcheck.translate.download import discard, download

    file = download(offer, folder, progress)
    try:
        return _install(file, offer.file_name, expected=offer.direction)
    finally:
        discard(file)  # it has come as a whole: where it is of no use there is nothing to go on with either


def _install(path: Path, name: str, *, expected: tuple[str, str] | None) -> Pack:
    """Unpack a pack, look at it, and move it to its place.

    Args:
        name: what the user knows the file by.
        expected: the languages that it must be for.
    """
    target = _target()
    try:
        with _workplace(target) as work:
            folder = unpack(path, work / "pack")
            pack = _usable(name, folder)
            if expected is not None and expected != (pack.language, pack.target):
                raise TranslationError(
                    f"{name} should translate {expected[0]} into {expected[1]}, "
                    f"but is a pack for {pack.language} into {pack.target}",
                    hint="The index of packs is wrong; nothing was installed.",
                )
            write_manifest(folder)
            version = re.sub(r"[^A-Za-z0-9]+", "_", pack.version).strip("_")
            return _put(folder, target / f"translate-{pack.language}_{pack.target}-{version}", work)
    except OSError as error:
        raise TranslationError(f"{path} could not be installed in {target}: {error.strerror or error}") from error


def _usable(name: str, folder: Path) -> Pack:
    try:
        pack = read_pack(folder)
    except TranslationError as error:
        what = str(error).partition(": ")[2]
        raise TranslationError(f"{name} is not a usable language pack: {what}", hint="Download it again.") from error
    if pack is None or pack.language == TARGET:
        raise TranslationError(
            f"{name} does not translate into English",
            hint="xlcheck compares with English texts; it needs packs such as translate-de_en.",
        )
    return pack


@contextmanager
def _workplace(target: Path) -> Iterator[Path]:
    """Yield a folder on the same disk as `target` that is gone afterwards, whatever happens."""
    target.mkdir(parents=True, exist_ok=True)
    _sweep(target)
    work = Path(tempfile.mkdtemp(prefix=f"{_HIDDEN}{_WORK}", dir=target))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _sweep(target: Path) -> None:
    """Delete what installations left behind that were killed, more than a day ago."""
    for folder in target.glob(f"{_HIDDEN}{_WORK}*"):
        if time.time() - folder.stat().st_mtime > _DAY:
            shutil.rmtree(folder, ignore_errors=True)


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
