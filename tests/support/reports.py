"""Reports for tests, built by hand from small invented articles; no stage of the pipeline is needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.checks.base import fingerprint
from xlcheck.model import (
    Article,
    ArticleFacts,
    ArticlePair,
    Cluster,
    Confidence,
    Coverage,
    Decision,
    DecisionKind,
    DocumentResult,
    Failure,
    Finding,
    GarbleScore,
    Line,
    LineRole,
    Link,
    LinkClass,
    LinkKind,
    PairMode,
    PairResult,
    Report,
    Segment,
    Severity,
    Side,
    Span,
    Translation,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlcheck.model import MissingPack, OffsetMap, Skipped

CHECKS = ("XA103", "XC101", "XD101", "XG103", "XG105", "XN101", "XT101")
"""What ran, so that kept outputs do not change with every new check."""
SIGNATURE = "xlcheck 0.0 · checks 0123abcd · packs de-en 1.0 · config 89ef4567"


def make_side(
    path: str,
    text: str,
    *,
    language: str = "en",
    skipped: Mapping[int, tuple[str, str]] | None = None,
    translations: Sequence[str] = (),
    garble: float = 0.0,
    offsets: OffsetMap | None = None,
    line_starts: tuple[int, ...] | None = None,
) -> Side:
    """Build an article whose first line is the title and whose other lines hold sentences.

    Sentences end at a full stop followed by a space, and at the end of a line. `skipped` maps 0-based line numbers to
    (rule, reason); `translations` are given in the order of the sentences.
    """
    skipped = skipped or {}
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines: list[Line] = []
    segments: list[Segment] = []
    for number, start in enumerate(starts):
        end = text.find("\n", start) if "\n" in text[start:] else len(text)
        span = Span(doc=path, start=start, end=end, text=text[start:end])
        if number in skipped:
            rule, reason = skipped[number]
            lines.append(Line(span=span, role=LineRole.SKIPPED, rule=rule, reason=reason))
            continue
        role = LineRole.TITLE if number == 0 else LineRole.BODY
        lines.append(Line(span=span, role=role))
        for match in re.finditer(r"\S.*?(?:[.。](?=\s|$)|。|$)", span.text):
            piece = span.sub(match.start(), match.end())
            segments.append(
                Segment(index=len(segments), span=piece, language=language, paragraph=number, is_title=number == 0)
            )
    article = Article(
        id=path,
        path=path,
        text=text,
        language=language,
        language_confidence=0.98765,
        lines=tuple(lines),
        line_starts=tuple(starts) if line_starts is None else line_starts,
        title=lines[0].span if lines and lines[0].role is LineRole.TITLE and lines[0].span.text else None,
        offsets=offsets,
    )
    return Side(
        article=article,
        segments=tuple(segments),
        facts=ArticleFacts(),
        garble=tuple(GarbleScore(value=0.0) for _ in segments),
        document_garble=GarbleScore(value=garble),
        translations=tuple(
            Translation(segment=index, text=english, engine="argos", pack=f"{language}-en 1.0", score=-0.25)
            for index, english in enumerate(translations)
        ),
    )


def span_of(side: Side, words: str) -> Span:
    """Return the first place of these words in an article."""
    start = side.article.text.index(words)
    return side.article.span(start, start + len(words))


def make_finding(
    where: Sequence[Span],
    related: Sequence[Span] = (),
    *,
    check: str = "XN101",
    name: str = "number-value",
    severity: Severity = Severity.WARNING,
    confidence: Sequence[tuple[str, float]] = (("link", 0.97), ("comparison", 0.96)),
    verdict: Verdict = Verdict.ARTICLES_DISAGREE,
    message: str = "The numbers differ.",
    cause: str = "",
    evidence: Sequence[tuple[str, str]] = (),
) -> Finding:
    """Build a finding as a check would."""
    return Finding(
        check=check,
        name=name,
        severity=severity,
        confidence=Confidence(components=tuple(confidence)),
        verdict=verdict,
        message=message,
        where=tuple(where),
        related=tuple(related),
        cause=cause,
        evidence=tuple(evidence),
        fingerprint=fingerprint(check, where, related),
    )


def make_pair(
    source: Side, english: Side, links: Sequence[tuple[Sequence[int], Sequence[int]]] = (), *, failure: str = ""
) -> PairResult:
    """Build a compared pair with links between these sentences."""
    return PairResult(
        pair=ArticlePair(
            source=source,
            english=english,
            mode=PairMode.COMPARABLE,
            links=tuple(
                Link(
                    source=tuple(left),
                    english=tuple(right),
                    kind=LinkKind.COMPARABLE,
                    link_class=LinkClass.SURE if left and right else LinkClass.POSSIBLE,
                    score=0.81234567,
                    margin=0.2,
                    length_ratio=0.9,
                    probability=0.96,
                )
                for left, right in links
            ),
        ),
        failure=Failure(where=f"{source.article.id} ↔ {english.article.id}", message=failure) if failure else None,
    )


def make_report(
    sides: Sequence[Side] = (),
    *,
    pairs: Sequence[PairResult] = (),
    findings: Sequence[Finding] = (),
    decisions: Mapping[str, Decision] | None = None,
    clusters: Sequence[Sequence[str]] = (),
    skipped: Sequence[Skipped] = (),
    failures: Sequence[Failure] = (),
    missing_packs: Sequence[MissingPack] = (),
    notices: Sequence[str] = (),
) -> Report:
    """Build a report; articles are accepted unless `decisions` says otherwise, and coverage is counted."""
    decisions = decisions or {}
    accept = Decision(kind=DecisionKind.ACCEPT)
    ordered = sorted(sides, key=lambda side: side.article.id)
    paired = {side.article.id: side for result in pairs for side in (result.pair.source, result.pair.english)}
    linked = {
        (side.article.id, index)
        for result in pairs
        for link in result.pair.links
        if link.source and link.english
        for side, indexes in ((result.pair.source, link.source), (result.pair.english, link.english))
        for index in indexes
    }
    foreign = [side for side in ordered if side.article.language != "en"]
    return Report(
        documents=tuple(DocumentResult(side=side, decision=decisions.get(side.article.id, accept)) for side in ordered),
        clusters=tuple(
            Cluster(
                articles=tuple(sorted(articles)),
                pairs=tuple(
                    (result.pair.source.article.id, result.pair.english.article.id, 0.875)
                    for result in pairs
                    if result.pair.source.article.id in articles
                ),
            )
            for articles in clusters
        ),
        pairs=tuple(pairs),
        findings=tuple(findings),
        coverage=Coverage(
            articles=len(ordered),
            skipped_lines=sum(line.role is LineRole.SKIPPED for side in ordered for line in side.article.lines),
            segments=sum(len(side.segments) for side in ordered),
            linked=len(linked),
            pairable=sum(len(side.segments) for side in paired.values()),
            foreign=sum(len(side.segments) for side in foreign),
            translated=sum(len(side.translations) for side in foreign),
        ),
        signature=SIGNATURE,
        skipped=tuple(skipped),
        failures=tuple(failures),
        missing_packs=tuple(missing_packs),
        notices=tuple(notices),
        checks=CHECKS,
    )
