"""Three and more versions of one fact: groups over links, majority, odd one out."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlcheck.compare.reconcile import group_one_each, group_over_links, likely_original, reconcile

keys = st.integers(min_value=0, max_value=12)


def first_letter(key: str) -> str:
    return key[0]


def test_a_majority_and_the_odd_one_out() -> None:
    found = reconcile(["a1", "b1", "c1", "d2"], [("a1", "b1"), ("b1", "c1")], first_letter)
    assert found.majority == ("a1", "b1", "c1")
    assert found.odd == ("d2",)
    assert found.supports == (3, 1)


def test_a_tie_has_no_majority() -> None:
    found = reconcile(["a1", "b1", "c2", "d2"], [("a1", "b1"), ("c2", "d2")], first_letter)
    assert found.majority == found.odd == ()


def test_three_readings_of_three_articles_have_no_majority() -> None:
    assert reconcile(["a1", "b2", "c3"], [], first_letter).majority == ()


def test_an_article_that_repeats_itself_counts_once() -> None:
    found = reconcile(["a1", "a1 again", "b2"], [("a1", "a1 again")], first_letter)
    assert found.majority == ()


def test_agreements_about_other_facts_are_ignored() -> None:
    found = reconcile(["a1", "b2"], [("a1", "x"), ("x", "b2")], first_letter)
    assert found.supports == (1, 1)


@given(st.lists(st.tuples(keys, keys)))
def test_groups_are_the_connected_parts(links: list[tuple[int, int]]) -> None:
    groups = group_over_links(links)
    flat = [key for group in groups for key in group]
    assert sorted(flat) == sorted({key for link in links for key in link})
    place = {key: number for number, group in enumerate(groups) for key in group}
    assert all(place[one] == place[two] for one, two in links)
    assert len(groups) == _slow_count(links)


def _slow_count(links: list[tuple[int, int]]) -> int:
    parts: list[set[int]] = []
    for link in links:
        touched = [part for part in parts if part & set(link)]
        parts = [part for part in parts if not part & set(link)]
        parts.append(set(link).union(*touched))
    return len(parts)


def test_one_version_an_article_along_the_surest_links() -> None:
    links = [("a2", "b1", 0.8), ("a1", "b1", 0.9), ("b1", "c1", 0.95)]
    assert {frozenset(group) for group in group_one_each(links, first_letter)} == {frozenset(("a1", "b1", "c1"))}


def test_what_is_left_over_makes_its_own_group() -> None:
    links = [("a1", "b1", 0.9), ("b1", "a2", 0.8), ("a2", "c1", 0.7)]
    assert group_one_each(links, first_letter) == (("a1", "b1"), ("a2", "c1"))


@pytest.mark.parametrize(
    ("languages", "days", "expected"),
    [
        pytest.param("en de en", (1, 2, 3), "b", id="the-only-foreign-one"),
        pytest.param("en en en", (3, 1, 2), "b", id="first-published"),
        pytest.param("de fr en", (3, 1, 2), "b", id="two-foreign-ones"),
        pytest.param("en en en", (1, 1, 2), "", id="same-day"),
        pytest.param("en en en", (1, None, 2), "", id="a-date-is-missing"),
    ],
)
def test_likely_original(languages: str, days: tuple[int | None, ...], expected: str) -> None:
    dates = {name: dt.date(2021, 3, day) if day else None for name, day in zip("abc", days, strict=True)}
    assert likely_original(dict(zip("abc", languages.split(), strict=True)), dates) == expected
