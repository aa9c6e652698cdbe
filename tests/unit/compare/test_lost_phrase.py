"""Phrases around a cue without which a text fits its translation better."""

from __future__ import annotations

import pytest

from xlcheck.compare.lost_phrase import gain_without

TEXT = "Laut der Reederei wurde niemand verletzt."


def fits(best: str):
    """Return a cosine that is 0.9 for the best text, 0.6 for every other."""
    return lambda left, _right: 0.9 if left == best else 0.6


@pytest.mark.parametrize(
    ("text", "cue", "best", "phrase"),
    [
        pytest.param(TEXT, "Laut", "wurde niemand verletzt.", "Laut der Reederei", id="cue begins"),
        pytest.param(
            "Der Reederei zufolge wurde niemand verletzt.",
            "zufolge",
            "wurde niemand verletzt.",
            "Der Reederei zufolge",
            id="cue ends",
        ),
        pytest.param("据船务公司消息，无人受伤。", "据", "无人受伤。", "据船务公司消息", id="no spaces"),
    ],
)
def test_phrase(text: str, cue: str, best: str, phrase: str) -> None:
    start = text.index(cue)
    found = gain_without(text, (start, start + len(cue)), "Nobody was hurt.", fits(best))
    assert found is not None
    gain, (begin, end) = found
    assert (round(gain, 3), text[begin:end]) == (0.3, phrase)


def test_without_vectors_nothing_is_known() -> None:
    assert gain_without(TEXT, (0, 4), "Nobody was hurt.", lambda _left, _right: None) is None


def test_a_text_that_is_all_phrase_gains_nothing() -> None:
    found = gain_without("Laut Plan.", (0, 4), "As planned.", lambda _left, _right: 0.5)
    assert found is not None
    assert found[0] <= 0
