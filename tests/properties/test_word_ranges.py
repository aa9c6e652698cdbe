"""Words of the encoder stand one after another in the text, and are as many as are compared."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xlcheck.embed import Encoder


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@given(st.text(max_size=60))
@example("今日は東京で会議が開かれた。Yes 10\N{NO-BREAK SPACE}000")
@example("a \N{ZERO WIDTH SPACE} b \N{GRINNING FACE}\N{GRINNING FACE}")
@example("\N{LATIN SMALL LIGATURE FI}n \N{VULGAR FRACTION ONE HALF} \N{HORIZONTAL ELLIPSIS}")
def test_ranges_are_in_order_and_one_a_word(encoder: Encoder, text: str) -> None:
    ranges = encoder.word_ranges(text)
    folded = " ".join(text.split())
    if not folded:
        assert ranges == ()
        return
    assert len(ranges) == len(encoder.pieces([folded])[folded].words)
    assert all(0 <= start <= end <= len(text) for start, end in ranges)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(ranges))
