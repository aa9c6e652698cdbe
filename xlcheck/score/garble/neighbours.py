"""Words next to each other that cannot stand so, and words or phrases that stand there twice."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile
from xlcheck.score.garble.hit import Hit
from xlcheck.score.garble.tokens import WORD, Sentence, Token
from xlcheck.score.repetition import is_emphatic

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_PHRASE = 6
_CONTENT_LENGTH = 4
"""Words shorter than this carry too little meaning to be an echo."""


@cache
def _impossible(language: str) -> frozenset[tuple[str, str]]:
    """All word pairs that the language's table rules out."""
    profile = load_profile(language).garble
    classes = profile.word_classes
    allowed = {tuple(pair.split()) for pair in profile.pair_exceptions}
    return frozenset(
        (left, right)
        for first, second in profile.impossible_pairs
        for left in classes.get(first, ())
        for right in classes.get(second, ())
        if left != right and (left, right) not in allowed
    )


def neighbour_hits(sentence: Sentence, language: str) -> Iterator[Hit]:
    """Yield impossible neighbours, wrong articles, doubled words and phrases, and echoes."""
    yield from _impossible_or_doubled(sentence, language)
    yield from _wrong_article(sentence)
    yield from _echoes(sentence)
    yield from _doubled_phrases(sentence, language)


def _impossible_or_doubled(sentence: Sentence, language: str) -> Iterator[Hit]:
    impossible, profile = _impossible(language), sentence.profile
    auxiliaries, subjects = profile.finite_auxiliaries, profile.word_classes.get("subject", ())
    tokens = sentence.tokens
    for index, (left, right) in enumerate(pairwise(tokens)):
        if left.kind != WORD or right.kind != WORD or right.capital:
            continue  # names may double: "Wagga Wagga"
        if _is_letter(left, index):
            continue
        surface = sentence.text[left.start : right.end]
        if left.lower == right.lower:
            if profile.may_double and left.lower not in profile.may_double and left.lower not in profile.emphatic:
                note = f"{left.text!r} stands there twice"
                yield Hit(name="doubled-word", start=left.start, end=right.end, note=note)
        elif (left.lower, right.lower) in impossible:
            both_finite = left.lower in auxiliaries and right.lower in auxiliaries
            after = tokens[index + 2].lower if index + 2 < len(tokens) else ""
            if both_finite and after in subjects:
                continue  # a forgotten comma: "wo er Freunde hat ist er gern"
            name = "two-finite-verbs" if both_finite else "impossible-pair"
            note = f"{surface!r} cannot stand together"
            yield Hit(name=name, start=left.start, end=right.end, note=note)


def _is_letter(token: Token, index: int) -> bool:
    """Whether a letter is a name rather than an article: "University A at first"."""
    return index > 0 and token.capital and len(token.text) == 1


def _wrong_article(sentence: Sentence) -> Iterator[Hit]:
    profile = sentence.profile
    for index, (left, right) in enumerate(pairwise(sentence.tokens)):
        letters = profile.wrong_before.get(left.lower, "")
        if _is_letter(left, index):
            continue
        if not letters or right.kind != WORD or not right.text.islower() or len(right.text) < 3:
            continue
        if right.lower[0] in letters and not right.lower.startswith(profile.wrong_before_exceptions):
            surface = sentence.text[left.start : right.end]
            yield Hit(name="wrong-article", start=left.start, end=right.end, note=f"{surface!r} has the wrong article")


def _echoes(sentence: Sentence) -> Iterator[Hit]:
    """Two equal words joined as if they were two things: "flexible in design and design"."""
    profile, tokens = sentence.profile, sentence.tokens
    joints = [tuple(joint.split()) for joint in profile.echo_joints]
    for index, token in enumerate(tokens):
        if token.kind != WORD or len(token.text) < _CONTENT_LENGTH or token.lower in profile.echo_exceptions:
            continue
        if token.capital and not profile.nouns_are_capital:
            continue  # a firm: "Vik and Vik"
        for joint in joints:
            end = index + 1 + len(joint)
            if end < len(tokens) and _is_echo(token, tokens[index + 1 : end], joint, tokens[end]):
                surface = sentence.text[token.start : tokens[end].end]
                # "military and military institutions" may be two things after all.
                last = end + 1 == len(tokens) or tokens[end + 1].kind != WORD
                note = f"{surface!r} says the same word twice"
                strength = 1.0 if last else 0.5
                yield Hit(name="echo", start=token.start, end=tokens[end].end, note=note, strength=strength)


def _is_echo(first: Token, between: tuple[Token, ...], joint: tuple[str, ...], second: Token) -> bool:
    # Comparatives and plurals are doubled on purpose: "faster and faster", "hundreds and hundreds".
    if first.lower != second.lower or first.lower.endswith(("er", "s")):
        return False
    return tuple(token.lower for token in between) == joint


def _doubled_phrases(sentence: Sentence, language: str) -> Iterator[Hit]:
    """A phrase twice in a row without anything between: "to be able to be able to"."""
    tokens, articles = sentence.tokens, sentence.profile.word_classes.get("article", ())
    for size in range(2, _LONGEST_PHRASE + 1):
        run = 0
        for index in range(len(tokens) - size):
            same = tokens[index].kind == WORD and tokens[index].lower == tokens[index + size].lower
            run = run + 1 if same else 0
            if run != size:
                continue
            first = tokens[index - size + 1 : index + 1]
            unit = [token.lower for token in first]
            if len(set(unit)) == 1 or is_emphatic(unit, language) or all(token.capital for token in first):
                continue  # a loop, "over and over and over", "New York New York"
            if tokens[index + 1].capital:
                continue  # a headline without its line break: "… at the Council The Council said"
            start, end = first[0].start, tokens[index + size].end
            note = f"{' '.join(unit)!r} stands there twice in a row"
            # "He calls a spade a spade."
            strength = 0.5 if size == 2 and unit[0] in articles else 1.0
            yield Hit(name="doubled-phrase", start=start, end=end, note=note, strength=strength)
