"""Words next to each other that cannot stand so, and words or phrases that stand there twice in a row."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile
from xlcheck.score.garble.hit import Hit, quoted
from xlcheck.score.garble.tokens import WORD, Sentence, Token
from xlcheck.score.repetition import is_emphatic

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_PHRASE = 6
_SHORTEST_PARTICIPLE = 7
"""Shorter words with the ending of a participle are too often something else (a bed by the window)."""


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
    """Yield impossible neighbours, wrong articles, doubled words and phrases."""
    yield from _impossible_or_doubled(sentence, language)
    yield from _agent_without_participle(sentence)
    yield from _odd_phrases(sentence, language)
    yield from _wrong_article(sentence)
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
                note = f"{quoted(left.text)} stands there twice"
                yield Hit(name="doubled-word", start=left.start, end=right.end, note=note)
        elif (left.lower, right.lower) in impossible:
            both_finite = left.lower in auxiliaries and right.lower in auxiliaries
            after = tokens[index + 2].lower if index + 2 < len(tokens) else ""
            if both_finite and after in subjects:
                continue  # a forgotten comma: "wo er Freunde hat ist er gern"
            name = "two-finite-verbs" if both_finite else "impossible-pair"
            note = f"{quoted(surface)} cannot stand together"
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
            yield Hit(
                name="wrong-article", start=left.start, end=right.end, note=f"{quoted(surface)} has the wrong article"
            )


def _agent_without_participle(sentence: Sentence) -> Iterator[Hit]:
    """An article, a participle, and at once who did it: "it was a screened by the office"."""
    profile, tokens = sentence.profile, sentence.tokens
    if not profile.past_participle:
        return
    indefinite = profile.word_classes.get("indefinite", ())
    for article, participle, agent in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if agent.lower != profile.agent or article.lower not in indefinite or not participle.text.islower():
            continue
        if len(participle.text) < _SHORTEST_PARTICIPLE or participle.lower in profile.past_participle_nots:
            continue
        if participle.lower.endswith(profile.past_participle):
            note = f"{quoted(sentence.text[article.start : agent.end])} lacks a noun"
            yield Hit(name="impossible-pair", start=article.start, end=agent.end, note=note)


@cache
def _phrases(language: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Odd phrases by their first word, each in tokens, with what is said instead."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, better in load_profile(language).garble.odd_phrases.items():
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, better))
    return {first: tuple(phrases) for first, phrases in found.items()}


def _odd_phrases(sentence: Sentence, language: str) -> Iterator[Hit]:
    """A phrase that only learners and machines use: "In the same time, …"."""
    tokens = sentence.tokens
    phrases = _phrases(language)
    for index, token in enumerate(tokens):
        for words, better in phrases.get(token.lower, ()):
            run = tokens[index : index + len(words)]
            if token.quoted or tuple(each.lower for each in run) != words:
                continue
            last = run[-1] if run[-1].kind == WORD else run[-2]
            note = f"{quoted(sentence.text[token.start : last.end])} is said otherwise in edited copy: {quoted(better)}"
            yield Hit(name="odd-phrase", start=token.start, end=last.end, note=note)


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
            note = f"{quoted(' '.join(unit))} stands there twice in a row"
            # "He calls a spade a spade."
            strength = 0.5 if size == 2 and unit[0] in articles else 1.0
            yield Hit(name="doubled-phrase", start=start, end=end, note=note, strength=strength)
