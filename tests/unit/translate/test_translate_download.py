"""Downloads that break off, go on, and are checked, against a web server on this machine."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from xlcheck.errors import TranslationError
from xlcheck.translate import install_language, list_packs
from xlcheck.translate.packs import route


class PackServer:
    """A server of files that can break off, and that can or cannot send the rest of a file.

    Attributes:
        files: path to content.
        cuts: for each of the next requests of a pack, after how many bytes of the body the connection ends.
        ranges: whether byte ranges are served.
        headers: more response headers.
        asked: path, Range and If-Range header of each request of a pack.
        stall: set while a request of a pack should wait after its cut until the event comes.
    """

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.cuts: list[int] = []
        self.stall: threading.Event | None = None
        self.ranges = True
        self.headers: dict[str, str] = {"ETag": '"one"'}
        self.asked: list[tuple[str, str | None, str | None]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        content = self.files.get(request.path)
        if content is None:
            request.send_error(404)
            return
        cut = len(content)
        start = 0
        if request.path != "/index":
            self.asked.append((request.path, request.headers["Range"], request.headers["If-Range"]))
            cut = self.cuts.pop(0) if self.cuts else cut
            wanted = re.fullmatch(r"bytes=(\d+)-", request.headers["Range"] or "")
            same = request.headers["If-Range"] in (None, self.headers.get("ETag"), self.headers.get("Last-Modified"))
            if wanted and self.ranges and same:
                start = int(wanted[1])
        if start >= len(content):
            request.send_response(416)
            request.send_header("Content-Range", f"bytes */{len(content)}")
        elif start:
            request.send_response(206)
            request.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        else:
            request.send_response(200)
        for name, value in self.headers.items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(content) - start))
        request.end_headers()
        request.wfile.write(content[start : start + cut])
        if self.stall is not None:
            request.wfile.flush()
            self.stall.wait(20)

    def offer(self, pack: Path, *, source: str = "de", target: str = "en", **more: object) -> dict[str, object]:
        """Publish a pack and return its entry for an index."""
        path = f"/{source}_{target}"
        self.files[path] = pack.read_bytes()
        link = f"http://127.0.0.1:{self._server.server_port}{path}"
        return {"from_code": source, "to_code": target, "package_version": "1.0", "links": [link], **more}

    def index(self, *entries: dict[str, object]) -> str:
        self.files["/index"] = json.dumps(entries).encode()
        return f"http://127.0.0.1:{self._server.server_port}/index"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def server() -> Iterator[PackServer]:
    server = PackServer()
    yield server
    server.close()


def waiting(models: Path) -> dict[str, int]:
    """Names and sizes of what has arrived of unfinished downloads."""
    folder = models / ".xlcheck-downloads"
    return {path.name: path.stat().st_size for path in folder.glob("*.part")}


def test_a_broken_connection_is_taken_up_again_at_once(
    server: PackServer, models: Path, packs: dict[str, Path]
) -> None:
    server.cuts = [1000, 500]
    seen: list[int] = []
    pack = install_language(
        "de", index_url=server.index(server.offer(packs["de"])), progress=lambda done, _: seen.append(done)
    )
    assert pack.language == "de"
    assert [asked[1:] for asked in server.asked] == [
        (None, None),
        ("bytes=1000-", '"one"'),
        ("bytes=1500-", '"one"'),
    ]
    assert seen == sorted(seen)
    assert seen[-1] == packs["de"].stat().st_size
    assert [path.name for path in models.iterdir()] == ["translate-de_en-1_0"]


def test_the_next_run_goes_on(server: PackServer, models: Path, packs: dict[str, Path]) -> None:
    index = server.index(server.offer(packs["de"]))
    server.cuts = [1000, 0]
    with pytest.raises(TranslationError, match=r"broke off after 1000 of \d+ bytes") as caught:
        install_language("de", index_url=index)
    assert "what has arrived is kept" in caught.value.hint
    assert waiting(models) == {"translate-de_en-1_0.argosmodel.part": 1000}
    assert list_packs() == ()
    install_language("de", index_url=index)
    assert [asked[1] for asked in server.asked] == [None, "bytes=1000-", "bytes=1000-"]
    assert [path.name for path in models.iterdir()] == ["translate-de_en-1_0"]


def broken_off(server: PackServer, pack: Path, **more: object) -> str:
    """Let a download break off after 1000 bytes and return the address of the index."""
    index = server.index(server.offer(pack, **more))
    server.cuts = [1000, 0]
    with pytest.raises(TranslationError, match="broke off"):
        install_language("de", index_url=index)
    server.asked.clear()
    return index


def test_a_server_without_ranges_sends_everything_again(
    server: PackServer, models: Path, packs: dict[str, Path]
) -> None:
    server.ranges = False
    server.cuts = [1000, 1000]
    index = server.index(server.offer(packs["de"]))
    with pytest.raises(TranslationError, match="broke off"):
        install_language("de", index_url=index)
    assert install_language("de", index_url=index).language == "de"
    assert [path.name for path in models.iterdir()] == ["translate-de_en-1_0"]


@pytest.mark.parametrize("headers", [{"ETag": '"two"'}, {}, {"ETag": 'W/"one"'}], ids=["etag", "gone", "weak"])
def test_a_file_that_has_become_another_is_begun_anew(
    server: PackServer, packs: dict[str, Path], headers: dict[str, str]
) -> None:
    index = broken_off(server, packs["de"])
    server.offer(packs["de-new"])
    server.headers = headers
    assert install_language("de", index_url=index).version == "1.10"
    assert server.asked[0][1:] == ("bytes=1000-", '"one"')


def test_without_validators_the_length_must_fit(server: PackServer, packs: dict[str, Path]) -> None:
    server.headers = {}
    index = broken_off(server, packs["de"])
    other = packs["de-new"].read_bytes()
    assert len(other) != packs["de"].stat().st_size
    server.offer(packs["de-new"])
    assert install_language("de", index_url=index).version == "1.10"
    assert [asked[1] for asked in server.asked] == ["bytes=1000-", None]


def test_last_modified_serves_as_validator(server: PackServer, packs: dict[str, Path]) -> None:
    server.headers = {"Last-Modified": "Mon, 02 Mar 2026 10:00:00 GMT"}
    index = broken_off(server, packs["de"])
    install_language("de", index_url=index)
    assert server.asked == [("/de_en", "bytes=1000-", "Mon, 02 Mar 2026 10:00:00 GMT")]


def test_a_whole_part_is_not_fetched_again(server: PackServer, models: Path, packs: dict[str, Path]) -> None:
    index = broken_off(server, packs["de"])
    part = models / ".xlcheck-downloads" / "translate-de_en-1_0.argosmodel.part"
    part.write_bytes(packs["de"].read_bytes())
    assert install_language("de", index_url=index).language == "de"
    assert [asked[1] for asked in server.asked] == [f"bytes={packs['de'].stat().st_size}-"]


@pytest.mark.parametrize("said", ["", "[]", "{", '{"url": 1}'], ids=["empty", "list", "cut", "other"])
def test_a_part_that_nothing_is_known_about_is_begun_anew(
    server: PackServer, models: Path, packs: dict[str, Path], said: str
) -> None:
    index = broken_off(server, packs["de"])
    (models / ".xlcheck-downloads" / "translate-de_en-1_0.argosmodel.part.json").write_text(said, encoding="utf-8")
    install_language("de", index_url=index)
    assert [asked[1] for asked in server.asked] == [None]


def test_a_spoilt_part_is_found_out_and_thrown_away(server: PackServer, models: Path, packs: dict[str, Path]) -> None:
    index = broken_off(server, packs["de"])
    part = models / ".xlcheck-downloads" / "translate-de_en-1_0.argosmodel.part"
    part.write_bytes(bytes(1000))
    with pytest.raises(TranslationError, match="not a whole zip archive"):
        install_language("de", index_url=index)
    assert list(models.iterdir()) == []
    assert install_language("de", index_url=index).language == "de"


def repr_digest(content: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"


@pytest.mark.parametrize("header", ["Repr-Digest", "Digest"])
def test_digest_of_the_server(server: PackServer, models: Path, packs: dict[str, Path], header: str) -> None:
    good = repr_digest(packs["de"].read_bytes())
    server.headers[header] = repr_digest(b"another file")
    index = server.index(server.offer(packs["de"]))
    with pytest.raises(TranslationError, match="has the SHA-256"):
        install_language("de", index_url=index)
    assert list(models.iterdir()) == []
    server.headers[header] = good if header == "Repr-Digest" else good.replace(":", "").replace("sha", "SHA")
    assert install_language("de", index_url=index).language == "de"


def test_digest_of_the_index(server: PackServer, models: Path, packs: dict[str, Path]) -> None:
    digest = hashlib.sha256(packs["de"].read_bytes()).hexdigest()
    with pytest.raises(TranslationError, match=f"has the SHA-256 {digest[:16]}…, not 0000000000000000…"):
        install_language("de", index_url=server.index(server.offer(packs["de"], sha256="0" * 64)))
    assert list(models.iterdir()) == []
    index = server.index(server.offer(packs["de"], sha256=digest.upper(), size=packs["de"].stat().st_size))
    assert install_language("de", index_url=index).language == "de"


def test_size_of_the_index(server: PackServer, models: Path, packs: dict[str, Path]) -> None:
    with pytest.raises(TranslationError, match=r"has \d+ bytes, not the 5 that the index gives"):
        install_language("de", index_url=server.index(server.offer(packs["de"], size=5)))
    assert list(models.iterdir()) == []


def test_a_pack_for_another_language_than_the_index_says(
    server: PackServer, models: Path, packs: dict[str, Path]
) -> None:
    with pytest.raises(TranslationError, match="should translate de into en, but is a pack for fr into en"):
        install_language("de", index_url=server.index(server.offer(packs["fr"])))
    assert list(models.iterdir()) == []


def test_a_missing_file(server: PackServer, models: Path, packs: dict[str, Path]) -> None:
    index = server.index(server.offer(packs["de"]))
    del server.files["/de_en"]
    with pytest.raises(TranslationError, match="the server answers 404"):
        install_language("de", index_url=index)
    assert list(models.iterdir()) == []


def test_both_packs_of_a_way_through_another_language(server: PackServer, models: Path, packs: dict[str, Path]) -> None:
    index = server.index(server.offer(packs["es-fr"], source="es", target="fr"), server.offer(packs["fr"], source="fr"))
    pack = install_language("es", index_url=index)
    assert (pack.language, pack.target) == ("es", "fr")
    assert [step.target for step in route("es")] == ["fr", "en"]
    assert [path for path, *_ in server.asked] == ["/fr_en", "/es_fr"]
    install_language("es", index_url=index)
    assert len(server.asked) == 2


def test_a_killed_download_goes_on(server: PackServer, models: Path, packs: dict[str, Path]) -> None:
    index = server.index(server.offer(packs["de"]))
    part = models / ".xlcheck-downloads" / "translate-de_en-1_0.argosmodel.part"
    code = f"from xlcheck.translate import install_language; install_language('de', index_url={index!r})"
    for turn in (1, 2):
        server.cuts, server.stall = [1000], threading.Event()
        process = subprocess.Popen([sys.executable, "-c", code], env={**os.environ, "no_proxy": "*"})
        deadline = time.monotonic() + 20
        while not (part.is_file() and part.stat().st_size == 1000 * turn):
            assert time.monotonic() < deadline
            assert process.poll() is None
            time.sleep(0.005)
        process.kill()
        process.wait()
        server.stall.set()
    server.stall = None
    assert list_packs() == ()
    install_language("de", index_url=index)
    assert [asked[1] for asked in server.asked] == [None, "bytes=1000-", "bytes=2000-"]
    assert [path.name for path in models.iterdir()] == ["translate-de_en-1_0"]


def test_two_at_once(server: PackServer, models: Path, packs: dict[str, Path]) -> None:
    index = server.index(server.offer(packs["de"]))

    def second(_: int, __: int | None) -> None:
        with pytest.raises(TranslationError, match="downloaded by another process"):
            install_language("de", index_url=index)

    install_language("de", index_url=index, progress=second)
    assert [path.name for path in models.iterdir()] == ["translate-de_en-1_0"]
