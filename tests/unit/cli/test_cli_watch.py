"""Watching files: a run now, one after every change, none in between."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from xlcheck.cli.watch import watch


def test_every_change_is_followed_by_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one", encoding="utf-8")
    runs: list[str] = []
    ticks: list[float] = []

    def run() -> None:
        runs.append(file.read_text(encoding="utf-8"))
        raise typer.Exit(1)

    def sleep(seconds: float) -> None:
        ticks.append(seconds)
        if len(ticks) == 3:
            file.write_text("two words", encoding="utf-8")
        if len(ticks) == 6:
            (tmp_path / "b.txt").write_text("new", encoding="utf-8")
        if len(ticks) == 9:
            raise KeyboardInterrupt

    monkeypatch.setattr("xlcheck.cli.watch.time.sleep", sleep)
    with pytest.raises(KeyboardInterrupt):
        watch([str(tmp_path)], run)
    assert runs == ["one", "two words", "two words"]
