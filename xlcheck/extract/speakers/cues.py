"""Reporting verbs of a paragraph, and which noun group is the subject of each."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.extract.speakers.phrases import TITLED_NAME, Phrase, read_phrase
from xlcheck.extract.speakers.words import QUOTE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlcheck.extract.speakers.words import Lexicon, Token
    from xlcheck.model import Mention

NEAR = 60
"""Tokens looked at on either side of a quotation or verb: a sentence is not longer, and a hostile text stays cheap."""
PARTICLE_WITHIN = 25
"""Tokens between the parts of a split verb ("teilte … mit")."""
_DASHES = "-–—"
_CHUNK_ENDS = ",;:–—،؛"
_MAX_CHUNKS = 4
_MAX_ADVERBS = 4
_MAX_ANTECEDENT = 8


class Clauses:
    """What can be read off the tokens of one paragraph."""

    def __init__(self, tokens: Sequence[Token], words: Lexicon, persons: Mapping[int, Mention]) -> None:
        self.tokens = tokens
        self.words = words
        self._persons = persons
        self._cues = [index for index in range(len(tokens)) if self._is_cue(index)]

    def cues(self, start: int, end: int) -> Sequence[int]:
        """Return the indexes of the reporting verbs among the tokens `[start, end)`."""
        return self._cues[bisect_left(self._cues, start) : bisect_left(self._cues, end)]

    def is_cue(self, index: int) -> bool:
        """Tell whether the token at `index` is a reporting verb."""
        place = bisect_left(self._cues, index)
        return place < len(self._cues) and self._cues[place] == index

    def cue_text(self, index: int) -> str:
        """Return a reporting verb with its particle."""
        particle = self._particle(index)
        return f"{self.tokens[index].text} {particle}" if particle else self.tokens[index].text

    def read(self, index: int, end: int) -> Phrase | None:
        """Read the noun group at token `index`."""
        return read_phrase(self.tokens, index, end, self.words, self._persons)

    def read_source(self, index: int, end: int) -> Phrase | None:
        """Read a noun group behind "according to", "laut" and the like, where a determiner may have any case."""
        left, words = index, self.words
        while index < min(end, left + 2) and (
            self.tokens[index].lower in words.oblique or self.tokens[index].lower in words.prepositions
        ):
            index += 1
        phrase = self.read(index, end)
        if phrase is None or index == left or self.tokens[index - 1].lower not in words.oblique:
            return phrase
        phrase = replace(phrase, start=self.tokens[index - 1].start)
        # Behind a determiner a capitalised word is a noun unless an office or a list of names says otherwise.
        if phrase.sort == "name" and phrase.trust < TITLED_NAME:
            return replace(phrase, sort="noun", name="")
        return phrase

    def after(self, phrase: Phrase, end: int) -> int:
        """Return the index of the first token behind a noun group, `end` at most."""
        return min(bisect_left(self.tokens, phrase.end, key=lambda token: token.start), end)

    def skip(self, index: int, end: int) -> int:
        """Step over adverbs and reflexives ("später", "also", "sich") that may stand between verb and subject."""
        stop = min(index + _MAX_ADVERBS, end)
        while index < stop and self.tokens[index].lower in self.words.connectors:
            index += 1
        return index

    def ending_at(self, start: int, end: int) -> Phrase | None:
        """Return the longest noun group that begins at `start` or later and ends right before token `end`."""
        for left in range(start, end):
            phrase = self.read_source(left, end)
            if phrase is not None and self.after(phrase, end) == end:
                return phrase
        return None

    def subject(self, verb: int, start: int, end: int) -> Phrase | None:
        """Return the subject of the verb at `verb`: the group before it, or the one after where that fits better.

        Args:
            verb: index of a reporting verb.
            start: where its sentence begins.
            end: index that the group after it must not reach.
        """
        chunks = self._chunks(verb, start)
        before = self._before(verb, start, chunks)
        after = self.read(self.skip(verb + 1, end), end)
        if after is not None and after.sort == "pronoun" and self.tokens[verb].lower in self.words.naming:
            # "called it …", "nannte sie …": the pronoun is what gets the name.
            after = None
        if after is None or before is None:
            return before or after
        is_person = after.sort != "noun"
        if self._follows_clause(verb, chunks):
            return after if is_person else before
        return after if before.sort == "noun" and is_person else before

    def _is_cue(self, index: int) -> bool:
        token = self.tokens[index]
        # A capitalised form is a noun or a name: "United States", German "Versicherten".
        if token.text[0].isupper():
            return False
        if self.words.is_verb(token.lower):
            before = self.tokens[index - 1].lower if index else ""
            return before not in self.words.articles and before not in self.words.oblique
        return token.lower in self.words.split and self._particle(index) is not None

    def _particle(self, index: int) -> str | None:
        """Return the particle that completes the split verb at `index`, None where the clause has none."""
        wanted = self.words.split.get(self.tokens[index].lower)
        if not wanted:
            return None
        for token in self.tokens[index + 1 : index + PARTICLE_WITHIN]:
            if token.lower in wanted:
                return token.text
            if token.text in ":;.!?" or token.text == QUOTE:
                return None
        return None

    def _before(self, verb: int, start: int, chunks: Sequence[tuple[int, int]]) -> Phrase | None:
        if not chunks:
            return None
        antecedent = self._antecedent(chunks[-1], verb)
        if antecedent is not None:
            return antecedent
        order = [chunks[-1], *chunks[-2:-1]]
        if self.tokens[verb - 1].text == "," and len(chunks) > 1:
            # "Graham, leader of the Liberals, said": the group before the apposition is the subject.
            order.reverse()
        for left, right in order:
            phrase = self._chunk_phrase(left, right)
            if phrase is not None:
                return phrase
        return self.read(start, verb) if len(chunks) < _MAX_CHUNKS else None

    def _antecedent(self, chunk: tuple[int, int], verb: int) -> Phrase | None:
        """Return the group that "who" in ", who told him" stands for: the one that ends at the comma before."""
        left, right = chunk
        if right != verb or self.tokens[left].lower not in self.words.relatives or left == 0:
            return None
        comma = left - 1 if self.tokens[left - 1].text == "," else left
        return self.ending_at(max(comma - _MAX_ANTECEDENT, 0), comma)

    def _chunk_phrase(self, left: int, right: int) -> Phrase | None:
        words = self.words
        while left < right and (
            (self.tokens[left].lower in words.connectors and self.tokens[left].lower not in words.prepositions)
            or self.tokens[left].text in _DASHES
        ):
            left += 1
        return self.read(left, right)

    def _follows_clause(self, verb: int, chunks: Sequence[tuple[int, int]]) -> bool:
        """Tell whether a subordinate clause ends right before the verb, so that the subject comes after it."""
        if not chunks or self.tokens[verb - 1].text != ",":
            return False
        first = self.tokens[chunks[0][0]].lower
        return first in self.words.connectors or first in self.words.prepositions

    def _chunks(self, verb: int, start: int) -> list[tuple[int, int]]:
        """Split the tokens before a verb at commas and dashes; empty chunks are left out, a quotation ends it all."""
        chunks: list[tuple[int, int]] = []
        right = verb
        left = max(start, verb - NEAR)
        for index in range(verb - 1, left - 1, -1):
            token = self.tokens[index]
            if token.text in _CHUNK_ENDS or token.text == QUOTE:
                if index + 1 < right:
                    chunks.append((index + 1, right))
                right = index
                if token.text == QUOTE or len(chunks) == _MAX_CHUNKS:
                    return chunks[::-1]
        if left < right:
            chunks.append((left, right))
        return chunks[::-1]
