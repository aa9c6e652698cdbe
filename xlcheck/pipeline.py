"""The whole program as one straight line: ingest → segment → extract → translate → pair → align → check → triage.

Each stage is a plain function. Articles stand on a shelf (`stages/archive`), and what compares them goes story by
story, so that memory holds one vector and a card of each article. Whatever breaks inside one article or one pair
becomes a recorded failure of that article or pair; everything else goes on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from xlcheck.align import align_whole
from xlcheck.checks.base import CheckContext
from xlcheck.checks.registry import select_checks
from xlcheck.embed import Encoder
from xlcheck.errors import XlcheckError
from xlcheck.ingest import Limits, read_corpus
from xlcheck.model import ArticlePair, Failure, PairMode, Report, Story
from xlcheck.pair import Pairing, read_manifest, resolve
from xlcheck.reading import plain_article, read_article, with_translation
from xlcheck.render.progress import SILENT
from xlcheck.signature import make_signature
from xlcheck.stages.archive import Archive
from xlcheck.stages.checking import check_context, check_links, check_side, check_story
from xlcheck.stages.comparing import compare_stories, orient
from xlcheck.stages.deciding import decided, sieve_of, sifted, wanted
from xlcheck.stages.focus import findings_about, paths_in_focus, stories_about, uncovered
from xlcheck.stages.guard import guard
from xlcheck.stages.pairing import one_cluster, open_encoder, pair_by_vectors
from xlcheck.stages.summary import coverage_of, finding_order, notices_of
from xlcheck.stages.translation import other_ways, translate_archive
from xlcheck.stages.vectors import encode_archive
from xlcheck.triage.merge import merge_findings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence, Set

    from xlcheck.config import Config
    from xlcheck.model import Article, Finding
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
    against: Sequence[str] = (),
    changed: Set[str] | None = None,
) -> Report:
    """Check files and folders: the main job.

    Args:
        paths: files, folders (searched to any depth), or "-" for `stdin`.
        progress: told about each stage.
        together: the articles are known to be about one event (`xlcheck compare`): they are not searched for pairs.
        fetch: installs what translates a language, asked for each that nothing is installed for; None leaves those
            untranslated.
        encoder: shared between runs where there are many of them, since loading its model takes time.
        against: files and folders that are read to compare with, and not reported on.
        changed: absolute paths of the files to report on; the others are only compared with. None for all of `paths`.

    Raises:
        UsageError: a check is selected that does not exist.
    """
    select_checks(select=config.select, ignore=config.ignore, preview=config.preview)  # refuse a typo before the work
    sieve_of(config)
    corpus = read_corpus((*paths, *against), stdin=stdin, limits=Limits(max_bytes=config.max_bytes))
    focus = paths_in_focus(paths, changed) if against or changed is not None else None
    report = check_articles(
        corpus.articles, config, progress=progress, together=together, fetch=fetch, encoder=encoder, focus=focus
    )
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
    focus: Set[str] | None = None,
) -> Report:
    """Check articles that are already in memory.

    Args:
        together: as in `check_paths`; `fetch` and `encoder` likewise.
        focus: paths of the articles to report on; the others are only compared with. None for all.
    """
    active = select_checks(select=config.select, ignore=config.ignore, preview=config.preview)
    named = resolve(read_manifest(config.pairs), articles) if config.pairs and not together else None
    sieve = sieve_of(config)
    failures: list[Failure] = []
    encoder = encoder or open_encoder(config)

    progress.stage("reading", len(articles))
    archive = Archive()
    about: set[str] = set()
    for article in articles:
        if focus is None or article.path in focus:
            about.add(article.id)
        side = guard(lambda: read_article(article), article.id, failures)  # noqa: B023
        if side is not None:
            archive.add(side)
        progress.advance()

    translation = translate_archive(archive, config, progress, fetch)
    archive = translation.archive
    vectors = encode_archive(archive, encoder, progress)
    pairing = Pairing(clusters=one_cluster(vectors.articles)) if together else pair_by_vectors(vectors, named)
    clusters = stories_about(pairing.clusters, about)
    compared = compare_stories(clusters, archive, vectors, encoder, active, progress, together=together)
    findings = compared.findings
    failures += (*translation.failures, *compared.failures)
    cards = [card for card in archive.cards if card.id in about]
    for card in cards:
        side_findings, side_failures = check_side(archive[archive.numbers[card.id]], active, CheckContext())
        findings += side_findings
        failures += side_failures

    findings = findings_about(findings, about)
    if config.require_coverage:
        failures += uncovered(cards, compared.paired, translation.missing)
    hidden = sum(finding.confidence.value < config.min_confidence for finding in findings)
    sure = sorted(wanted(findings, config, archive), key=finding_order)
    reported = sifted(sorted(merge_findings(sure), key=finding_order), sieve, archive)
    return Report(
        documents=decided(archive, reported.kept, about),
        clusters=clusters,
        pairs=compared.pairs(archive),
        findings=reported.kept,
        set_aside=reported.set_aside,
        coverage=coverage_of(cards, compared.paired, compared.linked),
        signature=make_signature(config=config, checks=active, translation=translation.description),
        failures=tuple(failures),
        missing_packs=translation.missing,
        checks=tuple(sorted(active)),
        notices=(
            *notices_of(cards, clusters, hidden, config, others=len(archive.cards) - len(cards)),
            *other_ways(translation.missing, config.engine),
            *pairing.notices,
            *reported.notices,
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
    days: tuple[dt.date, dt.date] | None = None,
    preview: bool = True,
) -> list[Finding]:
    """Run all checks on two short texts that are known to correspond as a whole (a sentence and its counterpart).

    Args:
        linked: False leaves them without any link.
        encoder: shared between calls where there are many of them, since loading its model takes a second.
        translation: English for the source, a line a sentence, as if it were our own; "" for none.
        days: when the two were published, by two newsrooms: they are comparable then, and no translation.
        preview: whether checks in preview run as well.

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
    if days is not None:
        source_side, english_side = (
            replace(side, article=replace(side.article, date=day))
            for side, day in zip((pair.source, pair.english), days, strict=True)
        )
        pair = replace(pair, source=source_side, english=english_side, mode=PairMode.COMPARABLE)
    active = select_checks(select=(), ignore=(), preview=preview)
    findings, failures = check_links(pair, active, check_context(pair, encoder))
    for side in (left, right):
        side_findings, side_failures = check_side(side, active, CheckContext())
        findings += side_findings
        failures += side_failures
    if failures:
        raise XlcheckError(f"{failures[0].where}: {failures[0].message}")
    return sorted(findings, key=finding_order)


def check_versions(texts: Sequence[tuple[str, str]], *, encoder: Encoder | None = None) -> list[Finding]:
    """Run the checks of whole stories on short texts that are known to tell one thing, each as (language, text).

    Raises:
        XlcheckError: a check broke down.
    """
    encoder = encoder or Encoder()
    sides = [
        read_article(plain_article(text, name=f"text-{number}", language=language))
        for number, (language, text) in enumerate(texts)
    ]
    pairs = [
        align_whole(*orient(left, right), encoder) for number, left in enumerate(sides) for right in sides[number + 1 :]
    ]
    active = select_checks(select=(), ignore=(), preview=True)
    findings, failures = check_story(Story(sides=tuple(sides), pairs=tuple(pairs)), active, encoder)
    if failures:
        raise XlcheckError(f"{failures[0].where}: {failures[0].message}")
    return sorted(findings, key=finding_order)
