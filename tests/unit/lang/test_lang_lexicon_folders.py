"""Where lexicons are found: a user's own before the shipped one, broken ones passed over; names learned from them."""

from __future__ import annotations

import importlib.util
import lzma
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from xlcheck.lang.exonyms import english_names
from xlcheck.lang.lexicon import SHIPPED, lexicon_folders, lexicon_for, list_lexicons, save

TRAINING = Path(__file__).parents[3] / "training" / "lexicon"
ROWS = [("blomi", 30.0, [("flower", 0.9, 0.9)]), ("stavel", 9.0, [("village", 0.8, 0.7)])]


def test_folders_are_searched_in_order(tmp_path: Path) -> None:
    environment = {"XLCHECK_LEXICONS": f"{tmp_path}/a{os.pathsep}{tmp_path}/b", "XDG_DATA_HOME": f"{tmp_path}/data"}
    found = lexicon_folders(environment)
    assert found == (tmp_path / "a", tmp_path / "b", tmp_path / "data" / "xlcheck" / "lexicons", SHIPPED)


def test_a_lexicon_of_ones_own_comes_first(tmp_path: Path) -> None:
    save(tmp_path / "lexicon.de-en.npz", ROWS)
    found = lexicon_for("de", (tmp_path, SHIPPED))
    assert found is not None
    assert len(found) == len(ROWS)


def test_a_language_nothing_is_known_about_can_have_one(tmp_path: Path) -> None:
    save(tmp_path / "lexicon.zzq-en.npz", ROWS)
    found = lexicon_for("zzq", (tmp_path,))
    assert found is not None
    assert found.senses("Blomi")[0].english == "flower"


def test_a_variant_uses_its_language(tmp_path: Path) -> None:
    save(tmp_path / "lexicon.de-en.npz", ROWS)
    assert lexicon_for("de-AT", (tmp_path,)) is not None


@pytest.mark.parametrize("kind", ["no archive", "empty", "cut off", "tables do not fit"])
def test_a_damaged_file_is_passed_over_and_named(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "xlcheck" / "lexicons"
    folder.mkdir(parents=True)
    path = folder / "lexicon.de-en.npz"
    save(path, ROWS)
    if kind == "tables do not fit":
        with np.load(path) as data:
            arrays = {name: data[name] for name in data.files}
        arrays["columns"] = arrays["columns"] + 100
        np.savez_compressed(path, **arrays)
    else:
        content = path.read_bytes()
        path.write_bytes({"no archive": b"hello", "empty": b"", "cut off": content[: len(content) // 2]}[kind])
    found = lexicon_for("de", (folder, SHIPPED))
    assert found is not None
    assert len(found) > 100_000
    listed = list_lexicons({"XDG_DATA_HOME": str(tmp_path)})
    assert [(language, bool(problem)) for language, _, problem in listed] == [("de", True), ("de", False)]


@pytest.mark.parametrize(
    ("name", "english"), [("Mailand", {"milan"}), ("Moskaus", {"moscow"}), ("Norwegen", {"norway"}), ("Blorf", set())]
)
def test_names_of_places(name: str, english: set[str]) -> None:
    assert english_names(name) == english


@pytest.mark.parametrize("name", ["Insel", "Haus", "Regierung", "von", "Rot"])
def test_common_nouns_are_no_names(name: str) -> None:
    assert english_names(name) == frozenset()


@pytest.mark.skipif(importlib.util.find_spec("thot") is None, reason="sil-thot (extra training) is not installed")
def test_a_lexicon_of_any_language_can_be_trained(tmp_path: Path) -> None:
    """The three training steps on 400 sentences of an invented language."""
    nouns = {"blom": "flower", "stav": "village", "mirk": "river", "torv": "bridge", "hald": "king"}
    verbs = {"sor": "sees", "tal": "likes", "rok": "builds"}
    pairs = [
        f"own\to {a} {v} o {b} .\tthe {nouns[a]} {verbs[v]} the {nouns[b]} ."
        for _ in range(4)
        for a in nouns
        for v in verbs
        for b in nouns
    ]
    with lzma.open(tmp_path / "pairs.tsv.xz", "wt", encoding="utf-8") as target:
        target.write("\n".join(pairs) + "\n")
    steps = [
        ["count.py", "pairs.tsv.xz", "counts.tsv.xz"],
        ["phrases.py", "pairs.tsv.xz", "counts.tsv.xz", "phrases.tsv.xz"],
        ["pack.py", "counts.tsv.xz", "phrases.tsv.xz", "lexicon.zzq-en.npz"],
    ]
    for script, *arguments in steps:
        subprocess.run([sys.executable, str(TRAINING / script), *arguments], cwd=tmp_path, check=True)
    lexicon = lexicon_for("zzq", (tmp_path,))
    assert lexicon is not None
    found = {word: lexicon.senses(word)[0].english for word in (*nouns, *verbs)}
    assert found == {**nouns, **verbs}
