"""Features kept between runs: the same numbers without measuring, and never those of another program or pair."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.config import Config
from xlcheck.stages import kept_features, scoring
from xlcheck.stages.kept_features import FILE_NAME, KeptFeatures, pair_key
from xlcheck.stages.scoring import MeasuredPair, SentencePair, measure_pairs

CLEAN = SentencePair(source="Der Hafen ist alt.", english="The harbour is old.", language="de")
WRONG = SentencePair(source="Es kamen 12 Schiffe.", english="There came 19 ships.", language="de")


def measured(folder: Path, *pairs: SentencePair, **options: object) -> list[MeasuredPair]:
    return list(measure_pairs(pairs, Config(engine="none", cache_dir=str(folder), **options)))  # type: ignore[arg-type]


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the English texts that are read from now on."""
    read: list[str] = []
    plain_article = scoring.plain_article

    def note(text: str, *, name: str, language: str) -> object:
        if name == "english":
            read.append(text)
        return plain_article(text, name=name, language=language)

    monkeypatch.setattr(scoring, "plain_article", note)
    return read


def test_a_second_run_measures_only_what_is_new_or_told_of(tmp_path: Path, unread: list[str]) -> None:
    first = measured(tmp_path, CLEAN, WRONG)
    assert [bool(item.findings) for item in first] == [False, True]
    unread.clear()
    other = SentencePair(source="Der Hafen ist alt.", english="The port is old.", language="de")
    again = measured(tmp_path, WRONG, CLEAN, other)
    assert again[:2] == first[::-1]
    assert unread == [WRONG.english, other.english]
    assert b"harbour" not in (tmp_path / FILE_NAME).read_bytes()


def test_without_a_cache_nothing_is_kept(tmp_path: Path, unread: list[str]) -> None:
    for _ in range(2):
        measured(tmp_path, CLEAN, cache=False)
    assert unread == [CLEAN.english] * 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"ignore": ("XC",)}, id="other checks"),
        pytest.param({}, id="another program"),
    ],
)
def test_what_another_run_would_find_is_measured(
    tmp_path: Path, unread: list[str], monkeypatch: pytest.MonkeyPatch, change: dict[str, object]
) -> None:
    measured(tmp_path, CLEAN)
    if not change:
        monkeypatch.setattr(kept_features, "program_digest", lambda: b"another")
    measured(tmp_path, CLEAN, **change)
    assert unread == [CLEAN.english] * 2


def test_every_part_of_a_pair_is_in_its_key() -> None:
    keys = {
        pair_key("a", "b", "de", "", None),
        pair_key("a", "b", "de", "", 0.0),
        pair_key("a", "b", "de", "c", None),
        pair_key("a", "b", "fr", "", None),
        pair_key("ab", "", "de", "", None),
        pair_key("", "ab", "de", "", None),
    }
    assert len(keys) == 6


def test_unknown_features_and_every_digit_come_back(tmp_path: Path) -> None:
    features = {"one": 0.1 + 0.2, "none": None, "zero": 0.0, "small": 5e-324}
    KeptFeatures(tmp_path, ["XN101"]).put({"key": features})
    assert KeptFeatures(tmp_path, ["XN101"]).get(["key", "other"]) == {"key": features}
    assert KeptFeatures(tmp_path, ["XN102"]).get(["key"]) == {}


def test_words_in_doubt_are_told_also_of_kept_pairs(tmp_path: Path) -> None:
    measured(tmp_path, CLEAN)
    config = Config(engine="none", cache_dir=str(tmp_path))
    (again,) = measure_pairs([CLEAN], config, words=True)
    assert again.words is not None
