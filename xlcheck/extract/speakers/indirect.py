"""Indirect speech: the clause of a sentence that reports what somebody said without quoting it.

Five shapes are read, the surest first; one clause a sentence:

* the clause comes first: "The bridge is safe, Ilse Brandt said", „Die Brücke sei sicher, so Brandt“;
* it follows a reporting verb: "said that …", "sagte, dass …", "sagte, sie sei …", "said it was …";
* the reporting clause is an aside: "as Brandt said", "wie Brandt mitteilte";
* a source is named: "according to Brandt", "laut Brandt";
* the verb forms alone say so (German „sei“, „habe“), right behind a sentence of indirect speech.

Source of the shapes: the annotation scheme of Brunner et al., "Corpus REDEWIEDERGABE" (LREC 2020), as far as words and
commas can tell them apart. A nested report belongs to the outer one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.extract.speakers.places import AROUND, BEFORE, Attribution, find_trailing_clause, sources
from xlcheck.extract.speakers.words import QUOTE

if TYPE_CHECKING:
    from collections.abc import Collection

    from xlcheck.extract.speakers.cues import Clauses

LEAST_WORDS = 3
"""A clause of fewer words says next to nothing."""
VERB_TO_CLAUSE = 25
"""Tokens between a reporting verb and the conjunction of its clause: "sagte am Freitag vor Reportern, dass"."""
FORM_WITHIN = 25
"""Tokens of a clause in which its marked verb form is looked for."""
BARE_WITHIN = 12
"""The same for the finite verb of a clause without conjunction."""
ASIDE_WITHIN = 15
"""Tokens of an aside: "as Ilse Brandt of the harbour board told reporters"."""
_COMMAS = ",،"
_STOPS = ".!?…;؟。"


@dataclass(frozen=True, slots=True)
class Report:
    """A clause of indirect speech in offsets of the article, and its speaker; None where the sentence before has it."""

    start: int
    end: int
    attribution: Attribution | None


def find_reports(clauses: Clauses, left: int, right: int, spoken: Collection[int], *, goes_on: bool) -> Report | None:
    """Return the indirect speech of the sentence at tokens `[left, right)`.

    Args:
        clauses: the paragraph.
        left: first token of the sentence; `right` one past its last.
        spoken: tokens that are whole quoted sentences: they are direct speech, and so is a clause of nothing else.
        goes_on: whether the sentence before is indirect speech.
    """
    while right > left and clauses.tokens[right - 1].text in _STOPS:
        right -= 1
    if any(index in spoken for index in range(left, right)):
        return None
    return _Sentence(clauses, left, right).read(goes_on=goes_on)


class _Sentence:
    """One sentence without its final stop."""

    def __init__(self, clauses: Clauses, left: int, right: int) -> None:
        self._clauses = clauses
        self._tokens = clauses.tokens
        self._words = clauses.words
        self._left = left
        self._right = right

    def read(self, *, goes_on: bool) -> Report | None:
        for shape in (self._clause_first, self._verb_first, self._verb_last, self._aside, self._source):
            report = shape()
            if report is not None:
                return report
        if goes_on and self._marked(self._left, self._right):
            return self._report(self._left, self._right, None)
        return None

    def _clause_first(self) -> Report | None:
        """Read "CLAUSE, said Brandt": the reporting clause is the last, and short."""
        tokens = self._tokens
        for comma in range(self._right - 2, max(self._left, self._right - ASIDE_WITHIN), -1):
            if tokens[comma].text not in _COMMAS or tokens[comma - 1].text == QUOTE:
                continue
            found = find_trailing_clause(self._clauses, comma + 1, self._right)
            if found is not None and found.phrase.sort != "noun" and found.cue.casefold() not in self._words.naming:
                return self._report(self._left, comma, found)
        return None

    def _verb_first(self) -> Report | None:
        impersonal = [
            index for index in range(self._left, self._right) if self._tokens[index].lower in self._words.impersonal
        ]
        for verb in sorted({*impersonal, *self._clauses.cues(self._left, self._right)}):
            start = self._clause_behind(verb)
            if start is None:
                continue
            if verb in impersonal:
                return self._report(start, self._right, None)
            phrase = self._clauses.subject(verb, self._left, start)
            if phrase is not None:
                found = Attribution(phrase, self._clauses.cue_text(verb), BEFORE * phrase.trust)
                return self._report(start, self._right, found)
        return None

    def _clause_behind(self, verb: int) -> int | None:
        """Return the token at which the clause of a reporting verb begins, None where none follows."""
        tokens, words = self._tokens, self._words
        for index in range(verb + 1, min(verb + VERB_TO_CLAUSE, self._right)):
            token = tokens[index]
            if token.text in ":;":
                return None
            if token.lower in words.complementizers:
                return index
            if token.text in _COMMAS and index + 1 < self._right:
                following = tokens[index + 1].lower
                if following in words.complementizers:
                    return index + 1
                if following in words.relatives:
                    continue
                if self._marked(index + 1, self._right) or self._is_verb_second(index + 1):
                    return index + 1
        return self._bare_clause(verb + 1) if words.bare_clauses else None

    def _bare_clause(self, index: int) -> int | None:
        """Return where a clause begins, here or behind who was told: its subject, and a finite verb soon after."""
        tokens, words = self._tokens, self._words
        if index < self._right and words.is_role(tokens[index].lower):
            index += 1
        if index >= self._right:
            return None
        first = tokens[index]
        if not (first.text[0].isupper() or first.lower in words.articles or first.lower in words.pronouns):
            return None
        for place in range(index + 1, min(index + BARE_WITHIN, self._right)):
            if tokens[place].text in ",;:":
                return None
            if tokens[place].lower in words.auxiliaries:
                return index
        return None

    def _is_verb_second(self, index: int) -> bool:
        """Tell whether a subject and then a word like a verb stand here, in a language that reports in such clauses."""
        words = self._words
        phrase = self._clauses.read(index, self._right) if words.reported else None
        after = self._clauses.after(phrase, self._right) if phrase is not None else self._right
        if after >= self._right:
            return False
        word = self._tokens[after]
        small = (words.prepositions, words.connectors, words.articles, words.oblique, words.relatives)
        return word.text[0].islower() and not any(word.lower in group for group in small)

    def _verb_last(self) -> Report | None:
        """Read "Brandt, CLAUSE dedi": the verb ends the sentence and the clause ends in a form that says so."""
        verb, words = self._right - 1, self._words
        if not words.reported_endings or not self._clauses.is_cue(verb) or verb - 1 <= self._left:
            return None
        if not self._tokens[verb - 1].lower.endswith(words.reported_endings):
            return None
        commas = [index for index in range(self._left, verb) if self._tokens[index].text in _COMMAS]
        start = commas[0] + 1 if commas else self._left
        phrase = self._clauses.ending_at(self._left, commas[0]) if commas else None
        if phrase is None:
            return None
        found = Attribution(phrase, self._clauses.cue_text(verb), BEFORE * phrase.trust)
        return self._report(start, verb, found)

    def _aside(self) -> Report | None:
        """Read "as Brandt said, CLAUSE" and "CLAUSE, as Brandt said"."""
        tokens = self._tokens
        for index in range(self._left, self._right):
            if tokens[index].lower not in self._words.openers:
                continue
            if index > self._left and tokens[index - 1].text not in _COMMAS:
                continue
            end = next((place for place in range(index + 1, self._right) if tokens[place].text in _COMMAS), self._right)
            if end - index > ASIDE_WITHIN:
                continue
            for verb in self._clauses.cues(index + 1, end):
                phrase = self._clauses.subject(verb, index + 1, end)
                if phrase is not None:
                    found = Attribution(phrase, self._clauses.cue_text(verb), AROUND * phrase.trust)
                    return self._around(index, end, found)
        return None

    def _source(self) -> Report | None:
        for attribution, start, end in sources(self._clauses, self._left, self._right, near=self._left):
            return self._around(start, end, attribution)
        return None

    def _around(self, start: int, end: int, found: Attribution) -> Report | None:
        """Return what an aside at either end leaves of its sentence; all of it where the aside interrupts it."""
        if start - self._left <= 1:
            return self._report(end, self._right, found)
        if self._right - end <= 1:
            return self._report(self._left, start, found)
        return self._report(self._left, self._right, found)

    def _marked(self, left: int, right: int) -> bool:
        """Tell whether a verb form marks a clause as indirect speech."""
        stop = min(left + FORM_WITHIN, right)
        return any(self._tokens[index].lower in self._words.reported for index in range(left, stop))

    def _report(self, left: int, right: int, found: Attribution | None) -> Report | None:
        tokens = self._tokens
        while left < right and tokens[left].text in ",،-–—":
            left += 1
        while right > left and tokens[right - 1].text in ",،-–—":
            right -= 1
        count = sum(token.text[0].isalnum() or token.text == QUOTE for token in tokens[left:right])
        if count < LEAST_WORDS:
            return None
        return Report(tokens[left].start, tokens[right - 1].end, found)
