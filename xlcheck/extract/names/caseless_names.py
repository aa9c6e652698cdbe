"""Names in scripts without capitals: what is known by name, what stands with a title, and what is written in Latin.

A text is read from left to right; at each place the longest known name wins: a country, a city, a body or a head of
state. Persons are found by the patterns of their language, which need a title, an honorific or the dot between the
parts of a foreign name. Whatever else may be a name stays unnoticed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.lang.persons import person_names
from xlcheck.lang.profile import load_profile
from xlcheck.lang.territories import fold_name, listed_names
from xlcheck.model import Mention, MentionKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from xlcheck.lang.names import NameProfile
    from xlcheck.model import Segment

SHORTEST = 2
"""Characters of a known name; single ones stand for a country (美) as well as for a word."""
_START = 2
_KATAKANA = re.compile(
    r"[\N{KATAKANA LETTER SMALL A}-\N{KATAKANA LETTER VO}\N{KATAKANA-HIRAGANA PROLONGED SOUND MARK}]"
)
_LATIN = re.compile(
    r"(?<![A-Za-z0-9@./])[A-Z][A-Za-z\u00c0-\u024f]{1,30}(?:[ -][A-Z][A-Za-z\u00c0-\u024f]{1,30}){0,4}(?![A-Za-z0-9@/])"
)
_OPEN, _CLOSE = "\N{LEFT DOUBLE ANGLE BRACKET}", "\N{RIGHT DOUBLE ANGLE BRACKET}"
_WORK = re.compile(f"{_OPEN}[^{_OPEN}{_CLOSE}]{{1,80}}{_CLOSE}")
"""The title of a book, a film or a newspaper, whose names are translated with it or not at all."""
_THAI_AHEAD = frozenset("เแโใไ")
_THAI_BEHIND = frozenset("ะาำๅ")
_PRIVATE = "(?!)"


def find_caseless_names(segment: Segment, language: str) -> tuple[Mention, ...]:
    """Return the names in a sentence of a language without capitals, in order of position, never overlapping."""
    text = segment.text
    profile = load_profile(language).names
    found: list[tuple[int, int, str, MentionKind]] = []
    taken = [False] * len(text)
    known = list(_known(text, language, profile))
    first = [item for item in known if item[2] == _MASKED or item[3] is MentionKind.PERSON]
    inside = {place for start, end, _, _ in known for place in range(start + 1, end)}
    # A place within a person's name is none (Jordan, Georgia), nor is a person half of a place and half of a title.
    persons = [item for item in _persons(text, language) if not inside & {item[0], item[1]}]
    for start, end, key, kind in (*first, *persons, *known, *_latin(text)):
        if any(taken[start:end]):
            continue
        taken[start:end] = [True] * (end - start)
        if key != _MASKED:
            found.append((start, end, key, kind))
    return tuple(
        Mention(span=segment.span.sub(start, end), name=text[start:end], kind=kind, key=key)
        for start, end, key, kind in sorted(found)
    )


_MASKED = "-"
"""In place of a key: the stretch looks like a name and is none."""


def _known(text: str, language: str, profile: NameProfile) -> Iterator[tuple[int, int, str, MentionKind]]:
    """Yield known names from left to right, the longest at each place, and what only looks like a name."""
    index = _index(language)
    folded, places = _fold(text)
    folded = _WORK.sub(lambda work: "\0" * len(work.group()), folded)
    position = 0
    while position < len(folded):
        for name, key in index.get(folded[position : position + _START], ()):
            start, end = places[position], places[position + len(name)] if folded.startswith(name, position) else 0
            if end and not _is_cut(text, start, end, profile):
                kind = MentionKind.PERSON if not key else MentionKind.PLACE
                if key.startswith("org:") or key in {"EU", "UN"}:
                    kind = MentionKind.OTHER
                yield start, end, key, kind
                position += len(name) - 1
                break
        position += 1


def _fold(text: str) -> tuple[str, Sequence[int]]:
    """Return a text as names are looked up, and for each of its characters, and its end, the place in the original."""
    folded = unicodedata.normalize("NFKC", text)
    if _NUKTA in folded:  # a mark that is often left out
        parts = [unicodedata.normalize("NFKC", char).replace(_NUKTA, "") for char in text]
        places = [place for place, part in enumerate(parts) for _ in part]
        return "".join(parts), [*places, len(text)]
    folded = folded if len(folded) == len(text) else text
    return folded.casefold() if len(folded.casefold()) == len(text) else folded, range(len(text) + 1)


_NUKTA = "\N{DEVANAGARI SIGN NUKTA}"


@cache
def _index(language: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return known names by their first characters, longest first, each with its key; "" for a person."""
    names = {**listed_names(language), **dict.fromkeys(person_names(language), "")}
    names |= {fold_name(name): _MASKED for name in load_profile(language).names.not_names}
    table: dict[str, list[tuple[str, str]]] = {}
    for name, key in sorted(names.items(), key=lambda item: (-len(item[0]), item[0])):
        if len(name) >= SHORTEST:
            table.setdefault(name[:_START], []).append((name, key))
    return {start: tuple(listed) for start, listed in table.items()}


