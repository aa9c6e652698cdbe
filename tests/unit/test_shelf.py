from __future__ import annotations

import pickle
from fractions import Fraction

import pytest

from xlcheck import shelf as module
from xlcheck.shelf import Shelf, View


@pytest.mark.parametrize(
    ("spool", "kept"),
    [(10, 0), (10**9, 0), (10, 200), (10, 10**9)],
    ids=["on disk", "pickled", "the first as they are", "all as they are"],
)
def test_values_come_back_in_order_and_at_any_place(spool: int, kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SPOOL", spool)
    values = [(number, "ä" * number, Fraction(number, 7)) for number in range(50)]
    shelf = Shelf(values[:30], kept=kept, weigh=lambda value: len(value[1]))
    assert shelf[29] == values[29]
    for value in values[30:]:  # adding after reading must not write over anything
        shelf.append(value)
    assert list(shelf) == values
    assert shelf[-1] == values[-1]
    assert shelf[3:6] == values[3:6]
    with pytest.raises(IndexError):
        shelf[50]


def test_values_are_kept_as_they_are_up_to_a_weight() -> None:
    values = ["aa", "bbb", "c", "d"]
    shelf = Shelf(values, kept=5, weigh=len)
    assert [shelf[place] is value for place, value in enumerate(values)] == [True, True, False, False]
    assert list(shelf) == values


def test_a_view_is_like_the_tuple_of_its_values() -> None:
    view = View(Shelf([3, 1, 2]), lambda number: number * 10, keys="bca", order=[1, 2, 0])
    assert view == (10, 20, 30)
    assert view == (10, 20, 30)
    assert view != (10, 20)
    assert list(view.keys) == ["b", "c", "a"]
    assert view[1:] == (20, 30)
    assert len(view) == 3
    assert hash(view) == hash((10, 20, 30))
    assert repr(view) == "(10, 20, 30)"
    assert pickle.loads(pickle.dumps(view)) == (10, 20, 30)
    assert list(reversed(view)) == [30, 20, 10]
