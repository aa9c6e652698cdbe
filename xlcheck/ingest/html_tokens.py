"""HTML source to tokens with their places, in linear time.

The standard library's parser needs quadratic time for comments and tags that nobody closes; a page of a few hundred
kilobytes could hold a run up for minutes. What a visible-text view needs is little: tags by name, text, and nothing of
what stands in comments, scripts and styles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*)")
_TAG_END = re.compile(r"""[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_RAW = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("script", "style", "textarea", "noscript", "template", "svg", "iframe", "select", "xmp")
}
"""Elements whose whole content is invisible, or no text."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch `[start, end)` of the source: text, or an opening or closing tag with its name in small letters."""

    kind: Literal["text", "open", "close"]
    start: int
    end: int
    name: str = ""


def tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of a page in order; what is never closed ends the page."""
    position = 0
    trust_quotes = True
    while (bracket := source.find("<", position)) >= 0:
        if bracket > position:
            yield Token("text", position, bracket)
        tag = _TAG.match(source, bracket)
        if tag is None:
            end = _markup_end(source, bracket)
            if end == bracket + 1:
                yield Token("text", bracket, end)
        else:
            found = _TAG_END.match(source, tag.end()) if trust_quotes else None
            # One quotation mark too many would hide the end of every tag behind it: from then on any ">" ends a tag.
            trust_quotes = trust_quotes and found is not None
            end = found.end() if found else source.find(">", tag.end()) + 1
            if end:
                name = tag["name"].lower()
                yield Token("close" if tag["slash"] else "open", bracket, end, name)
                end = _behind_raw(source, end, name) if not tag["slash"] and name in _RAW else end
        if not end:
            return
        position = end
    if position < len(source):
        yield Token("text", position, len(source))


def _markup_end(source: str, start: int) -> int:
    """Return where a comment, declaration or the like ends, 0 if nowhere; `start + 1` if the bracket is only text."""
    if source.startswith("<!--", start):
        return source.find("-->", start + 4) + 3 if source.find("-->", start + 4) >= 0 else 0
    if source.startswith(("<!", "<?", "</"), start):
        return source.find(">", start) + 1
    return start + 1


def _behind_raw(source: str, start: int, name: str) -> int:
    """Return where the closing tag of an invisible element begins, 0 if it has none."""
    found = _RAW[name].search(source, start)
    return found.start() if found else 0
