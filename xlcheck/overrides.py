"""Settings for some articles only, by path or language: the `[[override]]` tables of the settings.

[[override]]
path = "archive/*"            # of any article a finding is about; * also matches /
languages = ["th", "en"]      # of all articles it is about
ignore = ["XN104"]
min-confidence = 0.8
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from xlcheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.model import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """One `[[override]]` table; a finding must fit both selectors that are given.

    Attributes:
        ignore: ids, beginnings of ids or names of checks that are not reported.
        min_confidence: findings below are not reported.
    """

    path: str = ""
    languages: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0

    def drops(self, finding: Finding, paths: Sequence[str], languages: Iterable[str]) -> bool:
        """Say whether a finding about articles with these paths and languages is not to be reported."""
        if self.path and not any(fnmatchcase(path, self.path) for path in paths):
            return False
        if self.languages and not set(languages) <= set(self.languages):
            return False
        if finding.confidence.value < self.min_confidence:
            return True
        return any(finding.name == name or finding.check.startswith(name.upper()) for name in self.ignore)


def read_overrides(tables: Any, where: str) -> tuple[Override, ...]:
    """Read the tables.

    Raises:
        ConfigError: a key is unknown, a value has the wrong type, or a table selects or says nothing.
    """
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigError(f"{where}: override must be written as [[override]] tables")
    return tuple(_override(table, f"{where}: override {number}") for number, table in enumerate(tables, start=1))


def _override(table: dict[str, Any], where: str) -> Override:
    known = {item.name.replace("_", "-"): item.name for item in fields(Override)}
    if unknown := sorted(set(table) - set(known)):
        raise ConfigError(f"{where}: unknown key {unknown[0]!r}", hint=f"known keys: {', '.join(known)}")
    for key in ("languages", "ignore"):
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ConfigError(f"{where}: {key} must be a list of strings, not {value!r}")
    confidence = table.get("min-confidence", 0.0)
    if isinstance(confidence, bool) or not isinstance(confidence, (int, float)) or not 0 <= confidence <= 1:
        raise ConfigError(f"{where}: min-confidence must lie between 0 and 1, not {confidence!r}")
    if not isinstance(table.get("path", ""), str):
        raise ConfigError(f"{where}: path must be a string")
    values: dict[str, Any] = {
        known[key]: tuple(item) if isinstance(item, list) else item for key, item in table.items()
    }
    override = Override(**values)
    if not (override.path or override.languages):
        raise ConfigError(f"{where}: it needs a path or languages", hint="settings for everything stand outside")
    if not (override.ignore or override.min_confidence):
        raise ConfigError(f"{where}: it changes nothing", hint="add ignore or min-confidence")
    return override


SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "path": {"type": "string", "description": "Pattern for the path of any article a finding is about."},
            "languages": {
                "type": "array",
                "items": {"type": "string"},
                "description": "Languages of all its articles.",
            },
            "ignore": {"type": "array", "items": {"type": "string"}, "description": "Checks that are not reported."},
            "min-confidence": {"type": "number", "minimum": 0, "maximum": 1},
        },
        "anyOf": [{"required": ["path"]}, {"required": ["languages"]}],
    },
}
