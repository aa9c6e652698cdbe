"""Where the command line meets the configuration."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path

import typer

from xlcheck.config import ENVIRONMENT_PREFIX, Config, load_config
from xlcheck.errors import UsageError


def configuration(**overrides: object) -> Config:
    """Return the configuration in force in the working directory, with overrides from the command line."""
    return load_config(folder=Path.cwd(), environment=os.environ, overrides=overrides)


def names(text: str) -> tuple[str, ...]:
    """Split a comma-separated option."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def show_config() -> None:
    """Print the settings as TOML, and where they come from."""
    settings = configuration()
    typer.echo(f"# from {settings.source or 'defaults'}")
    for key, value in asdict(settings).items():
        if key not in ("source", "override"):
            typer.echo(f"{key.replace('_', '-')} = {_toml(value)}")
    for override in settings.override:
        typer.echo("\n[[override]]")
        for key, value in asdict(override).items():
            if value:
                typer.echo(f"{key.replace('_', '-')} = {_toml(value)}")


def explain_setting(key: str) -> None:
    """Print what a setting means, its default, and the value in force here.

    Raises:
        UsageError: there is no such setting.
    """
    from xlcheck.config_docs import settings
    from xlcheck.similarity import suggest

    known = {setting.key: setting for setting in settings()}
    if key not in known:
        nearest = suggest(key, tuple(known))
        hint = f"did you mean {nearest!r}?" if nearest else f"known settings: {', '.join(known)}"
        raise UsageError(f"there is no setting {key!r}", hint=hint)
    config = configuration()
    value = getattr(config, key.replace("-", "_"))
    typer.echo(f"{key}: {known[key].meaning}\n")
    typer.echo(f"default    {_toml(known[key].default)}")
    origin = f" (from {config.source})" if value != known[key].default and config.source else ""
    typer.echo(f"here       {_toml(value)}{origin}")
    typer.echo(f"variable   {ENVIRONMENT_PREFIX}{key.upper().replace('-', '_')}")


def print_schema() -> None:
    """Print the JSON Schema of the settings file, for editors that complete and check it."""
    import json

    from xlcheck.config_docs import schema

    typer.echo(json.dumps(schema(), indent=2))


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)
