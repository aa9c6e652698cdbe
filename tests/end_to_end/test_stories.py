"""Authored stories: the clean versions agree, and each broken one raises exactly the check that it should."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from xlcheck.config import Config
from xlcheck.model import DecisionKind, LinkClass, PairMode, Report
from xlcheck.pipeline import check_paths

STORIES = Path(__file__).parents[1] / "stories"
CONFIG = Config(cache=False, engine="none")


def run(folder: Path) -> Report:
    report = check_paths([str(folder)], CONFIG)
    assert not report.failures, report.failures
    return report


@pytest.mark.parametrize("story", ["dyke", "envoy", "ferry"])
def test_clean_story_is_one_cluster_without_findings(story: str, tmp_path: Path) -> None:
    for file in (STORIES / story).glob("*.txt"):
        shutil.copy(file, tmp_path)
    report = run(tmp_path)
    assert [(finding.check, finding.message) for finding in report.findings] == []
    assert [len(cluster.articles) for cluster in report.clusters] == [len(report.documents)]
    assert {document.decision.kind for document in report.documents} == {DecisionKind.ACCEPT}


@pytest.mark.parametrize("story", ["dyke", "envoy"])
def test_translations_are_aligned_as_parallel_texts(story: str) -> None:
    (result,) = run(STORIES / story).pairs
    assert result.pair.mode is PairMode.PARALLEL
    links = [link for link in result.pair.links if link.link_class is not LinkClass.POSSIBLE]
    assert [(link.source, link.english) for link in links] == [
        ((i,), (i,)) for i in range(len(result.pair.source.segments))
    ]


def test_reports_of_one_event_are_comparable() -> None:
    island = [
        result.pair
        for result in run(STORIES / "ferry").pairs
        if "island" in result.pair.source.article.id + result.pair.english.article.id
    ]
    assert [pair.mode for pair in island] == [PairMode.COMPARABLE] * 2


@pytest.mark.parametrize("case", sorted((STORIES / "dyke" / "broken").glob("*.toml")), ids=lambda path: path.stem)
def test_broken_version_raises_exactly_its_check(case: Path, tmp_path: Path) -> None:
    edit = tomllib.loads(case.read_text(encoding="utf-8"))
    for file in (STORIES / "dyke").glob("*.txt"):
        text = file.read_text(encoding="utf-8")
        if file.name.endswith(".en.txt"):
            assert text.count(edit["find"]) == 1
            text = text.replace(edit["find"], edit["replace"])
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    findings = run(tmp_path).findings
    assert [finding.check for finding in findings] == [edit["check"]], [finding.message for finding in findings]
    if "cause" in edit:
        assert findings[0].cause == edit["cause"]
