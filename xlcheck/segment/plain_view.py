"""A tidied look at a paragraph, in which every character remembers where it stood.

The rules expect plain single spaces and nothing invisible. Scraped text has no-break spaces, line breaks, double
spaces, bidi marks and zero-width characters; in the view each run of white space is one space and invisible format
characters are gone. Nothing is changed in the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TIDY = re.compile(r"[!-~]++(?: [!-~]++)*+")
"""Printable ASCII words with single spaces between them: the common case, in which the view is the text."""


@dataclass(frozen=True, slots=True)
class PlainView:
    """The tidied text, and for each of its characters the offset in the original.

    Attributes:
        origin: one offset per character of `text`, and the original's length as the last item.
    """

    text: str
    origin: Sequence[int]


def is_invisible(char: str) -> bool:
    """Tell whether a character is neither white space nor anything a reader sees (format and control characters)."""
    return unicodedata.category(char) in ("Cf", "Cc") and not char.isspace()


def plain_view(text: str) -> PlainView:
    """Return the view of a text; linear time."""
    if _TIDY.fullmatch(text):
        return PlainView(text, range(len(text) + 1))
    kept: list[str] = []
    origin: list[int] = []
    after_space = False
    for offset, char in enumerate(text):
        if char.isspace():
            if not after_space:
                kept.append(" ")
                origin.append(offset)
            after_space = True
        elif not is_invisible(char):
            kept.append(char)
            origin.append(offset)
            after_space = False
    origin.append(len(text))
    return PlainView("".join(kept), origin)
