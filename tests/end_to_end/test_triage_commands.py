"""Baseline, ignore file, review and statistics, as a team uses them."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from support.command_line import Run

STORIES = Path(__file__).parents[1] / "stories"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work beside a story with a wrong number in its English version."""
    shutil.copytree(STORIES / "dyke", tmp_path / "corpus", ignore=shutil.ignore_patterns("broken"))
    english = tmp_path / "corpus" / "story.en.txt"
    english.write_text(english.read_text(encoding="utf-8").replace("100,000", "10,000"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_is_in_the_baseline_is_not_reported(xlcheck: Run, folder: Path) -> None:
    assert xlcheck("baseline", "create", "corpus", "-q").code == 0
    path = folder / "xlcheck-baseline.json"
    assert path.stat().st_mode & 0o777 == 0o600
    done = xlcheck("check", "corpus", "--baseline", path, "--format", "json")
    assert done.code == 0
    report = json.loads(done.out)
    assert report["findings"] == []
    assert [item["by"] for item in report["setAside"]] == ["baseline"]
    assert {document["decision"] for document in report["documents"]} == {"accept"}
    assert any("known from the baseline" in notice for notice in report["notices"])
    log = xlcheck("check", "corpus", "--baseline", path, "--format", "sarif", "--show-suppressed").out
    (result,) = json.loads(log)["runs"][0]["results"]
    assert [one["justification"] for one in result["suppressions"]] == ["in the baseline"]


def test_a_known_finding_that_changes_is_a_new_one(xlcheck: Run, folder: Path) -> None:
    xlcheck("baseline", "create", "corpus", "-q")
    english = folder / "corpus" / "story.en.txt"
    english.write_text(english.read_text(encoding="utf-8").replace("10,000", "900,000"), encoding="utf-8")
    done = xlcheck("check", "corpus", "--baseline", "xlcheck-baseline.json", "--format", "json", "-q")
    report = json.loads(done.out)
    assert [finding["check"][:2] for finding in report["findings"]] == ["XN"]
    assert report["setAside"] == []


def test_baseline_is_not_overwritten_by_accident(xlcheck: Run) -> None:
    xlcheck("baseline", "create", "corpus", "-q")
    again = xlcheck("baseline", "create", "corpus", "-q")
    assert again.code == 2
    assert "baseline update" in again.err
    assert xlcheck("baseline", "create", "corpus", "-q", "--force").code == 0


def test_update_and_prune_follow_the_articles(xlcheck: Run, folder: Path) -> None:
    xlcheck("baseline", "create", "corpus", "-q")
    before = (folder / "xlcheck-baseline.json").read_bytes()
    assert "0 new, 0 gone" in xlcheck("baseline", "update", "corpus", "-q").err
    assert (folder / "xlcheck-baseline.json").read_bytes() == before
    shutil.copy(folder / "xlcheck-baseline.json", folder / "old.json")
    english = folder / "corpus" / "story.en.txt"
    english.write_text(english.read_text(encoding="utf-8").replace("10,000", "100,000"), encoding="utf-8")
    stale = xlcheck("check", "corpus", "--baseline", "xlcheck-baseline.json", "--format", "json")
    assert "no longer occur" in stale.out
    assert "1 dropped" in xlcheck("baseline", "prune", "corpus", "-q").err
    diff = xlcheck("baseline", "diff", "old.json", "xlcheck-baseline.json")
    assert diff.code == 1
    assert diff.out.startswith("- XN")


def test_a_missing_baseline_is_a_clear_error(xlcheck: Run) -> None:
    done = xlcheck("check", "corpus", "--baseline", "none.json")
    assert done.code == 2
    assert "baseline create" in done.err
    assert done.out == ""


def test_the_ignore_file_beside_the_corpus_is_used(xlcheck: Run, folder: Path) -> None:
    rule = '[[ignore]]\ncheck = "XN"\ntext = "10,000"\nreason = "counted twice by the source"\n'
    (folder / "xlcheck-ignore.toml").write_text(rule, encoding="utf-8")
    done = xlcheck("check", "corpus", "--format", "json")
    assert done.code == 0
    assert json.loads(done.out)["setAside"][0]["reason"] == "counted twice by the source"


def test_a_review_is_kept_answer_by_answer_and_resumed(xlcheck: Run, folder: Path) -> None:
    first = xlcheck("review", "corpus", "--reader", "ka", "-q", stdin=b"?\nf\nthe dyke was rebuilt\n")
    assert first.code == 0
    assert "10,000" in first.out
    line = json.loads((folder / "xlcheck-decisions.jsonl").read_text(encoding="utf-8"))
    assert (line["verdict"], line["reason"], line["reader"]) == ("false-positive", "the dyke was rebuilt", "ka")
    assert "0 of 0 decided" in xlcheck("review", "corpus", "-q").err
    done = xlcheck("check", "corpus", "--format", "json")
    assert done.code == 0
    assert json.loads(done.out)["setAside"][0]["by"] == "reviewed"
    stats = json.loads(xlcheck("stats", "--format", "json").out)
    assert [(row["wrong"], row["precision"]) for row in stats] == [(1, 0.0)]


def test_leaving_a_review_loses_nothing(xlcheck: Run, folder: Path) -> None:
    assert xlcheck("review", "corpus", "-q", stdin=b"q\n").code == 0
    assert xlcheck("review", "corpus", "-q", stdin=b"").code == 0
    assert not (folder / "xlcheck-decisions.jsonl").exists()


def test_stats_without_decisions_say_how_to_make_some(xlcheck: Run) -> None:
    assert "xlcheck review" in xlcheck("stats").err


def test_the_job_summary_of_a_build_server_is_appended_to(
    xlcheck: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = folder / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setitem(os.environ, "GITHUB_STEP_SUMMARY", str(summary))
    done = xlcheck("check", "corpus", "--format", "github")
    assert done.out.startswith("::")
    assert summary.read_text(encoding="utf-8").startswith("before\n# xlcheck")
