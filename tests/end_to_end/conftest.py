"""Running the command line inside the test process: as a user would, without paying for an interpreter each time."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from support.command_line import Done, Run

from xlcheck.cli import main


@pytest.fixture
def xlcheck(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def run(*arguments: str | Path, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["xlcheck", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0 if stop.code is None else 1
        else:
            code = 0
        captured = capsys.readouterr()
        return Done(int(code), captured.out, captured.err)

    return run
