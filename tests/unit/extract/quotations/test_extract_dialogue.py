"""Direct speech behind dashes: found with its speaker where somebody is said to speak, and only there."""

from __future__ import annotations

import pytest

from xlcheck.model import Quote, QuoteKind
from xlcheck.reading import plain_article, read_facts
from xlcheck.segment import segment_article


def quotes(text: str, language: str) -> tuple[Quote, ...]:
    article = plain_article(text, name="dialogue", language=language)
    return read_facts(article, segment_article(article)).quotes


@pytest.mark.parametrize(
    ("language", "text", "parts", "speaker"),
    [
        (
            "ru",
            "— Мы не уйдём, — сказал Иванов. — Мы останемся здесь.",
            ["Мы не уйдём,", "Мы останемся здесь."],
            "Иванов",
        ),
        ("ru", "- Мы не уйдём отсюда! - заявил министр Пётр Громов.", ["Мы не уйдём отсюда!"], "министр Пётр Громов"),
        (
            "pl",
            "– Nie odejdziemy stąd – powiedział minister Jan Wilk. – Zostaniemy.",
            ["Nie odejdziemy stąd", "Zostaniemy."],
            "minister Jan Wilk",
        ),
        (
            "es",
            "—No nos iremos de aquí —dijo el ministro Juan Roca—. Volveremos mañana.",
            ["No nos iremos de aquí", "Volveremos mañana."],
            "el ministro Juan Roca",
        ),
        (
            "fr",
            "— Nous resterons ici — a dit le ministre Paul Roche.",
            ["Nous resterons ici"],
            "le ministre Paul Roche",
        ),
        ("uk", "– Ми не підемо, – сказав Громенко.", ["Ми не підемо,"], "Громенко"),
    ],
)
def test_speech_behind_dashes(language: str, text: str, parts: list[str], speaker: str) -> None:
    found = quotes(text, language)
    assert [quote.content.text for quote in found] == parts
    assert all(quote.kind is QuoteKind.DIRECT for quote in found)
    assert {quote.speaker.span.text for quote in found if quote.speaker} == {speaker}
    assert all(text[quote.span.start : quote.span.end] == quote.span.text for quote in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "— Двое пострадавших — граждане Франции."),
        ("ru", "Рим — столица, — напомнил учитель Громов."),
        ("pl", "– Dwie osoby ranne – stan ciężki."),
        ("es", "—Dos heridos —uno grave— en Lugo."),
        ("fr", "– Deux blessés – dont un grave – à Nice."),
        ("de", "– Wir bleiben hier – sagte der Minister Paul Berg."),
        ("en", "- We shall stay - said the minister."),
    ],
)
def test_other_dashes_are_no_quotation(language: str, text: str) -> None:
    assert quotes(text, language) == ()


def test_marks_outweigh_dashes() -> None:
    (found,) = quotes("— «Мы не уйдём отсюда», — сказал Громов.", "ru")
    assert found.span.text == "«Мы не уйдём отсюда»"


@pytest.mark.parametrize("text", ["— сказал " * 1_000, "— " * 2_000, "— Да, — сказал он. " * 300])
def test_long_lines_take_linear_time(text: str) -> None:
    quotes(text, "ru")
