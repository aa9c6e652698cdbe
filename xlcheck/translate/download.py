"""Fetch language packs: the only part of xlcheck that uses the network, and only when a user asks for it."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any

from xlcheck.errors import TranslationError
from xlcheck.translate.packs import TARGET, pack_code, version_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_TIMEOUT = 30
"""Seconds without an answer after which the server is given up."""
_MAX_INDEX = 20 * 1024**2
_MAX_PACK = 2 * 1024**3
_CHUNK = 256 * 1024


def download(code: str, path: Path, index_url: str, progress: Callable[[int, int | None], None] | None) -> Path:
    """Save the newest pack that translates a language into English and return its path.

    The addresses that the index gives are tried in order.

    Args:
        code: ISO 639 code as packs are filed.
        path: the file to write.
        index_url: where the index of packs lies.
        progress: called with the bytes that have arrived and the bytes there are, None where the server does not say.

    Raises:
        TranslationError: no network, no such pack, or a download that broke off.
    """
    entry = _entry(_index(index_url, code), code)
    addresses = entry["links"] if isinstance(entry.get("links"), list) else ()
    links = (
        [link for link in addresses if isinstance(link, str) and _is_web(link)] if isinstance(addresses, list) else []
    )
    if not links:
        raise TranslationError(f"the index gives no address for the pack {code} → {TARGET}", hint=_by_hand(code))
    for place, link in enumerate(links, start=1):
        try:
            _save(link, path, code, progress)
        except TranslationError:
            if place == len(links):
                raise
        else:
            break
    return path


def _index(url: str, code: str) -> list[dict[str, Any]]:
    """Return the entries of an index of packs."""
    if not _is_web(url):
        raise TranslationError(f"{url} is not an http or https address")
    content = bytearray()
    with _open(url, code) as response:
        while chunk := _read(response, url, code):
            content += chunk
            if len(content) > _MAX_INDEX:
                raise TranslationError(f"{url} is too large for an index of packs")
    try:
        entries = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise TranslationError(f"{url} is not an index of packs", hint=_by_hand(code)) from error
    if not isinstance(entries, list):
        raise TranslationError(f"{url} is not an index of packs", hint=_by_hand(code))
    return [entry for entry in entries if isinstance(entry, dict)]


def _entry(entries: Sequence[dict[str, Any]], code: str) -> dict[str, Any]:
    """Return the newest pack that translates `code` into English."""
    direct = [entry for entry in entries if entry.get("to_code") == TARGET]
    found = [entry for entry in direct if pack_code(str(entry.get("from_code", ""))) == code]
    if not found:
        known = ", ".join(sorted({str(entry.get("from_code")) for entry in direct})) or "none"
        raise TranslationError(f"the index has no pack that translates {code} into English", hint=f"It has: {known}.")
    return max(found, key=lambda entry: version_key(str(entry.get("package_version", ""))))


def _save(url: str, path: Path, code: str, progress: Callable[[int, int | None], None] | None) -> None:
    done = 0
    with _open(url, code) as response, path.open("wb") as file:
        length = response.headers.get("Content-Length", "")
        total = int(length) if length.isdecimal() else None
        while chunk := _read(response, url, code):
            done += len(chunk)
            if done > _MAX_PACK:
                raise TranslationError(f"{url} is larger than 2 GB", hint=_by_hand(code))
            file.write(chunk)
            if progress is not None:
                progress(done, total)
    if total is not None and done != total:
        raise TranslationError(f"{url} broke off after {done} of {total} bytes", hint="Try again.")


def _open(url: str, code: str) -> Any:
    request = urllib.request.Request(url, headers={"User-Agent": "xlcheck"})  # noqa: S310 - checked by the callers
    try:
        return urllib.request.urlopen(request, timeout=_TIMEOUT)  # noqa: S310
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _unreachable(url, error, code) from error


def _read(response: Any, url: str, code: str) -> bytes:
    try:
        return bytes(response.read(_CHUNK))
    except (OSError, http.client.HTTPException) as error:
        raise _unreachable(url, error, code) from error


def _unreachable(url: str, error: Exception, code: str) -> TranslationError:
    if isinstance(error, urllib.error.HTTPError):
        reason = f"the server answers {error.code} {error.reason}"
        error.close()
    else:
        reason = str(error.reason if isinstance(error, urllib.error.URLError) else error) or type(error).__name__
    host = urllib.parse.urlsplit(url).hostname or url
    return TranslationError(f"no pack could be downloaded from {host}: {reason}", hint=_by_hand(code))


def _by_hand(code: str) -> str:
    return (
        f"On a machine with network access, download translate-{code}_{TARGET} (an .argosmodel file) from the Argos "
        "package index, bring it here and run: xlcheck models install FILE.argosmodel"
    )


def _is_web(url: str) -> bool:
    return urllib.parse.urlsplit(url).scheme in ("http", "https")
