"""Quotations cut short: what lengths alone show, and which edge vectors choose."""

from __future__ import annotations

import pytest

from xlcheck.compare.trims import Passage, is_far_longer, is_longer, lost_edge

WHOLE = "Wir bezahlen die Brücke aber nur wenn auch der Kreis zahlt"
KEPT, LOST = WHOLE[:23], WHOLE[24:]
ENGLISH = "We will pay for the bridge"


def passage(quotation: str, before: str = "Sie sagte: ", *, ratio: float = 1.0) -> Passage:
    return Passage(
        quotation=quotation,
        sentences=before + quotation,
        without=lambda start, end: before + quotation[:start] + quotation[end:],
        length_ratio=ratio,
    )


def by_words(known: dict[str, float], default: float = 0.1):
    """Return a cosine that knows the first text; a sentence counts as its quotation."""
    return lambda left, right: known.get(left.removeprefix("Sie sagte: ").strip(), default)


def test_the_edge_is_found_without_which_both_fit() -> None:
    cosine = by_words({WHOLE: 0.6, KEPT: 0.9, LOST: 0.1}, default=0.5)
    assert lost_edge(passage(WHOLE), passage(ENGLISH), cosine) == (WHOLE.index("aber"), len(WHOLE))


def test_a_beginning_may_be_lost_too() -> None:
    text = f"{LOST} {KEPT}"
    cosine = by_words({text: 0.6, KEPT: 0.9, LOST + " ": 0.1, LOST: 0.1}, default=0.5)
    assert lost_edge(passage(text), passage(ENGLISH), cosine) == (0, text.index("Wir"))


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({WHOLE: 0.89, KEPT: 0.9, LOST: 0.1}, id="nothing gained"),
        pytest.param({WHOLE: 0.6, KEPT: 0.9, LOST: 0.7}, id="said elsewhere in the sentence"),
    ],
)
def test_no_edge(known: dict[str, float]) -> None:
    assert lost_edge(passage(WHOLE), passage(ENGLISH), by_words(known, default=0.5)) is None


def test_no_edge_without_vectors_or_without_length() -> None:
    assert lost_edge(passage(WHOLE), passage(ENGLISH), lambda _left, _right: None) is None
    cosine = by_words({WHOLE: 0.6, KEPT: 0.9, LOST: 0.1}, default=0.5)
    assert lost_edge(passage(WHOLE), passage(WHOLE), cosine) is None


def test_the_usual_ratio_of_the_language_counts() -> None:
    assert is_longer(passage("x" * 30), passage("x" * 20))
    assert not is_longer(passage("x" * 30, ratio=1.2), passage("x" * 20))


@pytest.mark.parametrize(
    ("longer", "shorter", "expected"),
    [
        pytest.param(passage("x" * 90), passage("x" * 40), True, id="half as long"),
        pytest.param(passage("x" * 60), passage("x" * 40), False, id="not so much shorter"),
        pytest.param(passage("x" * 30), passage("x" * 14), False, id="few letters"),
        pytest.param(passage("x" * 90), passage("x" * 40, "y" * 60), False, id="the rest stands around it"),
    ],
)
def test_lengths_alone(longer: Passage, shorter: Passage, *, expected: bool) -> None:
    assert is_far_longer(longer, shorter) is expected
