from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xlcheck.pair.cluster import cluster_by_average


def test_groups_with_a_high_average_merge_and_a_single_bridge_does_not_chain_them() -> None:
    scores = {("a", "b"): 0.9, ("c", "d"): 0.9, ("b", "c"): 0.7, ("a", "c"): 0.2, ("a", "d"): 0.2, ("b", "d"): 0.2}
    assert cluster_by_average(["a", "b", "c", "d"], scores, 0.6) == [("a", "b"), ("c", "d")]


def test_missing_pairs_keep_groups_apart() -> None:
    assert cluster_by_average(["a", "b", "c"], {("a", "b"): 0.8, ("b", "c"): 0.8}, 0.6) == [("a", "b"), ("c",)]


def test_three_versions_of_one_story() -> None:
    scores = {("a", "b"): 0.7, ("b", "c"): 0.7, ("a", "c"): 0.65}
    assert cluster_by_average(["c", "a", "b"], scores, 0.6) == [("a", "b", "c")]


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] < pair[1]),
        st.sampled_from([0.1, 0.5, 0.61, 0.7, 0.9]),
    ),
    st.permutations(list("abcdef")),
)
def test_every_item_once_and_order_does_not_matter(scores: dict[tuple[str, str], float], order: list[str]) -> None:
    groups = cluster_by_average(order, scores, 0.6)
    assert sorted(item for group in groups for item in group) == list("abcdef")
    assert groups == cluster_by_average(sorted(order), dict(reversed(list(scores.items()))), 0.6)
