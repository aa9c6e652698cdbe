"""Entry point: run a command, and turn every way it can end into an exit status."""

from __future__ import annotations

import gc
import os
import sys

from xlcheck.cli.completion import COMPLETE_VARIABLE, prepare_completion
from xlcheck.cli.exit_codes import ExitCode
from xlcheck.errors import XlcheckError

COLLECT = (50_000, 20, 100)
"""When Python looks for garbage in circles. What is loaded stays until the end, and articles leave hardly any behind:
at the usual (700, 10, 10) a run of a few articles spends a seventh of its time looking."""


def main() -> None:
    """Run `xlcheck`."""
    gc.set_threshold(*COLLECT)
    # Before numpy is loaded: on matrices as small as ours the threads of the BLAS mostly wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from xlcheck.cli.app import app

    if COMPLETE_VARIABLE in os.environ:
        prepare_completion()
    try:
        app(prog_name="xlcheck")
    except XlcheckError as error:
        if "--verbose" in sys.argv:
            raise
        print(f"xlcheck: error: {error}", file=sys.stderr)  # noqa: T201
        if error.hint:
            print(f"  hint: {error.hint}", file=sys.stderr)  # noqa: T201
        sys.exit(ExitCode.FAILED)
    except KeyboardInterrupt:
        print("xlcheck: interrupted", file=sys.stderr)  # noqa: T201
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # The reader went away (`xlcheck … | head`): not our failure. Standard output is replaced, so that the
        # interpreter does not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.CLEAN)
