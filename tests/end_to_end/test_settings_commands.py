"""`config explain|schema` and `completion`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.command_line import Run


def test_a_setting_is_explained(xlcheck: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xlcheck.toml").write_text('fail-on = "warning"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = xlcheck("config", "explain", "fail-on")
    assert done.code == 0
    assert 'here       "warning" (from ' in done.out
    assert "XLCHECK_FAIL_ON" in done.out
    wrong = xlcheck("config", "explain", "failon")
    assert wrong.code == 2
    assert "did you mean 'fail-on'?" in wrong.err


def test_the_schema_is_printed(xlcheck: Run) -> None:
    assert json.loads(xlcheck("config", "schema").out)["title"] == "xlcheck settings"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_scripts(xlcheck: Run, shell: str) -> None:
    assert "_XLCHECK_COMPLETE" in xlcheck("completion", shell).out


def test_another_shell_is_a_clear_error(xlcheck: Run) -> None:
    done = xlcheck("completion", "tcsh")
    assert done.code == 2
    assert "one of bash" in done.err


def test_the_shell_gets_commands_and_options() -> None:
    def completed(words: str, place: int) -> list[str]:
        environment = {
            **os.environ,
            "_XLCHECK_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(place),
        }
        done = subprocess.run(
            [sys.executable, "-m", "xlcheck"], env=environment, capture_output=True, text=True, check=False
        )
        return done.stdout.split()

    assert {"check", "checks"} <= set(completed("xlcheck che", 1))
    assert "--against" in completed("xlcheck check --aga", 2)
