"""Errors that `xlcheck bench --corrupt` does not plant: slips of the hand and of the machine inside words and figures.

Each function returns the text with one error, "" where it has no place for it. No chance is involved.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.compare.countries import countries_named
from xlcheck.extract.names.in_article import extract_names
from xlcheck.lang.territories import nationality_in_english, territory_name
from xlcheck.model import Segment, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.model import Mention

_LOOK_ALIKES = str.maketrans(
    {
        "a": "\N{CYRILLIC SMALL LETTER A}",
        "c": "\N{CYRILLIC SMALL LETTER ES}",
        "e": "\N{CYRILLIC SMALL LETTER IE}",
        "o": "\N{CYRILLIC SMALL LETTER O}",
        "p": "\N{CYRILLIC SMALL LETTER ER}",
    }
)
_LONG_WORD = re.compile(r"(?<!\w)[a-z]{6,}(?!\w)")
_LONG_NAME = re.compile(r"[A-Z][a-z]{5,}")
_SEPARATED = re.compile(r"(?<![\w.,:])(?:\d{1,3}(?:,\d{3})+|\d+\.\d{1,2})(?![\w.,:-])")
# A plain figure in front of what it counts; no year, no part of a date, a name or a longer figure.
_COUNT = re.compile(r"(?<![\d%.,:] )(?<![\w.,:/$€£-])(?:[2-9]\d|\d{3}|\d{1,3}(?:,\d{3})+) (?=[a-z]{4,}s\b)")
_SOURCE_NAMED = re.compile(r"(?:(?<=^)According to|, according to) [^,.;:\"“”]{3,70}[,.](?= |$)")
_OTHER_SEPARATOR = str.maketrans(",.", ".,")
_COUNTRIES = ("US", "RU", "CN", "DE", "FR", "GB", "JP", "TR", "UA", "IN", "IL", "IR", "PL", "IT", "ES", "BR")
_PAIRS = (("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"), ('"', '"'))


def misspelt_name(text: str) -> str:
    """Exchange two letters of the first long name, behind its first two letters."""
    for start, end in english_names(text):
        for word in _LONG_NAME.finditer(text, start, end):
            for place in range(word.start() + 2, word.end() - 1):
                if text[place] != text[place + 1]:
                    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    return ""


def mojibake(text: str) -> str:
    """Read the UTF-8 of a text as Windows-1252; "" where that cannot be or changes nothing."""
    try:
        spoilt = text.encode("utf-8").decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return "" if spoilt == text else spoilt


def mixed_script(text: str) -> str:
    """Write one letter of the first long word with its Cyrillic look-alike."""
    for word in _LONG_WORD.finditer(text):
        for place in range(word.start() + 1, word.end() - 1):
            letter = text[place].translate(_LOOK_ALIKES)
            if letter != text[place]:
                return text[:place] + letter + text[place + 1 :]
    return ""


def foreign_separators(text: str) -> str:
    """Write the first figure with a separator as most other languages do: 1.500 and 3,5."""
    match = _SEPARATED.search(text)
    return (match and text[: match.start()] + match.group().translate(_OTHER_SEPARATOR) + text[match.end() :]) or ""


def lost_count(text: str) -> str:
    """Leave out the first figure above nineteen that counts something: "47 homes" becomes "homes"."""
    match = _COUNT.search(text)
    if match is None:
        return ""
    rest = text[match.end() :]
    return text[: match.start()] + (rest if match.start() else rest[:1].upper() + rest[1:])


def lost_mark(text: str) -> str:
    """Leave out the closing mark of the only quotation."""
    for opening, closing in _PAIRS:
        if text.count(opening) == (2 if opening == closing else 1) and text.count(closing) in (1, 2):
            place = text.rindex(closing)
            if place > text.index(opening) + 12:
                return text[:place] + text[place + 1 :]
    return ""


def lost_attribution(text: str) -> str:
    """Leave out the words that name the source of the claim."""
    match = _SOURCE_NAMED.search(text)
    if match is None:
        return ""
    if match.start():
        end = match.end() - 1 if match.group()[-1] == "." else match.end()
        return text[: match.start()] + text[end:]
    rest = text[match.end() :].lstrip()
    return rest[:1].upper() + rest[1:]


def other_country(text: str) -> str:
    """Put another country, or its adjective, in the place of the first one; which one depends on the text's length."""
    passage = Span(doc="", start=0, end=len(text), text=text)
    for country in countries_named(passage, "en", _mentions(text)):
        others = [key for key in _COUNTRIES if key != country.key]
        other = others[len(text) % len(others)]
        attribute = country.attribute or re.match(r" [a-z]", text[country.end :])
        new = nationality_in_english(other) if attribute else territory_name(other)
        return text[: country.start] + new + text[country.end :]
    return ""


def english_names(text: str) -> list[tuple[int, int]]:
    """Return where the names of an English text stand."""
    return [(item.span.start, item.span.end) for item in _mentions(text)]


def _mentions(text: str) -> Sequence[Mention]:
    span = Span(doc="", start=0, end=len(text), text=text)
    return extract_names(Segment(index=0, span=span, language="en", paragraph=0), "en")
