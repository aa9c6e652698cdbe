"""How surely one name stands where the other text has another one: what the check of replaced names decides with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.checks.base import language_at
from xlcheck.checks.lone_names import has_stand_in
from xlcheck.compare.names import compare_names
from xlcheck.compare.romanise import romanise
from xlcheck.extract.names.copied_words import is_acronym
from xlcheck.lang.profile import load_profile
from xlcheck.lang.territories import inflected_key, is_country, related_keys
from xlcheck.model import MentionKind, PairMode, Status
from xlcheck.similarity import is_slip

if TYPE_CHECKING:
    from xlcheck.checks.lone_names import LoneName
    from xlcheck.model import ArticlePair, Link, Mention, Side

_PLACES = 0.9
_REGION = 0.7
_PERSONS = 0.85
_SHAPES = 0.7
"""How surely two names without counterpart stand for each other: two countries or cities; one of them a region or union
that may just be a wider word; two persons; two that only look like persons. Measured on 3,774 consistent German-English
sentence pairs: none was flagged wrongly."""
_ALIKE = 5
"""Letters, without marks, by which a name and what is made from it begin alike."""
_SLIP, _LONG_ACRONYM = 0.75, 5
"""The same for two acronyms that differ by a letter; up to so many letters by one, longer ones by two."""
_ANY = 0.7
_GUESSED = 0.64
"""The same in parallel texts for any two names that would be copied; where one of them is only taken for a name."""
_BODY, _STOOD_IN = 0.75, 0.9
"""The factors where one of them names a body, and where a pronoun or a title may stand for one of them; none stands for
a place, and for a person it surely may."""


def replacement_certainty(pair: ArticlePair, link: Link, source: LoneName, english: LoneName) -> float:
    """Return how surely two names without counterpart stand for one another, 0 for not surely enough."""
    left, right = source.mention, english.mention
    if left.key and right.key:
        if pair.mode is PairMode.PARALLEL and left.key.startswith("org:") and right.key.startswith("org:"):
            return _ANY
        return _certainty_of_places(pair, left, right)
    if not left.key and not right.key:
        agreement = compare_names(left.name, right.name)
        if agreement.status is Status.SAME:
            return 0.0
        if is_acronym(left.name) and is_acronym(right.name):
            return _acronyms(pair, left, right)
        if agreement.status is Status.DIFFERS and _like_person(pair.source, left) and _like_person(pair.english, right):
            return agreement.certainty * (_PERSONS if left.kind is right.kind is MentionKind.PERSON else _SHAPES)
    if pair.mode is not PairMode.PARALLEL:
        return 0.0
    if _is_spelt_out(left) != _is_spelt_out(right) or _begin_alike(left.name, right.name):
        return 0.0  # letters stand for several words, seldom for the name of somebody else
    sure = source.is_sure and english.is_sure
    certainty = (_ANY if sure else _GUESSED) * source.certainty * english.certainty
    if _is_stood_in(pair, link, left, right):
        is_other = not left.key and not right.key and MentionKind.PERSON not in {left.kind, right.kind}
        certainty *= _STOOD_IN if is_other else 0.0
    return certainty * (_BODY if _is_body(pair.source, left) or _is_body(pair.english, right) else 1.0)


def _is_body(side: Side, mention: Mention) -> bool:
    """Tell whether a name is rather that of a body or a work, of which any word may be translated."""
    language = language_at(side, mention.span)
    words = mention.name.split()
    is_of_place = len(words) > 1 and bool(inflected_key(words[-1], language))
    marks = load_profile(language).names.organisation_words
    return not mention.key and (is_of_place or not set(words).isdisjoint(marks))


def _is_spelt_out(mention: Mention) -> bool:
    """Tell whether a name is an acronym of which nobody knows what it stands for."""
    return not mention.key and is_acronym(mention.name)


def _begin_alike(left: str, right: str) -> bool:
    """Tell whether two names may be made from one another, as adjectives and inhabitants are from a place."""
    a, b = (romanise(name).replace(" ", "")[:_ALIKE] for name in (left, right))
    return len(a) == _ALIKE and a == b


def _acronyms(pair: ArticlePair, left: Mention, right: Mention) -> float:
    """Return how surely one acronym is a slip for the other: only where both are copied, not formed anew.

    A text in another script that has an acronym in Latin letters has it from abroad.
    """
    language = language_at(pair.source, left.span)
    is_copied = load_profile(language).names.caseless and pair.mode is PairMode.PARALLEL
    shortest = min(len(left.name), len(right.name))
    most = 1 if shortest <= _LONG_ACRONYM else 2
    return _SLIP if is_copied and shortest > 2 and is_slip(left.name, right.name, most=most) else 0.0


def _is_stood_in(pair: ArticlePair, link: Link, left: Mention, right: Mention) -> bool:
    """Tell whether a pronoun or a title may stand for either name, so that the two need not stand for each other."""
    return (not left.key and has_stand_in(pair.english, link.english, pair.source, link.source)) or (
        not right.key and has_stand_in(pair.source, link.source, pair.english, link.english)
    )


def _certainty_of_places(pair: ArticlePair, left: Mention, right: Mention) -> float:
    countries = [item for item in (left, right) if is_country(item.key)]
    if len(countries) == 2:
        return _PLACES if not related_keys(left.key, right.key) else 0.0
    wide = [item for item in (left, right) if item not in countries and not item.key.startswith("org:")]
    # Brussels for the European Union; a union for the city that it sits in.
    return _REGION if len(countries) == len(wide) == 1 and "/" not in countries[0].key else 0.0


def _like_person(side: Side, mention: Mention) -> bool:
    """Tell whether a name is a person's, by its kind or by its shape: two or three words without an article."""
    if mention.kind is not MentionKind.OTHER:
        return mention.kind is MentionKind.PERSON
    language = language_at(side, mention.span)
    profile = load_profile(language).names
    before = re.findall(r"\w+", side.article.text[max(mention.span.start - 40, 0) : mention.span.start])
    words = mention.name.split()
    return (
        2 <= len(words) <= 3
        and all(word[:1].isupper() and (word[1:].islower() or "." in word) for word in words)
        and not set(words) & set(profile.organisation_words)
        and not (before and before[-1].casefold() in profile.articles)
    )
