"""The scraped articles under `seeds/`, judged line by line: everything not named here is body and must stay."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from xlcheck.ingest import Corpus, read_corpus
from xlcheck.model import Article, LineRole

SEEDS = Path(__file__).parents[3] / "seeds"

# Physical lines (from 1) that are the title, and those that are boilerplate; blank lines count.
GOLD: dict[str, tuple[int, frozenset[int]]] = {
    "000": (1, frozenset({3, 4, 12, 32, 36, 38, 40, 42, 44, 46})),
    "001": (4, frozenset({1, 2, 6, 10, *range(26, 56)})),
    "002": (1, frozenset({25, 26, 34, 35, 36, 37, 64, 66})),
    "003": (2, frozenset({1, 3, 4, 13, 16, 20, 21, 22})),
    "004": (1, frozenset({21})),
}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus([str(SEEDS)])


def article(corpus: Corpus, number: str) -> Article:
    return next(item for item in corpus.articles if Path(item.path).name.startswith(number))


@pytest.mark.parametrize("number", GOLD)
def test_every_line_has_its_role(corpus: Corpus, number: str) -> None:
    seed = article(corpus, number)
    title, boilerplate = GOLD[number]
    wrong = []
    for index, line in enumerate(seed.text.split("\n"), start=1):
        if not line.strip():
            continue
        expected = LineRole.TITLE if index == title else LineRole.SKIPPED if index in boilerplate else LineRole.BODY
        start = seed.line_starts[index - 1]
        roles = {item.role for item in seed.lines if start <= item.span.start < start + len(line)}
        if expected not in roles or (expected is not LineRole.TITLE and roles != {expected}):
            wrong.append((index, sorted(roles), line[:60]))
    assert wrong == []


@pytest.mark.parametrize("number", GOLD)
def test_skipped_lines_say_why(corpus: Corpus, number: str) -> None:
    for line in article(corpus, number).lines:
        assert bool(line.rule) == bool(line.reason) == (line.role is LineRole.SKIPPED)


@pytest.mark.parametrize(
    ("number", "language", "date"),
    [
        ("000", "en", None),
        ("001", "en", dt.date(2022, 1, 22)),
        ("002", "de", None),
        ("003", "en", None),
        ("004", "en", dt.date(2021, 12, 3)),
    ],
)
def test_language_and_date(corpus: Corpus, number: str, language: str, date: dt.date | None) -> None:
    seed = article(corpus, number)
    assert (seed.language, seed.date) == (language, date)
    assert seed.language_confidence > 0.9
    assert seed.evidence == ()
    assert all(line.language is None for line in seed.lines if line.role is LineRole.BODY)


def test_title_is_the_headline_alone(corpus: Corpus) -> None:
    """The date before one headline and the names of site and section behind another are no part of it."""
    for number, start, end in (("004", "Blinken Trades", "NATO"), ("002", "Wladimir Putin", "stoppen")):
        title = article(corpus, number).title
        assert title is not None
        assert title.text.startswith(start)
        assert title.text.endswith(end)


def test_the_folder_describes_itself_in_a_file_that_is_no_article(corpus: Corpus) -> None:
    assert corpus.failures == ()
    assert [Path(item.path).name for item in corpus.skipped] == ["README.md"]
