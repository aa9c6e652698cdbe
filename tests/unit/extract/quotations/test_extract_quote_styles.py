"""Every style of quotation marks, in every language, around the same kinds of content."""

from __future__ import annotations

import pytest

from xlcheck.compare.quotes import compare_wording
from xlcheck.extract.quotations.in_article import extract_quotes
from xlcheck.lang.profile import known_languages
from xlcheck.model import QuoteKind, Status
from xlcheck.reading import plain_article
from xlcheck.segment import segment_article

STYLES = {
    "curly": "“”", "low-high": "„“", "low-right": "„”", "straight": '""', "right-right": "””", "french": "«»",
    "inward": "»«", "swedish": "»»", "single-curly": "‘’", "single-low": "‚‘", "small-angle": "‹›", "corner": "「」",
    "white-corner": "『』",
}  # fmt: skip
CONTENTS = {
    "plain": "The bridge is safe for all ships today.",
    "insertion": "The [old] bridge is safe [sic] for all ships today.",
    "ellipsis": "The bridge … is safe, and [...] stays open today.",
    "apostrophe": "The bridge doesn't close in the '90s way, it's open.",
    "brackets": "The bridge (the old one) is safe today.",
}


def contents(text: str, language: str = "en") -> list[str]:
    article = plain_article(text, name="a", language=language)
    return [quote.content.text for quote in extract_quotes(article, segment_article(article))]


@pytest.mark.parametrize("language", known_languages())
@pytest.mark.parametrize("style", STYLES)
def test_every_style_in_every_language(style: str, language: str) -> None:
    opening, closing = STYLES[style]
    assert contents(f"A {opening}bridge of steel{closing} B.", language) == ["bridge of steel"]


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("style", [name for name in STYLES if not name.startswith("single")])
def test_what_stands_inside(style: str, content: str) -> None:
    opening, closing = STYLES[style]
    assert contents(f"She said: {opening}{CONTENTS[content]}{closing}") == [CONTENTS[content]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“He told me ‘never again’ today,” she said.", 2, id="nested"),
        pytest.param("„Er sagte ‚nie wieder‘ zu mir“, meinte sie.", 2, id="nested-german"),
        pytest.param("«Мост „Северный“ безопасен», — сказала она.", 2, id="nested-russian"),
        pytest.param('„Ja, das geht", sagte er. “Nein,” sagte sie.', 2, id="mixed-in-a-line"),
        pytest.param("“One two three,” she said. “Four five six.", 1, id="unbalanced"),
        pytest.param("One two three,” she said. “Four five six.”", 1, id="closing-without-opening"),
    ],
)
def test_number_of_quotations(text: str, expected: int) -> None:
    assert len(contents(text)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "The book “A Winter on the Bridge” sold well.", id="book"),
        pytest.param("en", "The film “The Bridge” opens today.", id="film"),
        pytest.param("de", "Der Roman „Ein Winter am Hafen“ verkauft sich gut.", id="novel"),
        pytest.param("fr", "Le film « Le pont de l’hiver » sort demain.", id="french-film"),
        pytest.param("es", "La película «El puente del invierno» se estrena hoy.", id="spanish-film"),
        pytest.param("ru", "Фильм «Мост зимой» выходит завтра.", id="russian-film"),
        pytest.param("pl", "Film „Most zimą w porcie” wchodzi do kin.", id="polish-film"),
    ],
)
def test_titles_are_no_quotations(language: str, text: str) -> None:
    article = plain_article(text, name="a", language=language)
    (quote,) = extract_quotes(article, segment_article(article))
    assert quote.kind is QuoteKind.SCARE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge is safe [sic] for all ships.", "The bridge is safe for all ships."),
        ("[The mayor] will open the bridge today.", "She will open the bridge today."),
        ("The bridge … is safe for all ships.", "The bridge that we built is safe for all ships."),
    ],
)
def test_editorial_signs_are_no_difference(one: str, other: str) -> None:
    assert compare_wording(one, other, same_language=True).status is Status.SAME
