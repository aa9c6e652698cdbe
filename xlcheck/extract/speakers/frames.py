"""Speakers in scripts that put no blanks between words, by frames: 王某表示：“…”, 「…」と山田氏は述べた.

Where a word ends is not known, so a noun group cannot be read from token to token as in `places`. Instead the
text right before and right after a quotation is matched with the frames of the language (`[quotes] frames`). What
stands in the place of the speaker begins at the nearest punctuation mark; offices are told from names by the list
`roles`, particles and places behind them are cut off (`speaker_ends`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.extract.phrases import alternatives
from xlcheck.lang.profile import load_profile
from xlcheck.model import Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.lang.quotes import QuoteProfile
    from xlcheck.model import Article

FRAMED, AFTER_OFFICE = 0.75, 0.9
"""Confidence in a group that a frame shows, and in one that an office is part of. Estimates: no set of Chinese,
Japanese, Korean or Thai news with annotated speakers was at hand."""
SAME_QUOTATION = 0.9
PRONOUN = 0.6
"""A pronoun stands for the last name."""
_REACH = 60
_LONGEST = 30
_PUNCTUATION = "。！？!?，、；;：:,.“”‘’「」『』\"'（）()《》〈〉…\n"
_SPEAKER = rf"(?P<speaker>[^{_PUNCTUATION}]{{1,{_LONGEST}}}?)"
_GAP = f"[^{_PUNCTUATION}]{{0,{_LONGEST}}}?"


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation in its paragraph; `part_of` is the number of the one that it continues, or its own."""

    number: int
    start: int
    end: int
    part_of: int


@dataclass(frozen=True, slots=True)
class _Frame:
    before: re.Pattern[str]
    after: re.Pattern[str]


def framed_speakers(
    article: Article, reach: tuple[int, int], places: Sequence[Place], language: str, last_name: str
) -> dict[int, Speaker]:
    """Find the speakers of the quotations of one paragraph.

    Args:
        article: where they stand.
        reach: first offset of the paragraph and one past its last.
        places: its outermost quotations, in order.
        language: ISO 639 code.
        last_name: the speaker last named before, "" where there is none.

    Returns:
        The speakers by number of quotation; quotations that no frame fits have none.
    """
    start, end = reach
    pronouns = load_profile(language).quotes.pronouns
    found: dict[int, Speaker] = {}
    for index, place in enumerate(places):
        left = max(places[index - 1].end if index else start, place.start - _REACH)
        right = min(places[index + 1].start if index + 1 < len(places) else end, place.end + _REACH)
        speaker = _speaker(article, (left, place.start), (place.end, right), language)
        if speaker is not None:
            if speaker.span.text in pronouns and last_name:
                speaker = replace(speaker, name=last_name, confidence=round(speaker.confidence * PRONOUN, 3))
            last_name = speaker.name or last_name
            found[place.number] = speaker
        elif place.part_of in found:
            head = found[place.part_of]
            found[place.number] = replace(head, cue="", confidence=round(head.confidence * SAME_QUOTATION, 3))
    return found


def _speaker(article: Article, before: tuple[int, int], after: tuple[int, int], language: str) -> Speaker | None:
    profile = load_profile(language).quotes
    left, right = article.text[slice(*before)], article.text[slice(*after)]
    for frame in _frames(language):
        first, second = frame.before.search(left), frame.after.match(right)
        if first is None or second is None:
            continue
        match, offset = (first, before[0]) if "speaker" in frame.before.groupindex else (second, after[0])
        cue = first.groupdict().get("verb") or second.groupdict().get("verb") or ""
        if (speaker := _group(article, offset + match.start("speaker"), match["speaker"], cue, profile)) is not None:
            return speaker
    return None


def _group(article: Article, start: int, surface: str, cue: str, profile: QuoteProfile) -> Speaker | None:
    """Cut the speaker out of what stands in its place and tell the name from the office."""
    if cut := re.search(alternatives(profile.speaker_ends), surface):
        surface = surface[: cut.start()]
    start += len(surface) - len(surface.lstrip())
    surface = surface.strip()
    if surface in profile.pronouns:
        return Speaker(span=article.span(start, start + len(surface)), name="", cue=cue, confidence=FRAMED)
    if len(surface) < 2 or any(surface.startswith(word) for word in profile.connectors):
        return None
    roles = list(re.finditer(alternatives(profile.roles), surface))
    name = surface if not roles else ""
    if roles and surface[roles[-1].end() :].strip():
        name = surface[roles[-1].end() :].strip()
    elif roles:
        # 山田首相, 김 장관: what stands before the office, without the body that it is the office of.
        name = re.split(alternatives(profile.prepositions), surface[: roles[0].start()].strip())[-1]
    confidence = AFTER_OFFICE if roles else FRAMED
    return Speaker(span=article.span(start, start + len(surface)), name=name, cue=cue, confidence=confidence)


@cache
def _frames(language: str) -> tuple[_Frame, ...]:
    profile = load_profile(language).quotes
    verb = rf"(?P<verb>{alternatives(profile.verbs)})"
    frames = []
    for frame in profile.frames:
        before, after = (_pattern(part, verb) for part in frame.split("{quote}"))
        start = rf"(?:^|(?<=[{_PUNCTUATION}]))\s?" if "{speaker}" in frame.split("{quote}")[0] else ""
        frames.append(
            _Frame(
                before=re.compile(rf"{start}{before}[：:，,、]?\s?$") if before else re.compile(r"$"),
                after=re.compile(rf"[，,、]?\s?{after}") if after else re.compile(""),
            )
        )
    return tuple(frames)


def _pattern(part: str, verb: str) -> str:
    """Turn one side of a frame into a regular expression."""
    pattern = re.escape(part).replace(r"\ ", " ?").replace(r"\{gap\}", _GAP)
    return pattern.replace(r"\{speaker\}", _SPEAKER).replace(r"\{verb\}", verb)
