"""Real parts from one end to the other: Spanish through Apertium, German through a tiny Argos pack."""

from __future__ import annotations

import json
import shutil
import socket
import tomllib
from pathlib import Path
from typing import Any

import pytest
from support.argos_pack import build_pack
from support.command_line import Run

STORIES = Path(__file__).parents[1] / "stories"
BRIDGE = STORIES / "bridge"
BROKEN = sorted((BRIDGE / "broken").glob("*.toml"))


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def _story(folder: Path, broken: Path | None = None) -> dict[str, str]:
    """Copy the Spanish story; return what was changed in its English version."""
    for file in BRIDGE.glob("*.txt"):
        shutil.copy(file, folder)
    if broken is None:
        return {}
    edit = tomllib.loads(broken.read_text(encoding="utf-8"))
    english = folder / "story.en.txt"
    text = english.read_text(encoding="utf-8")
    assert text.count(edit["find"]) == 1
    english.write_text(text.replace(edit["find"], edit["replace"]), encoding="utf-8")
    return edit


@pytest.mark.usefixtures("no_network")
def test_a_clean_spanish_story_without_translation(xlcheck: Run, tmp_path: Path) -> None:
    _story(tmp_path)
    done = xlcheck("check", tmp_path, "--engine", "none", "--format", "json", "--preview")
    assert done.code == 0, done.err
    report = json.loads(done.out)
    assert report["findings"] == []
    assert {document["decision"] for document in report["documents"]} == {"accept"}


@pytest.mark.usefixtures("apertium", "no_network")
def test_a_clean_spanish_story_through_apertium(xlcheck: Run, tmp_path: Path) -> None:
    _story(tmp_path)
    done = xlcheck("check", tmp_path, "--engine", "apertium", "--format", "json")
    assert done.code == 0, done.err
    report = json.loads(done.out)
    assert report["findings"] == []
    assert report["coverage"]["translated"] == report["coverage"]["foreign"] > 0
    assert "| translation apertium spa-eng " in report["signature"]


@pytest.mark.usefixtures("apertium", "no_network")
@pytest.mark.parametrize("case", BROKEN, ids=lambda path: path.stem)
def test_our_english_stands_beside_the_original(xlcheck: Run, tmp_path: Path, case: Path) -> None:
    edit = _story(tmp_path, case)
    done = xlcheck("check", tmp_path, "--engine", "apertium", "--fail-on", "warning", "--color", "never")
    assert done.code == 1, done.err
    assert done.out.count(edit["check"]) == 1
    assert "1 finding" in done.out
    original, english = done.out.index("original (es)"), done.out.index("our English")
    assert original < english < done.out.index("counterpart (en)")
    assert edit["ours"] in done.out[english:]


@pytest.mark.parametrize(
    ("engine", "expected"),
    [
        ("auto", "Apertium too, on Debian and Ubuntu: apt install apertium-eng-spa"),
        ("apertium", "apt install apertium-eng-spa"),
        ("argos", "xlcheck models install es"),
    ],
)
def test_what_is_missing_is_told(xlcheck: Run, tmp_path: Path, engine: str, expected: str) -> None:
    _story(tmp_path)
    done = xlcheck("check", tmp_path, "--engine", engine, "--width", "200", "--color", "never")
    assert expected in done.out
    assert ("xlcheck models install es" in done.out) == (engine != "apertium")
    assert ("apertium-eng-spa" in done.out) == (engine != "argos")


@pytest.mark.usefixtures("no_network")
def test_a_pack_from_its_file_to_its_end(xlcheck: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install, list, check, verify, remove: nothing replaced, nothing downloaded."""
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XLCHECK_MODELS", str(tmp_path / "models"))
    story = tmp_path / "story"
    story.mkdir()
    for file in (STORIES / "dyke").glob("*.txt"):
        text = file.read_text(encoding="utf-8").replace("100,000 people", "10,000 people")
        (story / file.name).write_text(text, encoding="utf-8")

    before = xlcheck("check", story, "--color", "never")
    assert "xlcheck models install de" in before.out
    assert "our English" not in before.out

    installed = xlcheck("models", "install", build_pack(tmp_path / "de.argosmodel", version="1.3"))
    assert installed.code == 0, installed.err
    listed = xlcheck("models", "list")
    assert "de → en" in listed.out
    assert "1.3" in listed.out

    checked = xlcheck("check", story, "--format", "json")
    assert checked.code == 1, checked.err
    report = json.loads(checked.out)
    assert "| translation argos de_en 1.3 " in report["signature"]
    assert report["coverage"]["translated"] == report["coverage"]["foreign"] > 0
    assert report["missingPacks"] == []
    # What a model with random weights says must neither accuse nor acquit.
    assert [finding["check"] for finding in report["findings"] if finding["verdict"] == "articles-disagree"] == [
        "XN101"
    ]
    seen = xlcheck("check", story, "--color", "never")
    assert "our English" in seen.out
    assert "xlcheck models install" not in seen.out

    assert xlcheck("models", "verify").out.startswith("ok: ")
    removed = xlcheck("models", "remove", "de")
    assert removed.code == 0, removed.err
    assert "No language packs are installed" in xlcheck("models", "list").out
    assert list((tmp_path / "models").rglob("model.bin")) == []
    after = xlcheck("check", story, "--color", "never")
    assert "translation none" in after.out
