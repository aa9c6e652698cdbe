"""The whole program as one straight line: ingest → segment → extract → translate → pair → align → check → triage.

Each stage is a plain function over frozen values. Whatever breaks inside one article or one pair becomes a recorded
failure of that article or pair; everything else goes on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from xlcheck.align import align_articles, align_whole
from xlcheck.checks.base import CheckContext
from xlcheck.checks.registry import select_checks
from xlcheck.embed import COVERED, Encoder
from xlcheck.errors import XlcheckError
from xlcheck.ingest import Limits, read_corpus
from xlcheck.model import ArticlePair, DocumentResult, Failure, PairMode, PairOrigin, PairResult, Report
from xlcheck.pair import Pairing, read_manifest, resolve
from xlcheck.reading import plain_article, read_article, with_translation
from xlcheck.render.progress import SILENT
from xlcheck.signature import make_signature
from xlcheck.stages.checking import check_context, check_links, check_side
from xlcheck.stages.guard import guard
from xlcheck.stages.pairing import one_cluster, open_encoder, pair_sides
from xlcheck.stages.summary import coverage_of, finding_order, notices_of
from xlcheck.stages.translation import other_ways, translate_sides
from xlcheck.triage.decision import decide

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from xlcheck.config import Config
    from xlcheck.model import Article, Finding, Side
    from xlcheck.render.progress import Progress


def check_paths(
    paths: Sequence[str],
    config: Config,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress = SILENT,
    together: bool = False,
    fetch: Callable[[str], object] | None = None,
    encoder: Encoder | None = None,
) -> Report:
    """Check files and folders: the main job.

    Args:
        paths: files, folders (searched to any depth), or "-" for `stdin`.
        progress: told about each stage.
        together: the articles are known to be about one event (`xlcheck compare`): they are not searched for pairs.
        fetch: installs what translates a language, asked for each that nothing is installed for; None leaves those
            untranslated.
        encoder: shared between runs where there are many of them, since loading its model takes time.

    Raises:
        UsageError: a check is selected that does not exist.
    """
    select_checks(select=config.select, ignore=config.ignore, preview=config.preview)  # refuse a typo before the work
    corpus = read_corpus(paths, stdin=stdin, limits=Limits(max_bytes=config.max_bytes))
    report = check_articles(corpus.articles, config, progress=progress, together=together, fetch=fetch, encoder=encoder)
    return replace(
        report,
        skipped=(*corpus.skipped, *report.skipped),
        failures=(*corpus.failures, *report.failures),
    )


def check_articles(
    articles: Sequence[Article],
    config: Config,
    *,
    progress: Progress = SILENT,
    together: bool = False,
    fetch: Callable[[str], object] | None = None,
    encoder: Encoder | None = None,
) -> Report:
    """Check articles that are already in memory.

    Args:
        together: as in `check_paths`; `fetch` and `encoder` likewise.
    """
    active = select_checks(select=config.select, ignore=config.ignore, preview=config.preview)
    named = resolve(read_manifest(config.pairs), articles) if config.pairs and not together else None
    failures: list[Failure] = []
    encoder = encoder or open_encoder(config)

    progress.stage("reading", len(articles))
    sides: list[Side] = []
    for article in articles:
        side = guard(lambda: read_article(article), article.id, failures)  # noqa: B023
        sides += [side] if side is not None else []
        progress.advance()

    translation = translate_sides(sides, config, progress, fetch)
    sides = translation.sides
    failures += translation.failures

    texts = [segment.text for side in sides for segment in side.segments if segment.language in COVERED]
    progress.stage("encoding", len(texts))
    encoder.encode(texts, progress=progress.advance)
    pairing = Pairing(clusters=one_cluster(sides)) if together else pair_sides(sides, encoder, named)
    clusters = pairing.clusters

    by_id = {side.article.id: side for side in sides}
    todo = [(left, right) for cluster in clusters for left, right, _ in cluster.pairs]
    believed = {
        (left, right)
        for cluster in clusters
        for (left, right, _), reason in zip(cluster.pairs, cluster.reasons, strict=False)
        if reason.origin is not PairOrigin.CONTENT
    }
    pairs: list[PairResult] = []
    findings: list[Finding] = []
    progress.stage("comparing", len(todo))
    for left, right in todo:
        source, english = orient(by_id[left], by_id[right])
        name = f"{source.article.id} ↔ {english.article.id}"
        related = together or (left, right) in believed
        pair = guard(lambda: align_articles(source, english, encoder, related=related), name, failures)  # noqa: B023
        if pair is not None:
            pair_findings, pair_failures = check_links(pair, active, check_context(pair, encoder))
            findings += pair_findings
            failures += pair_failures
            pairs.append(PairResult(pair=pair, failure=pair_failures[0] if pair_failures else None))
        progress.advance()
    for side in sides:
        side_findings, side_failures = check_side(side, active, CheckContext())
        findings += side_findings
        failures += side_failures

    kept = sorted((f for f in findings if f.confidence.value >= config.min_confidence), key=finding_order)
    hidden = len(findings) - len(kept)
    return Report(
        documents=tuple(
            DocumentResult(side=side, decision=decide(side.article.id, kept))
            for side in sorted(sides, key=lambda side: side.article.id)
        ),
        clusters=clusters,
        pairs=tuple(pairs),
        findings=tuple(kept),
        coverage=coverage_of(sides, pairs),
        signature=make_signature(config=config, checks=active, translation=translation.description),
        failures=tuple(failures),
        missing_packs=translation.missing,
        notices=(
            *notices_of(sides, clusters, hidden, config),
            *other_ways(translation.missing, config.engine),
            *pairing.notices,
        ),
    )


def check_texts(
    source: str,
    english: str,
    *,
    source_language: str,
    english_language: str = "en",
    linked: bool = True,
    encoder: Encoder | None = None,
    translation: str = "",
) -> list[Finding]:
    """Run all checks on two short texts that are known to correspond as a whole (a sentence and its counterpart).

    Args:
        linked: False leaves them without any link.
        encoder: shared between calls where there are many of them, since loading its model takes a second.
        translation: English for the source, a line a sentence, as if it were our own; "" for none.

    Raises:
        XlcheckError: a check broke down; a caller with two sentences in hand wants to know at once.
    """
    left = read_article(plain_article(source, name="source", language=source_language))
    right = read_article(plain_article(english, name="english", language=english_language))
    if translation:
        left = with_translation(left, translation.split("\n"))
    encoder = encoder or Encoder()
    pair = (
        align_whole(left, right, encoder)
        if linked
        else ArticlePair(source=left, english=right, mode=PairMode.UNRELATED)
    )
    active = select_checks(select=(), ignore=(), preview=True)
    findings, failures = check_links(pair, active, check_context(pair, encoder))
    for side in (left, right):
        side_findings, side_failures = check_side(side, active, CheckContext())
        findings += side_findings
        failures += side_failures
    if failures:
        raise XlcheckError(f"{failures[0].where}: {failures[0].message}")
    return sorted(findings, key=finding_order)


def orient(left: Side, right: Side) -> tuple[Side, Side]:
    """Return a pair's sides as (source, English): the English article second, two of a kind in order of their ids."""
    first, second = sorted((left, right), key=lambda side: (side.article.language == "en", side.article.id))
    return first, second
