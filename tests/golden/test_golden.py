"""Every format of every case, compared with what is kept; `pytest --update-golden` rewrites it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support import report_cases

from xlcheck.render.base import RenderOptions
from xlcheck.render.registry import renderer

HERE = Path(__file__).parent
CASES = {"empty": report_cases.empty, "clean_pair": report_cases.clean_pair, "rich": report_cases.rich}
OUTPUTS = {
    "terminal-80.txt": ("terminal", RenderOptions(width=80)),
    "terminal-120.txt": ("terminal", RenderOptions(width=120, show_skipped=True, verbose=True)),
    "terminal-color.ansi": ("terminal", RenderOptions(width=80, color=True)),
    "terminal-no-excerpts.txt": ("terminal", RenderOptions(width=80, excerpts=False, show_skipped=True)),
    "concise.txt": ("concise", RenderOptions()),
    "report.json": ("json", RenderOptions(show_skipped=True)),
    "report.jsonl": ("jsonl", RenderOptions(show_skipped=True)),
    "report.sarif": ("sarif", RenderOptions()),
    "github.txt": ("github", RenderOptions()),
    "gitlab.json": ("gitlab", RenderOptions()),
    "junit.xml": ("junit", RenderOptions(fail_on="warning")),
    "report.md": ("markdown", RenderOptions()),
    "report.html": ("html", RenderOptions()),
    "findings.csv": ("csv", RenderOptions()),
    "decisions.csv": ("decisions", RenderOptions()),
    "links.tmx": ("tmx", RenderOptions()),
}


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("case", CASES)
def test_output_is_the_kept_one(case: str, output: str, update_golden: bool) -> None:
    name, options = OUTPUTS[output]
    rendered = _kept_part("".join(renderer(name).render(CASES[case](), options)), name).encode()
    kept = HERE / case / output
    if update_golden:
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(rendered)
    assert rendered.decode() == kept.read_bytes().decode()


def _kept_part(output: str, name: str) -> str:
    """Leave out what does not depend on the report: the pages of the checks, styles and script of the page."""
    if name == "html":
        output = re.sub(r"(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)", "", output, flags=re.DOTALL)
        return re.sub(r"sha256-[\w+/]{43}=", "sha256-…", output)
    if name != "sarif":
        return output
    log = json.loads(output)
    del log["runs"][0]["tool"]["driver"]["rules"]
    for result in log["runs"][0]["results"]:
        result.pop("ruleIndex", None)
    return json.dumps(log, indent=2, ensure_ascii=True) + "\n"


def test_nothing_else_is_kept() -> None:
    kept = {path.relative_to(HERE).as_posix() for path in HERE.glob("*/*") if path.parent.name != "__pycache__"}
    assert kept == {f"{case}/{output}" for case in CASES for output in OUTPUTS}
