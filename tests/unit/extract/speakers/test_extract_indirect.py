"""Indirect speech: the clause, who said it, and what is none."""

from __future__ import annotations

import pytest

from xlcheck.extract.quotations.in_article import Quotations, extract_quotations
from xlcheck.model import QuoteKind
from xlcheck.reading import plain_article
from xlcheck.segment import segment_article


def quotations_in(text: str, language: str) -> Quotations:
    article = plain_article(text, name="a", language=language)
    return extract_quotations(article, segment_article(article))


REPORTED = [
    ("en", "Ilse Brandt said on Friday that the bridge was safe.", "that the bridge was safe", "Ilse Brandt"),
    ("en", "Ilse Brandt said the bridge was safe for all ships.", "the bridge was safe for all ships", "Ilse Brandt"),
    ("en", "The minister told reporters the bridge would be closed.", "the bridge would be closed", ""),
    ("en", "The bridge is safe for ships, Ilse Brandt said.", "The bridge is safe for ships", "Ilse Brandt"),
    ("en", "The bridge is safe for ships, said Ilse Brandt.", "The bridge is safe for ships", "Ilse Brandt"),
    ("en", "According to Ilse Brandt, the bridge is safe.", "the bridge is safe", "Ilse Brandt"),
    ("en", "As Ilse Brandt said, the bridge is not safe.", "the bridge is not safe", "Ilse Brandt"),
    ("de", "Ilse Brandt sagte am Freitag, dass die Brücke sicher sei.", "dass die Brücke sicher sei", "Ilse Brandt"),
    ("de", "Ilse Brandt sagte, die Brücke sei für alle sicher.", "die Brücke sei für alle sicher", "Ilse Brandt"),
    ("de", "Ilse Brandt sagte, die Schiffe hielten sich daran.", "die Schiffe hielten sich daran", "Ilse Brandt"),
    ("de", "Die Brücke sei sicher, so Ilse Brandt.", "Die Brücke sei sicher", "Ilse Brandt"),
    ("de", "Die Brücke ist für Schiffe sicher, sagte Ilse Brandt.", "Die Brücke ist für Schiffe sicher", "Ilse Brandt"),
    ("de", "Laut Ilse Brandt ist die Brücke sicher.", "ist die Brücke sicher", "Ilse Brandt"),
    ("de", "Wie Ilse Brandt mitteilte, ist die Brücke gesperrt.", "ist die Brücke gesperrt", "Ilse Brandt"),
    ("de", "In dem Bericht heißt es, dass die Brücke sicher sei.", "dass die Brücke sicher sei", ""),
]


@pytest.mark.parametrize(("language", "text", "clause", "name"), REPORTED)
def test_reported(language: str, text: str, clause: str, name: str) -> None:
    found = quotations_in(text, language)
    (item,) = found.indirect
    assert (item.kind, item.content.text) == (QuoteKind.INDIRECT, clause)
    assert (item.speaker.name if item.speaker else "") == name
    assert not found.quotes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "“The bridge is safe for all ships,” Ilse Brandt said.", id="direct"),
        pytest.param("en", "Ilse Brandt said: “The bridge is safe for all ships.”", id="direct-behind-a-colon"),
        pytest.param("en", "The ferry sank near the bridge, and the mayor said nothing.", id="nothing-said"),
        pytest.param("en", "The mayor called the bridge unsafe.", id="named"),
        pytest.param("de", "Minister Solberg, Leiter der Werft, verteidigte den Bau der Brücke.", id="apposition"),
        pytest.param("de", "Die Fähre habe ich gestern gesehen.", id="first-sentence-in-the-subjunctive"),
    ],
)
def test_not_reported(language: str, text: str) -> None:
    assert not quotations_in(text, language).indirect


def test_subjunctive_goes_on_with_the_speaker_before() -> None:
    text = "Ilse Brandt sagte, dass die Brücke sicher sei. Der Hafen bleibe dagegen geschlossen."
    first, second = quotations_in(text, "de").indirect
    assert second.content.text == "Der Hafen bleibe dagegen geschlossen"
    assert first.speaker is not None
    assert second.speaker is not None
    assert second.speaker.name == "Ilse Brandt"
    assert second.speaker.confidence < first.speaker.confidence


def test_words_quoted_inside_have_the_speaker_of_the_clause() -> None:
    text = "Ilse Brandt sagte, dass die Brücke sicher sei. Der Hafen bleibe „auf Jahre geschlossen“."
    (quote,) = quotations_in(text, "de").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Ilse Brandt"
