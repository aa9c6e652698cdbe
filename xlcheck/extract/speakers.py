"""Who said it: the speaker of a quotation, from the reporting clause before, after or around it.

Places are tried from the surest to the weakest: right behind the quotation (“…,” said Smith; „…“, so Merz), right
before it (Merz sagte: „…“), further off in the same sentence, the other part of an interrupted quotation, and at last
the speaker of what stands before in the same paragraph. A pronoun takes over the last name, with less confidence.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from xlcheck.extract.speaker_phrases import QUOTE, Lexicon, Phrase, Token, lexicon, read_phrase, tokenize
from xlcheck.model import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xlcheck.model import Article, Mention

# How often an attribution found in this place is right, read off the development part of the German quotation set;
# rounded down, because English has no such set here.
BEHIND = 0.95
"""The reporting clause follows directly."""
COLON = 0.9
"""The reporting clause ends in a colon before the quotation."""
BEFORE = 0.85
"""A reporting verb stands before it in the sentence."""
AROUND = 0.75
"""A reporting clause stands elsewhere in the sentence."""
CONTINUED = 0.6
"""The sentence has no reporting clause; the one before it in the paragraph has."""
PRONOUN = 0.6
"""A pronoun stands for the last name."""
SURE_NAME = 0.95
"""Trust from which a reading as a personal name stands even behind a determiner."""
NEAR = 60
"""Tokens looked at on either side of a quotation: a sentence is not longer, and a hostile text stays cheap."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What attribution needs to know of a quotation.

    Attributes:
        number: its index among the article's quotes.
        sentences: (first, last) sentence it touches.
        stands_alone: whether it is a sentence by itself rather than woven into one.
        part_of: number of the quotation that it continues, or its own.
    """

    number: int
    start: int
    end: int
    sentences: tuple[int, int]
    stands_alone: bool
    part_of: int


@dataclass(frozen=True, slots=True)
class _Finding:
    phrase: Phrase
    cue: str
    weight: float


def attribute(
    article: Article,
    span: tuple[int, int],
    utterances: Sequence[Utterance],
    sentence_starts: Sequence[int],
    language: str,
    persons: Mapping[int, Mention],
    last_name: str,
) -> tuple[dict[int, Speaker], str]:
    """Find the speakers of the quotations of one paragraph.

    Args:
        article: the article.
        span: the paragraph, as offsets.
        utterances: its outermost quotations, in order.
        sentence_starts: offsets at which the paragraph's sentences begin.
        language: of the paragraph.
        persons: mentions of persons by their first offset.
        last_name: the speaker last named in the paragraphs before, "" where there is none.

    Returns:
        The speakers by number of quotation, and the name last given.
    """
    words = lexicon(language)
    if not words.known:
        return {}, last_name
    quotes = [(item.start, item.end, item.number) for item in utterances]
    tokens = tokenize(article.text, *span, quotes)
    return _Paragraph(article, tokens, utterances, sentence_starts, words, persons).speakers(last_name)


class _Paragraph:
    def __init__(
        self,
        article: Article,
        tokens: list[Token],
        utterances: Sequence[Utterance],
        sentence_starts: Sequence[int],
        words: Lexicon,
        persons: Mapping[int, Mention],
    ) -> None:
        self._article = article
        self._tokens = tokens
        self._utterances = utterances
        self._words = words
        self._persons = persons
        starts = [token.start for token in tokens]
        # Sentence borders inside a quotation are none for the sentence around it.
        inside = [(item.start, item.end) for item in utterances]
        self._borders = sorted(
            {bisect_left(starts, offset) for offset in sentence_starts if not _is_inside(offset, inside)}
            | {0, len(tokens)}
        )

    def speakers(self, last_name: str) -> tuple[dict[int, Speaker], str]:
        found: dict[int, Speaker] = {}
        places = {token.quote: index for index, token in enumerate(self._tokens) if token.quote >= 0}
        previous: Speaker | None = None
        for item in self._utterances:
            at = places[item.number]
            start, end = self._sentence(at)
            finding = self._find(at, start, end)
            named_before = self._named_before(start) or last_name
            if finding is not None:
                speaker = self._speaker(finding, named_before)
            elif item.part_of != item.number and item.part_of in found:
                speaker = _weaker(found[item.part_of], 0.9)
            else:
                carried = self._carry(start, item, previous, named_before)
                if carried is None:
                    continue
                speaker = carried
            found[item.number] = speaker
            previous = speaker
            last_name = speaker.name or last_name
        found.update(self._joined(found))
        return found, self._named_before(len(self._tokens)) or last_name

    def _joined(self, found: Mapping[int, Speaker]) -> Iterator[tuple[int, Speaker]]:
        """Give the first part of an interrupted quotation the speaker that only a later part names."""
        for item in self._utterances:
            if item.part_of in found or item.number not in found:
                continue
            if item.part_of != item.number:
                yield item.part_of, _weaker(found[item.number], 0.9)

    def _sentence(self, at: int) -> tuple[int, int]:
        """Return the token range of the sentence around a token, no wider than `NEAR` tokens on either side."""
        right = bisect_left(self._borders, at + 1)
        left = max(right - 1, 0)
        end = self._borders[min(right, len(self._borders) - 1)]
        return max(self._borders[left], at - NEAR), min(end, at + 1 + NEAR)

    def _find(self, at: int, start: int, end: int) -> _Finding | None:
        """Return the best attribution of the quotation at token `at` within its sentence."""
        candidates = (
            self._behind(at, end),
            self._before(at, start, end),
            self._around(at, end),
            self._sources(at, start, end),
            self._label(at, start),
        )
        best: _Finding | None = None
        for candidate in candidates:
            if candidate is not None and (best is None or candidate.weight > best.weight):
                best = candidate
        return best

    # Behind the quotation.

    def _behind(self, at: int, end: int) -> _Finding | None:
        index = at + 1
        while index < end and self._tokens[index].text in ",-–—":
            index += 1
        return self._clause(index, end, BEHIND)

    def _clause(self, index: int, end: int, weight: float) -> _Finding | None:
        """Read a reporting clause that begins at `index`: "said Smith", "Smith said", "so Merz", "laut Merz"."""
        if index >= end:
            return None
        token, words = self._tokens[index], self._words
        if token.lower in words.after_quote:
            if index + 1 < end and self._is_cue(index + 1, end):
                return self._clause(index + 1, end, weight)
            return self._found(self._read(index + 1, end), token.text, weight)
        if token.lower in words.impersonal:
            return self._impersonal(index, end, weight)
        if self._is_cue(index, end):
            return self._found(self._read(self._skip(index + 1, end), end), self._cue(index, end), weight)
        source = self._source_at(index, end)
        if source is not None:
            return self._found(source[0], source[1], weight)
        phrase = self._read(index, end)
        if phrase is None:
            return None
        after = self._skip(self._after(phrase, end), end)
        verb = self._next_cue(after, min(after + 12, end))
        if verb is None or any(token.text in ":;" for token in self._tokens[after:verb]):
            return None
        if not self._may_part(self._tokens[after:verb]):
            return None
        return self._found(phrase, self._cue(verb, end), weight)

    def _may_part(self, gap: Sequence[Token]) -> bool:
        """Tell whether these tokens may stand between a subject and its verb: an apposition or an attribute."""
        if not gap:
            return True
        commas = [index for index, token in enumerate(gap) if token.text == ","]
        if gap[0].text == ",":
            return gap[-1].text == "," and len(gap) > 1
        first = gap[0].lower
        words = self._words
        return not commas and (first in words.prepositions or first in words.oblique or first in words.articles)

    def _around(self, at: int, end: int) -> _Finding | None:
        """Read a reporting clause that follows a comma later in the sentence: "… sei „x“ und falsch, sagte Merz"."""
        for index in range(at + 1, end):
            token = self._tokens[index]
            if token.text == "," and index + 1 < end:
                follows = self._tokens[index + 1]
                if self._is_cue(index + 1, end) or follows.lower in self._words.after_quote:
                    finding = self._clause(index + 1, end, AROUND)
                    if finding is not None:
                        return finding
        return None

    # Before the quotation.

    def _before(self, at: int, start: int, end: int) -> _Finding | None:
        colon = at > start and self._tokens[at - 1].text == ":"
        for index in range(at - 1, start - 1, -1):
            weight = COLON if colon else BEFORE
            if self._tokens[index].lower in self._words.impersonal:
                finding = self._impersonal(index, at, weight) or self._impersonal(start - 1, index, weight)
                if finding is not None:
                    return replace(finding, cue=self._tokens[index].text)
            if self._is_cue(index, end):
                phrase = self._subject(index, start, at)
                if phrase is not None:
                    return self._found(phrase, self._cue(index, end), weight)
        return None

    def _label(self, at: int, start: int) -> _Finding | None:
        """Read "Merz: „…“" and the subject of a sentence that leads up to a quotation without a reporting verb."""
        if at - 1 <= start or self._tokens[at - 1].text != ":":
            return None
        phrase = self._read(start, at)
        if phrase is None or phrase.sort == "noun":
            return None
        direct = self._after(phrase, at) == at - 1
        return self._found(phrase, "", AROUND if direct else CONTINUED)

    def _subject(self, verb: int, start: int, end: int) -> Phrase | None:
        """Return the subject of the verb at token `verb`: the group before it, or the one after where that fits better."""
        before = self._subject_before(verb, start)
        after = self._read(self._skip(verb + 1, end), end)
        if after is not None and after.sort == "pronoun" and self._tokens[verb].lower in self._words.naming:
            after = None
        if after is None or before is None:
            return before or after
        if self._follows_clause(verb, start):
            return after if _rank(after) > 1 else before
        return after if before.sort == "noun" and _rank(after) > 1 else before

    def _follows_clause(self, verb: int, start: int) -> bool:
        """Tell whether a subordinate clause ends right before the verb, so that the subject comes after it."""
        chunks = self._chunks(verb, start)
        if self._tokens[verb - 1].text != "," or not chunks:
            return False
        first = self._tokens[chunks[0][0]].lower
        return first in self._words.connectors or first in self._words.prepositions

    def _subject_before(self, verb: int, start: int) -> Phrase | None:
        chunks = self._chunks(verb, start)
        if not chunks:
            return None
        antecedent = self._antecedent(chunks[-1], verb)
        if antecedent is not None:
            return antecedent
        order = list(reversed(chunks))
        if self._tokens[verb - 1].text == "," and len(chunks) > 1:
            # "Graham, leader of the Liberals, said": the group before the apposition is the subject.
            order = [chunks[-2], chunks[-1]]
        for left, right in order[:2]:
            phrase = self._chunk_phrase(left, right)
            if phrase is not None:
                return phrase
        return self._read(start, verb) if len(chunks) <= 3 else None

    def _antecedent(self, chunk: tuple[int, int], verb: int) -> Phrase | None:
        """Return the group that "who" in ", who told him" stands for: the one that ends at the comma before."""
        left, right = chunk
        if right != verb or self._tokens[left].lower not in self._words.relatives or left == 0:
            return None
        comma = left - 1 if self._tokens[left - 1].text == "," else left
        for start in range(max(comma - 8, 0), comma):
            phrase = self._read(start, comma)
            if phrase is not None and self._after(phrase, comma) == comma:
                return phrase
        return None

    def _chunk_phrase(self, left: int, right: int) -> Phrase | None:
        words = self._words
        while left < right and (
            (self._tokens[left].lower in words.connectors and self._tokens[left].lower not in words.prepositions)
            or self._tokens[left].text in "-–—"
        ):
            left += 1
        return self._read(left, right)

    def _chunks(self, verb: int, start: int) -> list[tuple[int, int]]:
        """Split the tokens before a verb at commas and at words that begin a clause; empty chunks are left out."""
        chunks: list[tuple[int, int]] = []
        right = verb
        for index in range(verb - 1, max(start, verb - NEAR) - 1, -1):
            token = self._tokens[index]
            if token.text in ",;:–—" or token.text == QUOTE:
                if index + 1 < right:
                    chunks.append((index + 1, right))
                right = index
                if token.text == QUOTE:
                    break
            if len(chunks) > 3:
                break
        else:
            if max(start, verb - NEAR) < right:
                chunks.append((max(start, verb - NEAR), right))
        return chunks[::-1]

    # Anywhere in the sentence.

    def _sources(self, at: int, start: int, end: int) -> _Finding | None:
        """Find "according to X" or "X zufolge" anywhere in the sentence, the nearest to the quotation first."""
        for index in sorted(range(start, end), key=lambda place: abs(place - at)):
            source = self._source_at(index, end)
            if source is not None:
                return self._found(source[0], source[1], AROUND)
            if self._tokens[index].lower in self._words.tails:
                for left in range(max(start, index - 8), index):
                    phrase = self._read_source(left, index)
                    if phrase is not None and self._after(phrase, index) == index:
                        return self._found(phrase, self._tokens[index].text, AROUND)
        return None

    def _source_at(self, index: int, end: int) -> tuple[Phrase, str] | None:
        for group in self._words.phrases.get(self._tokens[index].lower, ()):
            stop = index + len(group)
            if stop <= end and all(
                token.lower == word for token, word in zip(self._tokens[index:stop], group, strict=True)
            ):
                phrase = self._read_source(stop, end)
                if phrase is not None:
                    return phrase, " ".join(token.text for token in self._tokens[index:stop])
        return None

    def _read_source(self, index: int, end: int) -> Phrase | None:
        """Read a noun group behind a source phrase, where a determiner may have any case."""
        left = index
        while index < min(end, left + 2) and (
            self._tokens[index].lower in self._words.oblique or self._tokens[index].lower in self._words.prepositions
        ):
            index += 1
        phrase = self._read(index, end)
        if phrase is None or index == left or self._tokens[index - 1].lower not in self._words.oblique:
            return phrase
        # Behind a determiner a capitalised word is a noun unless an office or a list of names says otherwise.
        is_noun = phrase.sort == "name" and phrase.trust < SURE_NAME
        sort: Literal["name", "role", "pronoun", "noun"] = "noun" if is_noun else phrase.sort
        return replace(phrase, start=self._tokens[index - 1].start, sort=sort, name="" if is_noun else phrase.name)

    def _impersonal(self, index: int, end: int, weight: float) -> _Finding | None:
        """Read "heißt es in der Erklärung": the source is a text, never a person."""
        for place in range(index + 1, min(index + 5, end)):
            if self._tokens[place].lower in self._words.places:
                phrase = self._read_source(place + 1, end)
                if phrase is not None:
                    return self._found(
                        replace(phrase, sort="role", name="", trust=0.7), self._tokens[index].text, weight
                    )
        return None

    # Small steps.

    def _is_cue(self, index: int, end: int) -> bool:
        token = self._tokens[index]
        if not token.text[0].islower():
            # A capitalised form is a noun or a name: "United States", German "Versicherten".
            return False
        if self._words.is_verb(token.lower):
            before = self._tokens[index - 1].lower if index else ""
            return before not in self._words.articles and before not in self._words.oblique
        return token.lower in self._words.split and self._particle(index, end) is not None

    def _particle(self, index: int, end: int) -> str | None:
        """Return the particle that completes the split verb at `index`, None where the clause has none."""
        wanted = self._words.split.get(self._tokens[index].lower, frozenset())
        for token in self._tokens[index + 1 : min(index + 25, end)]:
            if token.lower in wanted:
                return token.text
            if token.text in ":;" or token.text == QUOTE:
                return None
        return None

    def _cue(self, index: int, end: int) -> str:
        text = self._tokens[index].text
        if self._tokens[index].lower in self._words.split and (particle := self._particle(index, end)):
            return f"{text} {particle}"
        return text

    def _next_cue(self, start: int, end: int) -> int | None:
        for index in range(start, end):
            if self._tokens[index].text == QUOTE:
                return None
            if self._is_cue(index, end):
                return index
        return None

    def _skip(self, index: int, end: int) -> int:
        """Step over adverbs and reflexives ("später", "also", "sich") that may stand between verb and subject."""
        for place in range(index, min(index + 4, end)):
            if self._tokens[place].lower not in self._words.connectors:
                return place
        return min(index + 4, end)

    def _read(self, index: int, end: int) -> Phrase | None:
        return read_phrase(self._tokens, index, end, self._words, self._persons)

    def _after(self, phrase: Phrase, end: int) -> int:
        starts = self._tokens
        index = bisect_left(starts, phrase.end, key=lambda token: token.start)
        return min(index, end)

    def _found(self, phrase: Phrase | None, cue: str, weight: float) -> _Finding | None:
        return None if phrase is None else _Finding(phrase, cue, weight * phrase.trust)

    # Carrying over.

    def _named_before(self, at: int) -> str:
        """Return the name of the last reporting subject in the paragraph before token `at`, "" where there is none."""
        for index in range(at - 1, max(at - 2 * NEAR, 0) - 1, -1):
            if self._is_cue(index, min(index + 25, len(self._tokens))):
                start, _ = self._sentence(index)
                phrase = self._subject(index, start, at)
                if phrase is not None and phrase.sort == "name":
                    return phrase.name
        return ""

    def _carry(self, start: int, item: Utterance, previous: Speaker | None, named: str) -> Speaker | None:
        """Return the speaker of the sentences before, where a sentence itself gives none."""
        if start > 0:
            left, right = self._sentence(start - 1)
            for index in range(right - 1, left - 1, -1):
                if self._is_cue(index, right):
                    phrase = self._subject(index, left, right)
                    if phrase is not None and phrase.sort != "noun":
                        return self._speaker(_Finding(phrase, "", CONTINUED * phrase.trust), named)
            source = self._sources(right, left, right)
            if source is not None:
                return self._speaker(replace(source, cue="", weight=source.weight * CONTINUED), named)
        if previous is not None:
            return _weaker(previous, CONTINUED if item.stands_alone else CONTINUED / 2)
        return None

    def _speaker(self, finding: _Finding, named: str) -> Speaker:
        phrase, weight = finding.phrase, finding.weight
        name = phrase.name
        if phrase.sort == "pronoun" and named:
            name, weight = named, weight * PRONOUN
        span = self._article.span(phrase.start, phrase.end)
        return Speaker(span=span, name=name, cue=finding.cue, confidence=round(weight, 3))


def _is_inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_left(spans, (offset,)) - 1
    return index >= 0 and spans[index][0] < offset < spans[index][1]


def _rank(phrase: Phrase) -> int:
    return {"name": 3, "role": 2, "pronoun": 2, "noun": 1}[phrase.sort]


def _weaker(speaker: Speaker, factor: float) -> Speaker:
    return replace(speaker, cue="", confidence=round(speaker.confidence * factor, 3))
