"""A word-for-word gloss of a sentence that nothing translated: for reading, never for checks.

Each word is given the English word that the lexicon thinks most likely, one that stands in the linked English sentence
before others; figures, signs and names stay as they are, and so does the word order. It is always shown as a gloss.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.lang.lexicon_words import tokens

if TYPE_CHECKING:
    from collections.abc import Collection

    from xlcheck.lang.lexicon import Lexicon, Sense

LABEL = "word gloss, not a translation"
IN_CONTEXT = 8.0
"""How many times likelier a sense counts when its word stands in the linked English sentence."""
RECIPROCAL = 0.5
"""Weight of p(foreign | English): it keeps frequent English words from standing for everything."""
LEAST = 0.05
"""Below this p(English | foreign) a word is shown as it is."""


def gloss(text: str, lexicon: Lexicon, *, english: str = "", names: Collection[str] = ()) -> str:
    """Return a gloss of a sentence.

    Args:
        text: the sentence.
        lexicon: of the sentence's language.
        english: the English sentence that it is linked with, "" for none; it decides between senses.
        names: words that are names and stay as they are.
    """
    context = frozenset(match.group().lower() for match in tokens(english))
    pieces: list[str] = []
    end, opening = 0, True
    for match in tokens(text):
        word = match.group()
        if opening and word[0].isalpha() and word not in names:
            word = lexicon.usual(word)
        shown = word if not word[0].isalpha() or word in names else _in_english(word, lexicon, context)
        if opening and shown[0].isalpha():
            shown, opening = shown[0].upper() + shown[1:], False
        if match.start() > end or (pieces and word[0].isalpha() and pieces[-1][-1:].isalnum()):
            pieces.append(" ")
        pieces.append(shown)
        end = match.end()
    return "".join(pieces)


def _in_english(word: str, lexicon: Lexicon, context: frozenset[str]) -> str:
    parts = lexicon.parts(word)
    if not parts:
        return word
    glossed = [_best(lexicon.senses(part), context) for part in parts]
    return " ".join(found or part for found, part in zip(glossed, parts, strict=True))


def _best(senses: tuple[Sense, ...], context: frozenset[str]) -> str:
    likely = [sense for sense in senses if sense.probability >= LEAST]
    if not likely:
        return ""
    return max(likely, key=lambda sense: _weight(sense, context)).english


def _weight(sense: Sense, context: frozenset[str]) -> float:
    weight: float = sense.probability * sense.backward**RECIPROCAL
    return weight * IN_CONTEXT if sense.english.lower() in context else weight
