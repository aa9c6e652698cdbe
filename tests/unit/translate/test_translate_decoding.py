from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlcheck.translate.decoding import SENTENCES, STEP, TOKENS, Decoding, batches, best_compute_type, divide_threads


@given(lengths=st.lists(st.integers(1, 160), max_size=200).map(sorted), workers=st.integers(1, 4))
def test_batches_hold_everything_once_and_are_bounded(lengths: list[int], workers: int) -> None:
    sources = [["a"] * length for length in lengths]
    found = list(batches(sources, workers=workers))
    assert [place for batch in found for place in batch] == list(range(len(sources)))
    for batch in found:
        longest, shortest = lengths[batch[-1]], lengths[batch[0]]
        assert len(batch) * workers <= SENTENCES or len(batch) == 1
        assert len(batch) * longest * workers <= TOKENS or len(batch) == 1
        # What a sentence's output is bounded by does not depend on its neighbours.
        assert Decoding().limit(longest) == Decoding().limit(shortest)


@pytest.mark.parametrize(
    ("tokens", "limit"), [(0, 3 * STEP), (1, 3 * STEP), (STEP, 3 * STEP), (STEP + 1, 6 * STEP), (150, 15 * STEP)]
)
def test_the_output_is_bounded_by_the_source(tokens: int, limit: int) -> None:
    assert Decoding().limit(tokens) == limit
    assert Decoding(max_output=7).limit(tokens) == 7


@pytest.mark.parametrize(
    ("supported", "best"),
    [
        ({"float32", "int8", "int8_float32"}, "int8_float32"),
        ({"float32", "int8"}, "int8"),
        ({"float32", "float16", "bfloat16"}, "float32"),
        (set(), "float32"),
    ],
)
def test_compute_type(supported: set[str], best: str) -> None:
    assert best_compute_type(supported) == best


@pytest.mark.parametrize(("threads", "divided"), [(1, (1, 1)), (2, (2, 1)), (4, (4, 1)), (8, (4, 2)), (7, (4, 1))])
def test_threads_are_divided_among_workers(threads: int, divided: tuple[int, int]) -> None:
    assert divide_threads(threads) == divided


def test_a_bound_of_the_user_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    assert divide_threads(None) == (1, 1)
    monkeypatch.setenv("OMP_NUM_THREADS", "many")
    workers, threads = divide_threads(None)
    assert workers * threads >= 1


@pytest.mark.parametrize("hypotheses", [0, 5])
def test_more_hypotheses_than_the_beam_has_are_refused(hypotheses: int) -> None:
    with pytest.raises(ValueError, match="beam"):
        Decoding(hypotheses=hypotheses)
