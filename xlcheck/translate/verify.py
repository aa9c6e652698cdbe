"""Whether the installed packs are what was installed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from xlcheck.translate.manifest import changed_files, read_manifest
from xlcheck.translate.packs import find_all_packs

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCheck:
    """The result for one pack.

    Attributes:
        language: "" where the folder does not say.
        status: "ok"; "changed" since it was installed; "unverified", for a pack that another program installed and
            whose original digests nobody wrote down; "broken", cannot be used.
        problems: what is wrong, in words.
        hint: what to do about it, "" if nothing.
    """

    folder: Path
    language: str
    status: Literal["ok", "changed", "unverified", "broken"]
    problems: tuple[str, ...] = ()
    hint: str = ""


def verify_packs() -> tuple[PackCheck, ...]:
    """Compare every file of every pack in use with the digest written down when it was installed."""
    checks = []
    packs, broken = find_all_packs()
    for pack in packs:
        manifest = read_manifest(pack.folder)
        problems = tuple(changed_files(pack.folder, manifest)) if manifest is not None else ()
        checks.append(
            PackCheck(
                folder=pack.folder,
                language=pack.language,
                status="unverified" if manifest is None else "changed" if problems else "ok",
                problems=problems,
                hint=f"Remove it (xlcheck models remove {pack.language}) and install it again." if problems else "",
            )
        )
    for item in broken:
        problem = (str(item.error),)
        checks.append(
            PackCheck(
                folder=item.folder, language=item.language, status="broken", problems=problem, hint=item.error.hint
            )
        )
    return tuple(checks)
