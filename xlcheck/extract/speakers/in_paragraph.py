"""Who said it: the speaker of each quotation of a paragraph.

The sentence around the quotation is asked first (`places`). Where it says nothing, the other part of an
interrupted quotation, the sentence before, or the quotation before in the same paragraph gives its speaker, with less
confidence. A pronoun takes over the name of the last speaker.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from xlcheck.extract.speakers.cues import NEAR, Clauses
from xlcheck.extract.speakers.frames import Place, framed_speakers
from xlcheck.extract.speakers.indirect import Report, find_reports
from xlcheck.extract.speakers.places import Attribution, find_attribution, find_source
from xlcheck.extract.speakers.words import lexicon, tokenize
from xlcheck.lang.profile import load_profile
from xlcheck.model import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xlcheck.extract.speakers.phrases import Phrase
    from xlcheck.model import Article, Mention

CONTINUED = 0.6
"""The sentence has no reporting clause; the one before it in the paragraph has."""
SAME_QUOTATION = 0.9
"""Another part of the same quotation has a speaker."""
PRONOUN = 0.6
"""A pronoun stands for the last name."""
MEMORY = 120
"""Tokens over which a paragraph's last named speaker is looked for."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What attribution needs to know of a quotation.

    Attributes:
        number: its index among the article's quotes.
        stands_alone: whether it is a sentence by itself rather than woven into one.
        part_of: number of the quotation that it continues, or its own.
    """

    number: int
    start: int
    end: int
    stands_alone: bool
    part_of: int


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """The paragraph that quotations are attributed in.

    Attributes:
        start: offset of its first character; `end` one past its last.
        sentence_starts: offsets at which its sentences begin.
    """

    article: Article
    start: int
    end: int
    language: str
    sentence_starts: Sequence[int]


@dataclass(frozen=True, slots=True)
class IndirectSpeech:
    """The words of a clause that reports what somebody said without quoting it."""

    start: int
    end: int
    speaker: Speaker | None


@dataclass(frozen=True, slots=True)
class Attributions:
    """Who said what in a paragraph.

    Attributes:
        speakers: by number of quotation.
        indirect: indirect speech, in order of position.
        last_name: the name last given.
    """

    speakers: Mapping[int, Speaker]
    indirect: tuple[IndirectSpeech, ...]
    last_name: str


def attribute(
    paragraph: ParagraphText, utterances: Sequence[Utterance], persons: Mapping[int, Mention], last_name: str
) -> Attributions:
    """Find the speakers of the quotations of one paragraph, and what it reports in indirect speech.

    Args:
        paragraph: where they stand.
        utterances: its outermost quotations, in order.
        persons: mentions of persons by their first offset.
        last_name: the speaker last named in the paragraphs before, "" where there is none.
    """
    if load_profile(paragraph.language).quotes.frames:
        places = [Place(item.number, item.start, item.end, item.part_of) for item in utterances]
        found = framed_speakers(
            paragraph.article, (paragraph.start, paragraph.end), places, paragraph.language, last_name
        )
        names = [speaker.name for speaker in found.values() if speaker.name]
        return Attributions(found, (), names[-1] if names else last_name)
    if not lexicon(paragraph.language).known:
        return Attributions({}, (), last_name)
    return _Attributor(paragraph, utterances, persons, last_name).run()


class _Attributor:
    """Goes through a paragraph's quotations and remembers who spoke last."""

    def __init__(
        self,
        paragraph: ParagraphText,
        utterances: Sequence[Utterance],
        persons: Mapping[int, Mention],
        last_name: str,
    ) -> None:
        quotes = [(item.start, item.end, item.number) for item in utterances]
        words = lexicon(paragraph.language)
        tokens = tokenize(paragraph.article.text, paragraph.start, paragraph.end, quotes, words)
        self._article = paragraph.article
        self._clauses = Clauses(tokens, words, persons)
        self._utterances = utterances
        self._places = {token.quote: index for index, token in enumerate(tokens) if token.quote >= 0}
        self._borders = _borders([token.start for token in tokens], paragraph.sentence_starts, quotes)
        self._last_name = last_name
        self._found: dict[int, Speaker] = {}

    def run(self) -> Attributions:
        previous: Speaker | None = None
        for item in self._utterances:
            speaker = self._speaker_of(item, previous)
            if speaker is None:
                continue
            self._found[item.number] = previous = speaker
            self._last_name = speaker.name or self._last_name
        self._found.update(self._heads())
        indirect = tuple(self._indirect())
        self._share(indirect)
        return Attributions(self._found, indirect, self._named_before(len(self._clauses.tokens)))

    def _indirect(self) -> Iterator[IndirectSpeech]:
        """Yield the indirect speech of each sentence; what only goes on has the speaker of the one before."""
        spoken = {self._places[item.number]: item.number for item in self._utterances if item.stands_alone}
        places = sorted(spoken)
        previous: Speaker | None = None
        goes_on = False
        for left, right in zip(self._borders, self._borders[1:], strict=False):
            for place in places[bisect_left(places, left) : bisect_left(places, right)]:
                previous, goes_on = self._found.get(spoken[place], previous), True
            report = find_reports(self._clauses, left, min(right, left + MEMORY), spoken, goes_on=goes_on)
            if report is None:
                continue
            speaker = self._reporter(report, left, previous)
            yield IndirectSpeech(report.start, report.end, speaker)
            previous, goes_on = speaker or previous, True

    def _share(self, indirect: Sequence[IndirectSpeech]) -> None:
        """Give a quotation inside indirect speech that nobody else is named for the speaker of the clause."""
        for item in self._utterances:
            place = bisect_right(indirect, item.start, key=lambda clause: clause.start) - 1
            speaker = indirect[place].speaker if place >= 0 and item.end <= indirect[place].end else None
            if speaker is not None and item.number not in self._found:
                self._found[item.number] = _weaker(speaker, SAME_QUOTATION)

    def _reporter(self, report: Report, start: int, previous: Speaker | None) -> Speaker | None:
        if report.attribution is not None:
            return self._speaker(report.attribution, start)
        return _weaker(previous, CONTINUED) if previous is not None else None

    def _speaker_of(self, item: Utterance, previous: Speaker | None) -> Speaker | None:
        at = self._places[item.number]
        start, end = self._sentence(at)
        attribution = find_attribution(self._clauses, at, start, end)
        if attribution is not None:
            return self._speaker(attribution, start)
        if item.part_of in self._found:
            return _weaker(self._found[item.part_of], SAME_QUOTATION)
        carried = self._from_sentence_before(start)
        if carried is not None:
            return self._speaker(carried, start)
        if previous is not None:
            return _weaker(previous, CONTINUED if item.stands_alone else CONTINUED / 2)
        return None

    def _from_sentence_before(self, start: int) -> Attribution | None:
        if not start:
            return None
        left, right = self._sentence(start - 1)
        for index in reversed(self._clauses.cues(left, right)):
            phrase = self._clauses.subject(index, left, right)
            if phrase is not None and phrase.sort != "noun":
                return Attribution(phrase, "", CONTINUED * phrase.trust)
        source = find_source(self._clauses, right, left, right)
        return replace(source, cue="", weight=source.weight * CONTINUED) if source is not None else None

    def _heads(self) -> Iterator[tuple[int, Speaker]]:
        """Give the first part of an interrupted quotation the speaker that only a later part names."""
        for item in self._utterances:
            if item.number in self._found and item.part_of not in self._found and item.part_of in self._places:
                yield item.part_of, _weaker(self._found[item.number], SAME_QUOTATION)

    def _sentence(self, at: int) -> tuple[int, int]:
        """Return the token range of the sentence around a token, no wider than `NEAR` tokens on either side."""
        right = bisect_left(self._borders, at + 1)
        return max(self._borders[right - 1], at - NEAR), min(self._borders[right], at + 1 + NEAR)

    def _named_before(self, at: int) -> str:
        """Return the name of the last reporting subject in the paragraph before token `at`, else the one before it."""
        for index in reversed(self._clauses.cues(max(at - MEMORY, 0), at)):
            phrase = self._clauses.subject(index, self._sentence(index)[0], at)
            if phrase is not None and phrase.sort == "name":
                return phrase.name
        return self._last_name

    def _speaker(self, attribution: Attribution, start: int) -> Speaker:
        phrase: Phrase = attribution.phrase
        name, confidence = phrase.name, attribution.weight
        if phrase.sort == "pronoun":
            name = self._named_before(start)
            confidence *= PRONOUN if name else 1.0
        span = self._article.span(phrase.start, phrase.end)
        return Speaker(span=span, name=name, cue=attribution.cue, confidence=round(confidence, 3))


def _borders(starts: Sequence[int], sentences: Sequence[int], quotes: Sequence[tuple[int, int, int]]) -> list[int]:
    """Return the token indexes at which sentences begin, and the end; a border inside a quotation is none outside."""
    borders = {0, len(starts)}
    for offset in sentences:
        place = bisect_left(quotes, (offset,)) - 1
        if place < 0 or offset >= quotes[place][1]:
            borders.add(bisect_left(starts, offset))
    return sorted(borders)


def _weaker(speaker: Speaker, factor: float) -> Speaker:
    return replace(speaker, cue="", confidence=round(speaker.confidence * factor, 3))
