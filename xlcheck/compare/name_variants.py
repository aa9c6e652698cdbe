"""Two spellings of one person's name within one article, of which one is a slip: Lindqvist, Lindqvost.

Newsrooms spell a name the same way throughout; a text that does not was put together by a machine or in haste. Two
spellings count only where little else can explain them: the same given name, or an office named with both; one
spelling that the article settles on, and another that stands once; never in one sentence, where two persons are meant;
never a difference that inflection or another way of transliterating makes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.compare.names import SAME_SPELLING, similar_words
from xlcheck.lang.profile import load_profile
from xlcheck.lang.territories import fold_name
from xlcheck.model import MentionKind
from xlcheck.similarity import is_slip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import Mention, Segment

SHORTEST = 6
"""Letters; shorter family names that differ by one are others (Bauer, Sauer)."""
SETTLED = 2
"""How often the usual spelling stands at least; the other one stands once."""
_BEFORE = 40
"""Characters in front of a name in which its office stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameVariant:
    """A spelling that stands once, and one mention of the spelling that the article otherwise has."""

    odd: Mention
    usual: Mention


def name_variants(mentions: Sequence[Mention], segments: Sequence[Segment]) -> tuple[NameVariant, ...]:
    """Return the names of persons in an article that are spelt otherwise elsewhere in it, in order.

    Args:
        mentions: all names of the article.
        segments: its sentences.
    """
    families = [(_family(mention), mention) for mention in mentions if _is_candidate(mention)]
    count = Counter(family for family, _ in families)
    places = {id(mention): _segment_of(mention, segments) for _, mention in families}
    found = []
    for odd_family, odd in families:
        if count[odd_family] != 1:
            continue
        for family, usual in families:
            if count[family] < SETTLED or not _is_slip(family, odd_family, places[id(odd)]):
                continue
            together = any(places[id(other)] is places[id(odd)] for name, other in families if name == family)
            if not together and _is_one_person(usual, odd, places[id(usual)], places[id(odd)]):
                found.append(NameVariant(odd=odd, usual=usual))
                break
    return tuple(found)


def _is_candidate(mention: Mention) -> bool:
    return not mention.key and (mention.kind is MentionKind.PERSON or " " in mention.name)


def _family(mention: Mention) -> str:
    return fold_name(mention.name).split()[-1]


def _is_slip(usual: str, odd: str, segment: Segment | None) -> bool:
    """Tell whether two family names differ by one slip that is neither an ending nor another transliteration."""
    if min(len(usual), len(odd)) < SHORTEST or usual[0] != odd[0] or not is_slip(usual, odd, most=1):
        return False
    endings = load_profile(segment.language).names.case_endings if segment else ()
    longest = max(map(len, endings), default=0)
    if longest and (
        usual[:-longest] == odd[:-longest] or any(a + end == b for end in endings for a, b in _both(usual, odd))
    ):
        return False
    return similar_words(usual, odd) < SAME_SPELLING


def _both(left: str, right: str) -> Iterator[tuple[str, str]]:
    yield left, right
    yield right, left


def _is_one_person(usual: Mention, odd: Mention, *places: Segment | None) -> bool:
    """Tell whether two mentions share a given name, or an office where one of them has no given name."""
    given = [fold_name(mention.name).split()[:-1] for mention in (usual, odd)]
    if all(given):
        return given[0] == given[1]
    offices = [_office(mention, place) for mention, place in zip((usual, odd), places, strict=True)]
    return bool(offices[0] and offices[0] == offices[1])


def _office(mention: Mention, segment: Segment | None) -> str:
    """Return the title that stands right before a name and says more than Mr; "" where there is none."""
    if segment is None:
        return ""
    profile = load_profile(segment.language).names
    start = mention.span.start - segment.span.start
    before = fold_name(segment.text[max(start - _BEFORE, 0) : start])
    courtesy = {fold_name(title).rstrip(".") for title in profile.courtesy}
    titles = {fold_name(title).rstrip(".") for title in profile.titles} - courtesy
    fitting = [title for title in titles if before == title or before.endswith(f" {title}")]
    return max(fitting, key=len, default="")


def _segment_of(mention: Mention, segments: Sequence[Segment]) -> Segment | None:
    return next((segment for segment in segments if segment.span.contains(mention.span)), None)
