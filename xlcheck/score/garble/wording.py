"""Words that cannot stand next to each other, and wording that goes round in circles."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile
from xlcheck.score.garble.hit import Hit
from xlcheck.score.garble.tokens import WORD, Sentence, Token
from xlcheck.score.repetition import find_loops

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAST_WORDS = 5
"""Shares are not taken of fewer words."""
_SHORT = 3
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


def wording_hits(sentence: Sentence, language: str) -> Iterator[Hit]:
    """Yield impossible neighbours, doubled words, echoes, loops and wording that repeats itself."""
    yield from _neighbours(sentence, language)
    yield from _wrong_article(sentence)
    yield from _echoes(sentence)
    for loop in find_loops(sentence.text, language):
        note = f"{loop.unit!r} stands there {loop.turns} times in a row"
        yield Hit(name="loop", start=loop.start, end=loop.end, note=note, strength=min(2.0, loop.turns / 3))
    yield from _circling(sentence)


def _neighbours(sentence: Sentence, language: str) -> Iterator[Hit]:
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
    joints = {tuple(joint.split()) for joint in profile.echo_joints}
    for index, token in enumerate(tokens):
        if token.kind != WORD or len(token.text) < _CONTENT_LENGTH or token.lower in profile.echo_exceptions:
            continue
        for joint in joints:
            end = index + 1 + len(joint)
            if end < len(tokens) and _is_echo(token, tokens[index + 1 : end], joint, tokens[end]):
                surface = sentence.text[token.start : tokens[end].end]
                note = f"{surface!r} says the same word twice"
                yield Hit(name="echo", start=token.start, end=tokens[end].end, note=note)


def _is_echo(first: Token, between: tuple[Token, ...], joint: tuple[str, ...], second: Token) -> bool:
    # Comparatives and plurals are doubled on purpose: "faster and faster", "hundreds and hundreds".
    if first.lower != second.lower or first.lower.endswith(("er", "s")):
        return False
    return tuple(token.lower for token in between) == joint


def _circling(sentence: Sentence) -> Iterator[Hit]:
    """Graded signs over the whole sentence: phrases that come back, few different words, hardly any long ones."""
    words = [word.lower for word in sentence.words]
    if len(words) < _LEAST_WORDS:
        return
    end = sentence.tokens[-1].end
    trigrams = Counter(zip(words, words[1:], words[2:], strict=False))
    repeated = sum(count - 1 for count in trigrams.values()) / len(words)
    if repeated:
        best = max(trigrams.values())
        phrase = " ".join(next(trigram for trigram, count in trigrams.items() if count == best))
        # Prose repeats a phrase or two on purpose ("… will be inspected, and … will be inspected").
        strength = min(3.0, 5 * repeated + 25 * repeated**2)
        yield Hit(name="repeated-phrase", start=0, end=end, note=f"{phrase!r} comes back", strength=strength)
    # The share of different words sinks with the length, in whatever text.
    variety = len(set(words)) / len(words)
    missing = 0.9 - 0.035 * (len(words) - _LEAST_WORDS) ** 0.6 - variety
    if missing > 0:
        strength = min(3.0, 5 * missing)
        yield Hit(name="few-words", start=0, end=end, note="it uses few different words", strength=strength)
    short = sum(len(word) <= _SHORT for word in words) / len(words)
    excess = short - sentence.profile.short_words
    if sentence.profile.short_words and excess > 0:
        strength = min(2.0, 5 * excess)
        yield Hit(name="short-words", start=0, end=end, note="it has hardly any but small words", strength=strength)
