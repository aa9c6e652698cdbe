"""The whole program as one straight line: ingest → segment → extract → translate → pair → align → check → triage.

Each stage is a plain function over frozen values. Whatever breaks inside one article or one pair becomes a recorded
failure of that article or pair; everything else goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from xlcheck.align import align_articles, align_whole
from xlcheck.checks.base import CheckContext
from xlcheck.checks.registry import ARTICLE_CHECKS, PAIR_CHECKS, select_checks
from xlcheck.embed import COVERED, Encoder, VectorCache
from xlcheck.errors import TranslationError, XlcheckError
from xlcheck.ingest import Limits, read_corpus
from xlcheck.model import (
    ArticleFacts,
    ArticlePair,
    Cluster,
    Coverage,
    DocumentResult,
    Failure,
    LineRole,
    LinkClass,
    MissingPack,
    PairMode,
    PairOrigin,
    PairResult,
    Report,
    Side,
    Skipped,
    Verdict,
)
from xlcheck.pair import (
    LEAD_SENTENCES,
    Pairing,
    pair_articles,
    pairing_article,
    read_manifest,
    resolve,
    score_of_grade,
)
from xlcheck.reading import plain_article, read_article, translate_language, with_translation
from xlcheck.render.progress import NoProgress
from xlcheck.segment import segment_article
from xlcheck.signature import make_signature
from xlcheck.translate import debian_command, install_command, open_translator
from xlcheck.translate.memory import FILE_NAME as MEMORY_NAME
from xlcheck.translate.memory import TranslationMemory
from xlcheck.translate.packs import find_routes, pack_code
from xlcheck.translate.remembering import remembering
from xlcheck.triage.decision import decide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from xlcheck.config import Config
    from xlcheck.model import Article, Finding
    from xlcheck.pair import HalfMatrix, NamedPairs
    from xlcheck.render.progress import Progress

PAIRING_WORDS = 8
"""Shorter sentences say too little about what an article is about."""

ARTICLES_AN_ENCODER = 2000
"""Some 50 MB of sentence vectors, and minutes of work: loading the encoder again does not show."""

Result = TypeVar("Result")
_SILENT = NoProgress()


def check_paths(
    paths: Sequence[str],
    config: Config,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress = _SILENT,
    fetch: Callable[[str], object] | None = None,
) -> Report:
    """Check files and folders: the main job.

    Args:
        paths: files, folders (searched to any depth), or "-" for `stdin`.
        progress: told about each stage.
        fetch: installs what translates a language, asked for each that nothing is installed for; None leaves those
            untranslated.

    Raises:
        UsageError: a check is selected that does not exist.
    """
    select_checks(select=config.select, ignore=config.ignore, preview=config.preview)  # refuse a typo before the work
    corpus = read_corpus(paths, stdin=stdin, limits=Limits(max_bytes=config.max_bytes))
    report = check_articles(corpus.articles, config, progress=progress, fetch=fetch)
    return replace(
        report,
        skipped=(*corpus.skipped, *report.skipped),
        failures=(*corpus.failures, *report.failures),
    )


def check_articles(
    articles: Sequence[Article],
    config: Config,
    *,
    progress: Progress = _SILENT,
    together: bool = False,
    fetch: Callable[[str], object] | None = None,
) -> Report:
    """Check articles that are already in memory.

    Args:
        together: the articles are known to be about one event (`xlcheck compare`): they are not searched for pairs.
        fetch: as in `check_paths`.
    """
    active = select_checks(select=config.select, ignore=config.ignore, preview=config.preview)
    named = resolve(read_manifest(config.pairs), articles) if config.pairs and not together else None
    failures: list[Failure] = []
    encoder = _encoder(config)

    progress.stage("reading", len(articles))
    sides: list[Side] = []
    for article in articles:
        side = _guard(lambda: read_article(article), article.id, failures)  # noqa: B023
        sides += [side] if side is not None else []
        progress.advance()

    translation = _translate(sides, config, progress, fetch)
    sides = translation.sides
    failures += translation.failures

    texts = [segment.text for side in sides for segment in side.segments if segment.language in COVERED]
    progress.stage("encoding", len(texts))
    encoder.encode(texts, progress=progress.advance)
    pairing = Pairing(clusters=_one_cluster(sides)) if together else _pair(sides, encoder, named)
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
        pair = _guard(lambda: align_articles(source, english, encoder, related=related), name, failures)  # noqa: B023
        if pair is not None:
            pair_findings, pair_failures = check_links(pair, active, _context(pair, encoder))
            findings += pair_findings
            failures += pair_failures
            pairs.append(PairResult(pair=pair, failure=pair_failures[0] if pair_failures else None))
        progress.advance()
    for side in sides:
        side_findings, side_failures = check_side(side, active, CheckContext())
        findings += side_findings
        failures += side_failures

    kept = sorted((f for f in findings if f.confidence.value >= config.min_confidence), key=_finding_order)
    hidden = len(findings) - len(kept)
    return Report(
        documents=tuple(
            DocumentResult(side=side, decision=decide(side.article.id, kept))
            for side in sorted(sides, key=lambda side: side.article.id)
        ),
        clusters=clusters,
        pairs=tuple(pairs),
        findings=tuple(kept),
        coverage=_coverage(sides, pairs),
        signature=make_signature(config=config, checks=active, translation=translation.description),
        failures=tuple(failures),
        missing_packs=translation.missing,
        notices=(
            *_notices(sides, clusters, hidden, config),
            *_other_ways(translation.missing, config.engine),
            *pairing.notices,
        ),
    )


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
    progress: Progress = _SILENT,
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
        side = _guard(lambda: _sentences_only(article), article.id, failures)  # noqa: B023
        sides += [side] if side is not None else []
        progress.advance()
    covered = [side for side in sides if side.article.language in COVERED]
    translation = _translate([side for side in sides if side.article.language not in COVERED], config, progress)
    sides = [*covered, *translation.sides]
    vectors = _half_vectors(sides, config, progress)
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
    findings, failures = check_links(pair, active, _context(pair, encoder))
    for side in (left, right):
        side_findings, side_failures = check_side(side, active, CheckContext())
        findings += side_findings
        failures += side_failures
    if failures:
        raise XlcheckError(f"{failures[0].where}: {failures[0].message}")
    return sorted(findings, key=_finding_order)


def orient(left: Side, right: Side) -> tuple[Side, Side]:
    """Return a pair's sides as (source, English): the English article second, two of a kind in order of their ids."""
    first, second = sorted((left, right), key=lambda side: (side.article.language == "en", side.article.id))
    return first, second


