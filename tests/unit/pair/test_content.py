from __future__ import annotations

import datetime as dt
from itertools import permutations

import numpy as np
import pytest

from xlcheck.embed import Encoder
from xlcheck.model import PairKind, PairOrigin
from xlcheck.pair import NamedPairs, Pairing, PairingArticle, pair_articles

FLOOD_DE = [
    "Nach tagelangem Regen ist am Donnerstag der Damm am Stausee Lindach gebrochen.",
    "Rund zweitausend Menschen mussten ihre Häuser in der Nacht verlassen.",
    "Die Feuerwehr rettete siebzehn Bewohner eines Altenheims mit Booten.",
    "Die Ministerpräsidentin versprach den Betroffenen schnelle Hilfe.",
]
FLOOD_EN = [
    "The dam at the Lindach reservoir burst on Thursday after days of rain.",
    "Some two thousand people had to leave their homes during the night.",
    "Firefighters rescued seventeen residents of a nursing home by boat.",
    "Engineers had warned of cracks in the dam two years ago.",
]
FLOOD_TRANSLATED = [*FLOOD_EN[:3], "The prime minister promised quick help to those affected."]
CHESS_EN = [
    "The nineteen-year-old won the last game of the world chess championship in Oslo.",
    "His opponent resigned after five hours when he saw that his king could not escape.",
    "The new champion said he had not slept for two nights before the final game.",
    "It is the first title for his country in the history of the game.",
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


class Corpus:
    """Articles made of sentences, and their vectors by id."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.articles: list[PairingArticle] = []
        self.sentences: dict[str, list[str]] = {}
        self.asked: list[str] = []

    def add(self, name: str, sentences: list[str], language: str = "en", day: int | None = None) -> Corpus:
        vectors = self.encoder.encode(sentences)
        self.sentences[name] = sentences
        self.articles.append(
            PairingArticle(
                id=name,
                path=name,
                language=language,
                date=dt.date(2024, 5, day) if day else None,
                lead=vectors[:6].mean(axis=0).astype(np.float16) if sentences else None,
            )
        )
        return self

    def vectors(self, name: str) -> np.ndarray:
        self.asked.append(name)
        return self.encoder.encode(self.sentences[name])

    def pair(self, named: NamedPairs | None = None) -> Pairing:
        return pair_articles(self.articles, self.vectors, named=named)


def test_two_reports_of_one_event_are_paired_and_strangers_are_not(encoder: Encoder) -> None:
    corpus = Corpus(encoder).add("a", FLOOD_DE, "de").add("b", CHESS_EN).add("c", FLOOD_EN)
    for order in permutations(corpus.articles):
        pairing = pair_articles(order, corpus.vectors)
        (cluster,) = pairing.clusters
        assert cluster.articles == ("a", "c")
        assert cluster.pairs[0][:2] == ("a", "c")
        assert cluster.pairs[0][2] > 0.5
        assert [item.article for item in pairing.unpaired] == ["b"]
        assert pairing.unpaired[0].nearest in ("a", "c")
        assert "too different" in pairing.unpaired[0].reason


def test_strangers_are_not_even_looked_at(encoder: Encoder) -> None:
    corpus = Corpus(encoder).add("a", FLOOD_DE, "de").add("b", CHESS_EN).add("c", FLOOD_EN)
    corpus.pair()
    assert sorted(corpus.asked) == ["a", "c"]


def test_an_average_counts_pairs_that_are_too_low_by_themselves() -> None:
    """A third report joins two that are nearly one, although it is close to one of them only."""
    from xlcheck.pair.background import background

    one, other, common = np.linalg.qr(np.random.default_rng(0).standard_normal((512, 3)))[0].T
    leads = {"a": one, "b": 0.85 * one + 0.527 * other, "c": 0.55 * one + 0.835 * other}
    articles = [
        PairingArticle(id=name, path=name, language="en", lead=(lead + background("en")).astype(np.float16))
        for name, lead in leads.items()
    ]
    sentences = {name: np.array([0.6 * common + 0.8 * lead], dtype=np.float32) for name, lead in leads.items()}
    pairing = pair_articles(articles, sentences.__getitem__)
    assert [cluster.articles for cluster in pairing.clusters] == [("a", "b", "c")]
    assert [pair[:2] for pair in pairing.clusters[0].pairs] == [("a", "b"), ("b", "c")]


def test_dates_a_fortnight_apart_keep_articles_apart(encoder: Encoder) -> None:
    (cluster,) = Corpus(encoder).add("a", FLOOD_DE, "de", 3).add("b", FLOOD_EN, "en", 5).pair().clusters
    assert cluster.date == dt.date(2024, 5, 3)
    assert cluster.reasons[0].days == 2
    far = Corpus(encoder).add("a", FLOOD_DE, "de", 3).add("b", FLOOD_EN, "en", 20).pair()
    assert far.clusters == ()
    assert {item.reason for item in far.unpaired} == {"no other article is near its date"}


def test_an_unknown_date_excludes_nothing(encoder: Encoder) -> None:
    (cluster,) = Corpus(encoder).add("a", FLOOD_DE, "de", 3).add("b", FLOOD_EN).pair().clusters
    assert cluster.reasons[0].days is None


@pytest.mark.parametrize(
    ("left", "right", "language", "kind"),
    [
        (FLOOD_DE, FLOOD_TRANSLATED, "de", PairKind.TRANSLATION),
        (FLOOD_EN, [*FLOOD_EN[:3], FLOOD_EN[3].replace("had", "have")], "en", PairKind.NEAR_DUPLICATE),
        ([FLOOD_DE[i] for i in (2, 0, 3, 1)], FLOOD_EN, "de", PairKind.SAME_EVENT),
    ],
    ids=["translation", "near-duplicate", "same event"],
)
def test_kinds(encoder: Encoder, left: list[str], right: list[str], language: str, kind: PairKind) -> None:
    (cluster,) = Corpus(encoder).add("x", left, language).add("y", right).pair().clusters
    assert [reason.kind for reason in cluster.reasons] == [kind]


def test_nothing_to_pair(encoder: Encoder) -> None:
    assert pair_articles([], lambda _: np.zeros((0, 512), np.float32)) == Pairing()
    pairing = Corpus(encoder).add("a", FLOOD_EN).add("x", []).pair()
    assert pairing.clusters == ()
    assert "no sentence vectors" in pairing.unpaired[1].reason


def test_names_are_believed_where_the_language_has_no_vectors(encoder: Encoder) -> None:
    corpus = Corpus(encoder).add("s.hu.txt", [], "hu").add("s.en.txt", FLOOD_EN).add("other.txt", FLOOD_DE, "de")
    pairing = corpus.pair()
    (cluster,) = pairing.clusters
    assert cluster.articles == ("other.txt", "s.en.txt", "s.hu.txt")
    assert [(pair[:2], reason.origin) for pair, reason in zip(cluster.pairs, cluster.reasons, strict=True)] == [
        (("other.txt", "s.en.txt"), PairOrigin.CONTENT),
        (("s.en.txt", "s.hu.txt"), PairOrigin.NAMING),
    ]
    assert any("found by file name" in notice for notice in pairing.notices)


def test_names_that_the_texts_contradict_are_not_believed(encoder: Encoder) -> None:
    pairing = Corpus(encoder).add("s.de.txt", FLOOD_DE, "de").add("s.en.txt", CHESS_EN).pair()
    assert pairing.clusters == ()
    assert any("nothing in common" in notice and "s.de.txt and s.en.txt" in notice for notice in pairing.notices)


def test_a_manifest_overrules_names_and_names_overrule_content(encoder: Encoder) -> None:
    corpus = (
        Corpus(encoder)
        .add("s.de.txt", FLOOD_DE, "de")
        .add("s.en.txt", FLOOD_TRANSLATED)
        .add("t.txt", CHESS_EN)
        .add("u.txt", FLOOD_EN)
    )
    free = corpus.pair()
    assert [cluster.articles for cluster in free.clusters] == [("s.de.txt", "s.en.txt", "u.txt")]
    pairing = corpus.pair(NamedPairs(pairs=(("s.de.txt", "t.txt"),)))
    assert [cluster.articles for cluster in pairing.clusters] == [("s.de.txt", "t.txt"), ("s.en.txt", "u.txt")]
    assert [cluster.reasons[0].origin for cluster in pairing.clusters] == [PairOrigin.MANIFEST, PairOrigin.CONTENT]
    assert any("named by the manifest" in notice for notice in pairing.notices)
