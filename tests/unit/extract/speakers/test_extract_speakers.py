"""Speakers: who stands next to the reporting verb, and what may be concluded where nobody does."""

from __future__ import annotations

import pytest

from xlcheck.extract.quotations.in_article import extract_quotes
from xlcheck.model import Mention, MentionKind, Speaker
from xlcheck.reading import plain_article
from xlcheck.segment import segment_article


def speakers_in(text: str, language: str, names: tuple[str, ...] = ()) -> list[Speaker | None]:
    article = plain_article(text, name="a", language=language)
    mentions = [
        Mention(span=article.span(text.find(name), text.find(name) + len(name)), name=name, kind=MentionKind.PERSON)
        for name in names
    ]
    return [quote.speaker for quote in extract_quotes(article, segment_article(article), mentions)]


NAMED = [
    pytest.param("en", "“We will stay here,” said Ada Lindqvist.", "Ada Lindqvist", "said", id="verb-first"),
    pytest.param("en", "“We will stay here,” Ada Lindqvist said.", "Ada Lindqvist", "said", id="name-first"),
    pytest.param(
        "en", "“We will stay here,” Prime Minister Ada Lindqvist told reporters.", "Ada Lindqvist", "told", id="office"
    ),
    pytest.param(
        "en", "“We stay here,” the town’s mayor, Ada Lindqvist, said.", "Ada Lindqvist", "said", id="name-behind-office"
    ),
    pytest.param(
        "en", "“We stay here,” said the town’s mayor, Ada Lindqvist.", "Ada Lindqvist", "said", id="office-behind-verb"
    ),
    pytest.param("en", "“We stay here,” Ada Lindqvist, the mayor, said.", "Ada Lindqvist", "said", id="apposition"),
    pytest.param(
        "en",
        "Ada Lindqvist, the mayor, said on Friday: “We will stay here.”",
        "Ada Lindqvist",
        "said",
        id="apposition-before",
    ),
    pytest.param("en", "On Friday, Mayor Lindqvist said that “we will stay here”.", "Lindqvist", "said", id="woven"),
    pytest.param(
        "en",
        "According to Ada Lindqvist, they “will all stay here”.",
        "Ada Lindqvist",
        "According to",
        id="according-to",
    ),
    pytest.param(
        "en",
        "NORDDAMM — Mayor Anna J. Lund said the yard was “in very good shape”.",
        "Anna J. Lund",
        "said",
        id="dateline",
    ),
    pytest.param(
        "en",
        "He got a call from Mayor Ada Lindqvist, who told him to “stay right here”.",
        "Ada Lindqvist",
        "told",
        id="relative",
    ),
    pytest.param("de", "„Wir bleiben hier“, sagte Ada Lindqvist.", "Ada Lindqvist", "sagte", id="german-inverted"),
    pytest.param("de", "„Wir bleiben hier“, so Ada Lindqvist.", "Ada Lindqvist", "so", id="german-so"),
    pytest.param(
        "de",
        "Bürgermeisterin Ada Lindqvist (CDU) sagte: „Wir bleiben hier.“",
        "Ada Lindqvist",
        "sagte",
        id="german-party",
    ),
    pytest.param(
        "de",
        "Am Freitag sagte Ministerin Ilse Brandt: „Wir bleiben hier.“",
        "Ilse Brandt",
        "sagte",
        id="german-second-place",
    ),
    pytest.param(
        "de", "Ilse Brandt teilte daraufhin mit: „Wir bleiben alle hier.“", "Ilse Brandt", "teilte mit", id="split-verb"
    ),
    pytest.param("de", "Laut Ilse Brandt bleiben „alle Schiffe im Hafen“.", "Ilse Brandt", "Laut", id="laut"),
    pytest.param(
        "de",
        "Nach Angaben von Ilse Brandt bleiben „alle Schiffe im Hafen“.",
        "Ilse Brandt",
        "Nach Angaben",
        id="nach-angaben",
    ),
    pytest.param("de", "Ilse Brandt zufolge bleiben „alle Schiffe im Hafen“.", "Ilse Brandt", "zufolge", id="zufolge"),
    pytest.param(
        "de",
        "Der Hafen sei „für alle Schiffe offen“ und sicher, sagte Ilse Brandt.",
        "Ilse Brandt",
        "sagte",
        id="clause-at-the-end",
    ),
]


