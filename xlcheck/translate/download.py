"""Download a pack so that nothing that has arrived is lost: the only part that fetches more than the index.

What has arrived lies in a `.part` file, and beside it in a `.part.json` what the server said about the whole: address,
length and validators. The next try asks for the rest (RFC 9110, Range and If-Range) and starts anew where the server
cannot give it or the file there has become another.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import re
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from xlcheck.errors import TranslationError
from xlcheck.translate.web import ConnectionLostError, by_hand, open_url, read_chunk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from xlcheck.translate.pack_index import Offer

    Report = Callable[[int, int | None], None]

_MAX_PACK = 2 * 1024**3
_RETRIES = 20
"""Times that a broken connection is taken up again, each only after new bytes have come."""
_WHOLE, _PARTIAL, _RANGE_REFUSED = 200, 206, 416
_CONTENT_RANGE = re.compile(r"bytes (?:(?P<start>\d{1,15})-\d{1,15}|\*)/(?P<total>\d{1,15})")
_DIGEST = re.compile(r"\bsha-256=:?(?P<value>[A-Za-z0-9+/]{43}=)", re.IGNORECASE)


class _BrokenOffError(Exception):
    """The connection ended before the file did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whole:
    """What a server said about the file that it began to send.

    Attributes:
        total: its length in bytes, None where the server did not say.
        etag: its strong entity tag, "" for none.
        modified: its Last-Modified header, "" for none.
    """

    url: str
    total: int | None
    etag: str
    modified: str


