"""Names in linked sentences of which the other article does not speak: what the name checks have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.checks.base import segments_of
from xlcheck.compare.in_segments import facts_within, with_neighbours
from xlcheck.compare.name_search import heard_from, support
from xlcheck.compare.romanise import Script, script_of
from xlcheck.compare.sounds import is_spelt_in_kana
from xlcheck.extract.names.copied_words import copied_words, is_acronym, is_in_lexicon, is_known_name
from xlcheck.lang.profile import load_profile
from xlcheck.lang.territories import WORLD, fold_name, is_home, own_names_of
from xlcheck.model import LinkClass, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.model import ArticlePair, Link, Mention, Segment, Side

MAX_SEGMENTS = 2
"""Sentences on a side of a link; in more of them some name is always new."""
MAX_LONE = 2
"""Names without counterpart on a side; more show that the sentences do not say the same, or that a list was cut."""
NEARBY = 2
HEARD_FAR = 0.75
"""A name may be meant by a word that sounds like it in so many sentences around the counterpart; farther away the word
must sound more like it."""
DOUBT, ROUGH_DOUBT = 0.2, 0.6
"""What a name that is nearly heard loses in certainty; what it loses where names are heard only roughly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoneName:
    """A name of which the other article does not speak.

    Attributes:
        support: how well the other article supports it, 0…1, less than what may be meant.
        is_sure: whether it is surely a name that the other language would repeat: a known place or body, a person, or a
            word that the language's lexicon knows as no other word.
        is_rough: whether names can be heard only roughly in the other text's script.
    """

    mention: Mention
    support: float
    is_sure: bool
    is_rough: bool = False

    @property
    def certainty(self) -> float:
        """Return how surely the other article does not speak of it, 0…1."""
        return 1.0 - (ROUGH_DOUBT if self.is_rough else DOUBT) * self.support


def is_short_and_sure(link: Link) -> bool:
    """Tell whether a link is sure and short enough for a name without counterpart to mean something."""
    return link.link_class is LinkClass.SURE and max(len(link.source), len(link.english)) <= MAX_SEGMENTS


def lone_names(pair: ArticlePair, link: Link) -> tuple[list[LoneName], list[LoneName]]:
    """Return the names of either side of a link, source first, of which the other article does not speak at all."""
    return (
        _lone(pair.source, link.source, pair.english, link.english),
        _lone(pair.english, link.english, pair.source, link.source),
    )


def _lone(side: Side, indexes: Iterable[int], other: Side, others: Sequence[int]) -> list[LoneName]:
    found: dict[str, LoneName] = {}
    near = "\n".join(segment.text for segment in with_neighbours(other.segments, others, reach=NEARBY))
    languages = sorted({segment.language for segment in other.segments})
    for segment in segments_of(side, indexes):
        for mention in facts_within(side.facts.mentions, [segment]):
            name = mention.key or mention.name
            if fold_name(mention.name) in _ambiguous(segment.language) or _is_attribute(segment, mention):
                continue
            if name in found or mention.key == WORLD or any(is_home(mention.key, language) for language in languages):
                continue
            words = copied_words(mention, segment.language)
            if mention.key and not words:
                words = tuple(fold_name(mention.name).split())
            if not words and not is_acronym(mention.name):
                continue
            supports = [_support(other, near, language, mention, words) for language in languages]
            if max(supports, default=1.0) < heard_from(other.article.text):
                found[name] = LoneName(
                    mention=mention,
                    support=max(supports),
                    is_sure=_is_sure(side, segment, mention, languages),
                    is_rough=not mention.key and _is_rough(mention, words, other.article.text),
                )
    return list(found.values())


def _support(other: Side, near: str, language: str, mention: Mention, words: Sequence[str]) -> float:
    """Return how well the other article supports a name: a likeness far away is more often one by chance."""
    far = support(other.article.text, language, mention, words)
    return far if far >= HEARD_FAR else min(far, support(near, language, mention, words))


