"""A sentence that is being changed: its words, which of them are wrong, where they are from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate

NEW = -1
"""Origin of a word that the clean sentence did not have."""
_CORE = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_FUNCTION_WORDS = (
    "the a an of to in on at by for with and or but as is are was were be been being have has had do does did it its "
    "this that these those he she they we you i his her their our your my me him them us if than then so not no nor "
    "from into about over under after before between which who whom whose what when where how can could will would "
    "shall should may might must there here also very more most such any all some each every"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_CONTENT = 3
"""Letters that a content word has at least."""


@dataclass(slots=True)
class Draft:
    """The words of a sentence, runs without spaces, in the course of changes.

    Attributes:
        words: as they stand now, none empty, none with a space.
        tags: 1 for a word that the other language does not bear out, else 0.
        origins: the place that the word had in the clean sentence, or `NEW`.
        lost: places in the clean sentence of the words that an error took away.
    """

    words: list[str]
    tags: list[int]
    origins: list[int]
    lost: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, text: str) -> Draft:
        """Return a clean sentence, not yet changed."""
        words = text.split()
        return cls(words, [0] * len(words), list(range(len(words))))

    @property
    def text(self) -> str:
        """The sentence as it stands now."""
        return " ".join(self.words)

    def replace(self, start: int, end: int, words: list[str]) -> None:
        """Put wrong words into the place of words[start:end]; no words leave the place out."""
        self.lost.update(origin for origin in self.origins[start:end] if origin != NEW)
        self.words[start:end] = words
        self.tags[start:end] = [1] * len(words)
        self.origins[start:end] = [NEW] * len(words)

    def exchange(self, place: int, word: str) -> None:
        """Put a wrong word into the place of one, with its case and the marks around it."""
        before, inner, after = core(self.words[place])
        self.replace(place, place + 1, [before + like_case(word, inner) + after])

    def rewrite(self, start: int, end: int, new: str) -> None:
        """Put other characters into the place of text[start:end]; words that are the same again stay what they are."""
        text, ends = self.text, list(accumulate(len(word) + 1 for word in self.words))
        touched = [at for at, last in enumerate(ends) if last - 1 > start and last - 1 - len(self.words[at]) < end]
        first, last = touched[0], touched[-1] + 1
        put = (text[ends[first] - 1 - len(self.words[first]) : start] + new + text[end : ends[last - 1] - 1]).split()
        while put and first < last and put[0] == self.words[first]:
            first, put = first + 1, put[1:]
        while put and first < last and put[-1] == self.words[last - 1]:
            last, put = last - 1, put[:-1]
        self.replace(first, last, put)

    def reorder(self, start: int, order: list[int]) -> None:
        """Put the words at the places `order` behind one another from `start` on, in this order."""
        for values in (self.words, self.tags, self.origins):
            values[start : start + len(order)] = [values[place] for place in order]

    def insert(self, place: int, word: str) -> None:
        """Put in a word that does no harm."""
        self.words.insert(place, word)
        self.tags.insert(place, 0)
        self.origins.insert(place, NEW)

    def drop(self, place: int) -> None:
        """Leave out a word that nobody misses."""
        del self.words[place], self.tags[place], self.origins[place]

    def content(self) -> list[int]:
        """Return the places of content words."""
        inner = [core(word)[1] for word in self.words]
        return [at for at, word in enumerate(inner) if word.isalpha() and len(word) >= _CONTENT and is_content(word)]


def is_content(word: str) -> bool:
    """Tell whether a word is no English function word."""
    return word.lower() not in _FUNCTION


def core(word: str) -> tuple[str, str, str]:
    """Return the marks before a word, the word, and the marks behind it."""
    match = _CORE.match(word)
    return (match[1], match[2], match[3]) if match else ("", word, "")


def like_case(word: str, model: str) -> str:
    """Return a word with a capital where the other one has it."""
    return word.capitalize() if model[:1].isupper() else word
