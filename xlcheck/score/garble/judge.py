"""The two questions asked of this package: how broken is this sentence, and how broken is this article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile
from xlcheck.score.garble.clauses import clause_hits
from xlcheck.score.garble.combine import article_shift, combine, judge_document
from xlcheck.score.garble.echoes import echo_hits
from xlcheck.score.garble.edges import edge_hits
from xlcheck.score.garble.flow import flow_hits
from xlcheck.score.garble.hints import NO_HINTS, ArticleHints, gather_hints
from xlcheck.score.garble.inventions import invention_hits
from xlcheck.score.garble.leaks import leak_hits
from xlcheck.score.garble.names import name_hits
from xlcheck.score.garble.neighbours import neighbour_hits
from xlcheck.score.garble.order import order_hits
from xlcheck.score.garble.tokens import Sentence, read_sentence, tokenize
from xlcheck.score.garble.wording import wording_hits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import GarbleScore, Mention, Segment
    from xlcheck.score.garble.hit import Hit

_RESIDUE = "foreign-words"


def judge_sentence(text: str, language: str, *, article: ArticleHints | None = None) -> GarbleScore:
    """Return how likely one sentence is broken machine translation.

    Args:
        text: the sentence.
        language: its ISO 639 code; for a language without a data file only loops and mixed scripts are seen.
        article: what the rest of the article shows, if there is one.
    """
    sentence = read_sentence(text, load_profile(language).garble)
    return combine(_hits(sentence, language, article or NO_HINTS))


def judge_article(
    segments: Sequence[Segment], language: str, mentions: Sequence[Mention] = ()
) -> tuple[tuple[GarbleScore, ...], GarbleScore]:
    """Judge every sentence of an article in the light of the others, then the article as a whole.

    Args:
        segments: its sentences in order; each is judged in its own language.
        language: the article's language, for the names and titles of the whole.
        mentions: the names that were found in it.

    Returns:
        One score per segment, in order, and the score of the article.
    """
    names = [mention.name for mention in mentions]
    hints = gather_hints([segment.text for segment in segments], names, load_profile(language).garble)
    seen = [_seen(segments, index, language, hints) for index in range(len(segments))]
    first = [combine(hits, is_title=segment.is_title) for hits, segment in zip(seen, segments, strict=True)]
    document = judge_document(first)
    shift = article_shift(document) if len(segments) > 1 else 0.0
    if not shift:
        return tuple(first), document
    scores = tuple(
        combine(hits, is_title=segment.is_title, shift=shift) for hits, segment in zip(seen, segments, strict=True)
    )
    return scores, document


def _seen(segments: Sequence[Segment], index: int, language: str, hints: ArticleHints) -> list[Hit]:
    """Return the hits of a segment; in a passage of another language, words of the article's own are no residue."""
    own = segments[index].language
    hits = _hits(_read(segments, index), own, hints)
    return [hit for hit in hits if own == language or hit.name != _RESIDUE]


def _read(segments: Sequence[Segment], index: int) -> Sentence:
    segment = segments[index]
    following = segments[index + 1] if index + 1 < len(segments) else None
    first = ""
    if following is not None and following.paragraph == segment.paragraph:
        ahead = tokenize(following.text[:80])
        first = ahead[0].text if ahead else ""
    profile = load_profile(segment.language).garble
    return read_sentence(segment.text, profile, is_title=segment.is_title, following=first)


def _hits(sentence: Sentence, language: str, hints: ArticleHints) -> Iterator[Hit]:
    if not sentence.tokens:
        return
    yield from edge_hits(sentence, hints)
    yield from name_hits(sentence, hints)
    yield from clause_hits(sentence)
    yield from neighbour_hits(sentence, language)
    yield from echo_hits(sentence, language)
    yield from wording_hits(sentence, language)
    yield from leak_hits(sentence, language)
    yield from invention_hits(sentence, language)
    yield from flow_hits(sentence, language)
    yield from order_hits(sentence, language)