def download(offer: Offer, folder: Path, progress: Report | None) -> Path:
    """Save a pack in a folder, checked against every length and digest that index and server give; return its path.

    The addresses are tried in order.

    Args:
        folder: where what has arrived is kept if the download breaks off; made if need be.
        progress: called with the bytes that have arrived and the bytes there are, None where the server does not say.

    Raises:
        TranslationError: no network, a download that broke off, or a file that is not the one that the index means.
        OSError: nothing can be written in the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / offer.file_name
    with _alone(path, offer) as part:
        for place, link in enumerate(offer.links, start=1):
            try:
                _fetch(link, path, part, offer, progress)
            except TranslationError:
                if place == len(offer.links):
                    raise
            else:
                break
    return path


def discard(path: Path) -> None:
    """Delete a downloaded file, what is left of older versions of it, and the folder when nothing else is in it."""
    direction = path.name.rpartition("-")[0]
    for file in path.parent.glob(f"{direction}-*.argosmodel*"):
        file.unlink(missing_ok=True)
    _tidy(path)


def _tidy(path: Path) -> None:
    """Leave no empty file and no empty folder behind."""
    part, said = path.with_name(path.name + ".part"), path.with_name(path.name + ".part.json")
    if part.is_file() and part.stat().st_size == 0:
        part.unlink()
    if not part.exists():
        said.unlink(missing_ok=True)
    with suppress(OSError):  # not empty
        path.parent.rmdir()


@contextmanager
def _alone(path: Path, offer: Offer) -> Iterator[BinaryIO]:
    """Open the file for what arrives, and keep other processes from writing it too (where the system can)."""
    with path.with_name(path.name + ".part").open("ab") as file:
        try:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            pass  # not a POSIX system: two at once spoil the file, which its checks will find
        except BlockingIOError as error:
            message = f"the pack {offer.language} → {offer.target} is being downloaded by another process"
            raise TranslationError(message, hint="Wait until it has finished.") from error
        try:
            yield file
        finally:
            file.flush()
            _tidy(path)


def _fetch(url: str, path: Path, part: BinaryIO, offer: Offer, progress: Report | None) -> None:
    """Bring the whole file from one address, going on when the connection breaks as long as new bytes come."""
    digest = ""
    furthest = _size(part)
    for attempt in range(_RETRIES + 1):
        try:
            digest = _attempt(url, path, part, offer, progress)
            break
        except _BrokenOffError as error:
            if attempt == _RETRIES or _size(part) <= furthest:
                raise TranslationError(
                    f"{url} broke off {error}", hint="Try again: what has arrived is kept where the server allows it."
                ) from error
            furthest = _size(part)
    _verify(url, path, part, offer, digest)
    part.flush()
    path.with_name(path.name + ".part").replace(path)


def _attempt(url: str, path: Path, part: BinaryIO, offer: Offer, progress: Report | None) -> str:
    """Ask for what is still missing and save it; return the SHA-256 in hex that the server gives for the whole, or "".

    Raises:
        _BrokenOffError: the connection ended too early.
        TranslationError: the server cannot be reached, or the file is not the one that the index means.
    """
    before = _said(path, url) if _size(part) else None
    start = _size(part) if before is not None else 0
    headers = {"Want-Repr-Digest": "sha-256=10"}
    if before is not None:
        headers |= {"Range": f"bytes={start}-"}
        headers |= {"If-Range": before.etag or before.modified} if before.etag or before.modified else {}
    with open_url(url, code=offer.language, headers=headers) as response:
        if before is not None and response.status in (_PARTIAL, _RANGE_REFUSED):
            if not _fits(response, before, start):
                part.truncate(0)
                return _attempt(url, path, part, offer, progress)
            if response.status == _RANGE_REFUSED:  # there is nothing behind the end of a whole file
                return _digest(response)
            whole = before
        elif response.status != _WHOLE:
            raise TranslationError(
                f"{url} is not sent: the server answers {response.status}", hint=by_hand(offer.language)
            )
        else:
            part.truncate(0)
            start = 0
            whole = _whole(url, response)
            said = path.with_name(path.name + ".part.json")
            said.write_text(json.dumps(asdict(whole)), encoding="utf-8")
        _check_size(url, offer, whole.total)
        _save(url, response, part, whole, start, progress)
        return _digest(response)


def _save(url: str, response: Any, part: BinaryIO, whole: _Whole, start: int, progress: Report | None) -> None:
    done = start
    if progress is not None and start:
        progress(start, whole.total)
    try:
        while chunk := read_chunk(response):
            done += len(chunk)
            if done > _MAX_PACK:
                part.truncate(0)
                raise TranslationError(f"{url} is larger than 2 GB")
            part.write(chunk)
            part.flush()  # a killed process has then lost nothing that arrived
            if progress is not None:
                progress(done, whole.total)
    except ConnectionLostError as error:
        of = f" of {whole.total}" if whole.total is not None else ""
        raise _BrokenOffError(f"after {done}{of} bytes: {error}") from error
    if whole.total is not None and done != whole.total:
        raise _BrokenOffError(f"after {done} of {whole.total} bytes")


def _verify(url: str, path: Path, part: BinaryIO, offer: Offer, digest: str) -> None:
    """Compare the whole file with the digests; a wrong one is deleted, since nothing of it can be trusted."""
    part.flush()
    try:
        _check_size(url, offer, _size(part))
        expected = {value for value in (offer.sha256, digest) if value}
        if expected:
            with path.with_name(path.name + ".part").open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
            if expected != {found}:
                raise TranslationError(
                    f"{url} has the SHA-256 {found[:16]}…, not {min(expected - {found})[:16]}…: it was damaged on the "
                    "way, or is not the file that it should be",
                    hint="Try again; if it happens again, the server or the index of packs is wrong.",
                )
    except TranslationError:
        part.truncate(0)
        raise


def _check_size(url: str, offer: Offer, size: int | None) -> None:
    if None not in (size, offer.size) and size != offer.size:
        raise TranslationError(
            f"{url} has {size} bytes, not the {offer.size} that the index gives",
            hint="The index of packs may be newer than the file or older; try again later.",
        )


def _fits(response: Any, before: _Whole, start: int) -> bool:
    """Tell whether the rest that a server sends belongs to what has arrived."""
    place = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
    if place is None or int(place["total"]) != before.total:
        return False
    if response.status == _RANGE_REFUSED:
        return start == before.total
    etag = _strong(response.headers.get("ETag", ""))
    return place["start"] is not None and int(place["start"]) == start and etag in ("", before.etag)


def _whole(url: str, response: Any) -> _Whole:
    length = response.headers.get("Content-Length", "")
    return _Whole(
        url=url,
        total=int(length) if length.isdecimal() else None,
        etag=_strong(response.headers.get("ETag", "")),
        modified=response.headers.get("Last-Modified", ""),
    )


def _said(path: Path, url: str) -> _Whole | None:
    """Return what is known about the file that a part is of; None when it is nothing, or another file."""
    try:
        content = json.loads(path.with_name(path.name + ".part.json").read_text(encoding="utf-8"))
        whole = _Whole(**content)
    except (OSError, ValueError, TypeError):
        return None
    return whole if whole.url == url and whole.total is not None else None


def _strong(etag: str) -> str:
    """Return an entity tag if it promises the same bytes, "" for a weak one."""
    return "" if etag.startswith("W/") else etag


def _digest(response: Any) -> str:
    """Return the SHA-256 of the whole file that a server gives (RFC 9530, or RFC 3230 before it), "" for none."""
    for name in ("Repr-Digest", "Digest"):
        match = _DIGEST.search(response.headers.get(name, ""))
        if match is not None:
            try:
                return base64.b64decode(match["value"], validate=True).hex()
            except binascii.Error:
                return ""
    return ""


def _size(part: BinaryIO) -> int:
    part.flush()
    return os.fstat(part.fileno()).st_size
