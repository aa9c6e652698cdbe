"""The countries that a sentence surely names: by name, or by the adjective or people of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.lang.territories import is_country, nationality_of, territory_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlcheck.model import Mention, Span

_WORD = re.compile(r"[^\W\d_]{4,30}")
_ACRONYM = re.compile(r"(?<![\w.-])(?:[A-Z]{2,4}|(?:[A-Z]\.){2,4})(?![\w])")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCountry:
    """A country that a text names.

    Attributes:
        key: its ISO 3166 code.
        start: offset of the word in the text; `end` one past it.
        attribute: whether the word is an adjective or the name of a people.
    """

    key: str
    start: int
    end: int
    attribute: bool


def countries_named(passage: Span, language: str, mentions: Iterable[Mention]) -> list[NamedCountry]:
    """Return the countries that a passage names, in order.

    Args:
        mentions: the names in it; those of countries count, not those of their cities.
    """
    found = {
        item.span.start - passage.start: NamedCountry(
            key=item.key,
            start=item.span.start - passage.start,
            end=item.span.end - passage.start,
            attribute=False,
        )
        for item in mentions
        if item.key and "/" not in item.key and is_country(item.key)
    }
    for match in _ACRONYM.finditer(passage.text):  # US, U.S., UK
        key = territory_key(match.group(), language)
        if key and "/" not in key and is_country(key):
            found[match.start()] = NamedCountry(key=key, start=match.start(), end=match.end(), attribute=False)
    taken = [(country.start, country.end) for country in found.values()]
    for match in _WORD.finditer(passage.text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if key := nationality_of(match.group(), language):
            found[match.start()] = NamedCountry(key=key, start=match.start(), end=match.end(), attribute=True)
    return [found[start] for start in sorted(found)]
