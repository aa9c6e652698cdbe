"""The commands with a second word: `models …`, `cache …`, `config …`, `baseline …`."""

from __future__ import annotations

from typing import Annotated

import typer

from xlcheck.cli.options import BASELINE_FILE, BaselineFile, NoExcerpts, Paths, Quiet

models = typer.Typer(help="Language packs for local translation.", no_args_is_help=True)
cache = typer.Typer(help="What is kept between runs: sentence vectors and translations.", no_args_is_help=True)
baseline = typer.Typer(help="Findings that are known, so that later runs report only new ones.", no_args_is_help=True)
config = typer.Typer(help="Settings in force and where they come from.", no_args_is_help=True)


@models.command("list")
def models_list() -> None:
    """Show the installed language packs."""
    from xlcheck.cli.models import list_models

    list_models()


@models.command("install")
def models_install(
    packs: Annotated[
        list[str],
        typer.Argument(metavar="LANGUAGE|FILE...", help="de, fr …, or an .argosmodel file.", show_default=False),
    ],
) -> None:
    """Install language packs: by language from the public Argos index, or from a file."""
    from xlcheck.cli.models import install_models

    install_models(packs)


@models.command("verify")
def models_verify() -> None:
    """Check the files of every pack against what was installed."""
    from xlcheck.cli.models import verify_models

    verify_models()


@models.command("remove")
def models_remove(languages: Annotated[list[str], typer.Argument(metavar="LANGUAGE...", show_default=False)]) -> None:
    """Delete installed language packs."""
    from xlcheck.cli.models import remove_models

    remove_models(languages)


@cache.command("info")
def cache_info() -> None:
    """Show what is kept, and how large it is."""
    from xlcheck.cli.cache import show_cache

    show_cache()


@cache.command("clear")
def cache_clear() -> None:
    """Delete everything that is kept; it is made again when needed."""
    from xlcheck.cli.cache import clear_cache

    clear_cache()


@cache.command("verify")
def cache_verify() -> None:
    """Check the files that are kept for damage."""
    from xlcheck.cli.cache import verify_cache

    verify_cache()


@cache.command("export")
def cache_export(
    file: Annotated[
        str, typer.Argument(metavar="FILE.tmx", help="The file to write, or - for standard output.", show_default=False)
    ],
) -> None:
    """Write all remembered translations as TMX 1.4b."""
    from xlcheck.cli.cache import export_cache

    export_cache(file)


@config.command("show")
def config_show() -> None:
    """Print the settings in force here."""
    from xlcheck.cli.settings import show_config

    show_config()


@config.command("explain")
def config_explain(
    key: Annotated[str, typer.Argument(metavar="KEY", help="A setting, such as fail-on.", show_default=False)],
) -> None:
    """Say what a setting means, its default, and its value here."""
    from xlcheck.cli.settings import explain_setting

    explain_setting(key)


@config.command("schema")
def config_schema() -> None:
    """Print the JSON Schema of the settings file."""
    from xlcheck.cli.settings import print_schema

    print_schema()


@baseline.command("create")
def baseline_create(
    paths: Paths,
    file: BaselineFile = BASELINE_FILE,
    no_excerpts: NoExcerpts = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")] = False,
    quiet: Quiet = False,
) -> None:
    """Check the paths and accept all findings as known."""
    from xlcheck.cli.baseline import create_baseline

    create_baseline(paths, file, excerpts=not no_excerpts, force=force, quiet=quiet)


@baseline.command("update")
def baseline_update(
    paths: Paths, file: BaselineFile = BASELINE_FILE, no_excerpts: NoExcerpts = False, quiet: Quiet = False
) -> None:
    """Check the paths again and accept what is found now."""
    from xlcheck.cli.baseline import update_baseline

    update_baseline(paths, file, excerpts=not no_excerpts, quiet=quiet)


@baseline.command("prune")
def baseline_prune(paths: Paths, file: BaselineFile = BASELINE_FILE, quiet: Quiet = False) -> None:
    """Check the paths again and drop what no longer occurs; nothing is added."""
    from xlcheck.cli.baseline import prune_baseline

    prune_baseline(paths, file, quiet=quiet)


@baseline.command("show")
def baseline_show(file: Annotated[str, typer.Argument(metavar="FILE")] = BASELINE_FILE) -> None:
    """Print the known findings."""
    from xlcheck.cli.baseline import show_baseline

    show_baseline(file)


@baseline.command("diff")
def baseline_diff(
    first: Annotated[str, typer.Argument(metavar="A", show_default=False)],
    second: Annotated[str, typer.Argument(metavar="B", show_default=False)],
) -> None:
    """Print what B adds (+) and lacks (-); exit 1 when they differ."""
    from xlcheck.cli.baseline import diff_baselines

    diff_baselines(first, second)
