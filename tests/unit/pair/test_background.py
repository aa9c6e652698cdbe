from __future__ import annotations

import numpy as np
import pytest

from xlcheck.pair.background import MIN_ARTICLES, background, batch_backgrounds


def batch(rows: int, offset: np.ndarray, spread: float = 1.0, seed: int = 0) -> np.ndarray:
    noise = np.random.default_rng(seed).standard_normal((rows, 512)) / np.sqrt(512)
    return (background("en") + offset + spread * noise).astype(np.float32)


@pytest.fixture(scope="module")
def offset() -> np.ndarray:
    return np.random.default_rng(9).standard_normal(512) * 0.3 / np.sqrt(512)


def test_shipped_means_stay_whatever_the_batch(offset: np.ndarray) -> None:
    found = batch_backgrounds({"de": batch(60, offset), "en": batch(60, offset)})
    assert all((found[code] == background(code)).all() for code in ("de", "en"))
    assert (background("de") != background("en")).any()


@pytest.mark.parametrize(
    ("rows", "spread"), [(MIN_ARTICLES - 1, 1.0), (60, 0.01)], ids=["too few articles", "one event"]
)
def test_too_little_to_tell_a_mean_by(rows: int, spread: float, offset: np.ndarray) -> None:
    found = batch_backgrounds({"ru": batch(rows, offset, spread), "en": batch(60, offset * 0)})
    assert (found["ru"] == background("ru")).all()


def test_a_language_of_its_own_is_learnt_and_the_subject_of_the_batch_stays(offset: np.ndarray) -> None:
    subject = np.random.default_rng(8).standard_normal(512) * 0.3 / np.sqrt(512)
    found = batch_backgrounds({"ru": batch(900, offset + subject), "en": batch(900, subject, seed=1)})
    learnt = found["ru"] - background("en")
    assert np.linalg.norm(learnt - offset) < 0.3 * np.linalg.norm(offset)
    alone = batch_backgrounds({"ru": batch(900, offset + subject)})["ru"]
    assert np.linalg.norm(alone - background("ru")) > 0.1


def test_a_story_that_everybody_reports_counts_once(offset: np.ndarray) -> None:
    story = batch(40, offset, spread=0.01, seed=3) + np.random.default_rng(4).standard_normal(512) / np.sqrt(512)
    others = batch(200, offset)
    with_story = batch_backgrounds({"ru": np.concatenate([others, story.astype(np.float32)])})["ru"]
    without = batch_backgrounds({"ru": others})["ru"]
    assert np.linalg.norm(with_story - without) < 0.01
