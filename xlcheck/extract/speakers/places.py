"""Where a sentence says who said the quotation in it: behind, before, around it, or as a source.

Each place has a weight: our estimate of how often an attribution found there is right. Checked on German Wikinews
with annotated speakers (300 articles, 205 attributed quotations), by the confidence that comes out: from 0.7 on 71 of
75 attributions are right, from 0.6 to 0.7 43 of 45, below 47 of 57. The words were tried on the same articles and there
is no such set for English, so the weights stay below what was seen.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from xlcheck.extract.speakers.words import QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.extract.speakers.cues import Clauses
    from xlcheck.extract.speakers.phrases import Phrase
    from xlcheck.extract.speakers.words import Token

BEHIND = 0.95
"""The reporting clause follows directly: “…,” said Smith; „…“, so Merz."""
COLON = 0.9
"""The reporting clause ends in a colon before the quotation."""
BEFORE = 0.85
"""A reporting verb stands before it in the sentence."""
AROUND = 0.75
"""A reporting clause or a source stands elsewhere in the sentence."""
LEADS_UP = 0.6
"""A sentence without a reporting verb leads up to the quotation with a colon: its subject speaks."""
TEXT_SOURCE = 0.7
"""Trust in a text as the source: "heißt es in der Erklärung"."""
_VERB_WITHIN = 12
_SUBJECT_WITHIN = 8
_DASHES = ",-–—،"
_PLACE_WITHIN = 5
_TAIL_WITHIN = 8


@dataclass(frozen=True, slots=True)
class Attribution:
    """A noun group, the words that make it the speaker, and how sure that is, 0…1."""

    phrase: Phrase
    cue: str
    weight: float


def find_attribution(clauses: Clauses, at: int, start: int, end: int) -> Attribution | None:
    """Return the surest attribution of the quotation at token `at` within its sentence, the tokens `[start, end)`."""
    candidates = (
        _behind(clauses, at, start, end),
        _before(clauses, at, start, end),
        _around(clauses, at, end),
        find_source(clauses, at, start, end),
        _label(clauses, at, start),
    )
    found = [candidate for candidate in candidates if candidate is not None]
    return max(found, key=lambda candidate: candidate.weight, default=None)


def find_source(clauses: Clauses, at: int, start: int, end: int) -> Attribution | None:
    """Find "according to X" or "X zufolge" in a sentence, the nearest to token `at` first."""
    return next((source for source, _, _ in sources(clauses, start, end, near=at)), None)


def sources(clauses: Clauses, start: int, end: int, *, near: int) -> Iterator[tuple[Attribution, int, int]]:
    """Yield every "according to X" and "X zufolge", the nearest first: attribution, first token, one past the last."""
    tokens, words = clauses.tokens, clauses.words
    places = [
        index
        for index in range(start, end)
        if tokens[index].lower in words.phrases or tokens[index].lower in words.tails
    ]
    for index in sorted(places, key=lambda place: abs(place - near)):
        source = _source_at(clauses, index, end, AROUND)
        left = index
        if source is None and tokens[index].lower in words.tails:
            phrase = clauses.ending_at(max(start, index - _TAIL_WITHIN), index)
            source = _found(phrase, tokens[index].text, AROUND)
            if phrase is not None:
                left = bisect_left(tokens, phrase.start, key=lambda token: token.start)
        if source is not None:
            yield source, left, max(clauses.after(source.phrase, end), index + 1)


def find_trailing_clause(clauses: Clauses, index: int, end: int) -> Attribution | None:
    """Read a reporting clause that fills the tokens `[index, end)`: "said Brandt", "Brandt said", "so Brandt"."""
    if clauses.tokens[index].lower in clauses.words.connectors - clauses.words.after_quote:
        return None
    return _clause(clauses, index, end, AROUND)


def _behind(clauses: Clauses, at: int, start: int, end: int) -> Attribution | None:
    index = at + 1
    while index < end and clauses.tokens[index].text in _DASHES:
        index += 1
    found = _clause(clauses, index, end, BEHIND)
    index = clauses.skip(index, end)
    if found is not None or index >= end or not clauses.is_cue(index):
        return found
    # The verb comes last: Ada Lindqvist, “…” dedi.
    left = at
    while left > start and clauses.tokens[left - 1].text in _DASHES:
        left -= 1
    phrase = clauses.ending_at(max(start, left - _SUBJECT_WITHIN), left) if left > start else None
    return _found(phrase, clauses.cue_text(index), BEFORE)


def _clause(clauses: Clauses, index: int, end: int, weight: float) -> Attribution | None:
    """Read a reporting clause that begins at `index`: "said Smith", "Smith said", "so Merz", "laut Merz"."""
    if index >= end:
        return None
    token, words = clauses.tokens[index], clauses.words
    if token.lower in words.after_quote:
        if index + 1 < end and clauses.is_cue(index + 1):
            return _clause(clauses, index + 1, end, weight)
        return _found(clauses.read(index + 1, end), token.text, weight)
    if token.lower in words.impersonal:
        return _impersonal(clauses, index, end, token.text, weight)
    if token.lower in words.auxiliaries and not clauses.is_cue(index):
        # The perfect: "a déclaré Ada Lindqvist", "hat Ada Lindqvist gesagt".
        return _clause(clauses, index + 1, end, weight)
    if clauses.is_cue(index):
        phrase = clauses.read(clauses.skip(index + 1, end), end)
        return _found(_named_behind(clauses, phrase, end), clauses.cue_text(index), weight)
    return _source_at(clauses, index, end, weight) or _subject_first(clauses, index, end, weight)


def _subject_first(clauses: Clauses, index: int, end: int, weight: float) -> Attribution | None:
    """Read "Smith said", "Smith, the mayor, said", "Smith of the county council said"."""
    phrase = clauses.read(index, end)
    if phrase is None:
        return None
    after = clauses.skip(clauses.after(phrase, end), end)
    verb = next(iter(clauses.cues(after, min(after + _VERB_WITHIN, end))), None)
    if verb is None or not _may_part(clauses, clauses.tokens[after:verb]):
        return None
    return _found(_named_behind(clauses, phrase, end), clauses.cue_text(verb), weight)


def _named_behind(clauses: Clauses, phrase: Phrase | None, end: int) -> Phrase | None:
    """Give an office the name that follows it between commas: "the harbour's director, Ada Lindqvist, said"."""
    if phrase is None or phrase.sort not in ("role", "noun"):
        return phrase
    comma = clauses.after(phrase, end)
    if comma >= end or clauses.tokens[comma].text != ",":
        return phrase
    name = clauses.read(comma + 1, end)
    if name is None or name.sort != "name" or " " not in name.name:
        return phrase
    after = clauses.after(name, end)
    if after < end and clauses.tokens[after].text not in ",.;":
        return phrase  # another clause: "said the minister, Ada Lindqvist reports"
    return replace(name, start=phrase.start)


def _may_part(clauses: Clauses, gap: Sequence[Token]) -> bool:
    """Tell whether these tokens may stand between a subject and its verb: an apposition or an attribute."""
    if not gap:
        return True
    if any(token.text in ":;" or token.text == QUOTE for token in gap):
        return False
    if gap[0].text == ",":
        return gap[-1].text == "," and len(gap) > 1
    first, words = gap[0].lower, clauses.words
    is_attribute = first in words.prepositions or first in words.oblique or first in words.articles
    return is_attribute and all(token.text != "," for token in gap)


def _around(clauses: Clauses, at: int, end: int) -> Attribution | None:
    """Read a reporting clause that follows a comma later in the sentence: "… sei „x“ und falsch, sagte Merz"."""
    for index in range(at + 1, end - 1):
        if clauses.tokens[index].text != ",":
            continue
        if clauses.is_cue(index + 1) or clauses.tokens[index + 1].lower in clauses.words.after_quote:
            found = _clause(clauses, index + 1, end, AROUND)
            if found is not None:
                return found
    return None


def _before(clauses: Clauses, at: int, start: int, end: int) -> Attribution | None:
    """Read the reporting clause before the quotation: "Merz sagte: „…“", "Smith told reporters that “…”"."""
    weight = COLON if at > start and clauses.tokens[at - 1].text == ":" else BEFORE
    impersonal = [index for index in range(start, at) if clauses.tokens[index].lower in clauses.words.impersonal]
    for index in sorted({*impersonal, *clauses.cues(start, at)}, reverse=True):
        text = clauses.tokens[index].text
        if clauses.tokens[index].lower in clauses.words.impersonal:
            # The source stands behind the verb or opens the sentence: "In der Erklärung heißt es".
            for left, right in ((index, at), (start - 1, index)):
                found = _impersonal(clauses, left, right, text, weight)
                if found is not None:
                    return found
        if clauses.is_cue(index):
            phrase = clauses.subject(index, start, at)
            if phrase is not None:
                return _found(phrase, clauses.cue_text(index), weight)
    return None


def _label(clauses: Clauses, at: int, start: int) -> Attribution | None:
    """Read "Merz: „…“", or the subject of a sentence that leads up to a quotation without a reporting verb."""
    if at - 1 <= start or clauses.tokens[at - 1].text != ":":
        return None
    phrase = clauses.read(start, at)
    if phrase is None or phrase.sort == "noun":
        return None
    return _found(phrase, "", AROUND if clauses.after(phrase, at) == at - 1 else LEADS_UP)


def _source_at(clauses: Clauses, index: int, end: int, weight: float) -> Attribution | None:
    tokens = clauses.tokens
    for group in clauses.words.phrases.get(tokens[index].lower, ()):
        stop = index + len(group)
        if stop <= end and all(token.lower == word for token, word in zip(tokens[index:stop], group, strict=True)):
            phrase = clauses.read_source(stop, end)
            if phrase is not None:
                return _found(phrase, " ".join(token.text for token in tokens[index:stop]), weight)
    return None


def _impersonal(clauses: Clauses, index: int, end: int, cue: str, weight: float) -> Attribution | None:
    """Read the text that a form such as "heißt es" quotes: "in der Erklärung"; it is never a person."""
    for place in range(index + 1, min(index + _PLACE_WITHIN, end)):
        if clauses.tokens[place].lower in clauses.words.places:
            phrase = clauses.read_source(place + 1, end)
            if phrase is not None:
                return _found(replace(phrase, sort="role", name="", trust=TEXT_SOURCE), cue, weight)
    return None


def _found(phrase: Phrase | None, cue: str, weight: float) -> Attribution | None:
    return None if phrase is None else Attribution(phrase, cue, weight * phrase.trust)
