"""Every setting has a meaning and a schema; what the program accepts and what the schema accepts agree."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from xlcheck.config import KEYS, load_config
from xlcheck.config_docs import schema, settings
from xlcheck.errors import ConfigError


def test_every_setting_has_a_meaning() -> None:
    assert [setting.key for setting in settings()] == list(KEYS)
    assert all(setting.meaning for setting in settings())


def test_the_schema_is_a_schema_and_its_defaults_are_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    defaults = {setting.key: setting.schema["default"] for setting in settings()}
    jsonschema.validate(defaults, schema())


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        pytest.param('fail-on = "warning"\nselect = ["XN"]\nmin-confidence = 0.7', True, id="fine"),
        pytest.param('fail-on = "maybe"', False, id="choice"),
        pytest.param("min-confidence = 2", False, id="bound"),
        pytest.param('select = "XN"', False, id="type"),
        pytest.param('fail-onn = "error"', False, id="typo"),
        pytest.param("preview = 1", False, id="number for a switch"),
    ],
)
def test_program_and_schema_agree(tmp_path: Path, text: str, valid: bool) -> None:
    (tmp_path / "xlcheck.toml").write_text(text, encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)
    assert jsonschema.Draft202012Validator(schema()).is_valid(table) is valid
    if valid:
        load_config(folder=tmp_path, environment={}, overrides={})
    else:
        with pytest.raises(ConfigError):
            load_config(folder=tmp_path, environment={}, overrides={})