def check_links(
    pair: ArticlePair, active: frozenset[str], context: CheckContext
) -> tuple[list[Finding], list[Failure]]:
    """Run the pair checks on an aligned pair."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    for check in PAIR_CHECKS:
        if check.INFO.id in active:
            where = f"{check.INFO.id} on {pair.source.article.id} ↔ {pair.english.article.id}"
            found = _guard(lambda: list(check.check(pair, context)), where, failures)  # noqa: B023
            findings += [_point_at_garbled(finding, pair) for finding in found or ()]
    return findings, failures


def _context(pair: ArticlePair, encoder: Encoder) -> CheckContext:
    """Return what the checks of a pair may ask; no similarity where the encoder does not know both languages."""
    covered = {pair.source.article.language, pair.english.article.language} <= COVERED
    return CheckContext(cosine=encoder.cosine) if covered else CheckContext()


def check_side(side: Side, active: frozenset[str], context: CheckContext) -> tuple[list[Finding], list[Failure]]:
    """Run the checks that look at one article by itself."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    for check in ARTICLE_CHECKS:
        if check.INFO.id in active:
            where = f"{check.INFO.id} on {side.article.id}"
            findings += _guard(lambda: list(check.check(side, context)), where, failures) or []  # noqa: B023
    return findings, failures


def _guard(work: Callable[[], Result], where: str, failures: list[Failure]) -> Result | None:
    """Run one unit of work; whatever it raises becomes a recorded failure, so that the others go on.

    The one place with a broad except: a bug in one check must neither hide the findings of the others nor pass for
    "nothing found".
    """
    try:
        return work()
    except XlcheckError as error:
        failures.append(Failure(where=where, message=str(error), hint=error.hint))
    except Exception as error:  # noqa: BLE001
        failures.append(Failure(where=where, message=f"internal error: {type(error).__name__}: {error}"))
    return None


