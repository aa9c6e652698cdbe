from __future__ import annotations

import pytest

from xlcheck.compare.polarity import compare_polarity
from xlcheck.extract.cues.polarity import extract_polarity
from xlcheck.model import Agreement, Span


def compare(source: str, english: str, language: str = "de") -> Agreement:
    cues = [
        extract_polarity(Span(doc=doc, start=0, end=len(text), text=text), code)
        for doc, text, code in (("s", source, language), ("e", english, "en"))
    ]
    return compare_polarity(*cues, source, english)


@pytest.mark.parametrize(
    ("source", "english", "status", "cause"),
    [
        ("Er kommt nicht.", "He is coming.", "differs", "negation-lost"),
        ("Er kommt.", "He is not coming.", "differs", "negation-added"),
        ("Er kommt.", "He is coming.", "same", ""),
        ("Er kommt nicht.", "He is not coming.", "unknown", ""),
        ("Er kommt nicht.", "He refuses to come.", "unknown", ""),
        ("Er kam kaum.", "He did not come.", "unknown", ""),
        ("Kommt er nicht?", "Is he coming?", "unknown", ""),
        ("Es liegt in der Nähe.", "It is not far from here.", "same", ""),
        ("Er kam.", "He came at noon with the train from the capital and did not say a word.", "unknown", ""),
    ],
)
def test_compare(source: str, english: str, status: str, cause: str) -> None:
    agreement = compare(source, english)
    assert (agreement.status.value, agreement.cause) == (status, cause)
    assert agreement.reasons


def test_short_passages_are_surer() -> None:
    short = compare("Er kommt nicht.", "He comes.")
    filler = " und dann sah er das Haus, den Garten, den Fluss" * 3
    long = compare("Er kommt nicht" + filler, "He comes" + " and then he saw the house, the garden, the river" * 3)
    assert short.certainty > long.certainty > 0.5


def test_swapping_sides_mirrors_the_cause() -> None:
    assert compare("She never came.", "She came.", "en").cause == "negation-lost"
    assert compare("She came.", "She never came.", "en").cause == "negation-added"


@pytest.mark.parametrize(
    ("source", "english", "status"),
    [
        pytest.param("Ohne Hut kam er nicht zur Feier.", "Without a hat he came to the party.", "differs", id="paired"),
        pytest.param("Er kam am Sonntag nicht zur Feier.", "On Sunday he refused to come.", "unknown", id="implied"),
        pytest.param("Ohne Hut kam er nicht.", "Without a hat he refused to come.", "unknown", id="one-more"),
        pytest.param(
            "Der Bürgermeister bestreitet, dass es um Geld für die Werft geht.",
            "The mayor denies that it is not about money for the yard.",
            "differs",
            id="beside",
        ),
        pytest.param("Erst im Mai kann sie kommen.", "She can't come before May.", "unknown", id="before"),
    ],
)
def test_words_that_imply_a_negation_stand_for_their_like(source: str, english: str, status: str) -> None:
    spans = Span(doc="a", start=0, end=len(source), text=source), Span(doc="b", start=0, end=len(english), text=english)
    cues = extract_polarity(spans[0], "de"), extract_polarity(spans[1], "en")
    assert compare_polarity(*cues, source, english, starts=(0, 0)).status == status
    assert compare_polarity(*cues, source, english).status == "unknown"
