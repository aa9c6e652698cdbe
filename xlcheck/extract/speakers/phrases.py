"""The noun group that names a speaker: a personal name, an office, or a pronoun.

The reading is shallow on purpose: what decides is who stands next to a reporting verb, and a group is read only as far
as is needed to tell a personal name from an office ("Halvorsen's office", "ein Sprecher der Polizei").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlcheck.extract.speakers.words import Lexicon, Token
    from xlcheck.model import Mention

MAX_GROUP = 14
"""No noun group is read further than this many tokens."""
LISTED_NAME, TITLED_NAME, FULL_NAME, LONE_NAME = 1.0, 0.95, 0.9, 0.75
"""Trust in a personal name: found as a mention; behind a title or office; of several words; of one word, which may be
a company as well as a surname."""
CASELESS_NAME = 0.6
"""The same in a script without capitals, where any word may be a name."""
MAX_CASELESS = 4
"""Words of a name in a script without capitals; what follows is rather the sentence."""
MAX_DEPARTMENT = 5
"""Words of an office between its preposition and a name."""
PRONOUN, OFFICE, OTHER_NOUN, SEVERAL = 0.8, 0.8, 0.65, 0.7
"""Trust in the other sorts of group; `SEVERAL` for two people together."""

Sort = Literal["name", "role", "pronoun", "noun"]


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
    sort: Sort
    name: str
    trust: float


def read_phrase(
    tokens: Sequence[Token], at: int, stop: int, words: Lexicon, persons: Mapping[int, Mention]
) -> Phrase | None:
    """Read the noun group that begins at token `at`, or return None where none does.

    Args:
        tokens: tokens of the paragraph.
        at: where the group must begin.
        stop: index that the group must not reach.
        words: the language's lexicon.
        persons: mentions of persons by the offset at which they begin.
    """
    stop = min(stop, len(tokens), at + MAX_GROUP)
    if at >= stop:
        return None
    first = tokens[at]
    if first.start not in persons:
        if first.lower in words.pronouns and not _is_determiner(tokens, at, stop, words):
            return Phrase(first.start, first.end, "pronoun", "", PRONOUN)
        if first.lower in words.oblique or (first.lower in words.prepositions and first.lower not in words.articles):
            return None
        if first.lower in words.connectors and first.lower not in words.articles:
            return None
    return _GroupReader(tokens, at, stop, words, persons).read()


def _is_determiner(tokens: Sequence[Token], at: int, stop: int, words: Lexicon) -> bool:
    """Tell whether a word that looks like a pronoun belongs to the noun behind it: "diese Behörde"."""
    return tokens[at].lower in words.articles and at + 1 < stop and tokens[at + 1].text[0].isalpha()


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
        self._several = False
        self._name: list[str] = []
        self._mention: Mention | None = None
        self._caseless = False
        self._nouns = 0
        self._end = tokens[at].start

    def read(self) -> Phrase | None:
        index = self._at
        while index < self._stop and (step := self._take(index)):
            index += step
        return self._phrase() if self._nouns else None

    def _take(self, index: int) -> int:
        """Take the token at `index` into the group and return how many tokens that used; 0 where the group ends."""
        token, words = self._tokens[index], self._words
        if token.start in self._persons:
            return self._take_mention(index, self._persons[token.start])
        if not token.text[0].isalnum():
            return 1 if token.text == "." and self._after_short(index) else 0
        if words.is_verb(token.lower) or token.lower in words.split:
            return 0
        if token.lower in words.articles or token.lower in words.oblique:
            if self._nouns:
                return 0
            self._article = True
            return 1
        if token.lower in words.prepositions or token.lower in words.relatives:
            return self._office_tail(index)
        if token.lower in words.connectors:
            return self._second_name(index)
        if words.is_title(token.lower) or words.is_role(token.lower):
            self._role, self._name = True, []
            self._count(token)
        elif token.text[0].isupper() or token.text[0].isdigit():
            self._take_capital(token)
        elif _is_caseless(token.text):
            if len(self._name) == MAX_CASELESS:
                return 0
            self._caseless = True
            self._count(token)
            self._name.append(token.text)
        elif self._name:
            return 0
        return 1

    def _after_short(self, index: int) -> bool:
        """Tell whether a full stop at `index` belongs to a title or an initial rather than to a sentence."""
        before = self._tokens[index - 1]
        is_initial = len(before.text) == 1 and before.text.isupper()
        return index > self._at and (f"{before.lower}." in self._words.titles or is_initial)

    def _take_capital(self, token: Token) -> None:
        self._count(token)
        if self._words.is_possessive(token.lower):
            self._forget_name()
        elif len(token.text) == 1:
            self._name.append(f"{token.text}.")
        elif token.text[0].isupper() and not _is_acronym(token.text):
            self._name.append(token.text)

    def _take_mention(self, index: int, mention: Mention) -> int:
        used = 1
        while index + used < self._stop and self._tokens[index + used].end <= mention.span.end:
            used += 1
        last = self._tokens[index + used - 1]
        self._count(last)
        if self._words.is_possessive(last.lower):
            self._forget_name()
        else:
            self._several = self._several or self._mention is not None
            self._mention = mention
        return used

    def _forget_name(self) -> None:
        """Drop what was read so far: in "Halvorsen's office" the name is an attribute, the speaker comes after it."""
        self._name, self._mention, self._role, self._article = [], None, False, True

    def _office_tail(self, index: int) -> int:
        """Go on after a preposition only inside an office ("Secretary of State"); anything else ends the group."""
        if not self._role or index + 1 >= self._stop:
            return 0
        following = self._tokens[index + 1]
        if following.text[0].isupper() and self._words.is_role(following.lower):
            return 1
        return self._department(index + 1)

    def _department(self, index: int) -> int:
        """Step over the rest of an office where a name follows it: "ministre de la Défense Henrik Solberg"."""
        first, words = index, self._words
        while index < self._stop and self._tokens[index].lower in words.articles:
            index += 1
        if index >= self._stop:
            return 0
        department = self._tokens[index]
        if not (department.text[0].islower() or words.is_role(department.lower)):
            return 0
        small = (words.prepositions, words.connectors, words.relatives, words.verbs, words.auxiliaries)
        while index < self._stop and index < first + MAX_DEPARTMENT:
            token = self._tokens[index]
            if token.text[0].isupper() and not words.is_role(token.lower):
                return index - first + 1
            if not token.text[0].isalpha() or any(token.lower in group for group in small):
                return 0
            index += 1
        return 0

    def _second_name(self, index: int) -> int:
        """Go on after "and" where another name follows directly; the speaker is then not one person."""
        if index + 1 >= self._stop or not (self._name or self._mention):
            return 0
        self._several = self._several or self._tokens[index + 1].text[0].isupper()
        return int(self._several)

    def _count(self, token: Token) -> None:
        self._nouns += 1
        self._end = token.end

    def _phrase(self) -> Phrase:
        start = self._tokens[self._at].start
        if self._several:
            return Phrase(start, self._end, "role", "", SEVERAL)
        if self._mention is not None:
            return Phrase(start, self._end, "name", self._mention.name, LISTED_NAME)
        # Behind a determiner a capitalised word is a noun, unless an office comes first: "the minister Ada Lindqvist".
        if not self._name or (self._article and not self._role):
            return Phrase(start, self._end, "role" if self._role else "noun", "", OFFICE if self._role else OTHER_NOUN)
        if self._caseless:
            return Phrase(start, self._end, "name", " ".join(self._name), LONE_NAME if self._role else CASELESS_NAME)
        trust = TITLED_NAME if self._role else FULL_NAME if len(self._name) > 1 else LONE_NAME
        return Phrase(start, self._end, "name", " ".join(self._name), trust)


def _is_caseless(text: str) -> bool:
    return text[0].isalpha() and text[0].lower() == text[0].upper()


def _is_acronym(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters)
