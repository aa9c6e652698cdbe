"""Unpack an `.argosmodel` file, a zip archive that somebody else made, without trusting a word of it."""

from __future__ import annotations

import json
import shutil
import stat
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from xlcheck.errors import TranslationError
from xlcheck.translate.packs import METADATA

if TYPE_CHECKING:
    from pathlib import Path

MAX_FILES = 5_000
MAX_BYTES = 4 * 1024**3
"""Unpacked; the largest public pack is well below 1 GB."""
MAX_RATIO = 100
"""Models compress to a half at best; text ten times over."""
SMALL = 1024**2
"""Files up to this size may compress as well as they like."""
_CHUNK = 1024**2


def unpack(path: Path, target: Path) -> Path:
    """Unpack an archive into an empty folder and return the pack's folder in it.

    Raises:
        TranslationError: not an archive, damaged, or made to do harm.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = _checked_members(path, archive)
            root = _pack_root(path, members)
            for member in members:
                inside = _inside(member, root)
                if inside is not None and not member.is_dir():
                    _extract(archive, member, target / inside)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError) as error:
        raise _refused(path, f"it is not a whole zip archive ({error})") from error
    _check_metadata(path, target)
    return target


def _checked_members(path: Path, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = archive.infolist()
    if len(members) > MAX_FILES:
        raise _refused(path, f"it holds {len(members)} files")
    if sum(member.file_size for member in members) > MAX_BYTES:
        raise _refused(path, "it would unpack to more than 4 GB")
    if sum(member.compress_size for member in members) > path.stat().st_size:
        raise _refused(path, "its files overlap (a zip bomb)")
    seen: set[str] = set()
    for member in members:
        if problem := _problem(member):
            raise _refused(path, f"{member.filename!r} {problem}")
        key = member.filename.rstrip("/").casefold()
        if key in seen:
            raise _refused(path, f"{member.filename!r} is in it twice")
        seen.add(key)
    return members


def _problem(member: zipfile.ZipInfo) -> str:
    """Return what speaks against a member, "" if nothing does."""
    name = member.orig_filename
    parts = name.rstrip("/").split("/")
    if name.startswith("/") or "\\" in name or ":" in parts[0] or any(part in ("", ".", "..") for part in parts):
        return "would be written outside the pack's folder"
    if any(ord(char) < 32 for char in name):
        return "has control characters in its name"
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or a device, not a file"
    if member.flag_bits & 0x1:
        return "is encrypted"
    if member.file_size > SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1):
        return "would swell to more than 100 times its size (a zip bomb)"
    return ""


def _pack_root(path: Path, members: list[zipfile.ZipInfo]) -> PurePosixPath:
    """Return the folder inside the archive that holds the metadata: the one nearest to the top."""
    folders = [PurePosixPath(member.filename).parent for member in members if _base(member) == METADATA]
    if not folders:
        raise _refused(path, f"there is no {METADATA} in it")
    return min(folders, key=lambda folder: (len(folder.parts), str(folder)))


def _base(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(member.filename).name


def _inside(member: zipfile.ZipInfo, root: PurePosixPath) -> PurePosixPath | None:
    """Return a member's path below the pack's folder, or None for what lies beside it."""
    name = PurePosixPath(member.filename)
    return name.relative_to(root) if name.is_relative_to(root) else None


def _extract(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    """Write one file; zipfile checks its length and CRC when the last byte is read."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as source, target.open("xb") as copy:
        shutil.copyfileobj(source, copy, _CHUNK)


def _check_metadata(path: Path, folder: Path) -> None:
    try:
        content = json.loads((folder / METADATA).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _refused(path, f"its {METADATA} cannot be read") from error
    if not isinstance(content, dict):
        raise _refused(path, f"its {METADATA} is not an object")


def _refused(path: Path, why: str) -> TranslationError:
    return TranslationError(
        f"{path} is not a usable language pack: {why}",
        hint="Download the .argosmodel file again; it comes from the Argos package index.",
    )
