"""The baseline: what is known, how the file looks, what it says of a later run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.reports import make_finding, make_side, span_of

from xlcheck.errors import InputError
from xlcheck.model import Finding
from xlcheck.triage.baseline import Baseline, baseline_of, read_baseline, written

SIDE = make_side("in/a.txt", "Title\nIt was 5. It was 6. It was 5 again.")


def finding(words: str, check: str = "XN101") -> Finding:
    return make_finding([span_of(SIDE, words)], check=check)


def of(*findings: Finding, excerpts: bool = True) -> Baseline:
    return baseline_of(findings, lambda doc: doc, folder=Path(), excerpts=excerpts)


def text(baseline: Baseline) -> str:
    return "".join(written(baseline))


def test_the_file_has_one_entry_a_line_in_an_order_of_its_own() -> None:
    first = text(of(finding("was 6"), finding("was 5"), finding("was 5", check="XD101")))
    second = text(of(finding("was 5", check="XD101"), finding("was 5"), finding("was 6")))
    assert first == second
    assert len(first.splitlines()) == 2 + 3
    assert first.endswith("]}\n")
    assert "line" not in first


def test_equal_findings_are_counted() -> None:
    (entry,) = of(finding("was 5"), finding("was 5")).entries
    assert entry.count == 2
    assert entry.pair == ("in/a.txt",)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    baseline = of(finding("was 5"), finding("was 6"))
    (tmp_path / "b.json").write_text(text(baseline), encoding="utf-8")
    assert read_baseline(tmp_path / "b.json") == baseline


def test_an_empty_baseline_is_a_file_too(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(text(Baseline()), encoding="utf-8")
    assert read_baseline(tmp_path / "b.json") == Baseline()


def test_no_words_without_excerpts() -> None:
    assert "was 5" in text(of(finding("was 5")))
    assert "was 5" not in text(of(finding("was 5"), excerpts=False))


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    side = make_side((tmp_path / "news" / "a.txt").as_posix(), "Title\nIt was 5.")
    entries = baseline_of(
        [make_finding([span_of(side, "5")])], lambda doc: doc, folder=tmp_path / "ci", excerpts=True
    ).entries
    assert entries[0].pair == ("../news/a.txt",)


def test_stale_entries_are_dropped_and_nothing_is_added() -> None:
    baseline = of(finding("was 5"), finding("was 5"), finding("was 6"))
    pruned = baseline.without_stale([finding("was 5"), finding("It was", check="XD101")])
    assert [(entry.check, entry.count) for entry in pruned.entries] == [("XN101", 1)]


def test_difference_names_both_directions() -> None:
    added, gone = of(finding("was 5")).difference(of(finding("was 6")))
    assert [entry.excerpt for entry in added] == ["was 6"]
    assert [entry.excerpt for entry in gone] == ["was 5"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("{", "not valid JSON", id="broken"),
        pytest.param("[]", "is no baseline", id="a list"),
        pytest.param('{"version": "1", "findings": []}', "is no baseline", id="version is text"),
        pytest.param('{"version": 99, "findings": []}', "newer xlcheck", id="newer"),
        pytest.param('{"version": 1, "findings": [{"check": "XN101"}]}', "incomplete", id="entry lacks fields"),
        pytest.param('{"version": 1, "findings": [5]}', "incomplete", id="entry is a number"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        read_baseline(path)
    assert path.name in str(caught.value)


def test_a_missing_file_is_named_with_the_way_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read") as caught:
        read_baseline(tmp_path / "none.json")
    assert "baseline create" in caught.value.hint


def test_hostile_words_are_harmless_in_the_file() -> None:
    side = make_side("a.txt", "Title\nIt \x1b[31mwas\u202e 5.")
    baseline = baseline_of([make_finding([side.article.span(6, 18)])], lambda doc: doc, folder=Path(), excerpts=True)
    assert "\x1b" not in text(baseline)
    assert json.loads(text(baseline))["findings"]
