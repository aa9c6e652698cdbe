"""Article → Segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.model import Article, LineRole, Segment
from xlcheck.segment.paragraphs import paragraphs
from xlcheck.segment.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator


def segment_article(article: Article) -> tuple[Segment, ...]:
    """Return the sentences of an article's title and body, in order; skipped lines have none.

    Every visible character of a title or body line belongs to exactly one segment. A segment holds a line break only
    where the text was wrapped by hand.
    """
    return tuple(_segments(article))


def _segments(article: Article) -> Iterator[Segment]:
    index = 0
    for number, lines in enumerate(paragraphs(article)):
        start, end = lines[0].span.start, lines[-1].span.end
        language = lines[0].language or article.language
        for left, right in split_sentences(article.text[start:end], language):
            yield Segment(
                index=index,
                span=article.span(start + left, start + right),
                language=language,
                paragraph=number,
                is_title=lines[0].role is LineRole.TITLE,
            )
            index += 1
