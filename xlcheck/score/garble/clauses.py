"""Clauses that are cut or glued: no subject, no verb, two finite verbs, an object that suddenly is a subject."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from xlcheck.score.garble.hit import Hit, quoted
from xlcheck.score.garble.tokens import WORD, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_POSSESSIVE_ENDINGS = ("'s", "s'")
_LONGEST_FRAGMENT = 12
_LONGEST_OBJECT = 4


def clause_hits(sentence: Sentence) -> Iterator[Hit]:
    """Yield the places where a clause is cut or glued to another."""
    if not sentence.is_title:
        yield from _without_subject(sentence)
        yield from _without_verb(sentence)
        yield from _cut_end(sentence)
    yield from _glued(sentence)


def _without_subject(sentence: Sentence) -> Iterator[Hit]:
    """A finite transitive verb, then its object, at the very beginning: "Reiterated the demand that …"."""
    profile = sentence.profile
    if len(sentence.words) < 6 or sentence.words[0] is not sentence.tokens[0]:
        return
    verb, start = sentence.words[0], sentence.words[1]
    if verb.lower not in profile.subjectless_verbs or sentence.words[1] is not sentence.tokens[1]:
        return
    ahead = {token.lower for token in sentence.words[1:5]}
    if ahead & set(profile.object_nots):
        return
    if start.lower in profile.object_starts or (start.capital and start.lower.endswith(_POSSESSIVE_ENDINGS)):
        yield Hit(
            name="no-subject",
            start=verb.start,
            end=start.end,
            note=f"the sentence begins with {quoted(verb.text)}, but does not say who did it",
        )


def _without_verb(sentence: Sentence) -> Iterator[Hit]:
    """A name, a preposition and a vague time, full stop: "United States in late January."."""
    profile, words = sentence.profile, sentence.words
    if not profile.fragment_words or not 3 <= len(words) <= _LONGEST_FRAGMENT or sentence.tokens[-1].text != ".":
        return
    if len(sentence.tokens) != len(words) + 1 or not words[0].capital or words[0].lower in profile.clause_openers:
        return
    prepositions = profile.word_classes.get("preposition", ())
    articles = profile.word_classes.get("article", ())
    expected = {*prepositions, *articles, *profile.fragment_words}
    if any(not word.capital and word.lower not in expected for word in words):
        return
    for left, middle in itertools.pairwise(words):
        if left.lower in prepositions and middle.lower in profile.fragment_words:
            note = "the sentence is a name and a time without a verb"
            yield Hit(name="no-verb", start=words[0].start, end=words[-1].end, note=note)
            return


def _cut_end(sentence: Sentence) -> Iterator[Hit]:
    """A full stop after a word that needs another one: "… and the."."""
    tokens = sentence.tokens
    if len(tokens) < 4 or tokens[-1].text != "." or tokens[-2].kind != WORD:
        return
    last = tokens[-2]
    if last.lower in sentence.profile.never_final and not last.capital and not last.quoted:
        yield Hit(
            name="cut-end", start=last.start, end=tokens[-1].end, note=f"the sentence stops at {quoted(last.text)}"
        )


def _glued(sentence: Sentence) -> Iterator[Hit]:
    """A verb that wants an infinitive, its object, then a finite verb: "would not allow Mr. Lee has been …"."""
    profile, tokens = sentence.profile, sentence.tokens
    if not profile.control_verbs:
        return
    for index, token in enumerate(tokens):
        if token.kind != WORD or token.lower not in profile.control_verbs or index + 2 >= len(tokens):
            continue
        end = _after_name(sentence, index + 1)
        if end == index + 1 or end >= len(tokens):
            continue
        verb = tokens[end]
        if verb.kind == WORD and verb.lower in profile.finite_auxiliaries and not _relative(sentence, index):
            yield Hit(
                name="glued-clauses",
                start=token.start,
                end=verb.end,
                note=f"{quoted(sentence.text[token.start : verb.end])} runs two sentences into one",
            )


def _after_name(sentence: Sentence, index: int) -> int:
    """Return the index after the titled or capitalised name at `index`, or `index` where there is none."""
    tokens, titles = sentence.tokens, sentence.profile.titles
    at = index
    while at < len(tokens) and at - index <= _LONGEST_OBJECT:
        token = tokens[at]
        if token.kind == WORD:
            if not token.capital or token.lower in sentence.profile.clause_openers:
                break
        elif token.text != "." or at == index or tokens[at - 1].lower not in titles:
            break
        at += 1
    return at


def _relative(sentence: Sentence, verb: int) -> bool:
    """Whether the verb may be the end of a relative clause: "the man whom they want is …"."""
    return any(token.lower in sentence.profile.relatives for token in sentence.tokens[max(0, verb - 6) : verb])
