"""Lines that files share: footers go, agency copies and background sentences stay."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from xlcheck.ingest import read_corpus
from xlcheck.model import LineRole

if TYPE_CHECKING:
    from pathlib import Path

PLACES = ("Ellery", "Marsh", "Quayside", "Norholm", "Tarn", "Wick")
FOOTER = "The Courier is a paper for everybody who lives and works along the coast."
SHORT = "Your coast, your paper."
BACKGROUND = "The towers of the coast were built two centuries ago by the sea guild."


def story(place: str, *extra: str, at: int = 3) -> str:
    lines = [
        f"Council of {place} votes for tower",
        f"The council of {place} voted on Tuesday to rebuild the lighthouse that a storm destroyed in March.",
        f"The mayor of {place} said the work would cost about four million crowns and take two years to finish.",
        f"Engineers in {place} had warned for a decade that the old tower could not stand another hard winter.",
    ]
    return "\n\n".join([*lines[: at + 1], *extra, *lines[at + 1 :]])


def roles(folder: Path, texts: list[str], line: str) -> set[tuple[LineRole, str]]:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text)
    corpus = read_corpus([str(folder)])
    return {(item.role, item.rule) for article in corpus.articles for item in article.lines if item.span.text == line}


@pytest.mark.parametrize(
    ("line", "files", "skipped"),
    [(FOOTER, 6, True), (FOOTER, 4, False), (SHORT, 3, True), (SHORT, 2, False)],
    ids=["sentence-6", "sentence-4", "short-3", "short-2"],
)
def test_common_last_line(tmp_path: Path, line: str, files: int, skipped: bool) -> None:
    expected = (LineRole.SKIPPED, "repeated") if skipped else (LineRole.BODY, "")
    assert roles(tmp_path, [story(place, line) for place in PLACES[:files]], line) == {expected}


def test_background_sentence_inside_the_text_stays(tmp_path: Path) -> None:
    texts = [story(place, BACKGROUND, at=2) for place in PLACES]
    assert roles(tmp_path, texts, BACKGROUND) == {(LineRole.BODY, "")}


def test_copies_of_one_story_stay_whole(tmp_path: Path) -> None:
    texts = [story("Ellery", f"Printed in {place}, as the agency sent it, on Wednesday.") for place in PLACES]
    line = texts[0].split("\n\n")[1]
    assert roles(tmp_path, texts, line) == {(LineRole.BODY, "")}


def test_articles_of_a_feed_share_its_table_of_lines(tmp_path: Path) -> None:
    """A copy for each of a hundred thousand records would not fit into memory."""
    path = tmp_path / "feed.jsonl"
    path.write_text("".join(json.dumps({"text": story(place)}) + "\n" for place in PLACES), encoding="utf-8")
    articles = read_corpus([str(path)]).articles
    assert len(articles) == len(PLACES)
    assert len({id(article.line_starts) for article in articles}) == 1
    assert len(articles[0].line_starts) >= len(PLACES)
