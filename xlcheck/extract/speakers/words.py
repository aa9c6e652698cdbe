"""Tokens of a paragraph with each quotation folded into one of them, and a language's reporting words for lookup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

QUOTE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Text of a token that stands for a quotation."""

_TOKEN = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}\-\N{HYPHEN}.][^\W_]+)*|\S")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a punctuation mark or a whole quotation (then `text` is `QUOTE`); offsets are the article's."""

    text: str
    lower: str
    start: int
    end: int
    quote: int = -1


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The `[quotes]` words of a language, ready for lookup; the fields are those of `QuoteProfile`."""

    verbs: frozenset[str]
    naming: frozenset[str]
    split: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    tails: frozenset[str]
    after_quote: frozenset[str]
    impersonal: frozenset[str]
    places: frozenset[str]
    pronouns: frozenset[str]
    articles: frozenset[str]
    oblique: frozenset[str]
    prepositions: frozenset[str]
    connectors: frozenset[str]
    relatives: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    endings: tuple[str, ...]
    possessives: tuple[str, ...]
    auxiliaries: frozenset[str]
    elided: frozenset[str]
    enclitics: tuple[str, ...]
    complementizers: frozenset[str]
    openers: frozenset[str]
    reported: frozenset[str]
    reported_endings: tuple[str, ...]
    bare_clauses: bool

    @property
    def known(self) -> bool:
        """Whether speakers can be looked for at all."""
        return bool(self.verbs or self.phrases)

    def is_role(self, word: str) -> bool:
        """Tell whether a lower-case word names an office, a job or a group, alone or at the end of a compound."""
        last = word.rsplit("-", 1)[-1]
        return word in self.roles or last in self.roles or word.endswith(self.endings)

    def is_verb(self, word: str) -> bool:
        """Tell whether a lower-case word is a reporting form by itself."""
        return word in self.verbs or word in self.naming

    def is_title(self, word: str) -> bool:
        """Tell whether a lower-case word is a form of address, with or without its full stop."""
        return word in self.titles or f"{word}." in self.titles

    def is_possessive(self, word: str) -> bool:
        """Tell whether a lower-case word ends as an attribute of what follows ("halvorsen's")."""
        return bool(self.possessives) and word.endswith(self.possessives)


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language; an empty one where the language is not known."""
    table = load_profile(language).quotes
    split: dict[str, set[str]] = {}
    for form, particle in table.split_verbs:
        split.setdefault(form, set()).add(particle)
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(table.source_phrases, key=lambda words: (-words.count(" "), words)):
        words = tuple(phrase.split())
        phrases.setdefault(words[0], []).append(words)
    return Lexicon(
        verbs=frozenset(table.verbs),
        naming=frozenset(table.naming_verbs),
        split={form: frozenset(particles) for form, particles in split.items()},
        phrases={first: tuple(group) for first, group in phrases.items()},
        tails=frozenset(table.source_tails),
        after_quote=frozenset(table.after_quote),
        impersonal=frozenset(table.impersonal),
        places=frozenset(table.place_words),
        pronouns=frozenset(table.pronouns),
        articles=frozenset(table.articles),
        oblique=frozenset(table.oblique),
        prepositions=frozenset(table.prepositions),
        connectors=frozenset(table.connectors),
        relatives=frozenset(table.relatives),
        titles=frozenset(table.titles),
        roles=frozenset(table.roles),
        endings=table.role_endings,
        possessives=table.possessives,
        auxiliaries=frozenset(table.auxiliaries),
        elided=frozenset(table.elided),
        enclitics=tuple(sorted(table.enclitics, key=lambda ending: (-len(ending), ending))),
        complementizers=frozenset(table.complementizers),
        openers=frozenset(table.clause_openers),
        reported=frozenset(table.reported_forms),
        reported_endings=table.reported_endings,
        bare_clauses=table.bare_clauses,
    )


def tokenize(
    text: str, start: int, end: int, quotes: Sequence[tuple[int, int, int]], words: Lexicon | None = None
) -> list[Token]:
    """Return the tokens of `text[start:end]`; each of the quotations (start, end, number) becomes one token.

    Words that the lexicon knows as elided or enclitic are tokens of their own ("l'" in "l'ambassade").
    """
    tokens: list[Token] = []
    at = start
    for left, right, number in quotes:
        tokens.extend(_words(text, at, left, words))
        tokens.append(Token(QUOTE, QUOTE, left, right, number))
        at = right
    tokens.extend(_words(text, at, end, words))
    return tokens


def _words(text: str, start: int, end: int, words: Lexicon | None) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, max(start, end)):
        token = _token(match.group(), match.start())
        cut = _joint(token.lower, words) if words is not None else 0
        if cut:
            yield _token(token.text[:cut], token.start)
            yield _token(token.text[cut:], token.start + cut)
        else:
            yield token


def _token(text: str, start: int) -> Token:
    return Token(text, text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"), start, start + len(text))


def _joint(word: str, words: Lexicon) -> int:
    """Return where a word falls apart into two, 0 where it does not."""
    apostrophe = word.find("'") + 1
    if apostrophe and word[:apostrophe] in words.elided:
        return apostrophe
    for ending in words.enclitics:
        if word.endswith(ending) and len(word) > len(ending):
            return len(word) - len(ending)
    return 0
