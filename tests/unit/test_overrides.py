"""Settings for some articles only."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.reports import make_finding, make_side, span_of

from xlcheck.config import load_config
from xlcheck.errors import ConfigError

SIDE = make_side("archive/2019/a.txt", "Title\nIt was 5.")
FINDING = make_finding([span_of(SIDE, "5")], confidence=[("link", 0.7)])


def drops(tmp_path: Path, text: str) -> bool:
    (tmp_path / "xlcheck.toml").write_text(text, encoding="utf-8")
    config = load_config(folder=tmp_path, environment={}, overrides={})
    return any(override.drops(FINDING, ["archive/2019/a.txt"], ["de", "en"]) for override in config.override)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('path = "archive/*"\nignore = ["XN101"]', True, id="path and id"),
        pytest.param('path = "archive/*"\nignore = ["XN"]', True, id="prefix"),
        pytest.param('path = "archive/*"\nignore = ["number-value"]', True, id="name"),
        pytest.param('path = "incoming/*"\nignore = ["XN101"]', False, id="another path"),
        pytest.param('path = "archive/*"\nignore = ["XD"]', False, id="another check"),
        pytest.param('languages = ["de", "en"]\nmin-confidence = 0.8', True, id="languages and confidence"),
        pytest.param('languages = ["de", "en"]\nmin-confidence = 0.6', False, id="sure enough"),
        pytest.param('languages = ["th", "en"]\nmin-confidence = 0.8', False, id="other languages"),
    ],
)
def test_an_override_drops_what_fits_all_its_selectors(tmp_path: Path, text: str, expected: bool) -> None:
    assert drops(tmp_path, f"[[override]]\n{text}\n") is expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('[[override]]\nignore = ["XN"]', "needs a path or languages", id="no selector"),
        pytest.param('[[override]]\npath = "a"', "changes nothing", id="no effect"),
        pytest.param('[[override]]\npath = "a"\nignor = ["XN"]', "unknown key 'ignor'", id="typo"),
        pytest.param('[[override]]\npath = "a"\nignore = "XN"', "must be a list of strings", id="type"),
        pytest.param('[[override]]\npath = "a"\nmin-confidence = 7', "between 0 and 1", id="bound"),
        pytest.param('override = "x"', r"\[\[override\]\] tables", id="no table"),
    ],
)
def test_a_wrong_override_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        drops(tmp_path, text)
