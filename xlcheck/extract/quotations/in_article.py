"""Article → Quotes: every quotation with its kind, its sentences, its speaker and the quotation it continues.

Source of the approach: reporting-verb patterns as in Pouliquen, Steinberger and Best, "Automatic Detection of
Quotations in Multilingual News" (RANLP 2007), on top of a pairing of marks that does not depend on the language.
On 300 German Wikinews articles with annotated quotations (development half of the set; benchmarks/quotes.py), direct
quotations are found with F1 0.91 (the marks alone in 215 of 216 cases; the rest is telling quotations from names), and
0.84 of the speakers are named as annotated.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from xlcheck.extract.quotations.drafts import Draft, Paragraph, join_parts, paragraphs_of, scan
from xlcheck.extract.quotations.kinds import looks_like_name
from xlcheck.extract.speakers.in_paragraph import SAME_QUOTATION, IndirectSpeech, ParagraphText, Utterance, attribute
from xlcheck.lang.profile import load_profile
from xlcheck.model import MentionKind, Quote, QuoteKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.model import Article, Mention, Segment

SURE_SPEAKER = 0.45
"""From this confidence on an attribution shows that a word or two in quotation marks are somebody's words."""
_CONTEXT = 80


@dataclass(frozen=True, slots=True)
class Quotations:
    """What an article says that somebody said.

    Attributes:
        quotes: what stands in quotation marks, in order of the opening marks, nested ones included.
        indirect: indirect speech (`QuoteKind.INDIRECT`), in order of position: `span` and `content` are both the
            reported clause. It is nobody's wording, so it is kept apart from what may be compared word by word.
    """

    quotes: tuple[Quote, ...]
    indirect: tuple[Quote, ...]


def extract_quotes(
    article: Article, segments: Sequence[Segment], mentions: Sequence[Mention] = ()
) -> tuple[Quote, ...]:
    """Return the quotations of an article; `extract_quotations` without the indirect speech."""
    return extract_quotations(article, segments, mentions).quotes


def extract_quotations(article: Article, segments: Sequence[Segment], mentions: Sequence[Mention] = ()) -> Quotations:
    """Return the quotations and the indirect speech of an article.

    Only text that belongs to a segment is looked at, so skipped lines are not. A mark without a partner makes no
    quotation, unless the next paragraph opens with the same kind of mark: then the quotation runs on there.

    Args:
        article: the article.
        segments: its sentences, in order.
        mentions: names found in it; where given, they decide what is a personal name.
    """
    persons = {mention.span.start: mention for mention in mentions if mention.kind is MentionKind.PERSON}
    starts = [segment.span.start for segment in segments]
    paragraphs = list(paragraphs_of(segments))
    drafts: list[Draft] = []
    indirect: list[IndirectSpeech] = []
    last_name = ""
    for place, paragraph in enumerate(paragraphs):
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        first = len(drafts)
        drafts.extend(scan(article.text, paragraph, following))
        join_parts(article.text, drafts, first)
        around = ParagraphText(
            article, paragraph.start, paragraph.end, paragraph.language, starts[paragraph.first : paragraph.last + 1]
        )
        found = attribute(around, _utterances(drafts, first), persons, last_name)
        last_name = found.last_name
        for number, speaker in found.speakers.items():
            drafts[number].speaker = speaker
        _promote(article.text, drafts[first:], paragraph, found.indirect)
        indirect += found.indirect
    _share_speakers(drafts)
    return Quotations(
        quotes=tuple(_quote(article, draft, starts) for draft in drafts),
        indirect=tuple(_indirect(article, item, starts) for item in indirect),
    )


def _utterances(drafts: Sequence[Draft], first: int) -> list[Utterance]:
    return [
        Utterance(
            number=number,
            start=draft.start,
            end=draft.end,
            stands_alone=draft.kind is QuoteKind.DIRECT,
            part_of=draft.part_of if draft.part_of >= 0 else number,
        )
        for number, draft in enumerate(drafts[first:], start=first)
        if not draft.nested
    ]


def _promote(text: str, drafts: Sequence[Draft], paragraph: Paragraph, indirect: Sequence[IndirectSpeech] = ()) -> None:
    """Take a word or two that somebody is named for as a fragment, unless they are a name or a title."""
    profile = load_profile(paragraph.language).quotes
    for draft in drafts:
        if draft.kind is not QuoteKind.SCARE or draft.nested:
            continue
        place = bisect_right(indirect, draft.start, key=lambda item: item.start) - 1
        reported = place >= 0 and draft.end <= indirect[place].end
        sure = draft.speaker is not None and draft.speaker.confidence >= SURE_SPEAKER
        if not (sure or reported):
            continue
        content = text[draft.inner_start : draft.inner_end]
        before = text[max(paragraph.start, draft.start - _CONTEXT) : draft.start].rstrip()
        # A capitalised word is a name as often as not, unless the verb says that somebody called a thing so.
        called = draft.speaker is not None and draft.speaker.cue.casefold() in profile.naming_verbs
        called = called and not before.casefold().endswith(tuple(f" {word}" for word in profile.oblique))
        spoken = content[0].islower() or called or content[-1] in ".!?…"
        if spoken and not looks_like_name(content, before, text[draft.end : draft.end + _CONTEXT], profile):
            draft.kind = QuoteKind.FRAGMENT


def _indirect(article: Article, item: IndirectSpeech, starts: Sequence[int]) -> Quote:
    first = bisect_right(starts, item.start) - 1
    last = bisect_right(starts, item.end - 1) - 1
    span = article.span(item.start, item.end)
    segments = tuple(range(first, last + 1))
    return Quote(span=span, content=span, kind=QuoteKind.INDIRECT, segments=segments, speaker=item.speaker)


def _share_speakers(drafts: Sequence[Draft]) -> None:
    """Give all parts of a quotation that runs over paragraphs its speaker, wherever it is named."""
    known: dict[int, Draft] = {}
    for draft in drafts:
        if draft.part_of >= 0 and _confidence(draft) > _confidence(known.get(draft.part_of)):
            known[draft.part_of] = draft
    for draft in drafts:
        best = known.get(draft.part_of)
        if draft.speaker is None and best is not None and best.speaker is not None:
            confidence = round(best.speaker.confidence * SAME_QUOTATION, 3)
            draft.speaker = replace(best.speaker, cue="", confidence=confidence)


def _confidence(draft: Draft | None) -> float:
    return draft.speaker.confidence if draft is not None and draft.speaker is not None else 0.0


def _quote(article: Article, draft: Draft, starts: Sequence[int]) -> Quote:
    first = bisect_right(starts, draft.start) - 1
    last = bisect_right(starts, draft.end - 1) - 1
    return Quote(
        span=article.span(draft.start, draft.end),
        content=article.span(draft.inner_start, draft.inner_end),
        kind=draft.kind,
        segments=tuple(range(first, last + 1)),
        speaker=draft.speaker,
        part_of=draft.part_of,
    )
