"""Language files: read table by table as they would be whole, every key known, variants on top of their language."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from xlcheck.errors import ConfigError
from xlcheck.lang import tables
from xlcheck.lang.profile import TABLES, LanguageProfile, known_languages, load_profile
from xlcheck.lang.tables import HEAD, read_table, table_names

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.mark.parametrize("code", known_languages())
def test_tables_are_those_of_the_whole_file(code: str) -> None:
    whole = tomllib.loads((files("xlcheck.lang") / "data" / f"{code}.toml").read_text(encoding="utf-8"))
    if "inherits" not in whole[HEAD]:
        assert table_names(code) == set(whole)
        assert {name: read_table(code, name) for name in whole} == whole


@pytest.mark.parametrize("code", known_languages())
def test_every_key_is_known(code: str) -> None:
    profile = load_profile(code)
    assert profile.known
    for name in TABLES:
        getattr(profile, name)


def test_a_variant_stands_on_its_language() -> None:
    variant, language = load_profile("zh-TW"), load_profile("zh")
    assert variant.name != language.name
    assert variant.letters != language.letters
    assert variant.garble == language.garble
    assert set(language.numbers.units) < set(variant.numbers.units)
    assert variant.dates.local_years != language.dates.local_years


def test_an_unknown_language_knows_nothing() -> None:
    profile = load_profile("xx")
    assert (profile.known, profile.name) == (False, "xx")
    assert profile.names.titles == ()
    assert not load_profile("../de").known


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, dict[str, str]]]:
    """Files instead of the real ones: the text of each table by language."""
    texts: dict[str, dict[str, str]] = {}
    for cached in (tables.table_names, tables._parent):
        cached.cache_clear()
    monkeypatch.setattr(tables, "_texts", lambda code: texts.get(code, {}))
    yield texts
    for cached in (tables.table_names, tables._parent):
        cached.cache_clear()


def test_a_typo_does_not_go_unnoticed(written: dict[str, dict[str, str]]) -> None:
    written["qa"] = {HEAD: '[language]\nname = "A"', "names": '[names]\ntitels = ["Dr"]'}
    written["qb"] = {HEAD: '[language]\nname = "B"', "nmaes": '[nmaes]\ntitles = ["Dr"]'}
    written["qc-X"] = {HEAD: '[language]\nname = "C"\ninherits = "qd"'}
    with pytest.raises(ConfigError, match=r"qa.toml \[names\]: unknown key 'titels'"):
        _ = LanguageProfile(code="qa", name="A", known=True).names
    with pytest.raises(ConfigError, match=r"qb.toml: unknown table \[nmaes\]"):
        load_profile.__wrapped__("qb")
    with pytest.raises(ConfigError, match="inherits from 'qd'"):
        load_profile.__wrapped__("qc-X")
