from __future__ import annotations

import datetime as dt
from itertools import permutations

import numpy as np
import pytest

from xlcheck.embed import Encoder
from xlcheck.pair import ArticleVectors, pair_by_content

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
CHESS_EN = [
    "The nineteen-year-old won the last game of the world chess championship in Oslo.",
    "His opponent resigned after five hours when he saw that his king could not escape.",
    "The new champion said he had not slept for two nights before the final game.",
    "It is the first title for his country in the history of the game.",
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def article(
    encoder: Encoder, name: str, sentences: list[str], language: str = "en", day: int | None = None
) -> ArticleVectors:
    date = dt.date(2024, 5, day) if day else None
    return ArticleVectors(id=name, language=language, date=date, vectors=encoder.encode(sentences))


def test_two_reports_of_one_event_are_paired_and_strangers_are_not(encoder: Encoder) -> None:
    articles = [
        article(encoder, "a", FLOOD_DE, "de"),
        article(encoder, "b", CHESS_EN),
        article(encoder, "c", FLOOD_EN),
    ]
    for order in permutations(articles):
        (cluster,) = pair_by_content(order)
        assert cluster.articles == ("a", "c")
        assert cluster.pairs[0][:2] == ("a", "c")
        assert cluster.pairs[0][2] > 0.5


def test_dates_a_fortnight_apart_keep_articles_apart(encoder: Encoder) -> None:
    near = [article(encoder, "a", FLOOD_DE, "de", 3), article(encoder, "b", FLOOD_EN, "en", 5)]
    far = [article(encoder, "a", FLOOD_DE, "de", 3), article(encoder, "b", FLOOD_EN, "en", 20)]
    (cluster,) = pair_by_content(near)
    assert cluster.date == dt.date(2024, 5, 3)
    assert pair_by_content(far) == ()


def test_nothing_to_pair(encoder: Encoder) -> None:
    empty = ArticleVectors(id="x", language="en", date=None, vectors=np.zeros((0, 512), np.float32))
    assert pair_by_content([]) == ()
    assert pair_by_content([article(encoder, "a", FLOOD_EN), empty]) == ()
