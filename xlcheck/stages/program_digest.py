"""One number for everything that a result is computed by: a cache that has it in its keys is never out of date."""

from __future__ import annotations

import hashlib
import re
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_COMPILED = (".pyc", ".pyo")


@cache
def program_digest() -> bytes:
    """Return a hash of the package's code and data, of Python, and of the versions of the packages it builds on.

    Sixteen bytes. Reads the package's ten megabytes once, which takes a few hundredths of a second.
    """
    digest = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for name, content in _contents(files("xlcheck"), ""):
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    for name in sorted(set(_requirements())):
        digest.update(f"{name} {_version(name)}\n".encode())
    return digest.digest()


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files below a folder with their paths, in order of their names."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _contents(item, f"{path}{item.name}/")
        elif not item.name.endswith(_COMPILED):
            yield f"{path}{item.name}", item.read_bytes()


def _requirements() -> Iterator[str]:
    """Yield the names of all packages that may be used, those of extras included."""
    try:
        listed = requires("xlcheck") or []
    except PackageNotFoundError:
        listed = []
    for line in listed:
        if name := re.match(r"[\w.-]+", line):
            yield name.group()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
