"""`xlcheck models`: show, install, verify and remove language packs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from xlcheck.cli.exit_codes import ExitCode
from xlcheck.safe_text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from xlcheck.render.progress import Progress
    from xlcheck.translate import Pack

SUFFIX = ".argosmodel"


def list_models() -> None:
    """Print the installed packs, the ways through another language, lexicons, what is broken, and how to get more."""
    from xlcheck.lang.lexicon import list_lexicons
    from xlcheck.translate.packs import find_all_packs, find_routes

    packs, broken = find_all_packs()
    for pack in packs:
        _say(f"{pack.language} → {pack.target}  version {pack.version}  {pack.folder}")
    for language, way in find_routes().items():
        if len(way) > 1:
            through = " → ".join(pack.language for pack in way)
            _say(f"{through} → en  (no direct pack for {language}: lower confidence)")
    for item in broken:
        _say(f"broken: {item.error}")
    for language, path, problem in list_lexicons():
        _say(f"broken: {path}: {problem}" if problem else f"{language} → en  lexicon (word gloss only)  {path}")
    if not packs:
        typer.echo("No language packs are installed. To install one: xlcheck models install de")


def install_models(names: Sequence[str]) -> None:
    """Install packs by language or from files, in the order given.

    Raises:
        TranslationError: a pack cannot be had or is damaged; those before it stay installed.
    """
    from xlcheck.translate import install_file

    for name in names:
        if name.endswith(SUFFIX) or "/" in name or "\\" in name:
            _installed(install_file(name))
        else:
            install_with_bar(name)


def install_with_bar(language: str) -> None:
    """Download and install what brings a language into English, with a progress bar, and say what was installed.

    Raises:
        TranslationError: no network, no such pack, or one that is damaged.
    """
    from xlcheck.render.progress import progress_on
    from xlcheck.translate import install_language
    from xlcheck.translate.packs import route

    with progress_on(sys.stderr) as progress:
        pack = install_language(language, progress=download_report(progress, language))
    for step in route(language) or (pack,):
        _installed(step)


def download_report(progress: Progress, name: str) -> Callable[[int, int | None], None]:
    """Return what to call with the bytes that have arrived and those there are; it draws them as a stage."""
    done = -1

    def report(arrived: int, total: int | None) -> None:
        nonlocal done
        if done < 0 or arrived < done:  # begun, or begun anew
            progress.stage(f"pack for {name} (bytes)", total)
            done = 0
        progress.advance(arrived - done)
        done = arrived

    return report


def verify_models() -> None:
    """Compare the files of every pack with what was installed; exit 2 when something is wrong."""
    from xlcheck.translate import verify_packs

    checks = verify_packs()
    for check in checks:
        problems = [f"\n  {problem}" for problem in check.problems]
        _say(f"{check.status}: {check.folder}{''.join(problems)}")
        if check.hint:
            _say(f"  hint: {check.hint}")
    if not checks:
        typer.echo("No language packs are installed.")
    if any(check.status in ("changed", "broken") for check in checks):
        raise typer.Exit(ExitCode.FAILED)


def remove_models(languages: Sequence[str]) -> None:
    """Delete the packs of the given languages.

    Raises:
        TranslationError: there is none for one of them.
    """
    from xlcheck.translate import remove_pack

    for language in languages:
        for folder in remove_pack(language):
            _say(f"removed {folder}")


def _installed(pack: Pack) -> None:
    from xlcheck.translate.packs import TARGET, install_command, route

    _say(f"installed {pack.language} → {pack.target}, version {pack.version}, in {pack.folder}")
    if pack.target != TARGET and not route(pack.language):
        _say(f"  hint: a pack from {pack.target} into English is still missing: {install_command(pack.target)}")


def _say(text: str) -> None:
    typer.echo(printable(text, keep="\n"))
