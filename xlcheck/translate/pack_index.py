"""The index of packs that can be downloaded, as Argos publishes it: a JSON list of metadata with addresses."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from xlcheck.errors import TranslationError
from xlcheck.translate.packs import CODE, TARGET, pack_code, version_key
from xlcheck.translate.web import ConnectionLostError, by_hand, is_web, open_url, read_chunk

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAX_INDEX = 20 * 1024**2
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A pack that can be downloaded.

    Attributes:
        language: code of the language it reads.
        target: code of the language it writes.
        links: addresses that it can be had from; it is the same file at each.
        sha256: hex digest of the file, "" where the index does not give one (Argos's own does not).
        size: bytes of the file, None where the index does not say.
    """

    language: str
    target: str
    version: str
    links: tuple[str, ...]
    sha256: str = ""
    size: int | None = None

    @property
    def direction(self) -> tuple[str, str]:
        """Source and target."""
        return self.language, self.target

    @property
    def file_name(self) -> str:
        """The file's name on this machine."""
        version = re.sub(r"[^A-Za-z0-9]+", "_", self.version).strip("_")
        return f"translate-{self.language}_{self.target}-{version}.argosmodel"


def find_offers(index_url: str, code: str) -> tuple[Offer, ...]:
    """Return the newest packs that bring a language into English: a direct one, else two through another language.

    Args:
        index_url: where the index lies.
        code: ISO 639 code as packs are filed.

    Raises:
        TranslationError: no network, no index there, or no such packs in it.
    """
    newest: dict[tuple[str, str], Offer] = {}
    for offer in sorted(_offers(index_url, code), key=lambda offer: version_key(offer.version)):
        newest[offer.direction] = offer
    if (code, TARGET) in newest:
        return (_with_links(newest[code, TARGET]),)
    ways = sorted(target for source, target in newest if source == code and (target, TARGET) in newest)
    if not ways:
        known = ", ".join(sorted(source for source, target in newest if target == TARGET)) or "none"
        raise TranslationError(f"the index has no pack that translates {code} into English", hint=f"It has: {known}.")
    return _with_links(newest[code, ways[0]]), _with_links(newest[ways[0], TARGET])


def _offers(url: str, code: str) -> list[Offer]:
    """Return what an index offers; entries that do not name their languages are passed over."""
    if not is_web(url):
        raise TranslationError(f"{url} is not an http or https address")
    content = bytearray()
    with open_url(url, code=code) as response:
        try:
            while chunk := read_chunk(response):
                content += chunk
                if len(content) > _MAX_INDEX:
                    raise TranslationError(f"{url} is too large for an index of packs")
        except ConnectionLostError as error:
            message = f"the index of packs broke off on its way from {url}: {error}"
            raise TranslationError(message, hint=by_hand(code)) from error
    try:
        entries = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise TranslationError(f"{url} is not an index of packs", hint=by_hand(code)) from error
    if not isinstance(entries, list):
        raise TranslationError(f"{url} is not an index of packs", hint=by_hand(code))
    offers = [_offer(entry) for entry in entries if isinstance(entry, dict)]
    return [offer for offer in offers if offer is not None]


def _offer(entry: dict[str, Any]) -> Offer | None:
    source, target = entry.get("from_code"), entry.get("to_code")
    if entry.get("type", "translate") != "translate" or not (_is_code(source) and _is_code(target)):
        return None
    links: Sequence[object] = entry["links"] if isinstance(entry.get("links"), list) else ()
    digest, size = str(entry.get("sha256", "")).lower(), entry.get("size")
    return Offer(
        language=pack_code(str(source)),
        target=pack_code(str(target)),
        version=str(entry.get("package_version", "")),
        links=tuple(link for link in links if isinstance(link, str) and is_web(link)),
        sha256=digest if _SHA256.fullmatch(digest) else "",
        size=size if isinstance(size, int) and size > 0 else None,
    )


def _is_code(value: object) -> bool:
    return isinstance(value, str) and CODE.fullmatch(value) is not None


def _with_links(offer: Offer) -> Offer:
    if not offer.links:
        raise TranslationError(
            f"the index gives no address for the pack {offer.language} → {offer.target}", hint=by_hand(offer.language)
        )
    return offer
