"""Where the command line meets the configuration."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path

import typer

from xlcheck.config import Config, load_config


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
        if key != "source":
            typer.echo(f"{key.replace('_', '-')} = {_toml(value)}")


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)
