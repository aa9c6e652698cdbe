"""Real tiny packs, a place for them, and no network but this machine."""

from __future__ import annotations

import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from support.argos_pack import build_pack

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


class Site:
    """A web server on this machine: `pages` maps a path to (status, body, announced length)."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, bytes, int | None]] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                status, body, length = site.pages.get(self.path, (404, b"", 0))
                self.send_response(status)
                if length is not None:
                    self.send_header("Content-Length", str(length))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def put(self, path: str, body: bytes, *, status: int = 200, length: int | None = -1) -> str:
        """Publish a page and return its address; a length of -1 is the right one, None announces none."""
        self.pages[path] = (status, body, len(body) if length == -1 else length)
        return self.address(path)

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self._server.server_port}{path}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()
