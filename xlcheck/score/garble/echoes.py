"""The same thing said of itself: "flexible in design and design", "Almsund in Almsund", "in 1998, 1998"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile
from xlcheck.score.garble.dictionary import has_dictionary, is_word
from xlcheck.score.garble.hit import Hit, quoted
from xlcheck.score.garble.tokens import NUMBER, WORD, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTENT_LENGTH = 4
"""Words shorter than this carry too little meaning to be an echo."""
_NAME_LENGTH = 5
_HALF, _LIKELY = 0.5, 0.6
_YEAR_REACH = 3
"""So many tokens may stand between a year and its echo ("2018 in January 2018")."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _joints(language: str) -> dict[tuple[str, ...], bool]:
    """Return what may stand between the two words, and whether names and plurals make no sense around it either."""
    profile = load_profile(language).garble
    strict = dict.fromkeys((tuple(joint.split()) for joint in profile.echo_prepositions), True)
    return {tuple(joint.split()): False for joint in profile.echo_joints} | strict


def echo_hits(sentence: Sentence, language: str) -> Iterator[Hit]:
    """Yield words that are joined to themselves, years that come twice, and names that stand there twice in a row."""
    yield from _joined(sentence, language)
    yield from _years(sentence, frozenset(load_profile(language).numbers.ranges))
    yield from _doubled_names(sentence, language)


def _joined(sentence: Sentence, language: str) -> Iterator[Hit]:
    profile, tokens = sentence.profile, sentence.tokens
    joints = _joints(language)
    longest = max(map(len, joints), default=0)
    for index, token in enumerate(tokens):
        if token.kind != WORD or len(token.text) < _CONTENT_LENGTH or token.lower in profile.echo_exceptions:
            continue
        for end in range(index + 2, min(index + longest + 2, len(tokens))):
            joint = tuple(each.lower for each in tokens[index + 1 : end])
            if tokens[end].lower != token.lower or joint not in joints:
                continue
            strength = _strength(sentence, index, end, joint, joints[joint])
            if strength:
                surface = sentence.text[token.start : tokens[end].end]
                note = f"{quoted(surface)} says the same word twice"
                yield Hit(name="echo", start=token.start, end=tokens[end].end, note=note, strength=strength)


def _strength(sentence: Sentence, index: int, end: int, joint: tuple[str, ...], strict: bool) -> float:
    """Return how odd it is that this word is joined to itself, 0 where it may be meant."""
    profile, token = sentence.profile, sentence.tokens[index]
    # So are names of firms: "Vik and Vik".
    on_purpose = token.lower.endswith(profile.echo_endings) or (token.capital and not profile.nouns_are_capital)
    if on_purpose or " ".join(joint) not in profile.echo_joints:
        said = token.quoted or token.lower in profile.echo_preposition_exceptions
        return _LIKELY if strict and not said else 0.0
    # "military and military institutions" may be two things after all.
    last = end + 1 == len(sentence.tokens) or sentence.tokens[end + 1].kind != WORD
    return 1.0 if last else _HALF


def _years(sentence: Sentence, ranges: frozenset[str]) -> Iterator[Hit]:
    """A year that is dated by itself: "in 1998, 1998, …", "2018 in January 2018"; "1998 to 1998" is a range."""
    last: dict[str, int] = {}
    for index, token in enumerate(sentence.tokens):
        if token.kind != NUMBER or not _YEAR.fullmatch(token.text):
            continue
        before = last.get(token.text)
        last[token.text] = index
        if before is None or index - before - 1 > _YEAR_REACH:
            continue
        between = sentence.tokens[before + 1 : index]
        if not between or between[0].lower in ranges:
            continue
        if all(each.kind == WORD or each.text == "," for each in between):
            start = sentence.tokens[before].start
            note = f"{quoted(sentence.text[start : token.end])} says the same year twice"
            yield Hit(name="echo", start=start, end=token.end, note=note, strength=_LIKELY)


def _doubled_names(sentence: Sentence, language: str) -> Iterator[Hit]:
    """A word with a capital letter twice in a row, which is a word and no name: "the Pacific Pacific"."""
    if not has_dictionary(language) or sentence.profile.nouns_are_capital:
        return
    for left, right in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if left.text != right.text or left.kind != WORD or not left.capital or len(left.text) < _NAME_LENGTH:
            continue
        if left.lower not in sentence.profile.emphatic and is_word(left.lower, language):
            note = f"{quoted(left.text)} stands there twice"
            yield Hit(name="doubled-word", start=left.start, end=right.end, note=note, strength=_LIKELY)
