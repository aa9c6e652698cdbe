"""What the checks find in the authored stories, pinned: no false alarm on a clean story, and floors for what is found.

`floors.json` holds what was measured, with a digest of the story files. The test fails where a value falls below its
floor, and where the stories have changed without a new measurement:

    python tests/eval/test_story_floors.py --update            # measure again; refuses to lower a floor
    python tests/eval/test_story_floors.py --update --lower    # lowers it; say why in the changelog
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from xlcheck.config import Config
from xlcheck.embed import Encoder
from xlcheck.model import Finding, Severity
from xlcheck.pipeline import check_paths
from xlcheck.triage.merge import ALSO

STORIES = Path(__file__).parents[1] / "stories"
FLOORS = Path(__file__).with_name("floors.json")
CONFIG = Config(cache=False, engine="none")
EVERY_VARIANT = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A story with one thing broken in it, and the check that should see it."""

    path: Path
    file: str
    find: str
    replace: str
    check: str
    cause: str

    @property
    def name(self) -> str:
        return f"{self.path.parents[1].name}/{self.path.stem}"

    def write(self, folder: Path) -> None:
        """Copy the story into a folder with the change made exactly once."""
        changed = 0
        for file in sorted(self.path.parents[1].glob("*.txt")):
            text = file.read_text(encoding="utf-8")
            if file.name.endswith(self.file):
                changed += text.count(self.find)
                text = text.replace(self.find, self.replace)
            (folder / file.name).write_text(text, encoding="utf-8")
        if changed != 1:
            raise ValueError(f"{self.name}: what to find stands there {changed} times")

    def is_found_by(self, finding: Finding) -> bool:
        if self.check in dict(finding.evidence).get(ALSO, ""):
            return True  # another check has said it, and speaks for this one
        return finding.check == self.check and self.cause in ("", finding.cause)


def stories() -> list[Path]:
    return sorted(path for path in STORIES.iterdir() if path.is_dir())


def variants() -> list[Variant]:
    found = []
    for path in sorted(STORIES.glob("*/broken/*.toml")):
        edit = tomllib.loads(path.read_text(encoding="utf-8"))
        found.append(
            Variant(
                path=path,
                file=edit.get("file", ".en.txt"),
                find=edit["find"],
                replace=edit["replace"],
                check=edit["check"],
                cause=edit.get("cause", ""),
            )
        )
    return found


def digest() -> str:
    """Return a hash of all story files, names and line ends included."""
    total = hashlib.sha256()
    for path in sorted((*STORIES.glob("*/*.txt"), *STORIES.glob("*/broken/*.toml"))):
        total.update(f"{path.relative_to(STORIES).as_posix()}\n".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def run(folder: Path, encoder: Encoder) -> list[Finding]:
    """Return the findings at warning or error about the articles in a folder."""
    report = check_paths([str(folder)], CONFIG, encoder=encoder)
    if report.failures:
        raise RuntimeError(str(report.failures))
    return [finding for finding in report.findings if finding.severity is not Severity.NOTE]


def measure() -> tuple[dict[str, Any], list[str]]:
    """Run every story and every variant; return the figures and what was missed or said besides, line by line."""
    encoder = Encoder()  # its model is loaded once
    lines: list[str] = []
    alarms = {}
    of, found, alone = Counter[str](), Counter[str](), 0
    for story in stories():
        with tempfile.TemporaryDirectory() as folder:
            for file in story.glob("*.txt"):
                shutil.copy(file, folder)
            alarms[story.name] = [f"{item.check}: {item.message}" for item in run(Path(folder), encoder)]
        lines += [f"false alarm in {story.name}: {alarm}" for alarm in alarms[story.name]]
    for variant in variants():
        with tempfile.TemporaryDirectory() as folder:
            variant.write(Path(folder))
            findings = run(Path(folder), encoder)
        hit = any(variant.is_found_by(finding) for finding in findings)
        others = sorted(
            {item.check for item in findings if item.check != variant.check and not variant.is_found_by(item)}
        )
        for key in (EVERY_VARIANT, variant.check):
            of[key] += 1
            found[key] += hit
        alone += not others
        lines += [] if hit else [f"missed: {variant.name} ({variant.check}) {variant.find!r} → {variant.replace!r}"]
        lines += [f"besides: {variant.name} ({variant.check}) {', '.join(others)}"] if others else []
    figures = {
        "digest": digest(),
        "false_alarms": sum(len(messages) for messages in alarms.values()),
        "found": {key: {"found": found[key], "of": of[key]} for key in sorted(of)},
        "nothing_else_fires": {"found": alone, "of": of[EVERY_VARIANT]},
    }
    return figures, lines


def below(measured: dict[str, Any], floors: dict[str, Any]) -> list[str]:
    """Name the figures that are worse than their floors; shares are compared, so that stories may be added."""
    worse = []
    if measured["false_alarms"] > floors["false_alarms"]:
        worse.append(f"{measured['false_alarms']} false alarms")
    pairs = {**floors["found"], "nothing else fires": floors["nothing_else_fires"]}
    now = {**measured["found"], "nothing else fires": measured["nothing_else_fires"]}
    for key, floor in pairs.items():
        value = now.get(key, {"found": 0, "of": 1})
        if value["found"] * floor["of"] < floor["found"] * value["of"]:
            worse.append(f"{key}: {value['found']} of {value['of']}, was {floor['found']} of {floor['of']}")
    return worse


@pytest.fixture(scope="module")
def measured() -> tuple[dict[str, Any], list[str]]:
    return measure()


@pytest.fixture(scope="module")
def floors() -> dict[str, Any]:
    return dict(json.loads(FLOORS.read_text(encoding="utf-8")))


def test_floors_belong_to_these_stories(floors: dict[str, Any]) -> None:
    assert floors["digest"] == digest(), f"the stories have changed: python {Path(__file__).name} --update"


def test_clean_stories_raise_no_alarm(measured: tuple[dict[str, Any], list[str]]) -> None:
    assert [line for line in measured[1] if line.startswith("false alarm")] == []


def test_nothing_falls_below_its_floor(measured: tuple[dict[str, Any], list[str]], floors: dict[str, Any]) -> None:
    assert below(measured[0], floors) == [], "\n".join(measured[1])


def test_a_worse_figure_is_noticed(floors: dict[str, Any]) -> None:
    poor = json.loads(json.dumps(floors))
    poor["found"][EVERY_VARIANT]["found"] -= 1
    poor["false_alarms"] += 1
    assert len(below(poor, floors)) == 2


def main(arguments: list[str]) -> int:
    """Measure, print what was missed, and rewrite the floors if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--update", action="store_true", help="write what was measured to floors.json")
    parser.add_argument("--lower", action="store_true", help="even where a figure is worse than before")
    options = parser.parse_args(arguments)
    figures, lines = measure()
    print("\n".join([*lines, json.dumps(figures, indent=2)]))
    worse = below(figures, json.loads(FLOORS.read_text(encoding="utf-8"))) if FLOORS.exists() else []
    if worse:
        print("worse than before:", "; ".join(worse), file=sys.stderr)
    if options.update and (options.lower or not worse):
        FLOORS.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
        return 0
    return int(bool(worse))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
