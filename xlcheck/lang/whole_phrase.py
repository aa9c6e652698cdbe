"""Phrases of whole words, looked for only in texts that have their words.

A text has few words and a list many phrases: whether the words are there is known at once, and where the phrase is only
then asked of a pattern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_REMEMBERED = 256
"""Texts whose words are remembered: several lists are looked for in one text."""
_RUN = re.compile(r"[\w'-]+")
_FOLDED = str.maketrans(
    {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}": "i",
        "\N{LATIN SMALL LETTER LONG S}": "s",
    }
)
"""Letters that a pattern takes for others although their lower case differs."""


@dataclass(frozen=True, slots=True)
class WholePhrase:
    """A phrase and the words without which a text cannot have it."""

    pattern: re.Pattern[str]
    words: frozenset[str]

    def find(self, text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
        """Yield its matches in a text that has these words (`words_of`)."""
        return self.pattern.finditer(text) if self.words <= words else iter(())


def whole_phrase(words: str, behind: str = "") -> WholePhrase:
    """Return a phrase that is found in any case, with any white space and apostrophe.

    Args:
        behind: a pattern for what must follow it.
    """
    apostrophes = "['\N{RIGHT SINGLE QUOTATION MARK}]"
    pattern = re.escape(words).replace(r"\ ", r"\s+").replace("'", apostrophes) + behind
    return WholePhrase(re.compile(rf"(?<![\w'’-]){pattern}(?![\w'’-])", re.IGNORECASE), words_of(words))


@lru_cache(maxsize=_REMEMBERED)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text as `WholePhrase.find` wants them."""
    return frozenset(_RUN.findall(text.translate(_FOLDED).lower()))
