"""Article → Quotes: every quotation with its kind, its sentences, its speaker and the quotation it continues.

Source of the approach: reporting-verb patterns as in Pouliquen, Steinberger and Best, "Automatic Detection of
Quotations in Multilingual News" (RANLP 2007), on top of a pairing of marks that does not depend on the language.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from xlcheck.extract.quote_kinds import kind_of, looks_like_name, word_count
from xlcheck.extract.quote_marks import SINGLE, family_of, pair_marks
from xlcheck.extract.speakers import Utterance, attribute
from xlcheck.lang.profile import load_profile
from xlcheck.model import MentionKind, Quote, QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import Article, Mention, Segment, Speaker

SURE_SPEAKER = 0.45
"""From this confidence on an attribution shows that a word or two in quotation marks are somebody's words."""
MAX_INTERRUPTION = 30
"""Words that may stand between the parts of an interrupted quotation."""


@dataclass(slots=True)
class _Draft:
    """A quotation on its way to become a fact."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    family: str
    nested: bool
    goes_on: bool = False
    kind: QuoteKind = QuoteKind.SCARE
    part_of: int = -1
    speaker: Speaker | None = None


@dataclass(slots=True)
class _Paragraph:
    start: int
    end: int
    first: int
    last: int
    language: str


def extract_quotes(
    article: Article, segments: Sequence[Segment], mentions: Sequence[Mention] = ()
) -> tuple[Quote, ...]:
    """Return the quotations of an article in order of their opening marks, nested ones included.

    Only text that belongs to a segment is looked at, so skipped lines are not. A mark without a partner makes no
    quotation, unless the next paragraph opens with the same kind of mark: then the quotation runs on there.

    Args:
        article: the article.
        segments: its sentences, in order.
        mentions: names found in it; where given, they decide what is a personal name.
    """
    paragraphs = list(_paragraphs(segments))
    persons = {mention.span.start: mention for mention in mentions if mention.kind is MentionKind.PERSON}
    starts = [segment.span.start for segment in segments]
    drafts: list[_Draft] = []
    last_name = ""
    carried: _Draft | None = None
    number_of_carried = -1
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        found = _scan(article.text, paragraph, following)
        first = len(drafts)
        drafts.extend(found)
        _classify(article.text, found, paragraph)
        _join_parts(article.text, drafts, first)
        if carried is not None and found:
            found[0].part_of = carried.part_of if carried.part_of >= 0 else number_of_carried
            carried.part_of = found[0].part_of
            found[0].kind = carried.kind = QuoteKind.DIRECT
        utterances = [
            _utterance(draft, first + place, starts, paragraph) for place, draft in enumerate(found) if not draft.nested
        ]
        sentence_starts = starts[paragraph.first : paragraph.last + 1]
        speakers, last_name = attribute(
            article,
            (paragraph.start, paragraph.end),
            utterances,
            sentence_starts,
            paragraph.language,
            persons,
            last_name,
        )
        for number, speaker in speakers.items():
            drafts[number].speaker = speaker
        if carried is not None and found and found[0].speaker is None and carried.speaker is not None:
            found[0].speaker = replace(carried.speaker, cue="", confidence=round(carried.speaker.confidence * 0.9, 3))
        _promote(article.text, found, paragraph)
        carried, number_of_carried = None, -1
        for place in range(len(drafts) - 1, first - 1, -1):
            if drafts[place].goes_on:
                carried, number_of_carried = drafts[place], place
                break
    return tuple(_quote(article, draft, starts) for draft in drafts)


def _paragraphs(segments: Sequence[Segment]) -> Iterator[_Paragraph]:
    current: _Paragraph | None = None
    number = -1
    for index, segment in enumerate(segments):
        if current is not None and segment.paragraph == number:
            current.end, current.last = segment.span.end, index
            continue
        if current is not None:
            yield current
        number = segment.paragraph
        current = _Paragraph(segment.span.start, segment.span.end, index, index, segment.language)
    if current is not None:
        yield current


def _scan(text: str, paragraph: _Paragraph, following: _Paragraph | None) -> list[_Draft]:
    """Return the quotations of one paragraph, in order of their opening marks."""
    scan = pair_marks(text, paragraph.start, paragraph.end, load_profile(paragraph.language).quotes)
    drafts = [
        _Draft(pair.start, pair.end, pair.inner_start, pair.inner_end, pair.family, nested=False) for pair in scan.pairs
    ]
    if following is not None and scan.unclosed:
        family = family_of(text[following.start])
        # Only the last open mark can belong to a quotation that runs on; those before it are slips.
        start, end, open_family = scan.unclosed[-1]
        if family == open_family and family != SINGLE:
            drafts.append(_Draft(start, paragraph.end, end, paragraph.end, open_family, nested=False, goes_on=True))
    drafts = [draft for draft in drafts if text[draft.inner_start : draft.inner_end].strip()]
    drafts.sort(key=lambda draft: (draft.start, -draft.end))
    reach = -1
    for draft in drafts:
        draft.nested = draft.start < reach
        reach = max(reach, draft.end)
        content = text[draft.inner_start : draft.inner_end]
        draft.inner_start += len(content) - len(content.lstrip())
        draft.inner_end -= len(content) - len(content.rstrip())
    return drafts


def _classify(text: str, drafts: Sequence[_Draft], paragraph: _Paragraph) -> None:
    profile = load_profile(paragraph.language).quotes
    for draft in drafts:
        outer, inner = (draft.start, draft.end), (draft.inner_start, draft.inner_end)
        draft.kind = kind_of(text, outer, inner, paragraph.start, profile)


def _join_parts(text: str, drafts: Sequence[_Draft], first: int) -> None:
    """Mark quotations that one reporting clause interrupts: “…,” he said, “…” and “…,” he said. “…”."""
    previous = -1
    for number in range(first, len(drafts)):
        draft = drafts[number]
        if draft.nested:
            continue
        if previous >= 0 and _interrupts(text, drafts[previous], draft):
            head = drafts[previous]
            head.part_of = head.part_of if head.part_of >= 0 else previous
            draft.part_of = head.part_of
            # The second half of a sentence begins in lower case and is as direct as the first.
            if QuoteKind.DIRECT in (head.kind, draft.kind) and min(_words(text, head), _words(text, draft)) > 2:
                head.kind = draft.kind = QuoteKind.DIRECT
        previous = number


def _interrupts(text: str, head: _Draft, tail: _Draft) -> bool:
    between = text[head.end : tail.start]
    comma_inside = text[head.inner_end - 1] in ",，"
    if len(between) > 12 * MAX_INTERRUPTION or not (comma_inside or between.lstrip(" ").startswith((",", "，"))):
        return False
    body = between.strip(" ,，.:-–—")
    if not 0 < word_count(body) <= MAX_INTERRUPTION:
        return False
    # One reporting clause and nothing else: no sentence ends inside it, and it closes before the next mark opens.
    ends = re.search(r"[.!?;:]\s+\S", between.strip()) is not None
    closes = between.rstrip().endswith((",", "，", ".", ":", "–", "—", "-"))
    return closes and not ends


def _words(text: str, draft: _Draft) -> int:
    return word_count(text[draft.inner_start : draft.inner_end])


def _utterance(draft: _Draft, number: int, starts: Sequence[int], paragraph: _Paragraph) -> Utterance:
    first, last = _touched(draft, starts)
    alone = draft.kind is QuoteKind.DIRECT
    part_of = draft.part_of if draft.part_of >= 0 else number
    return Utterance(
        number, draft.start, draft.end, (max(first, paragraph.first), last), stands_alone=alone, part_of=part_of
    )


def _promote(text: str, drafts: Sequence[_Draft], paragraph: _Paragraph) -> None:
    """Take a word or two that somebody is named for as a fragment, unless they are a name or a title."""
    profile = load_profile(paragraph.language).quotes
    for draft in drafts:
        if draft.kind is not QuoteKind.SCARE or draft.speaker is None or draft.speaker.confidence < SURE_SPEAKER:
            continue
        content = text[draft.inner_start : draft.inner_end]
        before = text[max(paragraph.start, draft.start - 80) : draft.start].rstrip()
        # A capitalised word is a name as often as not, unless the verb says that somebody called a thing so.
        called = draft.speaker.cue.casefold() in profile.naming_verbs
        spoken = content[0].islower() or called or content[-1] in ".!?…"
        if spoken and not looks_like_name(content, before, text[draft.end : draft.end + 12], profile):
            draft.kind = QuoteKind.FRAGMENT


def _touched(draft: _Draft, starts: Sequence[int]) -> tuple[int, int]:
    return bisect_right(starts, draft.start) - 1, bisect_right(starts, draft.end - 1) - 1


def _quote(article: Article, draft: _Draft, starts: Sequence[int]) -> Quote:
    first, last = _touched(draft, starts)
    return Quote(
        span=article.span(draft.start, draft.end),
        content=article.span(draft.inner_start, draft.inner_end),
        kind=draft.kind,
        segments=tuple(range(first, last + 1)),
        speaker=draft.speaker,
        part_of=draft.part_of,
    )
