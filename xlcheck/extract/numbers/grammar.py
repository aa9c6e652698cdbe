"""Number words of one language, read with its own table of forms: `cardinals` and `ordinals` in `[numbers]`.

Words of an inflected language come in many forms (двух, двум, двумя), which are listed; how they add up to a number is
the same everywhere: smaller values follow larger ones (двести пять), a scale multiplies what stands before it (пять
тысяч), and a unit may precede its ten where a joining word or prefix says so (خمسة وعشرين, pětadvacet).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.extract.phrases import fold
from xlcheck.lang.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Mapping

_NONE: Mapping[str, int] = {}
_TENS = frozenset(range(20, 100, 10))
_LONGEST_GLUED = 48
_MOST_GLUED = 5
"""More number words than this are never written as one."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One number word inside a number; `joined` if a joining word or prefix stands before it."""

    value: int
    joined: bool = False


class NumberGrammar:
    """The number words of one language."""

    def __init__(self, language: str) -> None:
        profile = load_profile(language).numbers
        self._cardinals = {fold(form): int(value) for value, forms in profile.cardinals.items() for form in forms} | {
            fold(word): value for word, value in profile.scales.items() if _is_scale(value)
        }
        self._ordinals = {
            fold(stem + ending): int(value)
            for value, stems in profile.ordinals.items()
            for stem in stems
            for ending in profile.ordinal_endings or ("",)
        }
        self._joins = frozenset(map(fold, profile.joins))
        self._prefixes = profile.prefixes
        self._glue = profile.glue
        self._has_eleven = 11 in self._cardinals.values()
        self._longest_form = max((form.count(" ") + 1 for form in self._cardinals), default=1)

    def cardinal(self, phrase: str) -> Fraction | None:
        """Return the value of a phrase that is nothing but a cardinal number, else None."""
        parts = self._parts(_tokens(phrase))
        return _fraction(self._sum(parts)) if parts else None

    def ordinal(self, phrase: str) -> Fraction | None:
        """Return the value of a phrase that is nothing but an ordinal number, else None."""
        if whole := self._look_up(fold(phrase), self._ordinals):
            return Fraction(whole.value)
        *head, last = _tokens(phrase) or [""]
        final = self._look_up(last, self._ordinals)
        # "twenty-fifth" may have an ordinal in both places: dwudziesty piąty.
        tens = {word: self._ordinals[word] for word in head if self._ordinals.get(word) in _TENS}
        parts = self._parts(head, tens) if head else []
        if final is None or parts is None or (head and not parts):
            return None
        return _fraction(self._sum([*parts, final]))

    def prefix_length(self, word: str) -> int:
        """Return how many letters in front of a number word are a prefix."""
        folded = fold(word)
        if folded in self._cardinals or folded in self._ordinals:
            return 0
        found = [
            len(item) for item in self._prefixes if folded.startswith(item) and self._is_known(folded[len(item) :])
        ]
        return max(found, default=0)

    def _is_known(self, word: str) -> bool:
        return word in self._cardinals or word in self._ordinals

    def _parts(self, tokens: list[str], tens: Mapping[str, int] = _NONE) -> list[_Part] | None:
        """Return the number words of a phrase, or None where another word stands among them."""
        parts: list[_Part] = []
        index, joined = 0, False
        while index < len(tokens):
            for length in range(min(self._longest_form, len(tokens) - index), 0, -1):
                word = " ".join(tokens[index : index + length])
                read = [_Part(tens[word])] if word in tens else self._read(word)
                if read:
                    parts += [_Part(read[0].value, joined or read[0].joined), *read[1:]]
                    index, joined = index + length, False
                    break
            else:
                if joined or not parts or tokens[index] not in self._joins:
                    return None
                index, joined = index + 1, True
        return None if joined else parts

    def _read(self, word: str) -> list[_Part]:
        """Return the number words that one written word consists of; empty where it is none."""
        if part := self._look_up(word, self._cardinals):
            return [part]
        if self._glue and len(word) <= _LONGEST_GLUED and " " not in word:
            return self._glued(word, _MOST_GLUED)
        return []

    def _look_up(self, word: str, table: Mapping[str, int]) -> _Part | None:
        if word in table:
            return _Part(table[word])
        for prefix in self._prefixes:
            if word.startswith(prefix) and (rest := word[len(prefix) :]) in table:
                return _Part(table[rest], joined=True)
        return None

    def _glued(self, word: str, most: int) -> list[_Part]:
        """Split a word such as "pětadvacet" or "yirmibeş" into its number words, the longest first."""
        for length in range(len(word) - 1, 1, -1):
            value = self._cardinals.get(word[:length])
            if value is None:
                continue
            for glue in self._glue:
                rest = word[length:]
                if not rest.startswith(glue):
                    continue
                rest = rest[len(glue) :]
                if rest in self._cardinals:
                    tail = [_Part(self._cardinals[rest])]
                elif most > 2 and rest:
                    tail = self._glued(rest, most - 1)
                else:
                    continue
                if tail:
                    parts = [_Part(value), _Part(tail[0].value, joined=bool(glue)), *tail[1:]]
                    if self._sum(parts) is not None:
                        return parts
        return []

    def _sum(self, parts: list[_Part]) -> int | None:
        """Add up number words in the order in which a number has them; None where they make no number."""
        total = section = previous = 0
        room, last_scale = 1000, 10**30
        for part in parts:
            value = part.value
            if value >= 1000:
                scale = value if _is_scale(value) else value // 2  # a dual (مليونان) takes no number before it
                if scale >= last_scale or (scale != value and section):
                    return None
                total, section, room, last_scale = total + (section or 1) * value, 0, 1000, scale
            elif value == 100 and 1 < previous < 10 and section == previous:
                section, room = 100 * previous, 100
            elif value >= room or value < 1:
                turned = part.joined and 0 < previous < 10 and 20 <= value < 100 and room == 1
                if not turned or value % 10:
                    return None
                section += value
                room = 0
            else:
                section, room = section + value, self._room(value)
            previous = value
        return total + section

    def _room(self, value: int) -> int:
        """Return what the next word must be smaller than: 200 leaves room for 99, 20 for 9, 7 for nothing."""
        if value % 100 == 0:
            return 100
        if value % 10 == 0 and (value > 10 or not self._has_eleven):
            return 10
        return 1


@cache
def number_grammar(language: str) -> NumberGrammar | None:
    """Return the number words of a language, None where its file lists none."""
    return NumberGrammar(language) if load_profile(language).numbers.cardinals else None


def _is_scale(value: int) -> bool:
    """Tell whether a word multiplies what stands before it: a power of ten from a thousand on."""
    return value >= 1000 and set(str(value)[1:]) == {"0"} and str(value)[0] == "1"


def _tokens(phrase: str) -> list[str]:
    return fold(phrase).replace("-", " ").replace("\N{HYPHEN}", " ").replace("\N{NON-BREAKING HYPHEN}", " ").split()


def _fraction(value: int | None) -> Fraction | None:
    return None if value is None else Fraction(value)
