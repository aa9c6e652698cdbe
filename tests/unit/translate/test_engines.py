from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.argos_pack import build_pack

from xlcheck.errors import TranslationError
from xlcheck.translate import install_file, open_translator
from xlcheck.translate.apertium import ApertiumTranslator
from xlcheck.translate.apertium_pairs import find_pairs
from xlcheck.translate.argos import ArgosTranslator
from xlcheck.translate.engines import Engines
from xlcheck.translate.pivot import PivotTranslator

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Apertium as far as its files go: Spanish and Catalan into English, Portuguese and Italian into Spanish."""
    for name in ("apertium", "lt-proc"):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text("#!/bin/sh\nexit 1\n")
        program.chmod(0o755)
    modes = tmp_path / "share" / "modes"
    modes.mkdir(parents=True)
    for mode in ("spa-eng", "spa-eng_US", "eng-spa", "cat-eng", "pt-es", "ita-spa", "Cyrl-Latn"):
        (modes / f"{mode}.mode").write_text(f"lt-proc $1 '/data/{mode}.bin'")
    monkeypatch.setenv("APERTIUM_DATADIR", str(tmp_path / "share"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


@pytest.fixture
def argos(tmp_path: Path) -> None:
    """Packs: Spanish and German into English, Portuguese into German."""
    for source, target in (("es", "en"), ("de", "en"), ("pt", "de")):
        install_file(build_pack(tmp_path / f"{source}-{target}.argosmodel", source=source, target=target))


def kinds(engines: Engines) -> dict[str, str]:
    """Name what each language gets: "argos", "apertium", or both halves of a way through another language."""
    found = {}
    for language in sorted(engines.languages()):
        chosen = engines.choose(language)
        description = chosen.describe(language)
        found[language] = " > ".join(part.split()[0] for part in description.split(" then "))
        assert isinstance(chosen, PivotTranslator) == (">" in found[language])
    return found


@pytest.mark.usefixtures("argos", "pairs")
@pytest.mark.parametrize(
    ("engine", "expected"),
    [
        ("auto", {"ca": "apertium", "de": "argos", "es": "argos", "it": "apertium > argos", "pt": "argos > argos"}),
        ("argos", {"de": "argos", "es": "argos", "pt": "argos > argos"}),
        (
            "apertium",
            {"ca": "apertium", "es": "apertium", "it": "apertium > apertium", "pt": "apertium > apertium"},
        ),
    ],
)
def test_the_best_engine_for_each_language(engine: str, expected: dict[str, str]) -> None:
    with open_translator(engine=engine) as engines:
        assert kinds(engines) == expected


@pytest.mark.usefixtures("pairs")
def test_a_way_needs_both_halves() -> None:
    found = {direction: pair for direction, pair in find_pairs().items() if direction != ("es", "en")}
    engines = Engines([ApertiumTranslator(found)], [(ApertiumTranslator(found, target="es"), "es")])
    assert engines.languages() == {"ca"}


@pytest.mark.usefixtures("pairs")
def test_a_broken_pack_gives_way_to_apertium(tmp_path: Path) -> None:
    for language in ("es", "de"):
        pack = install_file(build_pack(tmp_path / f"{language}.argosmodel", source=language))
        pack.tokenizer_file.unlink()
    with open_translator() as engines:
        assert engines.choose("es").engine == "apertium"
        with pytest.raises(TranslationError, match="tokenizer"):
            engines.choose("de")
    assert [item.language for item in engines.broken] == ["de", "es"]


def test_nothing_translates_it() -> None:
    with open_translator() as engines, pytest.raises(TranslationError, match=r"no language pack .* gl") as caught:
        engines.translate(["a"], language="gl")
    assert caught.value.hint == "xlcheck models install gl or: apt install apertium-en-gl"


def test_the_label_is_the_engine_that_worked(packs: dict[str, Path]) -> None:
    install_file(packs["de"])
    with open_translator() as engines:
        assert isinstance(engines.choose("de-CH"), ArgosTranslator)
        assert engines.choose("de-CH").engine == "argos"


@pytest.mark.usefixtures("apertium")
def test_two_engines_in_a_row(tmp_path: Path) -> None:
    """A tiny pack whose "Spanish" is nonsense, then the real Spanish of Apertium."""
    first = install_file(build_pack(tmp_path / "ja-es.argosmodel", source="ja", target="es"))
    with open_translator() as engines:
        (found,) = engines.translate(["A ponte fecha na segunda-feira."], language="ja")
        assert engines.choose("ja").engine == "apertium"
    assert found.pack.startswith(f"{first.identity} + spa-eng ")
    assert "translated through es" in found.suspect
    assert found.score is None
