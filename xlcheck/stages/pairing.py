"""Which articles of a run belong together: what pairing needs to know of each, fetched when it asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from xlcheck.embed import COVERED, Encoder, VectorCache
from xlcheck.ingest import Limits, read_corpus
from xlcheck.model import ArticleFacts, Cluster, Failure, Side, Skipped
from xlcheck.pair import SAME_EVENT, Pairing, pair_articles, read_manifest, resolve, score_of_grade
from xlcheck.render.progress import SILENT
from xlcheck.segment import segment_article
from xlcheck.stages.archive import Archive
from xlcheck.stages.guard import guard
from xlcheck.stages.translation import translate_archive
from xlcheck.stages.vectors import encode_archive

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.config import Config
    from xlcheck.model import Article
    from xlcheck.pair import NamedPairs, PairingArticle
    from xlcheck.render.progress import Progress
    from xlcheck.stages.vectors import SentenceVectors


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingReport:
    """Which articles belong together, and what could not be read; articles are sorted by id."""

    articles: Sequence[Article]
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
    archive = Archive()
    for article in corpus.articles:
        side = guard(lambda: _sentences_only(article), article.id, failures)  # noqa: B023
        if side is not None:
            archive.add(side)
        progress.advance()
    translation = translate_archive(archive, config, progress, leave=COVERED)
    vectors = encode_archive(translation.archive, open_encoder(config), progress)
    return PairingReport(
        articles=corpus.articles,
        pairing=pair_by_vectors(vectors, named, bound=score_of_grade(min_score)),
        skipped=corpus.skipped,
        failures=(*failures, *translation.failures),
    )


def pair_by_vectors(vectors: SentenceVectors, named: NamedPairs | None, *, bound: float = SAME_EVENT) -> Pairing:
    """Find out which articles belong together; sentence vectors are looked up only where they are needed."""
    return pair_articles(vectors.articles, vectors.of_content, named=named, bound=bound)


def one_cluster(articles: Iterable[PairingArticle]) -> tuple[Cluster, ...]:
    """Return all articles as one cluster, for a caller who knows that they belong together."""
    dates = {article.id: article.date for article in articles}
    names = tuple(sorted(dates))
    if len(names) < 2:
        return ()
    pairs = tuple((left, right, 1.0) for place, left in enumerate(names) for right in names[place + 1 :])
    return (Cluster(articles=names, pairs=pairs, date=min(filter(None, dates.values()), default=None)),)


def open_encoder(config: Config) -> Encoder:
    """Return an encoder that keeps its vectors where the configuration says."""
    return Encoder(VectorCache(config.cache_folder / "vectors.sqlite") if config.cache_folder else None)


def _sentences_only(article: Article) -> Side:
    return Side(article=article, segments=segment_article(article), facts=ArticleFacts())
