"""Links out of beads: passages, trust, order, text formats."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from xlcheck.align import cover_all
from xlcheck.align.formats import alignment_format
from xlcheck.align.parallel import link_parallel
from xlcheck.align.passages import link_passages
from xlcheck.align.readable import Readable
from xlcheck.align.similarity_matrix import local_margin
from xlcheck.align.trust import length_trust, parallel_trust
from xlcheck.errors import UsageError
from xlcheck.model import ArticleFacts, ArticlePair, Link, LinkClass, LinkKind, PairMode, Segment, Side
from xlcheck.reading import plain_article


def readable(vectors: np.ndarray, indexes: list[int] | None = None) -> Readable:
    places = list(range(len(vectors)))
    return Readable(
        indexes=indexes or places, vectors=vectors, chars=[60] * len(vectors), content=places, total=len(vectors)
    )


def link(source: tuple[int, ...], english: tuple[int, ...], kind: LinkKind = LinkKind.COMPARABLE) -> Link:
    return Link(
        source=source,
        english=english,
        kind=kind,
        link_class=LinkClass.SURE,
        score=0.7,
        margin=0.3,
        length_ratio=1.0,
        probability=0.96,
    )


def basis(rows: list[int]) -> np.ndarray:
    return np.eye(64, dtype=np.float32)[rows]


def test_a_gap_in_a_translated_passage_is_closed() -> None:
    # Sentences 2 … 7 are a translation of 10 … 15; one of them stands out too little to be linked by itself.
    source = basis(list(range(20)))
    english = basis([*range(40, 50), 2, 3, 4, 5, 6, 7, *range(50, 54)])
    english[12] = 0.55 * english[12] + 0.8 * basis([60])[0]
    links = [link((i,), (i + 8,)) for i in (2, 3, 5, 6, 7)]
    found = link_passages(links, readable(source), readable(english), prior=1.0)
    assert [(item.source, item.english) for item in found] == [((i,), (i + 8,)) for i in range(2, 8)]
    assert {item.kind for item in found} == {LinkKind.PARALLEL}


@pytest.mark.parametrize(
    "places",
    [[(2, 10), (3, 11), (4, 12)], [(2, 10), (5, 13), (8, 16), (11, 19)], [(2, 10), (3, 12), (4, 11), (5, 13)]],
    ids=["too few", "too far apart", "out of order"],
)
def test_no_passage(places: list[tuple[int, int]]) -> None:
    links = [link((i,), (j,)) for i, j in places]
    assert (
        link_passages(links, readable(basis(list(range(20)))), readable(basis(list(range(20, 40)))), prior=1.0) == links
    )


def test_beads_keep_the_indexes_of_their_segments() -> None:
    found = link_parallel(readable(basis([1, 2, 3]), [4, 6, 9]), readable(basis([1, 3]), [0, 5]), prior=1.0)
    assert [(item.source, item.english) for item in found] == [((4,), (0,)), ((6,), ()), ((9,), (5,))]
    assert found[0].link_class is LinkClass.SURE
    assert found[1].link_class is LinkClass.POSSIBLE


def test_trust_grows_with_every_sign() -> None:
    weak = parallel_trust(0.5, 0.1, 0.7, extra=1)[1]
    assert parallel_trust(0.6, 0.1, 0.7, extra=1)[1] > weak
    assert parallel_trust(0.5, 0.2, 0.7, extra=1)[1] > weak
    assert parallel_trust(0.5, 0.1, 0.9, extra=1)[1] > weak
    assert parallel_trust(0.5, 0.1, 0.7, extra=2)[1] < weak


def test_what_has_nothing_in_common_is_never_trusted() -> None:
    assert parallel_trust(0.1, 0.05, 1.0, extra=0)[0] is LinkClass.POSSIBLE
    assert parallel_trust(0.5, -0.01, 1.0, extra=0)[0] is LinkClass.POSSIBLE


@pytest.mark.parametrize("shared", [True, False])
def test_lengths_alone_are_never_sure(shared: bool) -> None:
    assert length_trust(1.0, shared=shared)[0] is not LinkClass.SURE
    assert length_trust(0.2, shared=shared)[0] is LinkClass.POSSIBLE


def test_in_short_documents_less_stands_out() -> None:
    rng = np.random.default_rng(1)
    small = rng.normal(0.2, 0.1, size=(6, 6)).astype(np.float32)
    assert (local_margin(small) < local_margin(small, alternatives=0)).all()
    large = rng.normal(0.2, 0.1, size=(30, 30)).astype(np.float32)
    assert np.array_equal(local_margin(large), local_margin(large, alternatives=0))


def side(name: str, lines: list[str]) -> Side:
    article = plain_article("\n".join(lines), name=name, language="en")
    segments = tuple(
        Segment(index=index, span=line.span, language="en", paragraph=index) for index, line in enumerate(article.lines)
    )
    return Side(article=article, segments=segments, facts=ArticleFacts())


def test_lines_that_cannot_be_read_get_beads_in_their_place() -> None:
    links = (link((1,), (0,), LinkKind.PARALLEL), link((3,), (2,), LinkKind.PARALLEL), link((1,), (3,), LinkKind.QUOTE))
    pair = ArticlePair(
        source=side("a", ["", "one", "", "two"]),
        english=side("b", ["one", "", "two", "three"]),
        mode=PairMode.PARALLEL,
        links=links,
    )
    found = [(list(item.source), list(item.english)) for item in cover_all(pair)]
    assert found == [([0], []), ([1], [0]), ([2], []), ([], [1]), ([3], [2]), ([], [3])]


LINKS = [link((0,), (0, 1), LinkKind.PARALLEL), link((1,), (), LinkKind.PARALLEL)]
TEXTS = (["Der <Bär> & \x07 die \x1b[31mBienen\ud800", "Nichts."], ["The bear.", "The bees."])


def lines(name: str) -> list[str]:
    return list(alignment_format(name)(LINKS, *TEXTS, source_language="de", english_language="en"))


def test_json_lines() -> None:
    records = [json.loads(line) for line in lines("jsonl")]
    assert [(record["source"], record["english"], record["kind"]) for record in records] == [
        ([0], [0, 1], "parallel"),
        ([1], [], "null"),
    ]
    assert records[0]["score"] == 0.7


def test_vecalign_text() -> None:
    assert lines("vecalign") == ["[0]:[0, 1]:0.300000", "[1]:[]:0.000000"]


def test_tmx_is_well_formed_whatever_the_text() -> None:
    root = ET.fromstring("\n".join(lines("tmx")).encode())
    (unit,) = root.iter("tu")
    seg = [variant.findtext("seg") for variant in unit.iter("tuv")]
    assert seg[0] is not None
    assert seg[0].startswith("Der <Bär> & ")
    assert seg[1] == "The bear. The bees."


def test_an_unknown_format() -> None:
    with pytest.raises(UsageError, match="no alignment format"):
        alignment_format("xml")
