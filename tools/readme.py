"""Write the generated parts of the README: the table of checks, and an excerpt of the report for `seeds/`.

    python tools/readme.py

`tests/end_to_end/test_readme.py` fails when they are out of date.
"""

from __future__ import annotations

import re
from contextlib import chdir
from pathlib import Path

from xlcheck.cli.pages import checks_table
from xlcheck.config import Config
from xlcheck.pipeline import check_paths
from xlcheck.render.base import RenderOptions
from xlcheck.render.registry import renderer

ROOT = Path(__file__).resolve().parent.parent
FINDINGS_SHOWN = 2


def main() -> None:
    """Rewrite README.md in place."""
    path = ROOT / "README.md"
    path.write_text(updated(path.read_text(encoding="utf-8")), encoding="utf-8")


def updated(readme: str) -> str:
    """Return the README with its generated parts renewed."""
    for name, content in (("excerpt", f"```text\n{excerpt()}\n```"), ("checks", checks_table())):
        pattern = rf"(?<=<!-- {name} -->\n).*?(?=\n<!-- /{name} -->)"
        readme, count = re.subn(pattern, lambda _, text=content: text, readme, flags=re.DOTALL)
        if count != 1:
            raise ValueError(f"README.md has {count} places for {name}")
    return readme


def excerpt() -> str:
    """Return the articles, the first finding about a pair and the first about a text, and the closing lines.

    The signature is left out: it changes with every word of a language file.
    """
    with chdir(ROOT):  # so that the paths are those a reader sees
        report = check_paths(["seeds"], Config(cache=False, engine="none"))
    text = "".join(renderer("terminal").render(report, RenderOptions(width=80)))
    head, _, rest = text.partition("── Findings ")
    line, _, rest = rest.partition("\n")
    findings, _, tail = rest.partition("── Not checked ")
    stories = re.split(r"\n(?=Story |\S)", findings.strip("\n"))
    pair = next(story for story in stories if "XQ101" in story)
    broken = next(story for story in stories if "XG105" in story and "error" in story)
    single = broken.split("\n\n")
    shown = [pair.strip("\n"), "\n\n".join([single[0], single[2]])]
    summary = tail.split("\n\n", 1)[1].partition("\nxlcheck ")[0].strip("\n")
    return "\n\n".join([head.rstrip("\n"), f"── Findings {line}\n" + "\n\n".join(shown), "[…]", summary])


if __name__ == "__main__":
    main()
