"""Segment → English, made on this machine with the user's own Argos language packs or with Apertium.

`packs` finds and reads packs, `install` brings and removes them, `argos` and `apertium` translate, `engines` says which
of them a language gets, `health` says why a translation cannot be trusted. Nothing here touches the network but
`install_language`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.translate.apertium_pairs import debian_command
from xlcheck.translate.base import RawTranslation, Scorer, Translator
from xlcheck.translate.install import install_file, install_language, remove_pack
from xlcheck.translate.packs import BrokenPack, Pack, broken_packs, find_packs, install_command, list_packs
from xlcheck.translate.verify import PackCheck, verify_packs

if TYPE_CHECKING:
    from xlcheck.translate.engines import Engines


def open_translator(*, engine: str = "auto", threads: int | None = None) -> Engines:
    """Return a translator for all languages that a usable pack or pair is installed for, loaded when first used.

    Packs that cannot be used are in its `broken`.

    Args:
        engine: "argos" or "apertium" for this one only; "auto" takes an Argos pack for each language, else an Apertium
            pair, else a way through a third language.
        threads: computing threads, by default one per processor that this process may use, at most 8.
    """
    from xlcheck.translate.engines import open_engines

    return open_engines(engine, threads=threads)


__all__ = [
    "BrokenPack",
    "Pack",
    "PackCheck",
    "RawTranslation",
    "Scorer",
    "Translator",
    "broken_packs",
    "debian_command",
    "find_packs",
    "install_command",
    "install_file",
    "install_language",
    "list_packs",
    "open_translator",
    "remove_pack",
    "verify_packs",
]
