from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.errors import InputError
from xlcheck.pair import NamedPairs, PairingArticle, read_manifest, resolve

FILES = ("a.de.txt", "a.en.txt", "b.en.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        (tmp_path / name).write_text("text")
    (tmp_path / "feed.jsonl").write_text("")
    return tmp_path


def articles(folder: Path, *ids: str) -> list[PairingArticle]:
    return [
        PairingArticle(id=f"{folder / name}", path=f"{folder / name.partition('#')[0]}", language="en") for name in ids
    ]


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("m.toml", 'groups = [["a.de.txt", "a.en.txt", "b.en.txt"]]'),
        ("m.toml", 'pairs = [\n["a.de.txt", "a.en.txt"],\n["a.en.txt", "b.en.txt"], ["b.en.txt", "a.de.txt"]]'),
        ("m.csv", "source,english,b\n# all of it\na.de.txt, a.en.txt ,b.en.txt\n\n"),
        ("m.csv", "\ufeffa.de.txt,a.en.txt,b.en.txt,,\r\n"),
        ("m.tsv", "a.de.txt\ta.en.txt\tb.en.txt"),
        ("m.jsonl", '["a.de.txt", "./a.en.txt", "b.en.txt"]\n'),
        ("m.jsonl", '\n{"files": ["a.de.txt", "a.en.txt", "b.en.txt"]}'),
        (
            "m.ndjson",
            '{"source": "a.de.txt", "english": "a.en.txt"}\n{"source": "a.de.txt", "english": "b.en.txt"}\n'
            '{"source": "b.en.txt", "english": "a.en.txt"}',
        ),
    ],
    ids=["toml groups", "toml pairs", "csv", "csv bare", "tsv", "jsonl lists", "jsonl files", "jsonl pairs"],
)
def test_every_form_says_the_same(folder: Path, name: str, text: str) -> None:
    found = resolve(read_manifest(write(folder, name, text)), articles(folder, *FILES))
    a, b, c = (str(folder / file) for file in FILES)
    assert found == NamedPairs(pairs=((a, b), (a, c), (b, c)))


def test_a_pair_is_no_more_than_a_pair(folder: Path) -> None:
    manifest = read_manifest(write(folder, "m.csv", "a.de.txt,a.en.txt\na.en.txt,b.en.txt\n"))
    assert len(resolve(manifest, articles(folder, *FILES)).pairs) == 2


def test_paths_are_relative_to_the_manifest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "lists").mkdir()
    manifest = read_manifest(write(folder / "lists", "m.csv", "../a.de.txt,../a.en.txt\n"))
    monkeypatch.chdir(folder)
    found = resolve(manifest, [PairingArticle(id=name, path=name, language="en") for name in FILES])
    assert found.pairs == (("a.de.txt", "a.en.txt"),)


def test_records_of_a_file(folder: Path) -> None:
    manifest = read_manifest(write(folder, "m.csv", "feed.jsonl#x 1,a.en.txt\n"))
    known = articles(folder, "feed.jsonl#x 1", "feed.jsonl#x 2", "a.en.txt")
    assert resolve(manifest, known).pairs == ((str(folder / "a.en.txt"), str(folder / "feed.jsonl#x 1")),)


def test_a_file_of_one_record_needs_no_record(folder: Path) -> None:
    manifest = read_manifest(write(folder, "m.csv", "feed.jsonl,a.en.txt\n"))
    assert len(resolve(manifest, articles(folder, "feed.jsonl#1", "a.en.txt")).pairs) == 1


def test_files_that_were_not_read_are_told(folder: Path) -> None:
    manifest = read_manifest(write(folder, "m.csv", "a.de.txt,a.en.txt\nb.en.txt,a.de.txt\n"))
    found = resolve(manifest, articles(folder, "a.de.txt", "a.en.txt"))
    assert len(found.pairs) == 1
    assert found.absent == ("b.en.txt",)


@pytest.mark.parametrize(
    ("name", "text", "message", "hint"),
    [
        ("m.csv", "a.de.txt,a.en.txt\na.de.txt,a.eng.txt\n", "m.csv:2: there is no file a.eng.txt", "a.en.txt?"),
        ("m.csv", "a.de.txt,gone/a.en.txt\n", "m.csv:1: there is no file", "there is no folder"),
        ("m.csv", "a.de.txt\n", "m.csv:1: a group needs two", "two or more"),
        ("m.csv", "a.de.txt,a.de.txt\n", "m.csv:1: a group needs two", ""),
        ("m.csv", "a.de.txt,./a.de.txt\n", "m.csv:1: names one article twice", ""),
        ("m.csv", '"a.de.txt\n', "m.csv:1: cannot be read as a table", ""),
        ("m.csv", "feed.jsonl,a.de.txt\n", "m.csv:1: feed.jsonl holds 2 articles", "feed.jsonl#other"),
        ("m.csv", "feed.jsonl#story1,a.de.txt\n", "m.csv:1: feed.jsonl has no record 'story1'", "feed.jsonl#story-1?"),
        ("m.toml", "groups = [", "not valid TOML", ""),
        ("m.toml", '\ngruops = [["a.de.txt", "a.en.txt"]]', "m.toml:2: unknown key 'gruops'", "'groups'"),
        ("m.toml", 'groups = "a"', "m.toml:1: groups must be a list", ""),
        ("m.toml", 'groups = [\n["a.de.txt", "a.en.txt"],\n["a.de.txt", 3]]', "m.toml:3: this is not a group", ""),
        ("m.toml", 'groups = [\n  ["a.de.txt", "a.en.txt"],\n  ["nix.txt", 3]]', "m.toml:3: this is not a group", ""),
        (
            "m.toml",
            'groups = [\n["a.de.txt", "a.en.txt"],\n["b.en.text", "a.de.txt"]]',
            "m.toml:3: there is no",
            "b.en",
        ),
        ("m.jsonl", '["a.de.txt", "a.en.txt"]\n["a.de.txt"', "m.jsonl:2: not valid JSON", ""),
        ("m.jsonl", '{"source": "a.de.txt"}', "m.jsonl:1: this is not a group", "list"),
        ("m.jsonl", "[" * 100_000, "m.jsonl:1: not", ""),
        ("m.yaml", "a: b", "a manifest ends in one of .csv", ""),
    ],
)
def test_mistakes_are_named_with_their_line(folder: Path, name: str, text: str, message: str, hint: str) -> None:
    known = articles(folder, *FILES, "feed.jsonl#story-1", "feed.jsonl#other")
    with pytest.raises(InputError) as error:
        resolve(read_manifest(write(folder, name, text)), known)
    assert message in str(error.value)
    assert hint in error.value.hint


def test_a_manifest_that_is_not_there(folder: Path) -> None:
    write(folder, "pairs.toml", "groups = []")
    with pytest.raises(InputError) as error:
        read_manifest(folder / "pair.toml")
    assert "cannot be read" in str(error.value)
    assert error.value.hint == "did you mean pairs.toml?"


def test_a_manifest_in_another_encoding(folder: Path) -> None:
    (folder / "m.csv").write_bytes("ü.txt,a.en.txt".encode("utf-16"))
    with pytest.raises(InputError, match="UTF-8"):
        read_manifest(folder / "m.csv")
