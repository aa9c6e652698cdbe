"""Quotations: pairing of marks, kinds, parts."""

from __future__ import annotations

import pytest

from xlcheck.extract.quotations.in_article import extract_quotes
from xlcheck.extract.quotations.marks import pair_marks
from xlcheck.lang.profile import load_profile
from xlcheck.model import Article, Quote, QuoteKind
from xlcheck.reading import plain_article
from xlcheck.segment import segment_article


def quotes_in(text: str, language: str = "en") -> tuple[Quote, ...]:
    article: Article = plain_article(text, name="a", language=language)
    return extract_quotes(article, segment_article(article))


MARKS = [
    pytest.param("de", "Er sagte: „Wir gehen.“", ["„Wir gehen.“"], id="german"),
    pytest.param("de", "Er nannte es „klar” und „gut“.", ["„klar”", "„gut“"], id="german-with-english-closing"),
    pytest.param("de", "»Hallo«, sagte er. »Nein«", ["»Hallo«", "»Nein«"], id="guillemets-inward"),
    pytest.param("fr", "« Bonjour », dit-il. «Non»", ["« Bonjour »", "«Non»"], id="guillemets-outward"),
    pytest.param("de", "›a b‹ und ,,foo bar''", ["›a b‹", ",,foo bar''"], id="small-angles-and-typewriter"),
    pytest.param("sv", "”Ja”, sa han. ”Nej”", ["”Ja”", "”Nej”"], id="swedish"),
    pytest.param("zh", "他说：「你好『世界』」《书》", ["「你好『世界』」", "『世界』", "《书》"], id="east-asian"),
    pytest.param("en", '"We go,” he said. “They stay."', ['"We go,”', '“They stay."'], id="mixed-styles"),
    pytest.param("en", "“He said ‘no’ twice,” she said.", ["“He said ‘no’ twice,”", "‘no’"], id="nested"),
    pytest.param("en", "'We \"really\" won,' he said.", ["'We \"really\" won,'", '"really"'], id="single-outside"),
    pytest.param("en", "don't touch Putin's or d'Estaing’s hat", [], id="apostrophes-inside-words"),
    pytest.param("en", "the workers' rights of the '90s and ’60s, rock 'n' roll, ’n’ so on", [], id="elisions"),
    pytest.param(
        "en",
        "‘the workers’ rights and the firm’s money’ he said",
        ["‘the workers’ rights and the firm’s money’"],
        id="possessive-inside-single-marks",
    ),
    pytest.param("en", 'He is 5\'10" tall and the disc 12" wide. "Yes"', ['"Yes"'], id="feet-and-inches"),
    pytest.param("en", 'said,"We go" and left', ['"We go"'], id="no-space-before"),
    pytest.param(
        "en", '"We will win, he said. "We must act," she said.', ['"We must act,"'], id="straight-mark-not-closed"
    ),
    pytest.param("en", "“We will win, he said. The talks go on.", [], id="curly-mark-not-closed"),
    pytest.param("en", "We will win,” he said. “Yes”", ["“Yes”"], id="stray-closing-mark"),
    pytest.param("en", "Ann on January 3rd, 2022 at 22:32 UTC »", [], id="lone-guillemet"),
    pytest.param("de", "„Es gilt ''nur'' hier“, sagte er.", ["„Es gilt ''nur'' hier“"], id="italics-inside"),
    pytest.param("en", '""', [], id="empty"),
]


@pytest.mark.parametrize(("language", "text", "expected"), MARKS)
def test_marks(language: str, text: str, expected: list[str]) -> None:
    assert [quote.span.text for quote in quotes_in(text, language)] == expected


def test_unmatched_marks_are_reported() -> None:
    text = "“We will win, he said. Yes” and no”"
    scan = pair_marks("»Ja. " + text, 0, len(text) + 5, load_profile("en").quotes)
    assert [start for start, _, _ in scan.unclosed] == [0]
    assert scan.stray == (len(text) + 4,)


KINDS = [
    pytest.param("en", "“We will stay until spring,” she said.", [QuoteKind.DIRECT], id="sentence-with-comma"),
    pytest.param("en", "She said: “We stay.”", [QuoteKind.DIRECT], id="short-sentence-behind-colon"),
    pytest.param("en", "She said it “would be a bad joke if it were true.”", [QuoteKind.FRAGMENT], id="woven-clause"),
    pytest.param("en", "They agreed on “close and lasting cooperation” there.", [QuoteKind.FRAGMENT], id="three-words"),
    pytest.param("en", "The so-called “draft treaty” was printed.", [QuoteKind.SCARE], id="two-words"),
    pytest.param("en", "She read the novel “The Ships of the North” twice.", [QuoteKind.SCARE], id="title"),
    pytest.param("de", "Er schrieb für die Zeitung „Nordsee Bote“.", [QuoteKind.SCARE], id="newspaper"),
    pytest.param(
        "de", "Ministerin Ilse Brandt nannte den Plan „falsch“.", [QuoteKind.FRAGMENT], id="one-word-said-by-somebody"
    ),
    pytest.param("de", "Laut „hafen.example“ ist er weg.", [QuoteKind.SCARE], id="address"),
    pytest.param("de", "Die Partei „Freier Norden“ (FN) verlor.", [QuoteKind.SCARE], id="name-with-abbreviation"),
    pytest.param("de", "Der Rat sagte: „Wir haben den Hafen geschlossen.“", [QuoteKind.DIRECT], id="german-sentence"),
]


@pytest.mark.parametrize(("language", "text", "expected"), KINDS)
def test_kinds(language: str, text: str, expected: list[QuoteKind]) -> None:
    assert [quote.kind for quote in quotes_in(text, language)] == expected


PARTS = [
    pytest.param("“We stay,” he said, “until they come.”", [0, 0], id="interrupted-sentence"),
    pytest.param("“We stay here,” Mr. Dvorak said. “They will come.”", [0, 0], id="next-sentence"),
    pytest.param("“We stay.” The talks went on for two days. “They will come.”", [-1, -1], id="other-sentence-between"),
    pytest.param("“We stay here.\n\n“They will come,” he said.", [0, 0], id="two-paragraphs"),
    pytest.param("“One here.\n\n“Two here.\n\n“Three here,” he said, “and four.”", [0, 0, 0, 0], id="four-parts"),
    pytest.param("“We stay here.\n\nThey will come, “he” said.", [-1], id="not-continued"),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts(text: str, expected: list[int]) -> None:
    assert [quote.part_of for quote in quotes_in(text)] == expected


def test_paragraph_that_goes_on_has_no_closing_mark() -> None:
    first, second = quotes_in("“We stay here.\n\n“They will come,” he said.")
    assert first.span.text == "“We stay here."
    assert first.content.text == "We stay here."
    assert second.content.text == "They will come,"
    assert (first.segments, second.segments) == ((0,), (1,))


def test_content_is_free_of_marks_and_spaces() -> None:
    (quote,) = quotes_in("« Nous restons ici », dit-il.", "fr")
    assert quote.content.text == "Nous restons ici"
    assert quote.span.text == "« Nous restons ici »"


def test_skipped_lines_are_not_read() -> None:
    article = plain_article("“We stay here,” he said.", name="a", language="en")
    assert extract_quotes(article, ()) == ()