def _point_at_garbled(finding: Finding, pair: ArticlePair) -> Finding:
    """Let a finding about broken text point at the broken side, whichever that is."""
    if finding.verdict is not Verdict.TEXT_GARBLED or not finding.related:
        return finding
    garble = {side.article.id: side.document_garble.value for side in (pair.source, pair.english)}
    if garble[finding.related[0].doc] > garble[finding.where[0].doc]:
        return replace(finding, where=finding.related, related=finding.where)
    return finding


@dataclass(frozen=True, slots=True, kw_only=True)
class _TranslationResult:
    sides: list[Side]
    description: str
    missing: tuple[MissingPack, ...] = ()
    failures: tuple[Failure, ...] = ()


def _translate(
    sides: list[Side], config: Config, progress: Progress, fetch: Callable[[str], object] | None = None
) -> _TranslationResult:
    """Translate what can be translated; the run goes on from the source text alone where nothing can."""
    foreign = {side.article.language for side in sides} - {"en", "und"}
    if config.engine == "none" or not foreign:
        return _TranslationResult(sides=sides, description="none")
    lacking = _fetch(foreign, fetch) if fetch is not None else {}
    memory = TranslationMemory(config.cache_folder / MEMORY_NAME) if config.cache_folder is not None else None
    failures: list[Failure] = []
    used: list[str] = []
    with open_translator(engine=config.engine) as engines:
        available = engines.languages() & foreign
        failures += [failure for language, failure in lacking.items() if language not in available]
        failures += [
            Failure(where=item.folder.as_posix(), message=str(item.error), hint=item.error.hint)
            for item in engines.broken
            if item.language in foreign
        ]
        progress.stage("translating", sum(segment.language in available for side in sides for segment in side.segments))
        for language in sorted(available):
            try:
                translator = remembering(engines.choose(language), memory)
                sides = translate_language(sides, translator, language=language, progress=progress.advance)
                used.append(translator.describe(language))
            except TranslationError as error:
                failures.append(Failure(where=f"translation from {language}", message=str(error), hint=error.hint))
    missing = tuple(
        MissingPack(
            language=language,
            articles=sum(side.article.language == language for side in sides),
            command=_install_command(language, config.engine),
        )
        for language in sorted(foreign - available)
    )
    return _TranslationResult(
        sides=sides, description=", ".join(used) or "none", missing=missing, failures=tuple(failures)
    )


def _install_command(language: str, engine: str) -> str:
    """Return the command that installs what is missing; Argos has far more languages than Apertium."""
    return (debian_command(language) if engine == "apertium" else "") or install_command(language)


def _other_ways(missing: Iterable[MissingPack], engine: str) -> Iterator[str]:
    """Say for which languages Apertium can be installed instead of an Argos pack."""
    if engine == "auto":
        for pack in missing:
            if command := debian_command(pack.language):
                yield f"{pack.language} can be translated by Apertium too, on Debian and Ubuntu: {command}"


def _fetch(languages: Iterable[str], fetch: Callable[[str], object]) -> dict[str, Failure]:
    """Have a pack installed for each language that has none; return why for those for which none can be had."""
    installed = find_routes().keys()
    lacking = {}
    for language in sorted(languages):
        if pack_code(language) not in installed:
            try:
                fetch(language)
            except TranslationError as error:
                place = f"language pack for {language}"
                lacking[language] = Failure(where=place, message=str(error), hint=error.hint)
    return lacking


def _half_vectors(sides: Sequence[Side], config: Config, progress: Progress) -> dict[str, HalfMatrix]:
    """Return sentence vectors by article in half precision, 1 kB a sentence.

    A new encoder now and then forgets what the one before it held, so that an archive fits into memory.
    """
    found: dict[str, HalfMatrix] = {}
    progress.stage("encoding", len(sides))
    for start in range(0, len(sides), ARTICLES_AN_ENCODER):
        encoder = _encoder(config)
        part = {side.article.id: _pairing_texts(side) for side in sides[start : start + ARTICLES_AN_ENCODER]}
        encoder.encode([text for texts in part.values() for text in texts])
        for name, texts in part.items():
            found[name] = encoder.encode(texts).astype("float16")
        progress.advance(len(part))
    return found


