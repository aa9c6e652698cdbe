"""`xlcheck align` as users meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command_line import Run

GERMAN = [
    "Die Brücke über die Lohe bleibt bis Freitag gesperrt.",
    "",
    "Risse in zwei Pfeilern seien gefährlich, sagte die Ingenieurin Vera Lindholm.",
    "Der Schulbus fährt so lange einen Umweg.",
    "Zwiebeln sind in diesem Jahr billig.",
]
ENGLISH = [
    "The bridge over the Lohe will stay closed until Friday.",
    "Cracks in two pillars are dangerous, said the engineer Vera Lindholm.",
    "Nobody was hurt when a tree fell on a tram.",
    "Until then the school bus takes a detour.",
    "Onions are cheap this year.",
]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    german, english = tmp_path / "a.de", tmp_path / "b.en"
    german.write_text("\n".join(GERMAN) + "\n", encoding="utf-8")
    english.write_bytes("\r\n".join(ENGLISH).encode())
    return german, english


def records(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_sentences_in_order_each_once(xlcheck: Run, files: tuple[Path, Path]) -> None:
    done = xlcheck("align", *files, "--sentences", "--no-cache")
    assert (done.code, done.err) == (0, "")
    beads = [(record["source"], record["english"]) for record in records(done.out)]
    assert beads == [([0], [0]), ([1], []), ([2], [1]), ([], [2]), ([3], [3]), ([4], [4])]


def test_comparable_mode_has_links_only(xlcheck: Run, files: tuple[Path, Path]) -> None:
    done = xlcheck("align", *files, "--sentences", "--mode", "comparable", "--no-cache")
    found = records(done.out)
    assert done.code == 0
    assert all(record["source"] and record["english"] for record in found)
    assert {(0, 0), (2, 1)} <= {(i, j) for r in found for i in r["source"] for j in r["english"]}  # type: ignore[attr-defined]


def test_a_language_without_vectors_is_said_and_aligned(xlcheck: Run, files: tuple[Path, Path]) -> None:
    done = xlcheck("align", *files, "--sentences", "--source-lang", "is", "--english-lang", "en-GB")
    assert done.code == 0
    assert "no sentence vectors for is" in done.err
    found = records(done.out)
    assert sorted(i for r in found for i in r["source"]) == list(range(5))  # type: ignore[attr-defined]
    assert "sure" not in {record["class"] for record in found}
    quiet = xlcheck("align", *files, "--sentences", "--source-lang", "is", "--quiet")
    assert quiet.err == ""


def test_articles(xlcheck: Run) -> None:
    story = Path(__file__).parents[1] / "stories" / "dyke"
    done = xlcheck("align", story / "story.de.txt", story / "story.en.txt", "--format", "vecalign", "--no-cache")
    assert done.code == 0
    assert done.out.splitlines()[0].startswith("[0]:[0]:")


def test_nothing_in_common(xlcheck: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "other.en"
    other.write_text("The parliament elected a new speaker on Tuesday.\nShe is 51.\n", encoding="utf-8")
    done = xlcheck("align", files[0], other, "--sentences", "--mode", "auto")
    assert (done.code, done.out) == (0, "")
    assert "no sentences were found to correspond" in done.err


@pytest.mark.parametrize("content", [b"", b"\n", b"\n\n"], ids=["empty", "one blank line", "two blank lines"])
def test_an_empty_side(xlcheck: Run, files: tuple[Path, Path], tmp_path: Path, content: bytes) -> None:
    empty = tmp_path / "empty.de"
    empty.write_bytes(content)
    done = xlcheck("align", empty, files[1], "--sentences")
    assert done.code == 0
    found = records(done.out)
    assert [i for r in found for i in r["source"]] == list(range(content.count(b"\n")))  # type: ignore[attr-defined]
    assert [j for r in found for j in r["english"]] == list(range(5))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--mode", "sideways"], "there is no mode 'sideways'"),
        (["--preset", "poem"], "there is no preset 'poem'"),
        (["--format", "xml"], "there is no alignment format 'xml'"),
        (["--source-lang", "Klingon!"], "'Klingon!' is no language code"),
    ],
    ids=["mode", "preset", "format", "language"],
)
def test_mistakes(xlcheck: Run, files: tuple[Path, Path], options: list[str], message: str) -> None:
    done = xlcheck("align", *files, "--sentences", *options)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


@pytest.mark.parametrize("sentences", [["--sentences"], []], ids=["sentences", "articles"])
def test_a_file_that_cannot_be_read(
    xlcheck: Run, files: tuple[Path, Path], tmp_path: Path, sentences: list[str]
) -> None:
    done = xlcheck("align", files[0], tmp_path / "missing.en", *sentences)
    assert (done.code, done.out) == (2, "")
    assert "missing.en" in done.err
    assert xlcheck("align", files[0], tmp_path, *sentences).code == 2
