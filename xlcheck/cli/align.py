"""`xlcheck align`: which sentences of two texts correspond."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from xlcheck.cli.settings import configuration
from xlcheck.errors import InputError, UsageError
from xlcheck.safe_text import printable

if TYPE_CHECKING:
    from xlcheck.align.presets import Preset
    from xlcheck.config import Config
    from xlcheck.model import Article, ArticleFacts, ArticlePair, PairMode, Segment, Side

MODES = ("parallel", "comparable", "auto")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*")
DETECT_CHARS = 20_000
"""As much of a file as its language is told from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignOptions:
    """The options as they were given; empty strings mean "not given"."""

    sentences: bool = False
    source_language: str = ""
    english_language: str = ""
    mode: str = ""
    preset: str = ""
    format: str = "jsonl"
    cache: bool = True
    quiet: bool = False


def run_align(left: str, right: str, options: AlignOptions) -> None:
    """Align two files and print the links.

    Raises:
        UsageError: an option makes no sense; nothing has been read then.
        InputError: a file cannot be read.
    """
    from xlcheck.align.formats import alignment_format

    formatter = alignment_format(options.format)
    mode, preset = _mode(options), _preset(options.preset)
    languages = [_language(options.source_language), _language(options.english_language)]
    config = configuration(**({} if options.cache else {"cache": False}))
    if options.sentences:
        sides = [
            _sentence_side(path, language, config, quotes=mode is None or mode.value != "parallel")
            for path, language in zip((left, right), languages, strict=True)
        ]
    else:
        sides = [_article_side(path, language, config) for path, language in zip((left, right), languages, strict=True)]
    pair = _aligned(sides[0], sides[1], mode, preset, config)
    if not options.quiet:
        _say_how(pair)
    lines = formatter(
        pair.links,
        [segment.text for segment in pair.source.segments],
        [segment.text for segment in pair.english.segments],
        source_language=pair.source.article.language,
        english_language=pair.english.article.language,
    )
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _aligned(source: Side, english: Side, mode: PairMode | None, preset: Preset | None, config: Config) -> ArticlePair:
    from xlcheck.align import align_articles, cover_all
    from xlcheck.embed import Encoder, VectorCache

    encoder = Encoder(VectorCache(config.cache_folder / "vectors.sqlite") if config.cache_folder else None)
    pair = align_articles(source, english, encoder, related=True, mode=mode, preset=preset)
    return replace(pair, links=tuple(cover_all(pair)))


def _say_how(pair: ArticlePair) -> None:
    from xlcheck.embed import COVERED

    without = sorted({pair.source.article.language, pair.english.article.language} - COVERED)
    if without:
        typer.echo(
            f"xlcheck: no sentence vectors for {', '.join(without)}: aligned by sentence lengths, numbers and names",
            err=True,
        )
    if not pair.links:
        typer.echo("xlcheck: no sentences were found to correspond", err=True)


def _sentence_side(path: str, language: str, config: Config, *, quotes: bool) -> Side:
    """Return a file as a side whose segments are its lines, blank ones included, so that line numbers are indexes."""
    from xlcheck.model import Article, ArticleFacts, Line, LineRole, Segment, Side

    lines = _lines(path, config)
    text = "\n".join(lines)
    article = Article(
        id=path,
        path=path,
        text=text,
        language=language or _detected(text),
        language_confidence=1.0,
        lines=(),
    )
    spans, start = [], 0
    for line in lines:
        spans.append(article.span(start, start + len(line)))
        start += len(line) + 1
    article = replace(article, lines=tuple(Line(span=span, role=LineRole.BODY) for span in spans))
    segments = tuple(
        Segment(index=index, span=span, language=article.language, paragraph=index) for index, span in enumerate(spans)
    )
    return Side(article=article, segments=segments, facts=_facts(article, segments) if quotes else ArticleFacts())


def _detected(text: str) -> str:
    from xlcheck.lang.detect import detect

    return detect(text[:DETECT_CHARS])[0]


def _facts(article: Article, segments: tuple[Segment, ...]) -> ArticleFacts:
    from xlcheck.reading import read_facts  # slow to import, and needed only for quotations in comparable texts

    return read_facts(article, segments)


def _lines(path: str, config: Config) -> list[str]:
    from xlcheck.ingest.decode import decode

    try:
        size = Path(path).stat().st_size
        if size > config.max_bytes:
            raise InputError(f"{path} is larger than {config.max_bytes} bytes", hint="raise max-bytes in xlcheck.toml")
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(printable(f"{path} cannot be read: {reason}")) from error
    # Only what an editor counts as a line: a line separator inside a sentence is part of it.
    lines = re.split(r"\r\n|\n|\r", decode(data).text)
    return lines if lines[-1] else lines[:-1]


def _article_side(path: str, language: str, config: Config) -> Side:
    from xlcheck.ingest import Limits, read_corpus
    from xlcheck.reading import read_article

    corpus = read_corpus([path], limits=Limits(max_bytes=config.max_bytes))
    if corpus.failures:
        raise InputError(printable(f"{path}: {corpus.failures[0].message}"), hint=corpus.failures[0].hint)
    if len(corpus.articles) != 1:
        raise InputError(
            printable(f"{path} holds {len(corpus.articles) or 'no'} articles, not one"),
            hint="xlcheck align takes two files of one article each; use --sentences for one sentence a line",
        )
    article: Article = corpus.articles[0]
    if language:
        article = replace(article, language=language, language_confidence=1.0)
    return read_article(article)


def _mode(options: AlignOptions) -> PairMode | None:
    from xlcheck.model import PairMode

    name = options.mode or ("parallel" if options.sentences else "auto")
    if name not in MODES:
        raise UsageError(printable(f"there is no mode {name!r}"), hint=f"one of {', '.join(MODES)}")
    return None if name == "auto" else PairMode(name)


def _preset(name: str) -> Preset | None:
    from xlcheck.align.presets import PRESETS

    if name and name not in PRESETS:
        raise UsageError(printable(f"there is no preset {name!r}"), hint=f"one of {', '.join(PRESETS)}")
    return PRESETS[name] if name else None


def _language(code: str) -> str:
    if code and not _LANGUAGE.fullmatch(code):
        raise UsageError(printable(f"{code!r} is no language code"), hint="use a code such as de, fr or ru")
    return re.split("[-_]", code)[0]
