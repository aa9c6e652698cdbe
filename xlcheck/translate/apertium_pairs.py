"""Find Apertium and its installed language pairs.

A pair is a mode file: the line of programs, with their data files, that turns one language into another. The line is
read and run by us, without a shell, and only if each of its programs is known to answer text by text (NUL-flush).
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlcheck.translate.packs import pack_code

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAM = "apertium"
_MODE = re.compile(r"([a-z]{2,3})-([a-z]{2,3})\.mode")
"""Modes with more in their name are variants of spelling."""
_FLUSHING = frozenset(
    {
        "apertium-anaphora",
        "apertium-interchunk",
        "apertium-postchunk",
        "apertium-posttransfer",
        "apertium-pretransfer",
        "apertium-tagger",
        "apertium-transfer",
        "cg-proc",
        "lrx-proc",
        "lsx-proc",
        "lt-append",
        "lt-proc",
        "rtx-proc",
    }
)
"""Programs that flush their output at a NUL when called with -z."""
_SHELL = "|&;<>()"
"""Signs that mean something to a shell; a line of programs has only the first."""
_MARK_UNKNOWN = "-g"
"""What stands for $1 in a mode file: generate, with marks on unknown words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApertiumPair:
    """An installed pair.

    Attributes:
        language: code of the language it reads.
        target: code of the language it writes.
        mode: Apertium's name of the pair ("spa-eng").
        file: the mode file.
        commands: the programs of the line, with arguments.
    """

    language: str
    target: str
    mode: str
    file: Path
    commands: tuple[tuple[str, ...], ...]

    @property
    def identity(self) -> str:
        """Mode, Debian's version if there is one, and a hash of mode and data files: "spa-eng 0.8.1-2 3fa91c20"."""
        data = [Path(word) for command in self.commands for word in command[1:] if word.startswith("/")]
        version = _package_version(data[0].parent.name) if data else ""
        return " ".join(part for part in (self.mode, version, _digest((self.file, *data))) if part)


def find_pairs(environment: Mapping[str, str] = os.environ) -> dict[tuple[str, str], ApertiumPair]:
    """Return the usable pairs by (language, target); empty where Apertium is not installed."""
    binary = shutil.which(PROGRAM, path=environment.get("PATH"))
    if binary is None or os.name != "posix":
        return {}
    named = environment.get("APERTIUM_DATADIR")
    folder = Path(named) if named else Path(binary).resolve().parent.parent / "share" / "apertium"
    programs = os.pathsep.join((str(Path(binary).parent), environment.get("PATH", "")))
    found: dict[tuple[str, str], ApertiumPair] = {}
    for file in sorted((folder / "modes").glob("*.mode")):
        match = _MODE.fullmatch(file.name)
        commands = _read_mode(file, programs) if match else ()
        if match is None or not commands:
            continue
        for language in iso_codes(match[1]):
            for target in iso_codes(match[2]):
                pair = ApertiumPair(language=language, target=target, mode=file.stem, file=file, commands=commands)
                found.setdefault((language, target), pair)
    return found


def iso_codes(name: str) -> tuple[str, ...]:
    """Return the codes that Apertium's name of a language stands for.

    >>> iso_codes("spa"), iso_codes("gl")
    (('es',), ('gl',))
    """
    codes = _table()["codes"].get(name)
    return tuple(codes) if codes else (name,)


def debian_command(language: str) -> str:
    """Return the command that installs Apertium for a language on Debian, "" where there is no package.

    >>> debian_command("es")
    'apt install apertium-eng-spa'
    """
    packages = _table()["debian"].get(pack_code(language))
    return f"apt install {' '.join(packages)}" if packages else ""


def apertium_version() -> str:
    """Return the version of the installed program, "" if it does not say."""
    words = _output_of(shutil.which(PROGRAM), "-V").split()
    return words[-1] if words else ""


def _read_mode(file: Path, programs: str) -> tuple[tuple[str, ...], ...]:
    """Return the commands of a mode file; none where one of them is unknown or not installed."""
    try:
        lexer = shlex.shlex(file.read_text(encoding="utf-8"), posix=True, punctuation_chars=_SHELL)
        lexer.whitespace_split = True
        words = list(lexer)
    except (OSError, ValueError):
        return ()
    commands: list[list[str]] = [[]]
    for word in words:
        if word == "|":
            commands.append([])
        elif not set(word) - set(_SHELL):
            return ()
        elif word == "$1":
            commands[-1].append(_MARK_UNKNOWN)
        elif word != "$2":  # marks on words with several readings: not wanted
            commands[-1].append(word)
    found = []
    for command in commands:
        path = shutil.which(command[0], path=programs) if command and command[0] in _FLUSHING else None
        if path is None:
            return ()
        found.append((path, "-z", *command[1:]))
    return tuple(found)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("xlcheck.translate") / "apertium.toml").read_text(encoding="utf-8"))


def _package_version(name: str) -> str:
    return _output_of(shutil.which("dpkg-query"), "--show", "--showformat=${Version}", name)


@cache
def _digest(paths: tuple[Path, ...]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        try:
            digest.update(path.read_bytes())
        except OSError:
            digest.update(b"?")  # the program itself will complain
    return digest.hexdigest()[:8]


@cache
def _output_of(program: str | None, *arguments: str) -> str:
    """Return what a program prints, "" where it is missing or fails."""
    if program is None:
        return ""
    try:
        done = subprocess.run((program, *arguments), capture_output=True, text=True, timeout=10, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()
