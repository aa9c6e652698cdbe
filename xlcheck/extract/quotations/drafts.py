"""Quotations on their way to become facts: cut out of paragraphs, their parts put in relation."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.extract.quotations.dialogue import dialogue_parts
from xlcheck.extract.quotations.kinds import FRAGMENT_WORDS, kind_of, word_count
from xlcheck.extract.quotations.marks import SINGLE, family_of, pair_marks
from xlcheck.lang.profile import load_profile
from xlcheck.model import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import Segment, Speaker

MAX_INTERRUPTION = 30
"""Words that may stand between the parts of an interrupted quotation."""
MAX_JOINT = 16
"""Characters between two names that are joined."""
_NO_STOPS = str.maketrans(",–—-()", "      ")
_LETTERS_PER_WORD = 12
_COMMAS = (",", "，")
_CLOSES_CLAUSE = (*_COMMAS, ".", ":", "–", "—", "-")
_TWO_SENTENCES = re.compile(r"[.!?;:]\s+\S")
_HONORIFIC = re.compile(r"\b[^\W\d_]{1,3}\.(?= )")


@dataclass(slots=True)
class Draft:
    """A quotation that is being read.

    Attributes:
        start: offset of the opening mark; `end` one past the closing one, or the paragraph's end.
        inner_start: where its content begins; `inner_end` one past it.
        nested: whether it lies inside another quotation.
        goes_on: whether it has no closing mark because the next paragraph continues it.
        part_of: number of the quotation whose part it is, -1 where it stands for itself.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    nested: bool = False
    goes_on: bool = False
    kind: QuoteKind = QuoteKind.SCARE
    part_of: int = -1
    speaker: Speaker | None = None


@dataclass(slots=True)
class Paragraph:
    """A paragraph as offsets and as a range of segments, `first` and `last` included."""

    start: int
    end: int
    first: int
    last: int
    language: str


def paragraphs_of(segments: Sequence[Segment]) -> Iterator[Paragraph]:
    """Yield the paragraphs that the segments make up."""
    current: Paragraph | None = None
    number = -1
    for index, segment in enumerate(segments):
        if current is not None and segment.paragraph == number:
            current.end, current.last = segment.span.end, index
            continue
        if current is not None:
            yield current
        number = segment.paragraph
        current = Paragraph(segment.span.start, segment.span.end, index, index, segment.language)
    if current is not None:
        yield current


def scan(text: str, paragraph: Paragraph, following: Paragraph | None) -> list[Draft]:
    """Return the quotations of one paragraph with their kinds, in order of their opening marks."""
    profile = load_profile(paragraph.language).quotes
    marks = pair_marks(text, paragraph.start, paragraph.end, profile)
    drafts = [Draft(pair.start, pair.end, pair.inner_start, pair.inner_end) for pair in marks.pairs]
    if following is not None and marks.unclosed:
        # Only the last open mark can belong to a quotation that runs on; those before it are slips.
        start, end, family = marks.unclosed[-1]
        if family != SINGLE and family == family_of(text[following.start]):
            drafts.append(Draft(start, paragraph.end, end, paragraph.end, goes_on=True))
    # Marks inside direct speech behind dashes would be somebody else's words: too rare to be worth a rule.
    spoken = not drafts
    if spoken:
        drafts = [Draft(*part) for part in dialogue_parts(text, paragraph.start, paragraph.end, profile)]
    drafts = [draft for draft in drafts if text[draft.inner_start : draft.inner_end].strip()]
    drafts.sort(key=lambda draft: (draft.start, -draft.end))
    reach = -1
    for draft in drafts:
        draft.nested = draft.start < reach
        reach = max(reach, draft.end)
        content = text[draft.inner_start : draft.inner_end]
        draft.inner_start += len(content) - len(content.lstrip())
        draft.inner_end -= len(content) - len(content.rstrip())
        inner = (draft.inner_start, draft.inner_end)
        outer = (draft.start, draft.end)
        draft.kind = QuoteKind.DIRECT if spoken else kind_of(text, outer, inner, paragraph.start, profile)
    _coordinate(text, drafts, frozenset(profile.connectors))
    return drafts


def _coordinate(text: str, drafts: Sequence[Draft], connectors: frozenset[str]) -> None:
    """Take what is joined to a name by "and" or a comma for a name as well, unless it is a sentence."""
    for head, tail in itertools.pairwise(drafts):
        between = text[head.end : tail.start]
        is_name = head.kind is QuoteKind.SCARE and text[head.inner_start].isupper()
        if not is_name or tail.kind is not QuoteKind.FRAGMENT or len(between) > MAX_JOINT:
            continue
        if text[tail.inner_start].isupper() and all(
            word in connectors for word in between.casefold().translate(_NO_STOPS).split()
        ):
            tail.kind = QuoteKind.SCARE


def join_parts(text: str, drafts: Sequence[Draft], first: int) -> None:
    """Relate the quotations from number `first` on to those that they continue.

    “…,” he said, “…” and “…,” he said. “…” are one quotation, and so are paragraphs of which only the last closes.
    """
    previous = next((number for number in range(first - 1, -1, -1) if not drafts[number].nested), -1)
    for number in range(first, len(drafts)):
        draft = drafts[number]
        if draft.nested:
            continue
        if previous >= 0 and _continues(text, drafts[previous], draft, same_paragraph=previous >= first):
            head = drafts[previous]
            head.part_of = head.part_of if head.part_of >= 0 else previous
            draft.part_of = head.part_of
            # The second half of a sentence begins in lower case and is as direct as the first.
            words = min(word_count(text[part.inner_start : part.inner_end]) for part in (head, draft))
            if QuoteKind.DIRECT in (head.kind, draft.kind) and words >= FRAGMENT_WORDS:
                head.kind = draft.kind = QuoteKind.DIRECT
        previous = number


def _continues(text: str, head: Draft, tail: Draft, *, same_paragraph: bool) -> bool:
    if head.goes_on:
        return not same_paragraph
    if not same_paragraph or tail.start - head.end > _LETTERS_PER_WORD * MAX_INTERRUPTION:
        return False
    between = text[head.end : tail.start].strip()
    if text[head.inner_end - 1] not in _COMMAS and not between.startswith(_COMMAS):
        return False
    if not 0 < word_count(between) <= MAX_INTERRUPTION or not between.endswith(_CLOSES_CLAUSE):
        return False
    if between.endswith(".") and (text[tail.inner_end - 1] in _COMMAS or text.startswith(_COMMAS, tail.end)):
        # “…,” she said. “…,” he said: the second has a reporting clause of its own, and maybe another speaker.
        return False
    # One reporting clause and nothing else: no sentence ends inside it.
    return _TWO_SENTENCES.search(_HONORIFIC.sub("", between)) is None
