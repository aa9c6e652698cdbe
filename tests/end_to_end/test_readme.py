"""The README says what the program does today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from readme import updated  # noqa: E402


def test_generated_parts_are_current() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert updated(text) == text, "run python tools/readme.py"


def test_ci_runs_the_second_command_word_for_word() -> None:
    commands = (ROOT / "README.md").read_text(encoding="utf-8").split("```")[1].splitlines()[1:3]
    assert "xlcheck check seeds" in commands[0]
    assert "--exit-zero" in commands[0]
    awk = """awk '/^```/ { inside = !inside; next } inside { print }' README.md | sed -n 2p"""
    assert awk in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    done = subprocess.run(["bash", "-c", awk], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == commands[1]
