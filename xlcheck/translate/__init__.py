"""Segment → English, made on this machine with the user's own Argos language packs.

`packs` finds and reads packs, `install` brings and removes them, `argos` translates with them, `health` says why a
translation cannot be trusted. Nothing here touches the network but `install_language`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.translate.base import RawTranslation, Translator
from xlcheck.translate.install import install_file, install_language, remove_pack
from xlcheck.translate.packs import BrokenPack, Pack, broken_packs, find_packs, install_command, list_packs
from xlcheck.translate.verify import PackCheck, verify_packs

if TYPE_CHECKING:
    from xlcheck.translate.argos import ArgosTranslator


def open_translator(*, threads: int | None = None) -> ArgosTranslator:
    """Return a translator for all languages that a usable pack is installed for; models are loaded when first used.

    Packs that cannot be used are in its `broken`.

    Args:
        threads: computing threads, by default one per processor that this process may use, at most 8.
    """
    from xlcheck.translate.argos import ArgosTranslator

    packs, broken = find_packs()
    return ArgosTranslator(packs, broken=broken, threads=threads)


__all__ = [
    "BrokenPack",
    "Pack",
    "PackCheck",
    "RawTranslation",
    "Translator",
    "broken_packs",
    "find_packs",
    "install_command",
    "install_file",
    "install_language",
    "list_packs",
    "open_translator",
    "remove_pack",
    "verify_packs",
]
