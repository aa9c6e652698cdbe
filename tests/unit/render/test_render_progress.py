"""Progress is seen at a terminal and nowhere else."""

from __future__ import annotations

import io

import pytest

from xlcheck.render.progress import NoProgress, Progress, TerminalProgress, progress_on


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def work(progress: Progress) -> None:
    progress.advance()
    progress.stage("read \x1b[2J[red]files[/red]", 3)
    progress.advance(2)
    progress.stage("align")
    progress.advance()


@pytest.mark.parametrize(
    ("stream", "wanted", "term"),
    [(io.StringIO(), True, "xterm"), (Terminal(), False, "xterm"), (Terminal(), True, "dumb")],
    ids=["file", "quiet", "dumb"],
)
def test_silent(stream: io.StringIO, wanted: bool, term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", term)
    with progress_on(stream, wanted=wanted) as progress:
        assert isinstance(progress, NoProgress)
        work(progress)
    assert stream.getvalue() == ""


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with progress_on(stream) as progress:
        assert isinstance(progress, TerminalProgress)
        work(progress)
    output = stream.getvalue()
    assert "align" in output
    assert "\x1b[2J" not in output
