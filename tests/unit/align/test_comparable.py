from __future__ import annotations

import numpy as np

from xlcheck.align.comparable import link_comparable
from xlcheck.model import LinkClass


def basis(count: int) -> np.ndarray:
    return np.eye(32, dtype=np.float32)[:count]


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_common_sentences_are_linked_whatever_their_order_and_nothing_else() -> None:
    source = basis(12)[:8]
    english = basis(20)[[12, 5, 13, 2, 14, 15, 16]]
    links = link_comparable(source, english, [50] * 8, [50] * 7)
    assert [(link.rows, link.columns) for link in links] == [((2,), (3,)), ((5,), (1,))]
    assert all(link.link_class is LinkClass.SURE for link in links)


def test_a_link_takes_in_the_neighbour_that_completes_it() -> None:
    english = basis(12)[:6]
    source = unit(np.vstack([basis(20)[12], english[2] + english[3], basis(20)[14], basis(20)[15]]))
    links = link_comparable(source, english, [100, 100, 50, 50], [50] * 6)
    assert [(link.rows, link.columns) for link in links] == [((1,), (2, 3))]


def test_strangers_are_not_linked() -> None:
    assert link_comparable(basis(4), basis(12)[6:], [50] * 4, [50] * 6) == []
    assert link_comparable(basis(0), basis(3), [], [50] * 3) == []


def test_each_sentence_occurs_once() -> None:
    rng = np.random.default_rng(5)
    source, english = (
        unit(rng.normal(size=(30, 4)).astype(np.float32)),
        unit(rng.normal(size=(20, 4)).astype(np.float32)),
    )
    links = link_comparable(source, english, [50] * 30, [50] * 20)
    rows = [row for link in links for row in link.rows]
    columns = [column for link in links for column in link.columns]
    assert links
    assert len(set(rows)) == len(rows)
    assert len(set(columns)) == len(columns)
