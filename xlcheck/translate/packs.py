"""Language packs on this machine: where they lie, and what they say about themselves.

A pack is a folder as Argos Translate lays it out: `metadata.json`, `model/` (CTranslate2) and a SentencePiece or BPE
tokenizer. They are looked for in the folders that `XLCHECK_MODELS` names (separated as in PATH), then in Argos's own,
so that packs which `argospm` installed are found too. Packs into other languages than English count only as the first
half of a way through a third language (`route`), which is taken where no pack translates straight into English: it adds
the errors of both. Nothing is created here: argostranslate's own settings module makes folders when it is imported, so
what it would say is worked out instead.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from xlcheck.errors import TranslationError
from xlcheck.translate.manifest import file_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TARGET = "en"
METADATA = "metadata.json"
MODEL = "model/model.bin"
TOKENIZERS: dict[Literal["sentencepiece", "bpe"], str] = {"sentencepiece": "sentencepiece.model", "bpe": "bpe.model"}
"""Kind of tokenizer to its file, in the order in which Argos looks for them."""
CODE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})?")
"""What the code of a language may look like in metadata."""
_OTHER_NAMES = {"no": "nb", "nn": "nb", "iw": "he", "in": "id", "fil": "tl"}
"""Codes under which a language may arrive to the code under which Argos files it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """An installed pack.

    Attributes:
        language: ISO 639 code of the language it reads.
        target: code of the language it writes.
        version: the pack's own version ("1.9").
        tokenizer: which kind of tokenizer it brings.
        target_prefix: token that its translations begin with, "" for most.
    """

    folder: Path
    language: str
    version: str
    tokenizer: Literal["sentencepiece", "bpe"]
    target_prefix: str = ""
    target: str = TARGET

    @property
    def model_folder(self) -> Path:
        """Folder of the CTranslate2 model."""
        return self.folder / "model"

    @property
    def tokenizer_file(self) -> Path:
        """File of the tokenizer."""
        return self.folder / TOKENIZERS[self.tokenizer]

    @property
    def identity(self) -> str:
        """Name, version and the first 8 hex digits of the SHA-256 of model and tokenizer: "de_en 1.9 3fa91c20"."""
        digests = "".join(file_digest(self.folder, name) for name in (MODEL, TOKENIZERS[self.tokenizer]))
        return f"{self.language}_{self.target} {self.version} {short_hash(digests)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenPack:
    """A folder that should hold a pack and does not; `language` is "" where it does not even say for what."""

    folder: Path
    language: str
    error: TranslationError
    target: str = TARGET


def short_hash(text: str) -> str:
    """Return the first 8 hex digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def install_command(language: str) -> str:
    """Return the exact command that installs a pack for a language."""
    return f"xlcheck models install {pack_code(language)}"


def pack_code(language: str) -> str:
    """Return the code under which packs are filed: "pt" for pt-BR, "nb" for no."""
    code = language.replace("_", "-").split("-")[0].lower()
    return _OTHER_NAMES.get(code, code)


def list_packs() -> tuple[Pack, ...]:
    """Return the packs in use that translate into English, one per language, sorted by language."""
    return find_packs()[0]


def broken_packs() -> tuple[BrokenPack, ...]:
    """Return the packs that are there and cannot be used, sorted by folder."""
    return find_packs()[1]


def find_packs(environment: Mapping[str, str] = os.environ) -> tuple[tuple[Pack, ...], tuple[BrokenPack, ...]]:
    """Return the usable packs into English, one per language and sorted by it, and the broken ones.

    The first folder that has a language wins, and in a folder the highest version.
    """
    packs, broken = find_all_packs(environment)
    return (
        tuple(pack for pack in packs if pack.target == TARGET),
        tuple(item for item in broken if item.target == TARGET),
    )


def find_all_packs(environment: Mapping[str, str] = os.environ) -> tuple[tuple[Pack, ...], tuple[BrokenPack, ...]]:
    """Return what `find_packs` returns for packs into any language: one per direction, sorted by it."""
    chosen: dict[tuple[str, str], Pack] = {}
    broken: list[BrokenPack] = []
    for folder in pack_folders(environment):
        found: list[Pack] = []
        for candidate in _candidates(folder):
            try:
                pack = read_pack(candidate)
            except TranslationError as error:
                language, target = _direction(_read_json(candidate / METADATA))
                broken.append(BrokenPack(folder=candidate, language=language, error=error, target=target or TARGET))
            else:
                found += [pack] if pack is not None else []
        for pack in sorted(found, key=lambda pack: (version_key(pack.version), pack.folder.name), reverse=True):
            chosen.setdefault((pack.language, pack.target), pack)
    return (
        tuple(chosen[direction] for direction in sorted(chosen)),
        tuple(sorted(broken, key=lambda item: item.folder)),
    )


def route(language: str, packs: Iterable[Pack] | None = None) -> tuple[Pack, ...]:
    """Return the packs that bring a language into English, one after the other; empty where there is no way.

    A direct pack is always taken; else the way through one other language, the first in alphabetical order.

    Args:
        language: ISO 639 code.
        packs: the packs there are, by default all that are installed.
    """
    code = pack_code(language)
    if code == TARGET:
        return ()
    known = find_all_packs()[0] if packs is None else tuple(packs)
    into_english = {pack.language: pack for pack in known if pack.target == TARGET}
    if code in into_english:
        return (into_english[code],)
    steps = [pack for pack in known if pack.language == code and pack.target in into_english]
    first = min(steps, key=lambda pack: pack.target, default=None)
    return () if first is None else (first, into_english[first.target])


def find_routes(environment: Mapping[str, str] = os.environ) -> dict[str, tuple[Pack, ...]]:
    """Return the way into English for each language that has one, sorted by language."""
    packs = find_all_packs(environment)[0]
    routes = {code: route(code, packs) for code in sorted({pack.language for pack in packs} - {TARGET})}
    return {code: way for code, way in routes.items() if way}


def pack_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return the folders in which packs are looked for, in order; they need not exist."""
    own = [Path(name).expanduser() for name in environment.get("XLCHECK_MODELS", "").split(os.pathsep) if name.strip()]
    return tuple(dict.fromkeys([*own, _argos_folder(environment)]))


