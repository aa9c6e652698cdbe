"""Tokens of a paragraph with its quotations folded into one token each, and the noun group that names a speaker.

The reading is shallow on purpose: what decides is who stands next to a reporting verb, and a group is read only as far
as is needed to tell a personal name from an office ("Lavrov's office", "ein Sprecher der Polizei").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from xlcheck.lang.profile import load_profile
from xlcheck.model import MentionKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlcheck.model import Mention

QUOTE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Text of a token that stands for a quotation."""
MAX_GROUP = 14
"""No noun group is read further than this many tokens."""

_TOKEN = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}\-\N{HYPHEN}.][^\W_]+)*|\S")
_BRACKETS = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a punctuation mark or a whole quotation (then `text` is `QUOTE`); offsets are the article's."""

    text: str
    lower: str
    start: int
    end: int
    quote: int = -1


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun group that may name a speaker.

    Attributes:
        sort: what it is: a personal name, an office or group, a pronoun, or some other noun.
        name: the personal name, "" unless `sort` is "name".
        trust: 0…1, how sure the reading is.
    """

    start: int
    end: int
    sort: Literal["name", "role", "pronoun", "noun"]
    name: str
    trust: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The `[quotes]` words of a language, ready for lookup."""

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
    )


def tokenize(text: str, start: int, end: int, quotes: Sequence[tuple[int, int, int]]) -> list[Token]:
    """Return the tokens of `text[start:end]`; each of the quotations (start, end, number) becomes one token."""
    tokens: list[Token] = []
    at = start
    for left, right, number in quotes:
        tokens.extend(_words(text, at, left))
        tokens.append(Token(QUOTE, QUOTE, left, right, number))
        at = right
    tokens.extend(_words(text, at, end))
    return tokens


