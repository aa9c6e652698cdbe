"""What the settings mean: read from the one place that defines them, the docstring and the fields of `Config`."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass, fields
from typing import Any

from xlcheck.config import ENGINES, FAIL_ON, KEYS, Config
from xlcheck.overrides import SCHEMA as OVERRIDE_SCHEMA

_CHOICES = {"fail-on": FAIL_ON, "engine": ENGINES}
_BOUNDS = {"min-confidence": {"minimum": 0, "maximum": 1}, "max-bytes": {"minimum": 1}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting: its name in files, what it means, and its value where nobody sets it."""

    key: str
    meaning: str
    default: object

    @property
    def schema(self) -> dict[str, Any]:
        """The setting as JSON Schema."""
        kind: dict[str, Any]
        if self.key == "override":
            return {"description": self.meaning, **OVERRIDE_SCHEMA, "default": []}
        if isinstance(self.default, tuple):
            kind = {"type": "array", "items": {"type": "string"}}
        elif isinstance(self.default, bool):
            kind = {"type": "boolean"}
        elif isinstance(self.default, int):
            kind = {"type": "integer"}
        elif isinstance(self.default, float):
            kind = {"type": "number"}
        else:
            kind = {"type": "string"}
        if self.key in _CHOICES:
            kind["enum"] = list(_CHOICES[self.key])
        default = list(self.default) if isinstance(self.default, tuple) else self.default
        return {"description": self.meaning, **kind, **_BOUNDS.get(self.key, {}), "default": default}


def settings() -> tuple[Setting, ...]:
    """Return all settings in the order of `Config`."""
    meanings = _meanings()
    defaults = {item.name.replace("_", "-"): item.default for item in fields(Config)}
    return tuple(Setting(key=key, meaning=meanings[key], default=defaults[key]) for key in KEYS)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of `xlcheck.toml` and of `[tool.xlcheck]`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:xlcheck:schema:xlcheck-settings-1",
        "title": "xlcheck settings",
        "type": "object",
        "additionalProperties": False,
        "properties": {setting.key: setting.schema for setting in settings()},
    }


def _meanings() -> dict[str, str]:
    """Read the attributes' descriptions out of the docstring."""
    text = inspect.cleandoc(Config.__doc__ or "").partition("Attributes:")[2]
    found: dict[str, str] = {}
    for name, meaning in re.findall(r"^    (\w+): (.*(?:\n {8}.*)*)", text, re.MULTILINE):
        found[name.replace("_", "-")] = " ".join(meaning.split())
    return found
