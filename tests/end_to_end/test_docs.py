"""The generated pages of `docs/` are current, and their links lead somewhere."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from docs import COMMANDS, DOCS, pages  # noqa: E402


def test_pages_are_current() -> None:
    for name, text in pages().items():
        path = DOCS / name
        assert path.is_file(), f"{name} is missing: run python tools/docs.py"
        # How help is wrapped differs between versions of the command-line library; what it says does not.
        kept = path.read_text(encoding="utf-8")
        assert kept.split() == text.split(), f"{name} is out of date: run python tools/docs.py"
    there = {path.relative_to(DOCS).as_posix() for path in (DOCS / "checks").glob("*.md")}
    assert there <= set(pages()), "run python tools/docs.py"


def test_every_command_is_documented() -> None:
    import typer

    from xlcheck.cli.app import app

    def names(group: typer.Typer, before: str = "") -> list[str]:
        found = [
            before + (c.name or c.callback.__name__.replace("_", "-")) for c in group.registered_commands if c.callback
        ]
        for inner in group.registered_groups:
            if inner.typer_instance is not None:
                found += names(inner.typer_instance, f"{inner.name} ")
        return found

    assert sorted(names(app)) == sorted(COMMANDS)


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted(DOCS.glob("*.md"))], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|urn:)([^)#\s]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{path.name}: {target} does not exist"


def test_examples_of_the_python_pages_run() -> None:
    import doctest

    failed, tried = doctest.testfile(str(DOCS / "python-api.md"), module_relative=False)
    assert tried > 0
    assert failed == 0
