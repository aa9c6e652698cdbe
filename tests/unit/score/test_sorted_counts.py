"""Packed counts answer as a dictionary would."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlcheck.score.sorted_counts import SortedCounts, SortedNumbers

KEYS = st.integers(0, 2**64 - 1)


@given(st.dictionaries(KEYS, st.integers(0, 2**32 - 1)), st.lists(KEYS))
def test_answers_as_a_dictionary_would(counts: dict[int, int], others: list[int]) -> None:
    keys = sorted(counts)
    packed = SortedCounts(np.array(keys, dtype=np.uint64), np.array([counts[key] for key in keys], dtype=np.uint32))
    for key in (*keys, *others):
        assert packed.get(key, -1) == counts.get(key, -1)


@given(st.sets(KEYS), KEYS)
def test_holds_what_a_set_would(numbers: set[int], other: int) -> None:
    packed = SortedNumbers(np.array(sorted(numbers), dtype=np.uint64))
    assert list(packed) == sorted(numbers)
    assert (other in packed) == (other in numbers)


def test_a_key_without_a_count_is_refused() -> None:
    with pytest.raises(ValueError, match="2 keys, but 1 counts"):
        SortedCounts(np.array([1, 2], dtype=np.uint64), np.array([1], dtype=np.uint32))
