"""Lines → paragraphs: a line is a paragraph, unless the text was wrapped by hand.

Text out of mail, agencies' tickers and PDF files is broken into lines of about the same width, without regard to
sentences. It is recognised by the way wrapping works: each line is as long as it could be, that is, the next line's
first word would not have fitted; and somewhere a line ends in the middle of a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from xlcheck.model import Article, Line, LineRole
from xlcheck.segment.plain_view import is_invisible

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_WIDTH = 120
"""Nobody wraps text wider than this; longer lines are paragraphs."""
MIN_WIDTH = 30
"""Shorter lines are headings, captions, bylines and verse."""
_LINE_BREAK = re.compile(r"\r\n|[\n\r\N{LINE SEPARATOR}]")
_SENTENCE_END = re.compile(r"[.!?…:;。！？؟۔।][\"”“»«’'‘)\]」』]*$")


def paragraphs(article: Article) -> Iterator[tuple[Line, ...]]:
    """Yield the paragraphs of an article as runs of lines; skipped and empty lines belong to none."""
    for block in _blocks(article):
        if len(block) > 1 and _is_wrapped(block):
            yield from _wrapped_paragraphs(block)
        else:
            yield from ((line,) for line in block)


def _blocks(article: Article) -> Iterator[list[Line]]:
    """Yield runs of body lines with nothing but one line break between them; a title line stands alone."""
    block: list[Line] = []
    for line in article.lines:
        if line.role is LineRole.SKIPPED or _is_blank(line.span.text):
            continue
        if block and not _adjacent(article.text, block[-1], line):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _adjacent(text: str, line: Line, following: Line) -> bool:
    if LineRole.TITLE in (line.role, following.role) or line.language != following.language:
        return False
    gap = text[line.span.end : min(following.span.start, line.span.end + 3)]
    return len(gap) == following.span.start - line.span.end and _LINE_BREAK.fullmatch(gap) is not None


def _is_blank(text: str) -> bool:
    return all(char.isspace() or is_invisible(char) for char in text)


def _is_wrapped(block: list[Line]) -> bool:
    width = max(len(line.span.text.rstrip()) for line in block)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return False
    broken = [(line, after) for line, after in pairwise(block) if not _SENTENCE_END.search(line.span.text.rstrip())]
    return (
        all(_is_full(line, after, width) for line, after in broken)
        and any(_goes_on(line, after, width) for line, after in broken)
    )  # fmt: skip


def _wrapped_paragraphs(block: list[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield the paragraphs of a wrapped block: one ends where a line ends a sentence and has room left."""
    width = max(len(line.span.text.rstrip()) for line in block)
    paragraph: list[Line] = []
    for line, after in pairwise([*block, None]):
        if line is None:
            break
        paragraph.append(line)
        if after is None or not _is_full(line, after, width):
            yield tuple(paragraph)
            paragraph = []


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this line."""
    words = after.span.text.split(maxsplit=1)
    text = line.span.text.rstrip()
    if _is_spaceless(text):
        return len(text) >= width - 2
    return len(text) + 1 + len(words[0]) > width


def _goes_on(line: Line, after: Line, width: int) -> bool:
    """Tell whether the next line plainly continues this one: lower case, or a script without case filled to the rim."""
    first = after.span.text.lstrip()[0]
    return first.islower() or (_is_spaceless(line.span.text) and _is_full(line, after, width))


def _is_spaceless(text: str) -> bool:
    """Tell whether a line is in a script that has no case and puts no spaces between words."""
    letters = [char for char in text if char.isalpha()]
    caseless = sum(unicodedata.category(char) == "Lo" for char in letters)
    return 2 * caseless > len(letters) and text.count(" ") * 10 < len(text)
