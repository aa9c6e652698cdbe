"""Apertium for real where it is installed; a stand-in made of small scripts for what the real one seldom does."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from xlcheck.errors import TranslationError
from xlcheck.translate import apertium_process
from xlcheck.translate.apertium import STOPPED, ApertiumTranslator
from xlcheck.translate.apertium_pairs import debian_command, find_pairs, iso_codes

if TYPE_CHECKING:
    from collections.abc import Iterator

SPANISH = "es"
REAL = pytest.mark.usefixtures("apertium")


@pytest.fixture(scope="module")
def spanish() -> Iterator[ApertiumTranslator]:
    """One translator for all tests that do nothing to its programs."""
    pairs = find_pairs({name: value for name, value in os.environ.items() if name != "APERTIUM_DATADIR"})
    if (SPANISH, "en") not in pairs:
        pytest.skip("Apertium with Spanish is not installed here: apt install apertium-eng-spa")
    with ApertiumTranslator(pairs) as translator:
        yield translator


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that gets the process id of every `lt-proc` that is started, one a line."""
    log = tmp_path / "started"
    real = shutil.which("lt-proc")
    assert real is not None
    _script(tmp_path / "bin" / "lt-proc", f'echo $$ >> {shlex.quote(str(log))}\nexec {real} "$@"\n')
    _script(tmp_path / "bin" / "apertium", f'exec {shutil.which("apertium")} "$@"\n')
    monkeypatch.setenv("APERTIUM_DATADIR", str(find_pairs()[SPANISH, "en"].file.parents[1]))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    return log


def _script(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}")
    path.chmod(0o755)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("La casa es grande.", {"house", "big"}),
        ("El ministro dijo que los precios suben.", {"minister", "said", "prices"}),
        ("El perro come pan", {"dog", "eats", "bread"}),
    ],
    ids=["house", "minister", "no-full-stop"],
)
def test_spanish(spanish: ApertiumTranslator, source: str, words: set[str]) -> None:
    (found,) = spanish.translate([source], language=SPANISH)
    assert words <= {word.strip(".,").lower() for word in found.text.split()}
    assert found.text.endswith(".") == source.endswith(".")
    assert found.suspect == ()
    assert found.score is None
    assert found.pack.startswith("spa-eng ")


def test_unknown_words_are_suspect_and_unknown_names_are_not(spanish: ApertiumTranslator) -> None:
    plain, name, lost = spanish.translate(
        ["La fluxografitis de los niños es grande.", "La casa de Brunoldwen es grande.", "La fluxografitis brunxeta."],
        language=SPANISH,
    )
    assert plain.suspect == ("1 of 7 words unknown",)
    assert lost.suspect == ("2 of 3 words unknown, too many",)
    assert "fluxografitis" in plain.text
    assert name.suspect == ()
    assert "Brunoldwen" in name.text


@pytest.mark.parametrize(
    "hostile",
    [
        "[ ] { } ^ $ / \\ @ < >",
        "[1] [][2] ][ \\] \\[",
        "* # ~ + _ = | & ; ` \" '",
        "^casa<n><f><sg>$",
        "[<STREAMCMD:SETVAR:x>]",
        "[[t:b:abc]] [[/]]",
        "$(touch x) ; rm -r x | cat",
        "\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH JOINER}\N{GRINNING FACE}",
    ],
)
def test_hostile_characters_survive(spanish: ApertiumTranslator, hostile: str) -> None:
    texts = [f"La casa es grande {hostile} y la casa es grande.", f"{hostile} casa", "La casa es grande."]
    found = spanish.translate(texts, language=SPANISH)
    assert found[-1].text == "The house is big."
    marks = [char for char in hostile if not char.isalnum() and not char.isspace()]
    for item in found[:2]:
        assert [char for char in item.text if char in marks and char != "."] == marks
        assert "house" in item.text.lower()
        assert STOPPED not in item.suspect


def test_control_characters_and_odd_texts(spanish: ApertiumTranslator) -> None:
    texts = ["La casa\0es\ngrande.", "La casa es grande.", "", "12", "\ud800\uffff", "...", "\x1b[31mLa casa\x1b[0m"]
    found = spanish.translate(texts, language=SPANISH)
    assert found[0] == found[1]
    assert [item.text for item in found[2:6]] == ["", "12", 2 * "\N{REPLACEMENT CHARACTER}", "..."]
    assert "[31m" in found[6].text.replace(" ", "")


def test_a_line_without_end_is_translated_in_parts(spanish: ApertiumTranslator) -> None:
    found = spanish.translate(["La casa es grande, " * 2_000, "casa" * 1_000], language=SPANISH)
    assert found[0].text.count("house") == 2_000
    assert "inside a clause" in " ".join(found[1].suspect)


@REAL
def test_one_start_for_all_sentences(started: Path) -> None:
    with ApertiumTranslator(find_pairs()) as translator:
        translator.translate(["La casa es grande."], language=SPANISH)
        once = started.read_text().count("\n")
        found = translator.translate([f"La casa {number} es grande." for number in range(200)], language=SPANISH)
        translator.translate(["La casa es grande."], language=SPANISH)
    assert [item.text for item in found] == [f"The house {number} is big." for number in range(200)]
    assert started.read_text().count("\n") == once > 0


