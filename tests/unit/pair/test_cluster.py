from __future__ import annotations

from hypothesis import assume, given
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


def test_what_belongs_together_is_never_parted() -> None:
    scores = {("b", "c"): 0.9, ("a", "c"): 0.5}
    assert cluster_by_average("abc", scores, 0.6, [("a", "b")]) == [("a", "b", "c")]
    assert cluster_by_average("abc", {("b", "c"): 0.9}, 0.6, [("a", "b")]) == [("a", "b"), ("c",)]


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda pair: pair[0] < pair[1]),
        st.floats(0.0, 1.0, allow_subnormal=False).map(lambda value: round(value, 3)),
    )
)
def test_equals_the_definition(scores: dict[tuple[str, str], float]) -> None:
    threshold = 0.4

    def mean(left: tuple[str, ...], right: tuple[str, ...]) -> float:
        return sum(scores.get((min(a, b), max(a, b)), 0.0) for a in left for b in right) / (len(left) * len(right))

    groups = [(item,) for item in "abcdefgh"]
    margins = []
    while True:
        ranked = sorted(((mean(a, b), a, b) for i, a in enumerate(groups) for b in groups[i + 1 :]), reverse=True)
        means = [value for value, _, _ in ranked]
        margins += [abs(value - threshold) for value in means] + [means[0] - means[1]] * (len(means) > 1)
        if not ranked or ranked[0][0] < threshold:
            break
        _, left, right = ranked[0]
        groups = sorted([group for group in groups if group not in (left, right)] + [tuple(sorted(left + right))])
    assume(min(margins, default=1.0) > 1e-9)  # ties are broken in their own way
    assert cluster_by_average("abcdefgh", scores, threshold) == sorted(groups)
