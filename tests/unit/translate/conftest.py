"""Real tiny packs, a place for them, and no network but this machine."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import pytest
from support.argos_pack import build_pack
from support.package_site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Archives: German (SentencePiece), a newer German, French (BPE, with a target prefix), Spanish to
    French, English to German.
    """
    folder = tmp_path_factory.mktemp("packs")
    return {
        "de": build_pack(folder / "de.argosmodel"),
        "de-new": build_pack(folder / "de-new.argosmodel", version="1.10", seed=2),
        "fr": build_pack(folder / "fr.argosmodel", source="fr", tokenizer="bpe", target_prefix="<2en>"),
        "es-fr": build_pack(folder / "es-fr.argosmodel", source="es", target="fr", seed=3),
        "en-de": build_pack(folder / "en-de.argosmodel", source="en", target="de"),
    }


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that packs are installed in; nothing of the user's own is seen."""
    for name in ("ARGOS_PACKAGES_DIR", "SNAP_USER_DATA", "XLCHECK_PACKAGE_INDEX", "ARGOS_PACKAGE_INDEX"):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name))
    monkeypatch.setenv("XLCHECK_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("no_proxy", "*")
    return tmp_path / "models"


@pytest.fixture(autouse=True)
def this_machine_only(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect
    lookup = socket.getaddrinfo

    def guarded(self: socket.socket, address: Any) -> None:
        if address[0] != "127.0.0.1":
            raise OSError(f"the tests may not reach {address}")
        connect(self, address)

    def local_lookup(host: Any, *args: Any, **options: Any) -> Any:
        if host != "127.0.0.1":
            raise socket.gaierror(-2, "Name or service not known")
        return lookup(host, *args, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket, "getaddrinfo", local_lookup)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()
