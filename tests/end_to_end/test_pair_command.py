"""`xlcheck pair`, and `--pairs` on `check`."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from support.command_line import Run

STORIES = Path(__file__).parents[1] / "stories"
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three versions of one story and a translated pair about another."""
    target = tmp_path / "corpus"
    target.mkdir()
    for file in (*(STORIES / "ferry").glob("*.txt"), *(STORIES / "envoy").glob("*.txt")):
        shutil.copy(file, target)
    return target


def test_seeds_make_two_stories(xlcheck: Run) -> None:
    done = xlcheck("pair", SEEDS, "--format", "json")
    report = json.loads(done.out)
    assert done.code == 0
    assert [[Path(name).name[:3] for name in cluster["articles"]] for cluster in report["clusters"]] == [
        ["000", "001", "002"],
        ["003", "004"],
    ]
    pairs = [pair for cluster in report["clusters"] for pair in cluster["pairs"]]
    assert {pair["origin"] for pair in pairs} == {"content"}
    assert all(pair["leadCosine"] > 0.5 and 0.5 <= pair["score"] <= 1 for pair in pairs)
    assert report["unpaired"] == []


def test_terminal_says_what_made_each_pair(xlcheck: Run, folder: Path) -> None:
    done = xlcheck("pair", folder)
    assert done.code == 0
    assert done.out.startswith("5 articles, 2 stories, 4 pairs, 0 alone\n")
    assert "naming, translation" in done.out
    assert "content, same event" in done.out
    assert "1 pair of articles was found by file name" in done.out


def test_alone_with_the_nearest_and_why(xlcheck: Run, folder: Path) -> None:
    (folder / "island.en.txt").unlink()
    (folder / "wire.en.txt").unlink()
    report = json.loads(xlcheck("pair", folder, "--format", "json").out)
    (alone,) = report["unpaired"]
    assert alone["article"].endswith("harbour.de.txt")
    assert alone["nearest"]
    assert alone["score"] < 0.5
    assert "too different" in alone["reason"]


def test_a_higher_bound_pairs_less(xlcheck: Run, folder: Path) -> None:
    done = xlcheck("pair", folder, "--min-score", "0.9", "--format", "json")
    pairs = [pair for cluster in json.loads(done.out)["clusters"] for pair in cluster["pairs"]]
    assert 0 < len(pairs) < 4
    assert all(pair["score"] >= 0.9 for pair in pairs)


def test_nothing_that_pairs_is_a_normal_result(xlcheck: Run, folder: Path) -> None:
    done = xlcheck("pair", folder / "wire.en.txt", folder / "story.en.txt")
    assert done.code == 0
    assert "0 stories" in done.out


def test_csv_and_jsonl_hold_the_same_pairs(xlcheck: Run, folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(xlcheck("pair", folder, "--format", "csv").out)))
    lines = [json.loads(line) for line in xlcheck("pair", folder, "--format", "jsonl").out.splitlines()]
    pairs = [line for line in lines if line["type"] == "pair"]
    assert [(row["source"], row["english"], float(row["score"])) for row in rows] == [
        (pair["source"], pair["english"], pair["score"]) for pair in pairs
    ]
    assert [line["type"] for line in lines].count("cluster") == 2
    assert all(pair["english"].endswith(".en.txt") for pair in pairs)


def test_a_table_holds_no_formula(xlcheck: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(STORIES / "envoy" / "story.en.txt", tmp_path / "=cmd().txt")
    monkeypatch.chdir(tmp_path)
    out = xlcheck("pair", "=cmd().txt", "--format", "csv").out
    assert ",'=cmd().txt," in out


@pytest.mark.parametrize("command", ["pair", "check"])
def test_a_manifest_overrules_what_the_texts_say(xlcheck: Run, folder: Path, command: str) -> None:
    manifest = folder.parent / "pairs.csv"
    manifest.write_text("corpus/harbour.de.txt,corpus/story.en.txt\n")
    options = () if command == "pair" else ("--exit-zero",)
    done = xlcheck(command, folder, "--pairs", manifest, "--format", "json", *options)
    report = json.loads(done.out)
    assert done.code == 0
    clusters = [[Path(name).name for name in cluster["articles"]] for cluster in report["clusters"]]
    assert clusters == [["harbour.de.txt", "story.en.txt"], ["island.en.txt", "wire.en.txt"]]
    assert any("named by the manifest" in notice for notice in report["notices"])


def test_a_manifest_in_the_configuration(xlcheck: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "pairs.toml").write_text('groups = [["harbour.de.txt", "wire.en.txt"]]')
    (folder / "xlcheck.toml").write_text('pairs = "pairs.toml"\n')
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    out = json.loads(xlcheck("pair", "..", "--format", "json").out)
    assert ["../harbour.de.txt", "../wire.en.txt"] in [cluster["articles"] for cluster in out["clusters"]]


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--format", "xml"], "unknown format 'xml'", "terminal"),
        (["--min-score", "1"], "--min-score must lie between 0 and 1", ""),
        (["--pairs", "nothing.csv"], "cannot be read", ""),
    ],
)
def test_mistakes_exit_2(xlcheck: Run, folder: Path, arguments: list[str], message: str, hint: str) -> None:
    done = xlcheck("pair", folder, *arguments)
    assert done.code == 2
    assert message in done.err
    assert hint in done.err
    assert done.out == ""


def test_a_manifest_that_names_no_file_is_refused_before_the_work(xlcheck: Run, folder: Path) -> None:
    manifest = folder / "pairs.csv"
    manifest.write_text("story.de.txt,story.eng.txt\n")
    done = xlcheck("check", folder, "--pairs", manifest)
    assert done.code == 2
    assert "pairs.csv:1: there is no file story.eng.txt" in done.err
    assert "did you mean story.en.txt?" in done.err


def test_records_with_one_id_in_two_languages(xlcheck: Run, tmp_path: Path) -> None:
    with (tmp_path / "feed.jsonl").open("w", encoding="utf-8") as feed:
        for language in ("de", "en"):
            text = (STORIES / "envoy" / f"story.{language}.txt").read_text(encoding="utf-8")
            feed.write(json.dumps({"id": "envoy", "lang": language, "text": text}) + "\n")
    report = json.loads(xlcheck("pair", tmp_path, "--format", "json").out)
    (pair,) = report["clusters"][0]["pairs"]
    assert (pair["origin"], pair["kind"]) == ("naming", "translation")
    assert pair["english"].endswith("feed.jsonl#envoy~2")


def test_nothing_to_read_is_a_failure(xlcheck: Run, tmp_path: Path) -> None:
    done = xlcheck("pair", tmp_path)
    assert done.code == 2
    assert "nothing to pair" in done.err
    done = xlcheck("pair", tmp_path / "gone.txt", "--format", "json")
    assert done.code == 2
    assert "gone.txt" in done.err
    assert json.loads(done.out)["failures"]
