"""The words of a quotation, folded so that only real differences of wording are left.

Two transcripts of one utterance differ in quotation marks, dashes, capitals, British and American spelling,
contractions, figures for words and hesitations. All of that is folded away here, word by word, and every folded word
still knows where it stands in the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xlcheck.lang.quotes import QuoteProfile

CUT = "\N{HORIZONTAL ELLIPSIS}"
"""Text of a token that stands for marked omission: … or ... or [...]."""
SHORTEST_SPELLING = 5
"""Shorter words (four, hour) are not changed by the table of spellings, unless it names the whole word."""

_PIECE = re.compile(
    r"(?P<cut>[\[(]?(?:\.{2,}|\N{HORIZONTAL ELLIPSIS})[\])]?)"
    r"|(?P<insert>\[[^\[\]]{0,200}\])"
    r"|(?P<figure>\d+(?:[.,]\d+)*)"
    r"|(?P<initials>(?:[^\W\d_]\.){2,}|[^\W\d_]\.[^\W\d_]\b)"
    r"|(?P<word>[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W_]+)*)"
)
_GROUPS = re.compile(r"[.,](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class WordToken:
    """A folded word.

    Attributes:
        text: the folded form; `CUT` for an omission mark.
        start: where its surface begins; `end` one past it. Two words of one contraction share their surface.
        free: whether it stands for words that the editor took out or put in, and so differs from nothing.
        capital: whether the surface begins with a capital letter.
    """

    text: str
    start: int
    end: int
    free: bool = False
    capital: bool = False


def wording_tokens(text: str, language: str) -> tuple[WordToken, ...]:
    """Return the folded words of a text in order; hesitations are left out."""
    fold = _fold(language)
    return tuple(token for token in _tokens(text, fold) if token.free or token.text not in fold.fillers)


def _tokens(text: str, fold: _Fold) -> Iterator[WordToken]:
    for match in _PIECE.finditer(text):
        surface, (start, end) = match.group(), match.span()
        if match.lastgroup == "cut":
            yield WordToken(CUT, start, end, free=True)
        elif match.lastgroup == "insert":
            if surface.strip("[] ").casefold() != "sic":
                yield WordToken(surface, start, end, free=True)
        elif match.lastgroup == "figure":
            yield WordToken(_GROUPS.sub("", surface), start, end)
        elif match.lastgroup == "initials":
            yield WordToken(surface.replace(".", "").casefold(), start, end, capital=surface[0].isupper())
        else:
            for word in fold.words(surface):
                yield WordToken(word, start, end, capital=surface[0].isupper())


class _Fold:
    """The folding tables of one language."""

    def __init__(self, profile: QuoteProfile) -> None:
        self.fillers = frozenset(profile.fillers)
        self._numbers: Mapping[str, str] = dict(profile.number_words)
        self._whole = {short: long for short, long in profile.contractions if short[0].isalpha() and "'" in short[1:]}
        self._whole |= {short: long for short, long in profile.contractions if "'" not in short}
        self._ends = [(short, long) for short, long in profile.contractions if _is_ending(short)]
        for short, _ in self._ends:
            self._whole.pop(short, None)
        self._possessives = tuple(ending for ending in profile.possessives if ending.startswith("'"))
        self._word_spellings = {one[1:]: other for one, other in profile.spellings if one.startswith("-")}
        self._inner = [(one, other) for one, other in profile.spellings if not one.startswith("-")]

    def words(self, surface: str) -> list[str]:
        word = unicodedata.normalize("NFKC", surface).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        if word in self._whole:
            return [self._spell(part) for part in self._whole[word].split()]
        for short, long in self._ends:
            if word.endswith(short) and len(word) > len(short):
                return [self._spell(part) for part in (word[: -len(short)] + long).split()]
        for ending in self._possessives:
            if word.endswith(ending) and len(word) > len(ending):
                return [self._spell(word[: -len(ending)])]
        return [self._spell(word)]

    def _spell(self, word: str) -> str:
        if word in self._numbers:
            return self._numbers[word]
        word = _plain(word)
        for one, other in self._word_spellings.items():
            if word.endswith(one) and (word == one or len(word) > SHORTEST_SPELLING):
                word = word[: -len(one)] + other
                break
        if len(word) > SHORTEST_SPELLING:
            for one, other in self._inner:
                word = word.replace(one, other)
        return word


def _is_ending(short: str) -> bool:
    return short.startswith("'") or short == "n't"


def _plain(word: str) -> str:
    """Return the word without accents, which one outlet keeps and another drops."""
    decomposed = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if not unicodedata.combining(char)))


@cache
def _fold(language: str) -> _Fold:
    return _Fold(load_profile(language).quotes)
