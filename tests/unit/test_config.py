from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.config import Config, load_config
from xlcheck.errors import ConfigError


def load(folder: Path, **environment: str) -> Config:
    return load_config(folder=folder, environment=environment, overrides={})


def test_defaults_without_any_file(tmp_path: Path) -> None:
    assert load(tmp_path) == Config()


def test_nearest_file_wins_and_pyproject_counts_only_with_its_table(tmp_path: Path) -> None:
    inner = tmp_path / "corpus" / "today"
    inner.mkdir(parents=True)
    (tmp_path / "xlcheck.toml").write_text('fail-on = "note"\n')
    (tmp_path / "corpus" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert load(inner).fail_on == "note"
    (tmp_path / "corpus" / "pyproject.toml").write_text("[tool.xlcheck]\nfail-on = 'warning'\n")
    assert load(inner).fail_on == "warning"


def test_later_sources_win(tmp_path: Path) -> None:
    (tmp_path / "xlcheck.toml").write_text('fail-on = "note"\nmin-confidence = 0.7\nignore = ["XQ"]\n')
    config = load_config(
        folder=tmp_path,
        environment={"XLCHECK_FAIL_ON": "warning", "XLCHECK_MODELS": "/elsewhere", "XLCHECK_PREVIEW": "true"},
        overrides={"min_confidence": 0.9},
    )
    assert (config.fail_on, config.min_confidence, config.ignore, config.preview) == ("warning", 0.9, ("XQ",), True)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("fial-on = 'error'", "unknown setting 'fial-on'", "did you mean 'fail-on'?"),
        ("zzz = 1", "unknown setting 'zzz'", "known settings:"),
        ("fail-on = 'sometimes'", "fail-on must be one of error, warning, note, never", ""),
        ("fail-on = 3", "fail-on must be a string", ""),
        ("min-confidence = 7", "between 0 and 1", ""),
        ("select = 'XN101'", "select must be a list of strings", ""),
        ("preview = 1", "preview must be true or false", ""),
        ("max-warnings = 'x'", "max-warnings must be a whole number", ""),
        ("= 3", "not valid TOML", ""),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, message: str, hint: str) -> None:
    (tmp_path / "xlcheck.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    assert message in str(caught.value)
    assert hint in caught.value.hint


def test_a_wrong_variable_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="min-confidence must be a number"):
        load(tmp_path, XLCHECK_MIN_CONFIDENCE="high")


def test_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert Config().cache_folder == tmp_path / "xlcheck"
    assert Config(cache_dir="here").cache_folder == Path("here")
    assert Config(cache=False).cache_folder is None
