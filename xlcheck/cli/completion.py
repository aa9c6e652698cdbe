"""`xlcheck completion SHELL`: the script comes from typer, which reads the commands' own signatures."""

from __future__ import annotations

from xlcheck.errors import UsageError

COMPLETE_VARIABLE = "_XLCHECK_COMPLETE"
"""Set by the script when the shell asks what may come next."""
SHELLS = ("bash", "zsh", "fish", "powershell")


def print_completion(shell: str) -> None:
    """Print the script for a shell.

    Raises:
        UsageError: another shell.
    """
    import typer
    from typer import completion

    if shell not in SHELLS:
        raise UsageError(f"no completion for {shell!r}", hint=f"one of {', '.join(SHELLS)}")
    script = completion.get_completion_script(  # type: ignore[attr-defined]
        prog_name="xlcheck", complete_var=COMPLETE_VARIABLE, shell=shell
    )
    typer.echo(script)


def prepare_completion() -> None:
    """Let the program answer the shell's questions."""
    from typer import completion

    completion.completion_init()  # type: ignore[attr-defined]
