from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from xlcheck.pair import nearest as module
from xlcheck.pair.nearest import nearest


def unit(rows: int, seed: int = 0) -> np.ndarray:
    vectors = np.random.default_rng(seed).standard_normal((rows, 32)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def some_dates(rows: int, share_dated: float, seed: int = 1) -> list[dt.date | None]:
    generator = np.random.default_rng(seed)
    return [
        dt.date(2024, 1, 1) + dt.timedelta(days=int(generator.integers(0, 40)))
        if generator.random() < share_dated
        else None
        for _ in range(rows)
    ]


def slowly(leads: np.ndarray, dates: list[dt.date | None], count: int, window: int) -> set[tuple[int, int]]:
    """The same by the definition."""
    found = set()
    for i in range(len(leads)):
        reach = [
            j
            for j in range(len(leads))
            if j != i and (dates[i] is None or dates[j] is None or abs((dates[i] - dates[j]).days) <= window)
        ]
        for j in sorted(reach, key=lambda j: -float(leads[i] @ leads[j]))[:count]:
            found.add((min(i, j), max(i, j)))
    return found


@pytest.mark.parametrize("share_dated", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("cells", [1 << 22, 100], ids=["one block", "many blocks"])
def test_equals_the_definition(share_dated: float, cells: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK_CELLS", cells)
    leads, dates = unit(80), some_dates(80, share_dated)
    found = nearest(leads, dates, count=5, window=3)
    pairs = list(zip(found.left.tolist(), found.right.tolist(), strict=True))
    assert set(pairs) == slowly(leads, dates, 5, 3)
    assert len(pairs) == len(set(pairs))
    assert not found.approximate


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_few_rows(rows: int) -> None:
    found = nearest(unit(rows) if rows else np.zeros((0, 32), np.float32), [None] * rows, count=20, window=7)
    assert found.left.tolist() == [0] * (rows == 2)


def test_says_when_an_index_is_wanted_but_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    leads = unit(50)
    found = nearest(leads, [None] * 50, count=5, window=3, exact_up_to=20)
    assert found.too_large
    assert not found.approximate
    assert set(zip(found.left.tolist(), found.right.tolist(), strict=True)) == slowly(leads, [None] * 50, 5, 3)


@pytest.mark.parametrize("share_dated", [0.0, 0.5, 1.0])
def test_index_finds_nearly_all_and_the_same_every_time(share_dated: float) -> None:
    pytest.importorskip("usearch", reason="the extra `ann` is not installed")
    leads, dates = unit(400), some_dates(400, share_dated)
    first, second = (nearest(leads, dates, count=5, window=20, exact_up_to=20) for _ in range(2))
    assert first.approximate
    assert first.left.tolist() == second.left.tolist()
    assert first.right.tolist() == second.right.tolist()
    found = set(zip(first.left.tolist(), first.right.tolist(), strict=True))
    right = slowly(leads, dates, 5, 20)
    assert len(found & right) / len(right) > 0.9
    for i, j in found:
        assert dates[i] is None or dates[j] is None or abs((dates[i] - dates[j]).days) <= 20
