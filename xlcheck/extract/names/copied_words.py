"""Which words of a name other languages copy by ear, and which they may translate.

Holloway is Holloway everywhere; North Harbour is Nordhafen somewhere. A word that a lexicon of the language knows as a
proper noun only, or does not know at all, can only be copied; an ordinary word (Green, Coalition, Lower) may be
translated unless it is a person's. Without a lexicon the shape must do: acronyms are re-formed, words that mark a body
are translated.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from xlcheck.extract.names.taggers import is_ordinary, is_unknown, looks_ordinary
from xlcheck.lang.persons import english_name
from xlcheck.lang.profile import load_profile
from xlcheck.lang.territories import fold_name, is_demonym
from xlcheck.model import MentionKind

if TYPE_CHECKING:
    from xlcheck.model import Mention

SHORTEST = 3
_PARTS = re.compile("[-=\N{MIDDLE DOT}\N{KATAKANA MIDDLE DOT}\N{BULLET}\N{HYPHENATION POINT}\N{FULLWIDTH EQUALS SIGN}]")


def copied_words(mention: Mention, language: str) -> tuple[str, ...]:
    """Return the words of a name, folded, that a text in another language must repeat if it speaks of it by name.

    >>> from xlcheck.model import Mention, Span
    >>> span = Span(doc="a", start=0, end=16, text="Holloway Harbour")
    >>> copied_words(Mention(span=span, name="Holloway Harbour", kind=MentionKind.OTHER), "en")
    ('holloway',)
    """
    person = mention.kind is MentionKind.PERSON
    name = english_name(mention.name) or mention.name
    words = (part for word in name.split() for part in _PARTS.split(word))
    return tuple(dict.fromkeys(fold_name(word) for word in words if _is_copied(word, language, person=person)))


def is_acronym(name: str) -> bool:
    """Tell whether a name is a single word that is spelt out or ends in capitals: UNO, SPÖ, U.S., NGOs."""
    letters = [char for char in name.removesuffix("s") if char.isalpha()]
    return " " not in name and len(letters) > 1 and all(char.isupper() for char in letters[-2:])


def is_in_lexicon(word: str, language: str) -> bool:
    """Tell whether the lexicon of a language knows a word, as a name or otherwise; False where it has none."""
    lexicon = load_profile(language).names.lexicon
    return bool(lexicon) and not is_unknown(word[:1].upper() + word[1:], lexicon)


def is_known_name(word: str, language: str) -> bool:
    """Tell whether a word is surely a name: known to the lexicon as one, or unknown where a capital marks a name."""
    profile = load_profile(language).names
    if not profile.lexicon or not _is_copied(word, language, person=False):
        return False
    return not (profile.nouns_capitalised and is_unknown(word, profile.lexicon))


@lru_cache(maxsize=1 << 14)
def _is_copied(word: str, language: str, *, person: bool) -> bool:
    if (
        len(word) < SHORTEST
        or not (word[0].isupper() or not word[0].islower())
        or "'" in word
        or "\N{RIGHT SINGLE QUOTATION MARK}" in word
    ):
        return False
    profile = load_profile(language).names
    if is_acronym(word):
        return profile.caseless  # there an acronym in Latin letters stands as it stands everywhere
    folded = fold_name(word)
    if folded in _common(language) or is_demonym(word, language):
        return False
    if not profile.lexicon or person:
        return True
    return not is_ordinary(word, profile.lexicon) and (
        profile.nouns_capitalised or not looks_ordinary(word, profile.lexicon)
    )


def is_common_word(word: str, language: str) -> bool:
    """Tell whether a capitalised word names nobody by itself: an opener, a title, a sort of body, a month, a day."""
    folded = fold_name(word)
    return folded in _common(language) or folded in calendar_words(language)


@cache
def calendar_words(language: str) -> frozenset[str]:
    """Return the names of weekdays and months, folded, which English writes with a capital."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    tables = [locale.days["format"], locale.months["format"], locale.days["stand-alone"], locale.months["stand-alone"]]
    widths = [table[width] for table in tables for width in ("wide", "abbreviated") if width in table]
    words = {fold_name(name).rstrip(".") for width in widths for name in width.values()}
    return frozenset(words | {f"{word}s" for word in words})


@cache
def _common(language: str) -> frozenset[str]:
    profile = load_profile(language).names
    lists = (profile.organisation_words, profile.not_names, profile.openers, profile.titles)
    return frozenset(part for words in lists for word in words for part in fold_name(word).split())