def _argos_folder(environment: Mapping[str, str]) -> Path:
    """Return Argos's package folder, found as `argostranslate.settings` finds it."""
    home = Path(environment["SNAP_USER_DATA"]) if "SNAP_USER_DATA" in environment else Path.home()
    named = environment.get("ARGOS_PACKAGES_DIR")
    if named is None:
        settings = Path(environment.get("XDG_CONFIG_HOME", home / ".config")) / "argos-translate" / "settings.json"
        named = _read_json(settings).get("ARGOS_PACKAGES_DIR")
    if isinstance(named, str) and named:
        return Path(named)
    return Path(environment.get("XDG_DATA_HOME", home / ".local" / "share")) / "argos-translate" / "packages"


def _candidates(folder: Path) -> Iterator[Path]:
    """Yield the folders that are meant to be packs: the folder itself, or those in it.

    Hidden ones are half-installed; one without a single file of a pack is something else.
    """
    signs = (METADATA, "model", *TOKENIZERS.values())
    try:
        if (folder / METADATA).is_file():
            yield folder
        elif folder.is_dir():
            for path in sorted(folder.iterdir()):
                if not path.name.startswith(".") and any((path / sign).exists() for sign in signs):
                    yield path
    except OSError:
        return  # a folder that cannot be read has no packs for us


def read_pack(folder: Path) -> Pack | None:
    """Return the pack in a folder, or None for a pack of another kind (a sentence splitter, for example).

    Raises:
        TranslationError: the folder lacks what a pack needs; the message names folder and file.
    """
    path = folder / METADATA
    metadata = _read_json(path)
    if not metadata:
        raise _broken(folder, f"{METADATA} is missing" if not path.is_file() else f"{METADATA} cannot be read")
    if metadata.get("type", "translate") != "translate":
        return None
    language, target = _direction(metadata)
    if not (language and target):
        raise _broken(folder, f"{METADATA} does not name the languages")
    if not (folder / MODEL).is_file():
        raise _broken(folder, f"{MODEL} is missing", language)
    tokenizer = next((kind for kind, name in TOKENIZERS.items() if (folder / name).is_file()), None)
    if tokenizer is None:
        raise _broken(folder, f"the tokenizer ({' or '.join(TOKENIZERS.values())}) is missing", language)
    prefix = metadata.get("target_prefix", "")
    return Pack(
        folder=folder,
        language=language,
        version=str(metadata.get("package_version") or "0"),
        tokenizer=tokenizer,
        target_prefix=prefix if isinstance(prefix, str) else "",
        target=target,
    )


def version_key(version: str) -> tuple[int, ...]:
    """Return a version as numbers, so that 1.10 comes after 1.9."""
    return tuple(int(part) for part in re.findall(r"\d{1,9}", version))


def _direction(metadata: Mapping[str, Any]) -> tuple[str, str]:
    """Return the codes of source and target, "" for one that is not given or is no code."""
    found = (metadata.get("from_code"), metadata.get("to_code"))
    source, target = (pack_code(code) if isinstance(code, str) and CODE.fullmatch(code) else "" for code in found)
    return source, target


def _broken(folder: Path, what: str, language: str = "") -> TranslationError:
    again = install_command(language) if language else "xlcheck models install LANGUAGE"
    return TranslationError(
        f"the language pack in {folder} cannot be used: {what}",
        hint=f"Delete the folder and install the pack again: {again}",
    )


def _read_json(path: Path) -> dict[str, Any]:
    """Return the object in a JSON file; an empty one where there is none or it cannot be read."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