def test_equal_sentences_are_translated_once_and_order_is_kept(spanish: ApertiumTranslator) -> None:
    steps: list[int] = []
    texts = ["La casa.", "El perro.", "La  casa.", "12", "La casa."]
    found = spanish.translate(texts, language="es-MX", progress=steps.append)
    assert [item.text for item in found] == ["The house.", "The dog.", "The house.", "12", "The house."]
    assert sorted(steps) == [1, 1, 3]


@REAL
def test_a_killed_process_is_started_again(started: Path) -> None:
    with ApertiumTranslator(find_pairs()) as translator:
        before = translator.translate(["La casa es grande."], language=SPANISH)
        pids = [int(line) for line in started.read_text().split()]
        os.kill(pids[-1], 9)
        after = translator.translate(["La casa es grande.", "El perro come."], language=SPANISH)
        assert after[0] == before[0]
        assert after[1].text == "The dog eats."
        assert len(started.read_text().split()) == 2 * len(pids)


@REAL
def test_nothing_is_left_running(started: Path) -> None:
    translator = ApertiumTranslator(find_pairs())
    translator.translate(["La casa."], language=SPANISH)
    translator.close()
    for pid in started.read_text().split():
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid), 0)
    assert translator.translate(["La casa."], language=SPANISH)[0].text == "The house."
    translator.close()


def test_description_names_pair_data_and_engine(spanish: ApertiumTranslator) -> None:
    name, mode, *versions, engine = spanish.describe(SPANISH).split()
    assert (name, mode) == ("apertium", "spa-eng")
    assert len(versions[-1]) == 8
    assert engine.startswith("apertium-3")


@REAL
def test_the_locale_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    with ApertiumTranslator(find_pairs()) as translator:
        assert translator.translate(["El niño habló."], language=SPANISH)[0].text == "The boy spoke."


# A stand-in: `lt-proc` is a small program of ours, the only one in its mode.


def _stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str, mode: str = "lt-proc $1 '/data/x.bin'") -> None:
    _script(folder / "bin" / "apertium", "exit 1\n")
    program = folder / "bin" / "lt-proc"
    program.write_text(f"#!{sys.executable}\nimport os, sys, time\n{body}")
    program.chmod(0o755)
    modes = folder / "share" / "modes"
    modes.mkdir(parents=True, exist_ok=True)
    (modes / "spa-eng.mode").write_text(mode)
    monkeypatch.setenv("APERTIUM_DATADIR", str(folder / "share"))
    monkeypatch.setenv("PATH", str(folder / "bin"))


ANSWER = """
rest = b""
while block := os.read(0, 4096):
    *texts, rest = (rest + block).split(b"\\0")
    for text in texts:
        {trouble}
        os.write(1, text.upper() + b"\\0")
"""


@pytest.mark.parametrize(
    "trouble",
    [
        "if b'bad' in text: os._exit(3)",
        "if b'bad' in text: os.write(1, b'\\0'); continue",
        "if b'bad' in text: os.write(1, b'[][99]\\0'); continue",
        "if b'bad' in text: time.sleep(60)",
    ],
    ids=["crash", "empty-answer", "wrong-number", "stuck"],
)
def test_a_text_that_stops_the_engine_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    monkeypatch.setattr(apertium_process, "TIMEOUT", 0.3)
    monkeypatch.setattr(apertium_process, "_GOODBYE", 0.1)
    _stand_in(tmp_path, monkeypatch, ANSWER.format(trouble=trouble))
    with ApertiumTranslator(find_pairs()) as translator:
        found = translator.translate(["one", "two bad", "three"], language=SPANISH)
    assert [item.text for item in found] == ["ONE", "", "THREE"]
    assert STOPPED in found[1].suspect
    assert found[0].suspect == found[2].suspect == ()


def test_an_engine_that_never_answers_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, monkeypatch, "sys.exit('no such file: x.bin')")
    with pytest.raises(TranslationError, match=r"spa-eng cannot be used: no such file: x\.bin") as caught:
        ApertiumTranslator(find_pairs()).translate(["one"], language=SPANISH)
    assert "apertium spa-eng" in caught.value.hint


@pytest.mark.parametrize(
    "mode",
    [
        "lt-proc $1 x.bin | rm -rf /",
        "lt-proc $1 x.bin ; lt-proc y.bin",
        "lt-proc $1 x.bin > /tmp/file",
        "lt-proc $1 'x.bin",
        "lt-proc | | lt-proc",
        "sh -c 'lt-proc x'",
        "",
    ],
)
def test_a_mode_with_anything_else_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str) -> None:
    _stand_in(tmp_path, monkeypatch, ANSWER.format(trouble="pass"), mode=mode)
    assert find_pairs() == {}


def test_no_apertium_no_pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_pairs() == {}
    translator = ApertiumTranslator({})
    assert translator.languages() == frozenset()
    with pytest.raises(TranslationError, match="no Apertium pair translates es") as caught:
        translator.translate(["a"], language=SPANISH)
    assert "apt install apertium-eng-spa" in caught.value.hint


def test_data_tables() -> None:
    assert iso_codes("hbs") == ("bs", "hr", "sh", "sr")
    assert iso_codes("ast") == ("ast",)
    assert debian_command("pt-BR") == "apt install apertium-es-pt apertium-eng-spa"
    assert debian_command("ja") == ""
