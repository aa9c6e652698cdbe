"""The authored paragraphs of `paragraphs/`: one file per language, one paragraph a line, `id: sentence¦ sentence`.

`known_misses.txt` holds what is known to come out wrong (with the language before the id): abbreviations before a
name where only meaning tells (U.S. Russia, Plan B. Plan), titles with a mark of their own (Wham!), abbreviations of
languages that have no language file yet (Av.), a reporting clause that looks like a sentence (Korean, Arabic),
and Thai, which has no sentence marks. Each must keep failing; when one is mended the line moves to its language.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.segment import split_sentences

FOLDER = Path(__file__).parent / "paragraphs"
BOUNDARY = "¦"
MISSES = "known_misses"


def _lines(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(name, marked) for name, marked in (line.split(": ", 1) for line in lines)]


def _right() -> list[object]:
    files = sorted(path for path in FOLDER.glob("*.txt") if path.stem != MISSES)
    return [
        pytest.param(path.stem, marked, id=f"{path.stem}-{name}") for path in files for name, marked in _lines(path)
    ]


def _wrong() -> list[object]:
    return [
        pytest.param(name.split(" ")[0], marked, id=name.replace(" ", "-"))
        for name, marked in _lines(FOLDER / f"{MISSES}.txt")
    ]


def _sentences(language: str, marked: str) -> tuple[list[str], list[str]]:
    text = marked.replace(BOUNDARY, "")
    expected = [sentence.strip() for sentence in marked.split(BOUNDARY)]
    return [text[start:end] for start, end in split_sentences(text, language)], expected


@pytest.mark.parametrize(("language", "marked"), _right())
def test_paragraph(language: str, marked: str) -> None:
    found, expected = _sentences(language, marked)
    assert found == expected


@pytest.mark.xfail(reason="known miss, see the module's docstring", strict=True)
@pytest.mark.parametrize(("language", "marked"), _wrong())
def test_known_miss(language: str, marked: str) -> None:
    found, expected = _sentences(language, marked)
    assert found == expected


def test_ids_are_unique() -> None:
    for path in FOLDER.glob("*.txt"):
        names = [name for name, _ in _lines(path)]
        assert len(names) == len(set(names)), path.name
