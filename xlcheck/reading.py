"""Everything that is read from one article by itself: sentences, facts, signs of garbling, translation.

The stages that need one article only; `pipeline` puts articles together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.errors import InputError
from xlcheck.extract.cues.polarity import extract_polarity
from xlcheck.extract.names.in_article import extract_article_names
from xlcheck.extract.quantities.in_sentence import extract_numbers_and_dates
from xlcheck.extract.quotations.in_article import extract_quotations
from xlcheck.ingest.evidence import find_evidence
from xlcheck.model import Article, ArticleFacts, Line, LineRole, Side, Span, Translation
from xlcheck.score.garble import judge_article
from xlcheck.segment import segment_article
from xlcheck.translate.health import suspect_reasons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from xlcheck.model import Segment
    from xlcheck.translate.base import Translator

GIVEN = "given"
"""The engine of a translation that the caller supplied."""


def plain_article(text: str, *, name: str, language: str) -> Article:
    """Return a text in memory as an article: every line is body, nothing is taken for boilerplate."""
    lines = []
    start = 0
    for line in text.split("\n"):
        span = Span(doc=name, start=start, end=start + len(line), text=line)
        lines.append(Line(span=span, role=LineRole.BODY))
        start += len(line) + 1
    starts = tuple(line.span.start for line in lines)
    return Article(
        id=name,
        path=name,
        text=text,
        language=language,
        language_confidence=1.0,
        lines=tuple(lines),
        line_starts=starts,
        evidence=find_evidence(name, text),
    )


def read_article(article: Article) -> Side:
    """Return an article with its segments, facts and garble scores; the translation is added later, for all at once."""
    segments = segment_article(article)
    facts = read_facts(article, segments)
    garble, document = judge_article(segments, article.language, facts.mentions)
    return Side(article=article, segments=segments, facts=facts, garble=garble, document_garble=document)


def read_facts(article: Article, segments: Sequence[Segment]) -> ArticleFacts:
    """Return all facts of an article, each read in the language of its sentence."""
    numbers_and_dates = [extract_numbers_and_dates(segment.span, segment.language) for segment in segments]
    mentions = extract_article_names(segments, article.language)
    quotations = extract_quotations(article, segments, mentions)
    return ArticleFacts(
        quantities=tuple(fact for quantities, _ in numbers_and_dates for fact in quantities),
        dates=tuple(fact for _, dates in numbers_and_dates for fact in dates),
        quotes=quotations.quotes,
        indirect=quotations.indirect,
        mentions=mentions,
        polarity=tuple(cue for segment in segments for cue in extract_polarity(segment.span, segment.language)),
    )


def with_translation(side: Side, lines: Sequence[str]) -> Side:
    """Return the side with English that the caller brought, one line a sentence, judged as if it were our own.

    Raises:
        InputError: there are not as many lines as sentences.
    """
    if len(lines) != len(side.segments):
        raise InputError(f"{len(lines)} lines of translation for {len(side.segments)} sentences")
    translations = [
        Translation(
            segment=segment.index,
            text=line,
            engine=GIVEN,
            pack="",
            suspect=suspect_reasons(segment.text, line, language=segment.language),
        )
        for segment, line in zip(side.segments, lines, strict=True)
    ]
    return replace(side, translations=tuple(translations))


def translate_language(
    sides: Sequence[Side],
    translator: Translator,
    *,
    language: str,
    progress: Callable[[int], None] | None = None,
) -> list[Side]:
    """Return the sides with English for each segment in a language.

    All its sentences go to the engine at once, whatever article they are from: it batches them by length.

    Raises:
        TranslationError: the pack cannot be used.
    """
    todo = [(side, segment) for side in sides for segment in side.segments if segment.language == language]
    raw = translator.translate([segment.text for _, segment in todo], language=language, progress=progress)
    found: dict[str, list[Translation]] = {}
    for (side, segment), item in zip(todo, raw, strict=True):
        found.setdefault(side.article.id, []).append(
            Translation(
                segment=segment.index,
                text=item.text,
                engine=translator.engine,
                pack=item.pack,
                score=item.score,
                suspect=item.suspect,
            )
        )
    return [
        replace(
            side,
            translations=tuple(
                sorted((*side.translations, *found.get(side.article.id, ())), key=lambda item: item.segment)
            ),
        )
        for side in sides
    ]