def _words(text: str, start: int, end: int) -> list[Token]:
    return [
        Token(match.group(), match.group().lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"), *match.span())
        for match in _TOKEN.finditer(text, start, max(start, end))
    ]


def read_phrase(
    tokens: Sequence[Token], at: int, stop: int, words: Lexicon, persons: Mapping[int, Mention]
) -> Phrase | None:
    """Read the noun group that begins at token `at`, or return None where none does.

    Args:
        tokens: tokens of the paragraph.
        at: where the group must begin.
        stop: index that the group must not reach.
        words: the language's lexicon.
        persons: mentions by the offset at which they begin.
    """
    stop = min(stop, len(tokens), at + MAX_GROUP)
    if at >= stop:
        return None
    first = tokens[at]
    if first.start in persons:
        return _GroupReader(tokens, at, stop, words, persons).read()
    if first.lower in words.pronouns and not _begins_name(tokens, at, stop, words):
        return Phrase(first.start, first.end, "pronoun", "", 0.8)
    if first.lower in words.oblique or first.lower in words.prepositions:
        return None
    if first.lower in words.connectors and first.lower not in words.articles:
        return None
    return _GroupReader(tokens, at, stop, words, persons).read()


def _begins_name(tokens: Sequence[Token], at: int, stop: int, words: Lexicon) -> bool:
    """Tell whether a word that looks like a pronoun is a determiner: "diese Behörde"."""
    follows = tokens[at + 1] if at + 1 < stop else None
    return tokens[at].lower in words.articles and follows is not None and follows.text[0].isalpha()


class _GroupReader:
    """Reads one noun group from left to right, forgetting what turns out to be only an attribute."""

    def __init__(
        self, tokens: Sequence[Token], at: int, stop: int, words: Lexicon, persons: Mapping[int, Mention]
    ) -> None:
        self._tokens = tokens
        self._at = at
        self._stop = stop
        self._words = words
        self._persons = persons
        self._article = False
        self._role = False
        self._name: list[Token] = []
        self._mention: Mention | None = None
        self._nouns = 0
        self._end = tokens[at].start
        self._several = False

    def read(self) -> Phrase | None:
        index = self._at
        while index < self._stop:
            step = self._take(index)
            if not step:
                break
            index += step
        if not self._nouns:
            return None
        return self._phrase()

    def _take(self, index: int) -> int:
        """Take the token at `index` into the group and return how many tokens that used; 0 where the group ends."""
        token, words = self._tokens[index], self._words
        mention = self._persons.get(token.start)
        if mention is not None and mention.kind is MentionKind.PERSON:
            return self._take_mention(index, mention)
        if not token.text[0].isalnum():
            return 1 if token.text == "." and self._after_short(index) else 0
        if words.is_verb(token.lower) or token.lower in words.split:
            return 0
        if token.lower in words.articles or token.lower in words.oblique:
            if self._nouns:
                return 0
            self._article = True
        elif token.lower in words.prepositions or token.lower in words.relatives:
            return self._office_tail(index)
        elif token.lower in words.connectors:
            return self._second_name(index)
        elif token.lower in words.titles or f"{token.lower}." in words.titles or words.is_role(token.lower):
            self._role, self._name = True, []
            self._count(token)
        elif token.text[0].isupper() or token.text[0].isdigit():
            self._take_capital(token)
        elif self._name and self._nouns:
            return 0
        return 1

    def _after_short(self, index: int) -> bool:
        """Tell whether a full stop at `index` belongs to a title or an initial rather than to a sentence."""
        before = self._tokens[index - 1]
        is_initial = len(before.text) == 1 and before.text.isupper()
        return index > self._at and (f"{before.lower}." in self._words.titles or is_initial)

    def _take_capital(self, token: Token) -> None:
        self._count(token)
        if token.lower.endswith(self._words.possessives) and self._words.possessives:
            # "Lavrov's office": the name is an attribute, the speaker comes after it.
            self._name, self._role, self._mention = [], False, None
            self._article = True
        elif token.text[0].isupper():
            self._name.append(token)

    def _take_mention(self, index: int, mention: Mention) -> int:
        used = 1
        while index + used < self._stop and self._tokens[index + used].end <= mention.span.end:
            used += 1
        last = self._tokens[index + used - 1]
        self._count(last)
        if last.lower.endswith(self._words.possessives) and self._words.possessives:
            self._name, self._mention, self._role, self._article = [], None, False, True
        else:
            self._several = self._several or self._mention is not None
            self._mention = mention
        return used

    def _office_tail(self, index: int) -> int:
        """Go on after a preposition only inside an office ("Secretary of State"); anything else ends the group."""
        following = self._tokens[index + 1] if index + 1 < self._stop else None
        if (
            self._role
            and following is not None
            and following.text[0].isupper()
            and self._words.is_role(following.lower)
        ):
            return 1
        return 0

    def _second_name(self, index: int) -> int:
        """Go on after "and" where another name follows directly; the speaker is then not one person."""
        following = self._tokens[index + 1] if index + 1 < self._stop else None
        if self._name and following is not None and following.text[0].isupper():
            after = self._tokens[index + 2] if index + 2 < self._stop else None
            self._several = after is None or after.text[0].isupper() or not self._words.is_verb(after.lower)
            return 1 if self._several else 0
        return 0

    def _count(self, token: Token) -> None:
        self._nouns += 1
        self._end = token.end

    def _phrase(self) -> Phrase:
        start = self._tokens[self._at].start
        if self._several:
            return Phrase(start, self._end, "role", "", 0.7)
        if self._mention is not None:
            return Phrase(start, self._end, "name", self._mention.name, 1.0)
        name = [token for token in self._name if not _is_acronym(token.text)]
        if not name or (self._article and not self._role):
            return Phrase(start, self._end, "role" if self._role else "noun", "", 0.8 if self._role else 0.65)
        # A lone capitalised word may be a company as well as a surname.
        trust = 0.95 if self._role else 0.9 if len(name) > 1 else 0.75
        return Phrase(start, self._end, "name", " ".join(token.text for token in name), trust)


def _is_acronym(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters)
