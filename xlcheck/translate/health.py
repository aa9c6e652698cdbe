"""Why a machine translation cannot be trusted, from what can be measured without knowing what it should say.

Small models fail in a few well-known ways: nothing comes out, words repeat until the limit, the source is copied, half
the sentence is missing, a fluent sentence says something else altogether. Each sign here is strong; a translation
without any may still be wrong. The thresholds stand below, each with its reason; they were set so that human
translations (3,582 of German, Czech, Russian and Chinese news) are never suspected, or nearly never.

That words which come back more often than in the source tell a hallucination, and that the model's own
length-normalised probability is the best single sign, is from Raunak et al., "The Curious Case of Hallucinations in
Neural Machine Translation" (2021), and Guerreiro et al., "Looking for a Needle in a Haystack" (2023).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile
from xlcheck.translate import surface

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NOTHING = "nothing came out"
UNFINISHED = "it did not come to an end"
REPEATS = "words repeat"
COPIED = "the source was copied"
FOREIGN = "it is not in the Latin script"
SHORT = "much shorter than the source"
LONG = "much longer than the source"
NUMBERS = "the numbers of the source are missing"
NAMES = "the names of the source are missing"
UNSURE = "the model's alternatives say other things"
UNLIKELY = "the model itself finds it improbable"
UNKNOWN = "it has words that the model does not know"
CUT = "the sentence was too long and was cut inside a clause"

CAUSES = {
    NOTHING: "empty",
    UNFINISHED: "unfinished",
    REPEATS: "repeats",
    COPIED: "copied",
    FOREIGN: "wrong-script",
    SHORT: "too-short",
    LONG: "too-long",
    NUMBERS: "numbers-missing",
    NAMES: "names-missing",
    UNSURE: "alternatives-differ",
    UNLIKELY: "improbable",
    UNKNOWN: "unknown-words",
    CUT: "cut",
}
"""Reason to its short name."""

LOOP_WORDS = 4
"""So many words said again at once are a loop whatever the source; people say "no, no, no"."""
LOOP_TURNS_WORDS = 2
"""The same where nothing in the source is said three times; no human translation in the news did that."""
LOOP_LETTERS = 12
"""So many letters that repeat inside a word: "hahahahahahahaha" is longer than people laugh in print."""
PHRASE = 3
PHRASE_MORE = 2
"""A phrase of three words that comes so many times more often than any in the source: 0 of 3,582 human translations."""
REPEATED_SHARE = 0.5
"""More of the words than this, compared with the source, stand in a pair of words that comes again: 0 of 3,582."""
REPEATED_LEAST = 8
"""Shorter translations have no share to speak of."""
COPIED_LEAST, COPIED_SHARE = 4, 0.6
"""Names and numbers are the same in both languages; so many plain words in small letters are not."""
LATIN_SHARE = 0.7
"""English quotes a word or two of another script, not a third of the sentence."""
LENGTHS = {False: (0.33, 3.0), True: (0.8, 9.0)}
"""Shortest and longest English per character of the source; True for scripts that write a word in a sign or two. Human
translations lie between 0.43 and 2.2, and between 1.9 and 8.4."""
LENGTH_LEAST = 20
"""Characters of English-like text from which lengths mean anything."""
NUMBERS_LEAST = 2
"""So many different figures in the source and no figure of it in the English, however grouped (1 of 3,582)."""
NUMBER_FROM = 13
"""Smaller numbers do not count: they are written as words in English, if not as "a couple"."""
NUMBER_DIGITS = 3
"""A figure of so many digits is not written as a word: it alone is enough where the English has none (1 of 3,582)."""
NAMES_LEAST = 2
"""So many capitals inside the source and none in the English: 0 of 1,216 where nouns have no capitals."""
NAMES_UNLIKE = 3
"""So many capitals inside a source in Latin script, and no English word that begins like one of them (0 of 618)."""
NAME_LETTERS = 3
"""Names are spelt alike at their beginning (Prag, Prague), and endings are the language's own."""
AGREEMENT = 0.3
"""Mean overlap of words between the translation and the model's other hypotheses. Two people who translate a sentence
of the news independently agree less in one of twenty; the beam of a model that knows what it says agrees far more."""
AGREEMENT_LEAST = 5
"""Words below which an overlap is chance."""
PROBABLE = -3.0
"""Log-probability per token. At -3 the model takes its own best guess for one in twenty at every step, where sound
translations lie between -0.2 and -1; a bound for the hopeless, since packs differ in the rest."""

_UNKNOWN_MARK = "\N{DOUBLE QUESTION MARK}"
"""What SentencePiece writes for a token out of nowhere."""


