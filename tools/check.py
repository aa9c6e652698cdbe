"""Everything a change must pass, in the order of how fast it fails: style, types, tests.

python tools/check.py [pytest arguments]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

STEPS = (
    ("style", ["ruff", "check", "."]),
    ("format", ["ruff", "format", "--check", "."]),
    ("types", ["mypy"]),
)


def main() -> int:
    """Run the steps in the project's root; stop at the first that fails."""
    root = Path(__file__).resolve().parent.parent
    for name, command in STEPS:
        print(f"== {name}: {' '.join(command)}", flush=True)
        code = subprocess.run([sys.executable, "-m", *command], cwd=root, check=False).returncode
        if code:
            return code
    command = ["pytest", "-n", "auto", *sys.argv[1:]]
    print(f"== tests: {' '.join(command)}", flush=True)
    return subprocess.run([sys.executable, "-m", *command], cwd=root, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
