"""Which articles of a run belong together: what pairing needs to know of each, fetched when it asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from xlcheck.embed import COVERED, Encoder, VectorCache
from xlcheck.ingest import Limits, read_corpus
from xlcheck.model import ArticleFacts, Cluster, Failure, Side, Skipped
from xlcheck.pair import (
    LEAD_SENTENCES,
    Pairing,
    pair_articles,
    pairing_article,
    read_manifest,
    resolve,
    score_of_grade,
)
from xlcheck.render.progress import SILENT
from xlcheck.segment import segment_article
from xlcheck.stages.guard import guard
from xlcheck.stages.translation import translate_sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.config import Config
    from xlcheck.model import Article
    from xlcheck.pair import HalfMatrix, NamedPairs
    from xlcheck.render.progress import Progress

PAIRING_WORDS = 8
"""Shorter sentences say too little about what an article is about."""
ARTICLES_AN_ENCODER = 2000
"""Some 50 MB of sentence vectors, and minutes of work: loading the encoder again does not show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingReport:
    """Which articles belong together, and what could not be read; articles are sorted by id."""

    articles: tuple[Article, ...]
    pairing: Pairing
    skipped: tuple[Skipped, ...] = ()
    failures: tuple[Failure, ...] = ()


def pair_paths(
    paths: Sequence[str],
    config: Config,
    *,
    min_score: float = 0.5,
    stdin: BinaryIO | None = None,
    progress: Progress = SILENT,
) -> PairingReport:
    """Find which articles belong together, without comparing what they say.

    Args:
        min_score: score from which two articles are paired by content, between 0 and 1.

    Raises:
        InputError: the manifest cannot be read, or names a file that does not exist.
    """
    manifest = read_manifest(config.pairs) if config.pairs else None
    corpus = read_corpus(paths, stdin=stdin, limits=Limits(max_bytes=config.max_bytes))
    named = resolve(manifest, corpus.articles) if manifest else None
    failures = list(corpus.failures)
    progress.stage("reading", len(corpus.articles))
    sides: list[Side] = []
    for article in corpus.articles:
        side = guard(lambda: _sentences_only(article), article.id, failures)  # noqa: B023
        sides += [side] if side is not None else []
        progress.advance()
    covered = [side for side in sides if side.article.language in COVERED]
    translation = translate_sides([side for side in sides if side.article.language not in COVERED], config, progress)
    sides = [*covered, *translation.sides]
    vectors = half_vectors(sides, config, progress)
    pairing = pair_articles(
        [pairing_article(side.article, vectors[side.article.id]) for side in sides],
        lambda name: vectors[name].astype("float32"),
        named=named,
        bound=score_of_grade(min_score),
    )
    return PairingReport(
        articles=corpus.articles,
        pairing=pairing,
        skipped=corpus.skipped,
        failures=(*failures, *translation.failures),
    )


def pair_sides(sides: Sequence[Side], encoder: Encoder, named: NamedPairs | None) -> Pairing:
    """Find out which articles belong together; sentence vectors are looked up only where they are needed."""
    by_id = {side.article.id: side for side in sides}
    return pair_articles(
        [pairing_article(side.article, encoder.encode(pairing_texts(side)[:LEAD_SENTENCES])) for side in sides],
        lambda name: encoder.encode(pairing_texts(by_id[name])),
        named=named,
    )


def one_cluster(sides: Sequence[Side]) -> tuple[Cluster, ...]:
    """Return all articles as one cluster, for a caller who knows that they belong together."""
    names = tuple(sorted(side.article.id for side in sides))
    if len(names) < 2:
        return ()
    dates = [side.article.date for side in sides if side.article.date]
    pairs = tuple((left, right, 1.0) for place, left in enumerate(names) for right in names[place + 1 :])
    return (Cluster(articles=names, pairs=pairs, date=min(dates, default=None)),)


def open_encoder(config: Config) -> Encoder:
    """Return an encoder that keeps its vectors where the configuration says."""
    return Encoder(VectorCache(config.cache_folder / "vectors.sqlite") if config.cache_folder else None)


def half_vectors(sides: Sequence[Side], config: Config, progress: Progress) -> dict[str, HalfMatrix]:
    """Return sentence vectors by article in half precision, 1 kB a sentence.

    A new encoder now and then forgets what the one before it held, so that an archive fits into memory.
    """
    found: dict[str, HalfMatrix] = {}
    progress.stage("encoding", len(sides))
    for start in range(0, len(sides), ARTICLES_AN_ENCODER):
        encoder = open_encoder(config)
        part = {side.article.id: pairing_texts(side) for side in sides[start : start + ARTICLES_AN_ENCODER]}
        encoder.encode([text for texts in part.values() for text in texts])
        for name, texts in part.items():
            found[name] = encoder.encode(texts).astype("float16")
        progress.advance(len(part))
    return found


def _sentences_only(article: Article) -> Side:
    return Side(article=article, segments=segment_article(article), facts=ArticleFacts())


def pairing_texts(side: Side) -> list[str]:
    """Return the sentences that pairing looks at; one in a language without vectors is there in its translation."""
    texts = []
    for segment in side.segments:
        translation = side.translation(segment.index)
        if segment.language in COVERED:
            texts.append(segment.text)
        elif translation is not None and not translation.suspect:
            texts.append(translation.text)
    different = list(dict.fromkeys(texts))
    return [text for text in different if _is_content(text)] or different  # a flash has only short sentences


def _is_content(text: str) -> bool:
    words = len(text.split())
    return words >= PAIRING_WORDS or (words <= 2 and len(text) >= 2 * PAIRING_WORDS)  # scripts without spaces