@pytest.mark.parametrize(("language", "text", "name", "cue"), NAMED)
def test_named(language: str, text: str, name: str, cue: str) -> None:
    (speaker,) = speakers_in(text, language)
    assert speaker is not None
    assert (speaker.name, speaker.cue) == (name, cue)
    assert speaker.confidence > 0.5


UNNAMED = [
    pytest.param("en", "“We will stay here,” the mayor's office said.", "the mayor's office", id="office"),
    pytest.param(
        "en", "“We will stay here,” Ada Lindqvist's spokesman said.", "Ada Lindqvist's spokesman", id="possessive"
    ),
    pytest.param("en", "“We will stay here,” a spokesman for Ada Lindqvist said.", "a spokesman", id="spokesman-for"),
    pytest.param("en", "“We will stay here,” she said.", "she", id="pronoun-without-name"),
    pytest.param("en", "“We will stay here,” the United Harbours said.", "the United Harbours", id="article-and-name"),
    pytest.param("de", "„Wir bleiben hier“, sagte eine Sprecherin der Polizei.", "eine Sprecherin", id="german-role"),
    pytest.param("de", "In einer Erklärung heißt es: „Wir bleiben alle hier.“", "einer Erklärung", id="impersonal"),
    pytest.param(
        "de",
        "Ada Lindqvist und Ilse Brandt sagten: „Wir bleiben alle hier.“",
        "Ada Lindqvist und Ilse Brandt",
        id="two-people",
    ),
]


@pytest.mark.parametrize(("language", "text", "surface"), UNNAMED)
def test_role_or_pronoun_has_no_name(language: str, text: str, surface: str) -> None:
    (speaker,) = speakers_in(text, language)
    assert speaker is not None
    assert (speaker.name, speaker.span.text) == ("", surface)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "“We will stay here for a year.” Nobody knew why.", id="nobody"),
        pytest.param("en", "The United States showed “very strong support” there.", id="verb-inside-a-name"),
        pytest.param("xx", "“We will stay here,” said Ada Lindqvist.", id="unknown-language"),
    ],
)
def test_no_speaker(language: str, text: str) -> None:
    assert speakers_in(text, language) == [None]


def test_pronoun_takes_the_last_name_with_less_confidence() -> None:
    first, second = speakers_in("“We stay here,” Ada Lindqvist said.\n\n“It is safe,” she added.", "en")
    assert first is not None
    assert second is not None
    assert (second.name, second.span.text) == ("Ada Lindqvist", "she")
    assert second.confidence < first.confidence


def test_parts_of_a_quotation_share_the_speaker() -> None:
    first, second = speakers_in("“We stay here,” Ada Lindqvist said. “It is very safe.”", "en")
    assert first is not None
    assert second is not None
    assert second.name == first.name == "Ada Lindqvist"
    assert second.confidence < first.confidence


def test_speaker_named_in_a_later_paragraph() -> None:
    first, second = speakers_in("“We stay here.\n\n“It is very safe,” Ada Lindqvist said.", "en")
    assert first is not None
    assert second is not None
    assert first.name == "Ada Lindqvist"


def test_quotation_without_clause_continues_the_paragraph() -> None:
    first, second = speakers_in("Ada Lindqvist said she would not go. “It is safe here.” “Nobody goes.”", "en")
    assert first is not None
    assert first.name == "Ada Lindqvist"
    assert first.confidence <= 0.6
    assert second is not None


def test_mentions_decide_what_is_a_name() -> None:
    text = "„Wir bleiben alle hier“, sagte von der Aue."
    (without,) = speakers_in(text, "de")
    (with_mention,) = speakers_in(text, "de", ("von der Aue",))
    assert without is None or without.name != "von der Aue"
    assert with_mention is not None
    assert with_mention.name == "von der Aue"
