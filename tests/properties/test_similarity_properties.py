"""`similarity` against slow reference code."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlcheck.similarity import ratio, token_edits

words = st.lists(st.sampled_from(["a", "b", "cc", "", "-1", "ü"]), max_size=8)


def longest_common_subsequence(a: str, b: str) -> int:
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def levenshtein(a: list[str], b: list[str]) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


@given(st.text("abcäя", max_size=12), st.text("abcäя", max_size=12))
def test_ratio_is_the_longest_common_subsequence(a: str, b: str) -> None:
    expected = 2 * longest_common_subsequence(a, b) / (len(a) + len(b)) if a or b else 1.0
    assert ratio(a, b) == pytest.approx(expected)
    assert ratio(a, b) == ratio(b, a)


@given(words, words)
def test_edits_turn_one_list_into_the_other_at_least_cost(a: list[str], b: list[str]) -> None:
    edits = token_edits(a, b)
    rebuilt = [token for edit in edits for token in b[edit.b_start : edit.b_end]]
    taken = [token for edit in edits for token in a[edit.a_start : edit.a_end]]
    changes = [edit for edit in edits if edit.op != "equal"]
    assert (taken, rebuilt) == (a, b)
    assert all(a[e.a_start : e.a_end] == b[e.b_start : e.b_end] for e in edits if e.op == "equal")
    assert sum(max(e.a_end - e.a_start, e.b_end - e.b_start) for e in changes) == levenshtein(a, b)
    assert all("equal" in (x.op, y.op) for x, y in pairwise(edits))
