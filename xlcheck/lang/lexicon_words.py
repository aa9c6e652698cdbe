"""How a text is cut into words for a lexicon: the same at training and at look-up time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Letters with inner hyphens; what follows an apostrophe ("'s"); figures with their separators; any other sign.
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+|\d+(?:[.,]\d+)*|[^\w\s]")


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield words, figures and punctuation marks with their places, in order."""
    return _TOKEN.finditer(text)