def _is_cut(text: str, start: int, end: int, profile: NameProfile) -> bool:
    """Tell whether a stretch begins or ends inside a word of its script."""
    first, before, behind = text[start], text[start - 1 : start], text[end : end + 1]
    if "\N{THAI CHARACTER KO KAI}" <= first <= "\N{THAI CHARACTER KHOMUT}":
        return before in _THAI_AHEAD or behind in _THAI_BEHIND or unicodedata.category(behind or " ") == "Mn"
    if _KATAKANA.match(first):
        return bool(_KATAKANA.match(before) or _KATAKANA.match(behind))
    if "\N{HANGUL SYLLABLE GA}" <= first <= "\N{HANGUL SYLLABLE HIH}":
        return "\N{HANGUL SYLLABLE GA}" <= before <= "\N{HANGUL SYLLABLE HIH}"
    if "\N{CJK UNIFIED IDEOGRAPH-3400}" <= first <= "\N{CJK UNIFIED IDEOGRAPH-9FFF}":
        # A short name within the sounds of a longer one: 珀斯 (Perth) in 科珀斯克里斯蒂 (Corpus Christi).
        return bool(before and behind) and set(before + text[start:end] + behind) <= set(profile.spelling)
    if first.isascii():
        return (before.isascii() and before.isalpha()) or (behind.isascii() and behind.isalpha())
    word = start
    while word and _is_letter(text[word - 1]) and start - word <= _LONGEST_PREFIX:
        word -= 1
    return _is_letter(behind) or not (word == start or text[word:start] in profile.prefixes)


_LONGEST_PREFIX = 4


def _is_letter(char: str) -> bool:
    """Tell whether a character is part of a word: a letter, or a vowel that is written as a mark on one."""
    return bool(char) and (char.isalpha() or unicodedata.category(char).startswith("M"))


def _persons(text: str, language: str) -> Iterator[tuple[int, int, str, MentionKind]]:
    for pattern in _patterns(language):
        for match in pattern.finditer(text):
            yield *match.span("name"), "", MentionKind.PERSON


def _latin(text: str) -> Iterator[tuple[int, int, str, MentionKind]]:
    """Yield names and acronyms that are written in Latin letters, and which everybody copies as they stand."""
    for match in _LATIN.finditer(text):
        yield *match.span(), "", MentionKind.OTHER


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    profile = load_profile(language).names
    lists = {
        "{title}": _any_of(profile.titles),
        "{behind}": _any_of(profile.titles_after),
        "{next}": _any_of(profile.name_next),
        "{surname}": f"[{profile.surnames}]" if profile.surnames else _PRIVATE,
        "{spelling}": f"[{profile.spelling}]" if profile.spelling else _PRIVATE,
    }
    patterns = []
    for pattern in profile.person_patterns:
        for mark, words in lists.items():
            pattern = pattern.replace(mark, words)
        patterns.append(re.compile(pattern))
    return tuple(patterns)


def _any_of(words: Collection[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if words else _PRIVATE