def _sentences_only(article: Article) -> Side:
    return Side(article=article, segments=segment_article(article), facts=ArticleFacts())


def _encoder(config: Config) -> Encoder:
    return Encoder(VectorCache(config.cache_folder / "vectors.sqlite") if config.cache_folder else None)


def _pair(sides: Sequence[Side], encoder: Encoder, named: NamedPairs | None) -> Pairing:
    """Find out which articles belong together; sentence vectors are looked up only where they are needed."""
    by_id = {side.article.id: side for side in sides}
    return pair_articles(
        [pairing_article(side.article, encoder.encode(_pairing_texts(side)[:LEAD_SENTENCES])) for side in sides],
        lambda name: encoder.encode(_pairing_texts(by_id[name])),
        named=named,
    )


def _pairing_texts(side: Side) -> list[str]:
    """Return the sentences that pairing looks at; one in a language without vectors is there in its translation."""
    texts = []
    for segment in side.segments:
        translation = side.translation(segment.index)
        if segment.language in COVERED:
            texts.append(segment.text)
        elif translation is not None and not translation.suspect:
            texts.append(translation.text)
    return list(dict.fromkeys(text for text in texts if _is_content(text)))


def _is_content(text: str) -> bool:
    words = len(text.split())
    return words >= PAIRING_WORDS or (words <= 2 and len(text) >= 2 * PAIRING_WORDS)  # scripts without spaces


def _one_cluster(sides: Sequence[Side]) -> tuple[Cluster, ...]:
    names = tuple(sorted(side.article.id for side in sides))
    if len(names) < 2:
        return ()
    dates = [side.article.date for side in sides if side.article.date]
    pairs = tuple((left, right, 1.0) for place, left in enumerate(names) for right in names[place + 1 :])
    return (Cluster(articles=names, pairs=pairs, date=min(dates, default=None)),)


def _finding_order(finding: Finding) -> tuple[int, float, str, int, str, str]:
    first = finding.where[0]
    return (
        -finding.severity.rank,
        -finding.confidence.value,
        first.doc,
        first.start,
        finding.check,
        finding.fingerprint,
    )


def _coverage(sides: Sequence[Side], pairs: Iterable[PairResult]) -> Coverage:
    linked: set[tuple[str, int]] = set()
    paired: set[str] = set()
    for result in pairs:
        pair = result.pair
        paired |= {pair.source.article.id, pair.english.article.id}
        for link in pair.links:
            if link.link_class is not LinkClass.POSSIBLE:
                linked |= {(pair.source.article.id, index) for index in link.source}
                linked |= {(pair.english.article.id, index) for index in link.english}
    return Coverage(
        articles=len(sides),
        skipped_lines=sum(line.role is LineRole.SKIPPED for side in sides for line in side.article.lines),
        segments=sum(len(side.segments) for side in sides),
        linked=len(linked),
        pairable=sum(len(side.segments) for side in sides if side.article.id in paired),
        foreign=sum(segment.language not in ("en", "und") for side in sides for segment in side.segments),
        translated=sum(len(side.translations) for side in sides),
    )


def _notices(sides: Sequence[Side], clusters: Sequence[Cluster], hidden: int, config: Config) -> tuple[str, ...]:
    notices = []
    if len(sides) == 1:
        notices.append("Only one article: it was checked by itself, there was nothing to compare it with.")
    elif len(sides) > 1 and not clusters:
        notices.append("No two articles are about the same event; each was checked by itself.")
    uncovered = sorted({side.article.language for side in sides if side.article.language not in COVERED})
    if uncovered:
        notices.append(
            f"No sentence vectors for {', '.join(uncovered)}: "
            "such articles are paired and aligned through a translation, or by sentence lengths where named together."
        )
    if hidden:
        notices.append(f"{hidden} findings below confidence {config.min_confidence:g} are not shown.")
    return tuple(notices)
