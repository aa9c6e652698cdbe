"""Write the generated pages of `docs/`: one for every check, the command line, the settings, the languages.

    python tools/docs.py

`tests/end_to_end/test_docs.py` fails when they are out of date.
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from xlcheck.checks.registry import CHECKS
from xlcheck.cli.app import app
from xlcheck.cli.pages import checks_table
from xlcheck.config_docs import settings

sys.path.insert(0, str(Path(__file__).resolve().parent))

from languages import language_table
from measured import measured_section

if TYPE_CHECKING:
    from xlcheck.checks.base import CheckInfo

DOCS = Path(__file__).resolve().parent.parent / "docs"
GENERATED = "<!-- Made by tools/docs.py; do not edit. -->\n"
COMMANDS = (
    *("check", "compare", "pair", "align", "translate", "facts", "score", "garble", "bench"),
    *("baseline create", "baseline update", "baseline prune", "baseline show", "baseline diff", "review", "stats"),
    *("explain", "checks", "models list", "models install", "models verify", "models remove"),
    *("cache info", "cache clear", "cache verify", "cache export"),
    *("config show", "config explain", "config schema", "completion"),
)
WIDTH = 100


def main() -> None:
    """Write all pages, and remove those of checks that are no more."""
    wanted = pages()
    for path in (DOCS / "checks").glob("*.md"):
        if path.relative_to(DOCS).as_posix() not in wanted:
            path.unlink()
    for name, text in wanted.items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """Return the text of every generated page by its path below `docs/`."""
    found = {"checks/README.md": _index(), "cli.md": _command_line(), "settings.md": _settings()}
    found["languages.md"] = f"{GENERATED}\n{language_table()}"
    for check in CHECKS:
        found[f"checks/{check.INFO.id}.md"] = _check_page(check.INFO, inspect.cleandoc(check.__doc__ or ""))
    return found


def _index() -> str:
    lead = "Each page ends with what was [measured](../measurements.md)."
    return f"{GENERATED}\n# Checks\n\n{lead}\n\n{checks_table()}\n"


def _check_page(info: CheckInfo, page: str) -> str:
    state = "preview: runs only with `--preview`" if info.preview else "stable"
    languages = "any" if info.languages == ("any",) else ", ".join(info.languages)
    facts = f"Severity: {info.severity} · {state} · languages: {languages} · ITS 2.0: `{info.its}`"
    measured = measured_section(info.id, scope=info.scope)
    return f"{GENERATED}\n# {info.id} {info.name}\n\n{facts}\n\n{page.strip()}\n\n{measured}"


def _command_line() -> str:
    parts = [GENERATED, "# Command line\n", f"```text\n{_help()}\n```\n"]
    for command in COMMANDS:
        parts.append(f"## xlcheck {command}\n")
        parts.append(f"```text\n{_help(*command.split())}\n```\n")
    return "\n".join(parts)


def _help(*command: str) -> str:
    shown = CliRunner().invoke(
        app, [*command, "--help"], prog_name="xlcheck", terminal_width=WIDTH, max_content_width=WIDTH
    )
    if shown.exit_code:
        raise SystemExit(f"xlcheck {' '.join(command)} --help failed")
    return "\n".join(line.rstrip() for line in shown.output.strip().splitlines())


def _settings() -> str:
    lines = [
        GENERATED,
        "# Settings",
        "",
        "In `xlcheck.toml` or under `[tool.xlcheck]` in `pyproject.toml`; the nearest file above the working directory",
        "counts. Later ones win: defaults, file, environment (`XLCHECK_FAIL_ON=warning`), command line.",
        "`xlcheck config schema` prints a JSON Schema for editors.",
        "",
        "| Setting | Meaning | Default |",
        "|---|---|---|",
    ]
    for setting in settings():
        default = str(setting.schema["default"]) if setting.schema["default"] not in ("", []) else "–"
        lines.append(f"| `{setting.key}` | {setting.meaning} | {default} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
