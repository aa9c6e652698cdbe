"""`xlcheck translate`, `cache` and `check --download`, with real tiny packs and a web server on this machine."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from support.argos_pack import build_pack
from support.command_line import Run

from xlcheck.translate import install_file, list_packs

SENTENCES = ("Der Rat stimmte am Montag mit großer Mehrheit dafür.", "Viele Menschen warten.", "Die Fähre kommt nicht.")
GERMAN = f"{SENTENCES[0]}\n\n{SENTENCES[1]} {SENTENCES[2]}\n"


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("packs")
    return {
        "de": build_pack(folder / "de.argosmodel"),
        "es-fr": build_pack(folder / "es-fr.argosmodel", source="es", target="fr"),
        "fr": build_pack(folder / "fr.argosmodel", source="fr"),
    }


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the user's own, and no network but this machine."""
    for name in ("ARGOS_PACKAGES_DIR", "SNAP_USER_DATA", "XLCHECK_PACKAGE_INDEX", "ARGOS_PACKAGE_INDEX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XLCHECK_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.chdir(tmp_path)
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        assert address[0] == "127.0.0.1", f"the tests may not reach {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def german(tmp_path: Path) -> Path:
    path = tmp_path / "german.txt"
    path.write_text(GERMAN, encoding="utf-8")
    return path


def memory_rows(tmp_path: Path) -> int:
    path = tmp_path / "cache" / "xlcheck" / "translations.sqlite"
    if not path.exists():
        return 0
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM translations").fetchone()[0])
    finally:
        connection.close()


def test_one_line_a_line(xlcheck: Run, german: Path, packs: dict[str, Path], tmp_path: Path) -> None:
    install_file(packs["de"])
    done = xlcheck("translate", german, "--lang", "de")
    assert done.code == 0
    lines = done.out.split("\n")
    assert len(lines) == 4
    assert (lines[1], lines[3]) == ("", "")
    assert lines[0]
    assert lines[2]
    assert "translated by argos de_en 1.0 " in done.err
    assert memory_rows(tmp_path) == 3
    assert xlcheck("translate", "-", "--lang", "de", "-q", stdin=GERMAN.encode()) == type(done)(0, done.out, "")


def test_jsonl(xlcheck: Run, packs: dict[str, Path]) -> None:
    install_file(packs["de"])
    hostile = "\ufeffDie Brücke \x1b[31m\u202e am Hafen.\r\n\r\n12\n".encode()
    done = xlcheck("translate", "-", "--lang", "de-AT", "--format", "jsonl", stdin=hostile)
    assert done.code == 0
    assert "\x1b" not in done.out
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [record["line"] for record in records] == [1, 2, 3]
    assert list(records[0]) == ["line", "source", "english", "engine", "pack", "score", "suspect"]
    assert records[0]["source"] == "Die Brücke \x1b[31m\u202e am Hafen."
    assert records[0]["engine"] == "argos"
    assert records[0]["pack"].startswith("de_en 1.0 ")
    assert records[0]["score"] < 0
    assert records[1] == {
        "line": 2, "source": "", "english": "", "engine": "", "pack": "", "score": None, "suspect": []
    }  # fmt: skip
    assert (records[2]["english"], records[2]["score"]) == ("12", None)


def test_the_language_is_detected_and_said(xlcheck: Run, german: Path, packs: dict[str, Path]) -> None:
    install_file(packs["de"])
    done = xlcheck("translate", german)
    assert (done.code, len(done.out.splitlines())) == (0, 3)
    assert "language de" in done.err


def test_no_cache_keeps_nothing(xlcheck: Run, german: Path, packs: dict[str, Path], tmp_path: Path) -> None:
    install_file(packs["de"])
    kept = xlcheck("translate", german, "--lang", "de", "--no-cache")
    assert xlcheck("check", german, "--no-cache").code == 0
    assert memory_rows(tmp_path) == 0
    assert not (tmp_path / "cache").exists()
    assert xlcheck("translate", german, "--lang", "de") == kept


def test_through_another_language(xlcheck: Run, packs: dict[str, Path], tmp_path: Path) -> None:
    done = xlcheck("models", "install", packs["es-fr"])
    assert "hint: a pack from fr into English is still missing: xlcheck models install fr" in done.out
    assert xlcheck("translate", "-", "--lang", "es", "--engine", "argos", stdin=b"Hola.\n").code == 2
    install_file(packs["fr"])
    listed = xlcheck("models", "list").out
    assert "es → fr → en  (no direct pack for es: lower confidence)" in listed
    arguments = ("--lang", "es", "--engine", "argos", "--format", "jsonl")
    done = xlcheck("translate", "-", *arguments, stdin="El puente está cerrado.\n".encode())
    record = json.loads(done.out)
    assert "translated through fr" in record["suspect"]
    assert record["score"] is None
    assert "1 of 1 lines are suspect" in done.err
    assert memory_rows(tmp_path) == 1


@pytest.mark.parametrize(
    ("arguments", "stdin", "message", "hint"),
    [
        pytest.param(["--lang", "de"], b"Hallo.", "no language pack", "xlcheck models install de", id="no-pack"),
        pytest.param([], b"12 34", "the language cannot be told", "--lang", id="no-language"),
        pytest.param(["--lang", "en"], b"Hello.", "in English already", "", id="english"),
        pytest.param(["--lang", "fr", "--format", "xml"], b"x", "unknown format 'xml'", "jsonl", id="format"),
        pytest.param(["--lang", "fr", "--engine", "none"], b"x", "nothing is translated", "", id="engine-none"),
        pytest.param(["--lang", "fr"], b"ok\nd\xe9j\xe0\n", "-:2: the line is not UTF-8", "UTF-8", id="not-utf8"),
    ],
)
def test_mistakes(
    xlcheck: Run, packs: dict[str, Path], arguments: list[str], stdin: bytes, message: str, hint: str
) -> None:
    install_file(packs["fr"])
    done = xlcheck("translate", "-", *arguments, stdin=stdin)
    assert done.code == 2
    assert message in done.err
    assert hint in done.err
    assert "Traceback" not in done.err


def test_a_file_that_is_not_there(xlcheck: Run, packs: dict[str, Path]) -> None:
    install_file(packs["de"])
    done = xlcheck("translate", "nothing.txt", "--lang", "de")
    assert (done.code, done.out) == (2, "")
    assert "nothing.txt: cannot be read" in done.err


def test_what_is_translated_is_seen_before_the_input_ends(packs: dict[str, Path], tmp_path: Path) -> None:
    install_file(packs["de"])
    process = subprocess.Popen(
        [sys.executable, "-m", "xlcheck", "translate", "-", "--lang", "de"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=dict(os.environ),
        cwd=tmp_path,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("Der Rat stimmte dafür.\n".encode())
    process.stdin.flush()
    assert process.stdout.readline().strip()
    assert memory_rows(tmp_path) == 1
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)
    assert memory_rows(tmp_path) == 1


def test_cache_info_verify_export_clear(xlcheck: Run, german: Path, packs: dict[str, Path], tmp_path: Path) -> None:
    assert xlcheck("cache", "info").out.count("nothing kept") == 3
    assert xlcheck("cache", "clear").out.count("nothing to clear") == 3
    assert xlcheck("cache", "verify").code == 0
    install_file(packs["de"])
    assert xlcheck("check", german).code == 0
    info = xlcheck("cache", "info").out
    assert "sentence vectors: " in info
    assert "translations: 3 rows, " in info
    assert "(today), translations.sqlite" in info
    done = xlcheck("cache", "verify")
    assert (done.code, done.out) == (
        0,
        "sentence vectors: ok\nfeatures of sentence pairs: nothing kept\ntranslations: ok\n",
    )

    target = tmp_path / "memory.tmx"
    assert xlcheck("cache", "export", target).code == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    units = list(ElementTree.parse(target).getroot().iter("tu"))
    assert sorted(unit.findtext("tuv/seg") or "" for unit in units) == sorted(SENTENCES)
    assert xlcheck("cache", "export", "-").out == target.read_text(encoding="utf-8")
    assert xlcheck("cache", "export", tmp_path / "no" / "x.tmx").code == 2

    done = xlcheck("cache", "clear")
    assert "translations: cleared 3 rows, " in done.out
    assert memory_rows(tmp_path) == 0
    assert "Fähre".encode() not in (tmp_path / "cache" / "xlcheck" / "translations.sqlite").read_bytes()


@pytest.mark.parametrize("name", ["translations.sqlite", "vectors.sqlite"])
def test_a_damaged_cache(xlcheck: Run, german: Path, packs: dict[str, Path], tmp_path: Path, name: str) -> None:
    install_file(packs["de"])
    path = tmp_path / "cache" / "xlcheck" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a database" * 1000)
    done = xlcheck("translate", german, "--lang", "de")
    assert (done.code, len(done.out.splitlines())) == (0, 3)
    assert ("nothing was remembered" in done.err) == (name == "translations.sqlite")
    assert "cannot be read" in xlcheck("cache", "info").out
    verified = xlcheck("cache", "verify")
    assert verified.code == 2
    assert "damaged" in verified.out
    assert "a damaged file" in xlcheck("cache", "clear").out
    assert xlcheck("cache", "verify").code == 0


def test_clear_waits_for_nobody_for_ever(
    xlcheck: Run, german: Path, packs: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_file(packs["de"])
    xlcheck("translate", german, "--lang", "de")
    monkeypatch.setattr("xlcheck.cli.cache._PATIENCE", 0.05)
    writer = sqlite3.connect(tmp_path / "cache" / "xlcheck" / "translations.sqlite", isolation_level=None)
    try:
        writer.execute("BEGIN IMMEDIATE")
        done = xlcheck("cache", "clear")
        assert done.code == 2
        assert "is in use by another run" in done.err
    finally:
        writer.close()
    assert memory_rows(tmp_path) == 3


@pytest.fixture
def index(packs: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A server with an index of a German pack; yields what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            link = f"http://127.0.0.1:{self.server.server_port}/de"  # type: ignore[attr-defined]
            entry = {"from_code": "de", "to_code": "en", "package_version": "1.0", "links": [link]}
            body = packs["de"].read_bytes() if self.path == "/de" else json.dumps([entry]).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setenv("XLCHECK_PACKAGE_INDEX", f"http://127.0.0.1:{server.server_port}/index")
    yield asked
    server.shutdown()
    server.server_close()
    thread.join()


def test_check_downloads_only_when_asked(xlcheck: Run, german: Path, index: list[str]) -> None:
    done = xlcheck("check", german, "--format", "json")
    assert "xlcheck models install de" in done.out
    assert index == []
    done = xlcheck("check", german, "--format", "json", "--download")
    assert done.code == 0
    assert index == ["/index", "/de"]
    assert "installed a language pack: de_en 1.0" in done.err
    assert "translation argos de_en 1.0 " in json.loads(done.out)["signature"]
    assert [pack.language for pack in list_packs()] == ["de"]
    assert xlcheck("check", german, "--download").code == 0
    assert index == ["/index", "/de"]


def test_check_download_of_a_language_that_the_index_lacks(xlcheck: Run, tmp_path: Path, index: list[str]) -> None:
    czech = tmp_path / "czech.txt"
    czech.write_text("Zastupitelstvo v pondělí schválilo uzavření mostu.\n\nZnovu se otevře v červnu.\n", "utf-8")
    done = xlcheck("check", czech, "--download", "--quiet")
    assert done.code == 2
    assert "language pack for cs: the index has no pack that translates cs into English" in done.err
    assert index == ["/index"]


def test_install_over_the_command_line(xlcheck: Run, index: list[str]) -> None:
    done = xlcheck("models", "install", "de")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("installed de → en, version 1.0, in ")
    assert index == ["/index", "/de"]
