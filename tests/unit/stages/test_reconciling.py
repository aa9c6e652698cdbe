"""A number or a date that one of several articles has wrong is shown once, at that article."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.config import Config
from xlcheck.embed import Encoder
from xlcheck.model import Finding
from xlcheck.pipeline import check_paths

ENCODER = Encoder()
STORY = {
    "tribune": "A fire destroyed the old paper mill in Rotheim on Monday night. {} people were injured, police said.",
    "herald": "The old paper mill in Rotheim burned down on Monday night. Police said {} people were injured.",
    "courier": "Fire has destroyed the old paper mill of Rotheim. According to police, {} people were injured.",
    "echo": "On Monday night the old paper mill in Rotheim went up in flames. {} people were injured, the police said.",
}


def check(folder: Path, **numbers: int) -> list[Finding]:
    for name, number in numbers.items():
        (folder / f"{name}.txt").write_text(STORY[name].format(number) + "\n", encoding="utf-8")
    report = check_paths([str(folder)], Config(cache=False, engine="none"), encoder=ENCODER, together=True)
    return [finding for finding in report.findings if finding.check.startswith("XN")]


def test_the_odd_one_out_is_shown_once(tmp_path: Path) -> None:
    (finding,) = check(tmp_path, tribune=147, herald=147, courier=174, echo=147)
    assert [(Path(span.doc).stem, span.text) for span in finding.where] == [("courier", "174")]
    assert [Path(span.doc).stem for span in finding.related] == ["echo", "herald", "tribune"]
    assert dict(finding.evidence)["versions"] == "3 against 1"
    assert finding.cause == "transposed-digits"


def test_agreement_is_silence(tmp_path: Path) -> None:
    assert check(tmp_path, tribune=147, herald=147, courier=147) == []


def test_two_versions_are_compared_as_ever(tmp_path: Path) -> None:
    (finding,) = check(tmp_path, tribune=147, herald=174)
    assert "versions" not in dict(finding.evidence)


@pytest.mark.parametrize("numbers", [{"tribune": 147, "herald": 147, "courier": 174, "echo": 174}])
def test_without_a_majority_nothing_is_left_out(tmp_path: Path, numbers: dict[str, int]) -> None:
    findings = check(tmp_path, **numbers)
    assert len(findings) >= 2
    assert all("versions" not in dict(finding.evidence) for finding in findings)


DATED = {
    "tribune": "A fire on {} destroyed the old paper mill in Rotheim. Many people were injured, police said.",
    "herald": "The old paper mill in Rotheim burned down on {}. Police said many people were injured.",
    "courier": "Fire has destroyed the old paper mill of Rotheim on {}. According to police, many people were injured.",
    "echo": "On {} the old paper mill in Rotheim went up in flames. Many people were injured, the police said.",
}


@pytest.mark.parametrize(
    ("right", "wrong", "check"),
    [("May 14", "May 24", "XD101"), ("Thursday", "Tuesday", "XD102")],
    ids=["day", "weekday"],
)
def test_the_odd_date_out_is_shown_once(tmp_path: Path, right: str, wrong: str, check: str) -> None:
    for name, text in DATED.items():
        day = wrong if name == "courier" else right
        (tmp_path / f"{name}.txt").write_text(text.format(day) + "\n", encoding="utf-8")
    report = check_paths([str(tmp_path)], Config(cache=False, engine="none"), encoder=ENCODER, together=True)
    (finding,) = [item for item in report.findings if item.check.startswith("XD")]
    assert finding.check == check
    assert [(Path(span.doc).stem, span.text) for span in finding.where] == [("courier", wrong)]
    assert [Path(span.doc).stem for span in finding.related] == ["echo", "herald", "tribune"]
    assert dict(finding.evidence)["versions"] == "3 against 1"
