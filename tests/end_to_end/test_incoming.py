"""Incoming articles beside an archive, changed ones beside the rest: what is reported on, what only compared with."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from support.command_line import Done, Run

STORIES = Path(__file__).parents[1] / "stories"


def report(done: Done) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(done.out)
    return loaded


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with German versions and a story of its own, and incoming English ones, one of them wrong."""
    for name in ("archive", "incoming"):
        (tmp_path / name).mkdir()
    for story in ("dyke", "envoy"):
        shutil.copy(STORIES / story / "story.de.txt", tmp_path / "archive" / f"{story}-de.txt")
    english = (STORIES / "dyke" / "story.en.txt").read_text(encoding="utf-8")
    (tmp_path / "incoming" / "flood.txt").write_text(english.replace("100,000", "10,000"), encoding="utf-8")
    shutil.copy(STORIES / "envoy" / "story.en.txt", tmp_path / "archive" / "envoy-en.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_only_incoming_articles_are_reported_on(xlcheck: Run) -> None:
    done = xlcheck("check", "incoming", "--against", "archive", "--format", "json")
    assert done.code == 1
    found = report(done)
    assert [document["path"] for document in found["documents"]] == ["incoming/flood.txt"]
    assert [finding["check"][:2] for finding in found["findings"]] == ["XN"]
    assert len(found["pairs"]) == 1, "the archive's own story is not compared"
    assert found["coverage"]["articles"] == 1
    assert found["coverage"]["linked"] <= found["coverage"]["pairable"]
    assert found["notices"][0] == "Compared with 3 articles that are not reported on."


def test_every_format_can_show_the_other_side(xlcheck: Run) -> None:
    for format in ("terminal", "sarif", "markdown", "junit", "github", "csv"):
        done = xlcheck("check", "incoming", "--against", "archive", "--format", format, "-q")
        assert done.code == 1
        assert "dyke-de.txt" in done.out


def test_decisions_are_about_incoming_files(xlcheck: Run, folder: Path) -> None:
    xlcheck("check", "incoming", "--against", "archive", "--output", "decisions:files.csv", "-q")
    rows = (folder / "files.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 2
    assert rows[1].startswith("incoming/flood.txt,incoming/flood.txt,review,")


def test_coverage_can_be_required(xlcheck: Run, folder: Path) -> None:
    (folder / "incoming" / "alone.txt").write_text(
        "The village choir gave its spring concert.\n\nNobody had heard the old songs for thirty years.\n",
        encoding="utf-8",
    )
    paths = ("check", "incoming", "--against", "archive")
    assert xlcheck(*paths, "-q").code == 1
    done = xlcheck(*paths, "--require-coverage", "--format", "concise", "-q")
    assert done.code == 2
    assert "alone.txt: failed: compared with no other article" in done.out


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_since_a_commit_only_changed_and_new_files_are_reported_on(xlcheck: Run, folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "archive")
    git(folder, "commit", "-qm", "archive")
    found = report(xlcheck("check", "archive", "incoming", "--since", "HEAD", "--format", "json", "-q"))
    assert [document["path"] for document in found["documents"]] == ["incoming/flood.txt"]
    assert found["findings"]
    git(folder, "add", "incoming")
    git(folder, "commit", "-qm", "incoming")
    nothing = xlcheck("check", "archive", "incoming", "--since", "HEAD", "--format", "json")
    assert nothing.code == 0
    assert "no article has changed since HEAD" in nothing.err
    wrong = xlcheck("check", "archive", "--since", "no-such-tag")
    assert wrong.code == 2
    assert "give a commit" in wrong.err
    assert xlcheck("check", "archive", "--since=--output=x").code == 2


def test_changed_files_are_compared_with_the_corpus_that_the_settings_name(xlcheck: Run, folder: Path) -> None:
    done = xlcheck("check", "--changed-only", "incoming/flood.txt")
    assert done.code == 2
    assert "xlcheck.toml" in done.err
    (folder / "xlcheck.toml").write_text('paths = ["archive", "incoming"]\n', encoding="utf-8")
    found = report(xlcheck("check", "--changed-only", "incoming/flood.txt", "--format", "json", "-q"))
    assert len(found["documents"]) == 1
    assert found["findings"]


def test_the_settings_name_what_to_check(xlcheck: Run, folder: Path) -> None:
    nothing = xlcheck("check")
    assert nothing.code == 2
    assert "nothing to check" in nothing.err
    (folder / "xlcheck.toml").write_text('paths = ["archive"]\n', encoding="utf-8")
    assert len(report(xlcheck("check", "--format", "json"))["documents"]) == 3
