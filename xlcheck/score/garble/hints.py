"""What the rest of the article tells about a sentence: how it spells names, and how it addresses people."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from xlcheck.lang.garble import GarbleProfile

_LEAST_LENGTH = 6
"""Shorter names have too many neighbours (Peter, Pete; Anna, Anne)."""
_LEAST_DOMINANT = 4
"""A spelling is the article's own from so many occurrences on …"""
_LOPSIDED = 4
"""… and if it is so many times as frequent as the odd one."""
_MOST_NAMES = 200
"""Only so many of the most frequent words are compared with, so that the work stays linear in the article."""
_WORD = re.compile(r"[^\W\d_]+")
_TITLED = re.compile(r"\b([^\W\d_]{2,9})(\.?) ([^\W\d_]{3,})")
_MIDDLE_INITIAL = re.compile(r"\b[^\W\d_]{3,} [^\W\d_]\. ([^\W\d_]{3,})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHints:
    """What an article shows about its own conventions.

    Attributes:
        middle_initials: whether it writes full names with a middle initial ("Joan K. Miller").
        honorifics: family name in lower case → the titles, in lower case, that the article gives it.
        misspelt: odd spelling in lower case → the spelling that the article prefers.
        titles_dotted_both_ways: whether one title stands both with and without its full stop ("Mr" and "Mr.").
    """

    middle_initials: bool = False
    honorifics: Mapping[str, frozenset[str]] = field(default_factory=dict)
    misspelt: Mapping[str, str] = field(default_factory=dict)
    titles_dotted_both_ways: bool = False


NO_HINTS = ArticleHints()


def gather_hints(texts: Sequence[str], names: Iterable[str], profile: GarbleProfile) -> ArticleHints:
    """Read an article's conventions off its sentences.

    Args:
        texts: its sentences.
        names: the names found in it; capitalised words are counted as well, since a misspelt name may not be known.
        profile: the language's garble table.
    """
    openers = frozenset(profile.clause_openers)
    titles = frozenset((*profile.titles, *profile.foreign_honorifics, *profile.odd_titles))
    honorifics: dict[str, set[str]] = {}
    dotted: dict[str, set[bool]] = {}
    middle = False
    for text in texts:
        for match in _TITLED.finditer(text):
            title, dot, name = match.group(1).lower(), bool(match.group(2)), match.group(3)
            if title in titles and name[0].isupper() and name.lower() not in openers:
                honorifics.setdefault(name.lower(), set()).add(title)
                dotted.setdefault(title, set()).add(dot)
        middle = middle or any(_is_surname(match.group(1), openers) for match in _MIDDLE_INITIAL.finditer(text))
    return ArticleHints(
        middle_initials=middle,
        honorifics={name: frozenset(found) for name, found in honorifics.items()},
        misspelt=_misspelt(texts, names, profile),
        titles_dotted_both_ways=any(len(ways) == 2 for ways in dotted.values()),
    )


def _is_surname(word: str, openers: frozenset[str]) -> bool:
    return word[0].isupper() and word.lower() not in openers


def _misspelt(texts: Sequence[str], names: Iterable[str], profile: GarbleProfile) -> dict[str, str]:
    """Find spellings one letter away from a far more frequent name.

    Only words that begin with a capital wherever they stand are names here, so that German nouns, which all do, have
    to come from `names`; and only a letter inside the word may differ, since the last ones carry inflection.
    """
    counts: Counter[str] = Counter()
    lower: set[str] = set()
    for text in texts:
        for word in _WORD.findall(text):
            if word[0].isupper() and word[1:].islower():
                counts[word.lower()] += 1
            else:
                lower.add(word.lower())
    known = {part.lower() for name in names for part in _WORD.findall(name)} if profile.nouns_are_capital else None
    common = counts.most_common(_MOST_NAMES)
    frequent = [word for word, count in common if count >= _LEAST_DOMINANT and len(word) >= _LEAST_LENGTH]
    found: dict[str, str] = {}
    for word, count in counts.items():
        if len(word) < _LEAST_LENGTH or word in lower or (known is not None and word not in known):
            continue
        for dominant in frequent:
            if counts[dominant] >= _LOPSIDED * count and dominant not in lower and _one_letter_off(word, dominant):
                found[word] = dominant
                break
    return found


def _one_letter_off(word: str, other: str) -> bool:
    """Whether one letter is replaced, missing, added or swapped, neither the first one nor the last."""
    if word == other or abs(len(word) - len(other)) > 1 or word[0] != other[0] or word[-1] != other[-1]:
        return False
    shared = min(len(word), len(other))
    at = next((place for place in range(shared) if word[place] != other[place]), shared)
    if len(word) == len(other):
        swapped = word[at : at + 2] == other[at : at + 2][::-1] and word[at + 2 :] == other[at + 2 :]
        return word[at + 1 :] == other[at + 1 :] or swapped
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    return longer[at + 1 :] == shorter[at:]
