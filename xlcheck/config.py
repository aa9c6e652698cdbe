"""Configuration: defaults, the nearest file, the environment, the command line; the later wins.

The file is the nearest `xlcheck.toml` above the working directory, or the nearest `pyproject.toml` that has a
`[tool.xlcheck]` table. A key that nobody knows is an error that names the nearest known one.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlcheck.errors import ConfigError
from xlcheck.overrides import Override, read_overrides

if TYPE_CHECKING:
    from collections.abc import Mapping

FAIL_ON = ("error", "warning", "note", "never")
ENGINES = ("auto", "argos", "apertium", "none")
ENVIRONMENT_PREFIX = "XLCHECK_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a run is asked to do.

    Attributes:
        paths: files and folders to check where the command line names none.
        select: ids, id prefixes or names of the checks to run; empty means all stable ones.
        ignore: the same, of checks to leave out; wins over `select`.
        preview: whether checks that have not met their measured floor may run.
        fail_on: severity from which findings make the exit status 1.
        max_warnings: exit status 1 when there are more warnings than that; -1 for no limit.
        require_coverage: whether an article that is compared with no other, or a language that nothing translates, is a
            failure (exit status 2).
        min_confidence: findings below are left out of the report, 0…1.
        engine: "auto" uses Argos where a pack is installed, else Apertium; "argos" and "apertium" only that one; "none"
            never translates.
        cache: whether sentence vectors and features of scored pairs are kept between runs.
        cache_dir: where; "" for the user's cache folder.
        max_bytes: larger files are not read.
        pairs: a manifest of articles that belong together, "" for none; in a file, relative to that file's folder.
        baseline: a file of known findings that are not reported again, "" for none.
        ignore_file: rules about findings that are not reported; "" means `xlcheck-ignore.toml` where there is one.
        decisions: what people said of findings; "" means `xlcheck-decisions.jsonl` where there is one.
        override: further settings for articles of some paths or languages; only in files, as `[[override]]` tables.
        source: the file these settings came from, "" for none (not a setting).
    """

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    fail_on: str = "error"
    max_warnings: int = -1
    require_coverage: bool = False
    min_confidence: float = 0.5
    engine: str = "auto"
    cache: bool = True
    cache_dir: str = ""
    max_bytes: int = 20_000_000
    pairs: str = ""
    baseline: str = ""
    ignore_file: str = ""
    decisions: str = ""
    override: tuple[Override, ...] = ()
    source: str = ""

    def __post_init__(self) -> None:
        if self.fail_on not in FAIL_ON:
            raise ConfigError(f"fail-on must be one of {', '.join(FAIL_ON)}, not {self.fail_on!r}")
        if self.engine not in ENGINES:
            raise ConfigError(f"engine must be one of {', '.join(ENGINES)}, not {self.engine!r}")
        if not 0 <= self.min_confidence <= 1:
            raise ConfigError(f"min-confidence must lie between 0 and 1, not {self.min_confidence}")

    @property
    def cache_folder(self) -> Path | None:
        """Where caches live, None when nothing may be kept."""
        if not self.cache:
            return None
        if self.cache_dir:
            return Path(self.cache_dir)
        base = os.environ.get("XDG_CACHE_HOME")
        return (Path(base) if base else Path.home() / ".cache") / "xlcheck"


KEYS = tuple(item.name.replace("_", "-") for item in fields(Config) if item.name != "source")
FILE_KEYS = ("pairs", "baseline", "ignore_file", "decisions")
"""Settings that name a file; in a configuration file they are relative to its folder."""
DEFAULT_FILES = {"ignore_file": "xlcheck-ignore.toml", "decisions": "xlcheck-decisions.jsonl"}
"""Files that are used where they lie beside the configuration, else in the working directory."""


def load_config(*, folder: Path, environment: Mapping[str, str], overrides: Mapping[str, Any]) -> Config:
    """Return the configuration for a run started in `folder`.

    Args:
        environment: variables such as `XLCHECK_FAIL_ON=warning`; others are ignored.
        overrides: settings from the command line, by field name.

    Raises:
        ConfigError: a file cannot be parsed, a key is unknown or a value has the wrong type.
    """
    config = Config()
    found = _nearest(folder)
    place = folder
    if found is not None:
        path, table = found
        config = replace(config, source=path.as_posix(), **_typed(table, path.as_posix()))

        def beside_it(name: str) -> str:
            """Return a path of the file, as seen from the folder that the run is started in."""
            return Path(os.path.relpath(path.parent / name, folder)).as_posix()

        named: dict[str, Any] = {key: beside_it(name) for key in FILE_KEYS if (name := getattr(config, key))}
        config = replace(config, **named, paths=tuple(map(beside_it, config.paths)))
        place = path.parent
    variables = {
        key.removeprefix(ENVIRONMENT_PREFIX).lower().replace("_", "-"): value
        for key, value in environment.items()
        if key.startswith(ENVIRONMENT_PREFIX)
    }
    known = {key: _from_text(key, value) for key, value in variables.items() if key in KEYS and key != "override"}
    config = replace(config, **_typed(known, "environment"))
    config = replace(config, **dict(overrides))
    beside = {key: place / name for key, name in DEFAULT_FILES.items() if not getattr(config, key)}
    there: dict[str, Any] = {key: path.as_posix() for key, path in beside.items() if path.is_file()}
    return replace(config, **there)


def _nearest(folder: Path) -> tuple[Path, dict[str, Any]] | None:
    for place in (folder, *folder.parents):
        own = place / "xlcheck.toml"
        if own.is_file():
            return own, _parse(own)
        project = place / "pyproject.toml"
        if project.is_file():
            table = _parse(project).get("tool", {}).get("xlcheck")
            if table is not None:
                return project, table
    return None


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error


def _typed(table: Mapping[str, Any], where: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key == "override":
            values[key] = read_overrides(value, where)
            continue
        if key not in KEYS:
            raise ConfigError(f"{where}: unknown setting {key!r}", hint=_did_you_mean(key))
        default = getattr(Config(), key.replace("-", "_"))
        if isinstance(default, tuple):
            good = isinstance(value, list) and all(isinstance(item, str) for item in value)
            value = tuple(value) if good else value
        elif isinstance(default, bool):
            good = isinstance(value, bool)
        elif isinstance(default, float):
            good = isinstance(value, (int, float)) and not isinstance(value, bool)
        else:
            good = isinstance(value, type(default)) and not isinstance(value, bool)
        if not good:
            kind = {
                tuple: "a list of strings",
                bool: "true or false",
                float: "a number",
                int: "a whole number",
                str: "a string",
            }
            raise ConfigError(f"{where}: {key} must be {kind[type(default)]}, not {value!r}")
        values[key.replace("-", "_")] = value
    return values


def _from_text(key: str, value: str) -> Any:
    """Read an environment variable as its setting's type; what does not fit stays text, to be refused by name."""
    default = getattr(Config(), key.replace("-", "_"))
    if isinstance(default, tuple):
        return [part for part in value.split(",") if part]
    if isinstance(default, bool):
        return {"1": True, "true": True, "0": False, "false": False}.get(value.lower(), value)
    if isinstance(default, (int, float)):
        try:
            return type(default)(value)
        except ValueError:
            return value
    return value


def _did_you_mean(key: str) -> str:
    from xlcheck.similarity import suggest

    nearest = suggest(key, KEYS)
    return f"did you mean {nearest!r}?" if nearest else f"known settings: {', '.join(KEYS)}"
