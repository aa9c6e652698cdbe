"""What teams plug in: the pre-commit hooks and the action, as files and as the scripts they run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STORIES = ROOT / "tests" / "stories"


def run_action(folder: Path, *, step: str = "check", **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step's script as the runner does, with the `xlcheck` of this environment."""
    commands = folder / "bin"
    commands.mkdir(exist_ok=True)
    command = commands / "xlcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m xlcheck "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{commands}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "XLCHECK_ACTION_PATH": str(ROOT),
        "XLCHECK_ACTION_SARIF": "xlcheck.sarif",
        **{f"XLCHECK_ACTION_{name}": value for name, value in inputs.items()},
    }
    return subprocess.run(
        ["bash", str(ROOT / "tools" / "action.sh"), step],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(STORIES / "dyke", tmp_path / "corpus", ignore=shutil.ignore_patterns("broken"))
    english = tmp_path / "corpus" / "story.en.txt"
    english.write_text(english.read_text(encoding="utf-8").replace("100,000", "10,000"), encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action's script needs bash")
def test_the_action_annotates_writes_its_outputs_and_passes_the_status_on(folder: Path) -> None:
    done = run_action(folder, PATHS="corpus")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=corpus/story.en.txt,")
    assert (folder / "xlcheck.sarif").is_file()
    outputs = dict(line.split("=") for line in (folder / "output").read_text(encoding="utf-8").splitlines())
    assert int(outputs["findings"]) >= 1
    assert outputs["quarantined"] == "0"
    assert (folder / "summary.md").read_text(encoding="utf-8").startswith("# xlcheck")


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action's script needs bash")
def test_inputs_are_never_commands(folder: Path) -> None:
    done = run_action(
        folder,
        PATHS="$(touch${IFS}stolen) corpus;touch stolen",
        ARGS="--fail-on never `touch stolen` *",
        FAIL_ON="$(touch stolen)",
    )
    assert done.returncode == 2
    assert not (folder / "stolen").exists()


def test_inputs_reach_scripts_only_through_the_environment() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip().startswith("run:"):
            assert "${{" not in line
    for use in re.findall(r"uses: (\S+)", text):
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", use), f"{use} is not pinned to a commit"


def test_every_input_is_used_and_described() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    inputs, runs = text.partition("\ninputs:\n")[2].split("\noutputs:\n")
    for name in re.findall(r"^  ([\w-]+):$", inputs, re.MULTILINE):
        assert f"inputs.{name}" in runs, f"input {name} is used nowhere"


def test_the_hooks_run_commands_that_exist() -> None:
    from typer.testing import CliRunner

    from xlcheck.cli.app import app

    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entries = re.findall(r"entry: xlcheck (.*)", text)
    assert len(entries) == 2
    for entry in entries:
        options = [word for word in entry.split() if word.startswith("--")]
        shown = CliRunner().invoke(app, [entry.split()[0], "--help"], terminal_width=200).output
        assert all(option in shown for option in options)