def _is_sure(side: Side, segment: Segment, mention: Mention, languages: Iterable[str]) -> bool:
    if mention.key:  # what the other language has no name for may stand there under a name that nobody listed
        return all(own_names_of(mention.key, language) for language in languages)
    if mention.kind is MentionKind.PERSON:
        return True
    before = re.findall(r"\w+", side.article.text[segment.span.start : mention.span.start])
    words = mention.name.split()
    if not before:  # whatever begins a sentence has a capital
        known = len(words) > 1 or is_in_lexicon(words[0], segment.language)
        return known and all(is_known_name(word, segment.language) for word in words)
    if before[-1].casefold() in load_profile(segment.language).names.articles:
        return False  # things and bodies have an article
    return is_known_name(words[-1], segment.language)


def _is_rough(mention: Mention, words: Iterable[str], text: str) -> bool:
    """Tell whether a name is heard only roughly in a text: through Chinese characters, but not through kana."""
    if script_of(mention.name) is Script.HAN:
        return True
    return script_of(text) is Script.HAN and not all(is_spelt_in_kana(word, text) for word in words)


def _is_attribute(segment: Segment, mention: Mention) -> bool:
    """Tell whether a name is rather an adjective in front of a noun, which is translated: the Northern fleet."""
    endings = load_profile(segment.language).names.adjective_endings
    if not endings or mention.key or mention.kind is MentionKind.PERSON or not mention.name.endswith(endings):
        return False
    end = mention.span.end - segment.span.start
    return segment.text[end : end + 1] == " " and segment.text[end + 1 : end + 2].islower()


@cache
def _ambiguous(language: str) -> frozenset[str]:
    return frozenset(map(fold_name, load_profile(language).names.ambiguous))


def has_stand_in(
    side: Side, indexes: Iterable[int], other: Side, others: Iterable[int], *, place: bool = False
) -> bool:
    """Tell whether sentences speak of somebody by a pronoun or a title where their counterparts have none.

    Args:
        place: of a place instead, by what it is: the country, the North.
    """
    return _count_stand_ins(side, indexes, place=place) > _count_stand_ins(other, others, place=place)


def has_pronoun(side: Side, indexes: Iterable[int]) -> bool:
    """Tell whether sentences have any pronoun that stands for somebody."""
    for segment in segments_of(side, indexes):
        pronouns = {fold_name(word) for word in load_profile(segment.language).names.pronouns}
        words = {fold_name(match.group()) for match in _WORDS.finditer(segment.text)}
        if words & pronouns or any(word >= _FIRST_UNSPACED and word in segment.text for word in pronouns):
            return True
    return False


def _count_stand_ins(side: Side, indexes: Iterable[int], *, place: bool) -> int:
    count = 0
    # A title right before the name of a person does not stand for it.
    named = {mention.span.start for mention in side.facts.mentions if not mention.key}
    for segment in segments_of(side, indexes):
        spaced, unspaced = _stand_ins(segment.language, place=place)
        for match in _WORDS.finditer(segment.text):
            if fold_name(match.group()) in spaced and segment.span.start + match.end() + 1 not in named:
                # The North speaks for a place, the North Sea does not.
                count += not (place and _CAPITALS.match(segment.text, match.start()))
        count += sum(segment.text.count(word) for word in unspaced)
    return count


_WORDS = re.compile(r"[\w\u0900-\u0dff]+(?:[-'][\w\u0900-\u0dff]+)*")
"""Marks of Indic scripts, which are no letters to Python, part no word."""
_CAPITALS = re.compile(r"[A-Z]\w+ [A-Z]")
_FIRST_UNSPACED = "\N{THAI CHARACTER KO KAI}"
"""From here on the words of scripts run on."""


@cache
def _stand_ins(language: str, *, place: bool) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words that stand for persons or places, folded: those of spaced scripts, and those of others.

    In scripts without capitals nobody can tell a title that stands for somebody from one beside a name.
    """
    profile = load_profile(language).names
    words = {fold_name(word) for word in (profile.place_words if place else profile.pronouns)}
    titles = set() if place or profile.caseless else {fold_name(word) for word in profile.titles}
    spaced = frozenset(word for word in words | titles if word < _FIRST_UNSPACED)
    return spaced, tuple(sorted(words - spaced))