def suspect_reasons(
    source: str,
    english: str,
    *,
    language: str = "und",
    score: float | None = None,
    alternatives: Sequence[str] = (),
) -> tuple[str, ...]:
    """Return what is wrong with a translation on its face; empty if nothing is.

    Args:
        language: of the source; only needed to know whether its nouns have capitals.
        score: log-probability per token that the model gives its translation, None where there is none.
        alternatives: the model's other hypotheses.
    """
    if not any(char.isalnum() for char in source):
        return ()  # a mark stays a mark
    if not any(char.isalnum() for char in english):
        return (NOTHING,)
    return tuple(_reasons(source, english, language, score, alternatives))


def _reasons(
    source: str, english: str, language: str, score: float | None, alternatives: Sequence[str]
) -> Iterator[str]:
    if _repeats_more(source, english):
        yield REPEATS
    if _is_copied(source, english):
        yield COPIED
    if surface.latin_share(english) < LATIN_SHARE:
        yield FOREIGN
    yield from _length_problem(source, english)
    if _numbers_missing(source, english):
        yield NUMBERS
    if _names_missing(source, english, language):
        yield NAMES
    if _disagree(english, alternatives):
        yield UNSURE
    if score is not None and score < PROBABLE:
        yield UNLIKELY
    if _UNKNOWN_MARK in english and _UNKNOWN_MARK not in source:
        yield UNKNOWN


def repeats(text: str) -> bool:
    """Tell whether a phrase of one to six words is said again and again: at least twice more and four words in all."""
    return surface.longest_loop(text) >= LOOP_WORDS or surface.letters_loop(text, LOOP_LETTERS)


def _repeats_more(source: str, english: str) -> bool:
    """Tell whether the English repeats itself where the source does not."""
    if repeats(source):
        return False
    if repeats(english):
        return True
    if surface.longest_loop(english) >= LOOP_TURNS_WORDS and not _says_thrice(source):
        return True
    ours, theirs = surface.tokens(english), surface.tokens(source)
    if surface.most_frequent(ours, PHRASE) >= surface.most_frequent(theirs, PHRASE) + PHRASE_MORE:
        return True
    if len(ours) < REPEATED_LEAST:
        return False
    return surface.repeated_share(ours, 2) - surface.repeated_share(theirs, 2) >= REPEATED_SHARE


def _says_thrice(source: str) -> bool:
    """Tell whether anything is said three times at once; without spaces it is three times in one "word"."""
    return surface.longest_loop(source) >= LOOP_TURNS_WORDS or surface.letters_loop(source, LOOP_TURNS_WORDS)


def _is_copied(source: str, english: str) -> bool:
    """Tell whether the plain words of the source stand in the translation; names and numbers may."""
    words = [word.strip(".,;:!?\"“”„«»'()") for word in source.split()]
    plain = [word for word in words if len(word) > 2 and word.isalpha() and word[0].islower()]
    there = set(english.replace(",", " ").replace(".", " ").split())
    return len(plain) >= COPIED_LEAST and sum(word in there for word in plain) >= COPIED_SHARE * len(plain)


def _length_problem(source: str, english: str) -> Iterator[str]:
    dense = surface.is_dense(source)
    shortest, longest = LENGTHS[dense]
    if len(source) * (3 if dense else 1) < LENGTH_LEAST:
        if len(english) > longest * LENGTH_LEAST:
            yield LONG
        return
    ratio = len(english) / len(source)
    if ratio < shortest:
        yield SHORT
    elif ratio > longest:
        yield LONG


def _numbers_missing(source: str, english: str) -> bool:
    figures = surface.figures(source, least=NUMBER_FROM)
    if not figures or surface.shares_figure(source, english):
        return False
    if len(figures) >= NUMBERS_LEAST:
        return True
    return len(next(iter(figures))) >= NUMBER_DIGITS and not any(char.isdigit() for char in english)


def _names_missing(source: str, english: str, language: str) -> bool:
    if load_profile(language).garble.nouns_are_capital:
        return False  # a capital is no sign of a name there
    names = surface.capitals(source)
    if len(names) >= NAMES_LEAST and not surface.has_capital(english):
        return True
    if len(names) < NAMES_UNLIKE or surface.latin_share(source) < LATIN_SHARE:
        return False
    ours = surface.beginnings(names, NAME_LETTERS)
    return not ours & surface.beginnings(english.split(), NAME_LETTERS)


def _disagree(english: str, alternatives: Sequence[str]) -> bool:
    if not alternatives or len(surface.tokens(english)) < AGREEMENT_LEAST:
        return False
    return sum(surface.overlap(english, other) for other in alternatives) / len(alternatives) < AGREEMENT
