"""Web requests, with every way they can fail as one clear error: only `pack_index` and `download` make any."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any

from xlcheck.errors import TranslationError
from xlcheck.translate.packs import TARGET

if TYPE_CHECKING:
    from collections.abc import Mapping

TIMEOUT = 30
"""Seconds without an answer after which the server is given up."""
_CHUNK = 256 * 1024
_RANGE_REFUSED = 416


class ConnectionLostError(Exception):
    """A response broke off; the message says how."""


def is_web(url: str) -> bool:
    """Tell whether an address is one of http or https."""
    return urllib.parse.urlsplit(url).scheme in ("http", "https")


def open_url(url: str, *, code: str, headers: Mapping[str, str] | None = None) -> Any:
    """Return the open response to a GET request; one that refuses a byte range (416) is a response too.

    Args:
        url: an http or https address.
        code: the language that a pack is wanted for, for the hint of an error.
        headers: more request headers.

    Raises:
        TranslationError: the server cannot be reached or answers with an error.
    """
    request = urllib.request.Request(url, headers={"User-Agent": "xlcheck", **(headers or {})})  # noqa: S310 - is_web
    try:
        return urllib.request.urlopen(request, timeout=TIMEOUT)  # noqa: S310
    except urllib.error.HTTPError as error:
        if error.code == _RANGE_REFUSED:
            return error
        error.close()
        raise _unreachable(url, f"the server answers {error.code} {error.reason}", code) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _unreachable(url, _reason(error), code) from error


def read_chunk(response: Any) -> bytes:
    """Return the next bytes of a response, none at its end.

    Raises:
        ConnectionLostError: the connection broke.
    """
    try:
        # `read1` gives what has arrived; `read` would wait for a whole chunk and lose it when the connection breaks.
        return bytes(response.read1(_CHUNK))
    except (OSError, http.client.HTTPException) as error:
        raise ConnectionLostError(_reason(error)) from error


def by_hand(code: str) -> str:
    """Return how to bring a pack to a machine without network."""
    return (
        f"On a machine with network access, download translate-{code}_{TARGET} (an .argosmodel file) from the Argos "
        "package index, bring it here and run: xlcheck models install FILE.argosmodel"
    )


def _reason(error: Exception) -> str:
    """Return what went wrong on the way, in a few words."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    return str(cause) or type(cause).__name__


def _unreachable(url: str, why: str, code: str) -> TranslationError:
    host = urllib.parse.urlsplit(url).hostname or url
    return TranslationError(f"no pack could be downloaded from {host}: {why}", hint=by_hand(code))
