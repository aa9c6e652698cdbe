from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from xlcheck.config import Config
from xlcheck.embed import COVERED, Encoder
from xlcheck.model import Article, Report, Side
from xlcheck.pipeline import check_articles
from xlcheck.reading import plain_article, read_article
from xlcheck.render.progress import SILENT
from xlcheck.stages import vectors as vectors_module
from xlcheck.stages.archive import Archive
from xlcheck.stages.vectors import encode_archive

STORIES = Path(__file__).parents[2] / "stories"
GERMAN = "Der Hafen von Lindmoor wird für 48 Millionen Euro umgebaut.\nDas beschloss der Rat am Dienstag."
ENGLISH = "The port of Lindmoor is being rebuilt for 84 million euros.\nThe council decided this on Tuesday."


def article(name: str, text: str, language: str) -> Article:
    return plain_article(text, name=name, language=language)


def side(name: str, text: str, language: str) -> Side:
    return read_article(article(name, text, language))


def test_articles_come_back_as_they_were_put_in() -> None:
    sides = [side("a", GERMAN, "de"), side("b", ENGLISH, "en")]
    archive = Archive(sides)
    assert list(archive) == sides
    assert list(archive.parts(1)) == [[one] for one in sides]
    assert archive.numbers == {"a": 0, "b": 1}
    assert [card.segments for card in archive.cards] == [2, 2]
    assert [card.foreign for card in archive.cards] == [2, 0]
    assert archive.languages == {"de": 2, "en": 2}


def test_articles_of_a_long_file_share_its_table_of_lines() -> None:
    starts = tuple(range(0, 20_000, 10))
    one = side("feed#1", GERMAN, "de")
    sides = [
        replace(one, article=replace(one.article, id=f"feed#{n}", path="feed", line_starts=starts)) for n in (1, 2)
    ]
    archive = Archive(sides)
    assert list(archive) == sides
    assert archive[0].article.line_starts is archive[1].article.line_starts


def test_vectors_on_the_shelf_are_the_encoders() -> None:
    sides = [side("a", GERMAN, "de"), side("b", ENGLISH, "en"), side("c", "Halló heimur, þetta er frétt.", "is")]
    encoder = Encoder()
    vectors = encode_archive(Archive(sides), encoder, SILENT)
    assert "is" not in COVERED
    assert [item.lead is None for item in vectors.articles] == [False, False, True]
    fresh = Encoder()
    fresh._run = lambda batch: (_ for _ in ()).throw(AssertionError("encoded again"))  # type: ignore[method-assign]
    vectors.teach(fresh, sides)
    texts = [segment.text for segment in sides[0].segments]
    np.testing.assert_array_equal(fresh.encode(texts), encoder.encode(texts))
    np.testing.assert_array_equal(vectors.of_content("a"), encoder.encode(texts[:1]))


def test_a_run_in_small_parts_gives_the_same_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is put on the shelf, forgotten and fetched again: the report must not show it.

    Sentences are encoded one by one here, since a vector's last digit depends on its batch.
    """
    run = Encoder._run
    monkeypatch.setattr(Encoder, "_run", lambda self, batch: np.concatenate([run(self, [text]) for text in batch]))
    articles = [
        article(f"{path.parent.name}.{path.name}", path.read_text(encoding="utf-8"), path.stem.rpartition(".")[2])
        for event in ("ferry", "mayor", "strike")
        for path in sorted((STORIES / event).glob("*.txt"))
    ]
    articles = [
        plain_article(item.text.replace("240 passengers", "420 passengers"), name=item.id, language=item.language)
        for item in articles
    ]
    config = Config(cache=False, engine="none")
    whole = check_articles(articles, config)
    assert whole.findings
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vectors_module, "ARTICLES_AT_A_TIME", 1)
        patch.setattr("xlcheck.embed.encoder.KEPT", 3)
        patch.setattr("xlcheck.shelf.SPOOL", 100)
        for module in ("ingest.corpus._KEPT", "stages.archive.KEPT", "stages.vectors.KEPT", "stages.comparing.KEPT"):
            patch.setattr(f"xlcheck.{module}", 4_000)
        parts: Report = check_articles(articles[::-1], config)
    assert parts == whole
