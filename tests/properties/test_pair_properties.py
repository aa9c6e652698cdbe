"""Pairing does not depend on the order of articles, and strangers change nothing."""

from __future__ import annotations

import datetime as dt

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from xlcheck.pair import NamedPairs, PairingArticle, pair_articles
from xlcheck.pair.background import background
from xlcheck.pair.naming import group_by_name

EVENTS = np.random.default_rng(0).standard_normal((8, 512)).astype(np.float32)
STRANGER = 7
"""An event that nobody else reports."""
LANGUAGES = ("de", "en")


def vectors(name: str) -> np.ndarray:
    """Return the sentences of an article whose name tells its event: `<event>-<outlet>.<language>.txt`."""
    event, outlet = name.split(".")[0].split("-")
    own = np.random.default_rng([int(event), int(outlet), len(name)]).standard_normal((5, 512)).astype(np.float32)
    rows = EVENTS[int(event)] + 0.5 * own + 5 * background(name.split(".")[1])
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def article(event: int, outlet: int, language: str, day: int | None) -> PairingArticle:
    name = f"{event}-{outlet}.{language}.txt"
    return PairingArticle(
        id=name,
        path=name,
        language=language,
        date=dt.date(2024, 5, day) if day else None,
        lead=vectors(name).mean(axis=0).astype(np.float16),
    )


corpora = st.lists(
    st.builds(
        article,
        st.integers(0, 3),
        st.integers(0, 3),
        st.sampled_from(LANGUAGES),
        st.one_of(st.none(), st.integers(1, 28)),
    ),
    unique_by=lambda item: item.id,
    max_size=12,
)


@settings(max_examples=60)
@given(st.data(), corpora)
def test_order_does_not_matter(data: st.DataObject, articles: list[PairingArticle]) -> None:
    shuffled = data.draw(st.permutations(articles))
    assert pair_articles(shuffled, vectors) == pair_articles(articles, vectors)


@settings(max_examples=60)
@given(corpora, st.sampled_from(LANGUAGES))
def test_a_stranger_changes_nothing_for_the_others(articles: list[PairingArticle], language: str) -> None:
    stranger = article(STRANGER, 9, language, None)
    before, after = pair_articles(articles, vectors), pair_articles([*articles, stranger], vectors)
    assert after.clusters == before.clusters
    assert {item.article for item in after.unpaired} == {item.article for item in before.unpaired} | {stranger.id}


@settings(max_examples=60)
@given(st.data(), corpora.filter(lambda articles: len(articles) >= 2))
def test_a_manifest_is_obeyed_to_the_letter(data: st.DataObject, articles: list[PairingArticle]) -> None:
    left, right = sorted(item.id for item in data.draw(st.permutations(articles))[:2])
    pairing = pair_articles(articles, vectors, named=NamedPairs(pairs=((left, right),)))
    (cluster,) = (cluster for cluster in pairing.clusters if left in cluster.articles)
    assert cluster.articles == (left, right)
    assert [pair[:2] for pair in cluster.pairs] == [(left, right)]


@settings(max_examples=60)
@given(corpora)
def test_every_article_once_and_names_are_believed(articles: list[PairingArticle]) -> None:
    pairing = pair_articles(articles, vectors)
    names = [name for cluster in pairing.clusters for name in cluster.articles]
    assert sorted([*names, *(item.article for item in pairing.unpaired)]) == sorted(item.id for item in articles)
    compared = {pair[:2] for cluster in pairing.clusters for pair in cluster.pairs}
    assert set(group_by_name(articles)) <= compared
    for cluster in pairing.clusters:
        assert len(cluster.pairs) == len(cluster.reasons)


@given(st.lists(st.text(alphabet="aden./_-#~", max_size=12), unique=True, max_size=8))
def test_any_names_are_read(names: list[str]) -> None:
    articles = [PairingArticle(id=name, path=name.partition("#")[0], language="en") for name in names]
    assert group_by_name(articles) == group_by_name(articles[::-1])
