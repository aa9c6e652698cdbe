"""Words and punctuation of one sentence with their offsets: what every garble signal looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlcheck.lang.garble import GarbleProfile

WORD = "word"
NUMBER = "number"
PUNCTUATION = "punctuation"

# Each alternative begins with a different kind of character, so that the pattern never looks back.
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:/]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}\N{HYPHEN}-][^\W\d_]+)*)"
    r"|(?P<punctuation>[^\w\s]|_)"
)
_QUOTES = frozenset('"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}«»')
_LIST_MARKS = frozenset("()/[]|•·")
_LIST_SHARE = 0.25
"""Share of figures, brackets and slashes from which a text is a list; edited sentences stay below."""
_LEAST_HEADING, _LONGEST_HEADING = 3, 30
_REPEATED_HEADING = 0.6
_SMALL = 3
"""Letters of a small word such as an article."""
MAX_TOKENS = 2000
"""A sentence is judged by its first two thousand tokens: nothing a person wrote is longer."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or one punctuation mark.

    Attributes:
        lower: the surface in lower case, with a plain apostrophe.
        quoted: whether it stands inside double quotation marks of the sentence.
    """

    text: str
    lower: str
    kind: str
    start: int
    end: int
    quoted: bool

    @property
    def capital(self) -> bool:
        """Whether the surface begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence ready to be judged.

    Attributes:
        tokens: words, numbers and punctuation in order.
        words: only the words and numbers.
        is_title: headlines are judged leniently, since they leave out what sentences need.
        following: first token of the next sentence of the paragraph; "" where there is none or it is not known.
    """

    text: str
    tokens: tuple[Token, ...]
    words: tuple[Token, ...]
    profile: GarbleProfile = field(repr=False)
    is_title: bool = False
    following: str = ""

    @property
    def is_list(self) -> bool:
        """Whether it is a list of files, figures or links rather than a sentence: much of it is no word."""
        figures = sum(token.kind == NUMBER or token.text in _LIST_MARKS for token in self.tokens)
        return figures > _LIST_SHARE * len(self.tokens)

    @property
    def heading_words(self) -> int:
        """How many words at its beginning are a heading that was glued to the sentence, 0 for none.

        Scrapers lose the line break between a headline and a sentence that says the same again: the sentence then
        starts over at a small word with a capital letter.
        """
        words = self.words
        for count in range(_LEAST_HEADING, min(_LONGEST_HEADING, len(words) // 2) + 1):
            restart = words[count]
            if not restart.capital or (restart.lower != words[0].lower and len(restart.text) > _SMALL):
                continue
            heading = {word.lower for word in words[:count] if len(word.text) > _SMALL}
            sentence = {word.lower for word in words[count : 2 * count + 4]}
            if heading and len(heading & sentence) >= _REPEATED_HEADING * len(heading):
                return count
        return 0


def tokenize(text: str) -> tuple[Token, ...]:
    """Split a sentence into tokens; linear in its length."""
    tokens: list[Token] = []
    quoted = False
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or PUNCTUATION
        surface = match.group()
        if surface in _QUOTES:
            quoted = not quoted
        lower = surface.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        tokens.append(Token(surface, lower, kind, match.start(), match.end(), quoted))
        if len(tokens) == MAX_TOKENS:
            break
    return tuple(tokens)


def read_sentence(text: str, profile: GarbleProfile, *, is_title: bool = False, following: str = "") -> Sentence:
    """Prepare a sentence for the signals."""
    tokens = tokenize(text)
    words = tuple(token for token in tokens if token.kind != PUNCTUATION)
    return Sentence(text=text, tokens=tokens, words=words, profile=profile, is_title=is_title, following=following)
