"""Why a machine translation cannot be trusted, from what can be seen on its face.

Small models fail in a few well-known ways: nothing comes out, words repeat until the limit, the source is copied, half
the sentence is missing. Each sign here is strong; a translation without any may still be wrong.
"""

from __future__ import annotations

import unicodedata

NOTHING = "nothing came out"
UNFINISHED = "it did not come to an end"
REPEATS = "words repeat"
COPIED = "the source was copied"
FOREIGN = "it is not in the Latin script"
SHORT = "much shorter than the source"
LONG = "much longer than the source"
UNKNOWN = "it has words that the model does not know"
CUT = "the sentence was too long and was cut inside a clause"

_UNKNOWN_MARK = "\N{DOUBLE QUESTION MARK}"
"""What SentencePiece writes for a token out of nowhere."""
_MAX_PHRASE = 6
_LOOP_WORDS = 4
"""So many words said again at once are a loop; people say "no, no, no"."""
_LENGTHS = {False: (0.33, 3.0), True: (0.8, 9.0)}
"""Shortest and longest English per character of the source; True for scripts that write a word in a sign or two."""
_LONG_ENOUGH = 20
"""Characters of English-like text from which lengths mean anything."""


def suspect_reasons(source: str, english: str) -> tuple[str, ...]:
    """Return what is wrong with a translation on its face; empty if nothing is."""
    if not any(char.isalnum() for char in english):
        return (NOTHING,)
    found = []
    if repeats(english) and not repeats(source):
        found.append(REPEATS)
    if _is_copied(source, english):
        found.append(COPIED)
    letters = [char for char in english if char.isalpha()]
    if sum(not unicodedata.name(char, "").startswith("LATIN") for char in letters) > 0.3 * len(letters):
        found.append(FOREIGN)
    found += _length_problem(source, english)
    if _UNKNOWN_MARK in english and _UNKNOWN_MARK not in source:
        found.append(UNKNOWN)
    return tuple(found)


def repeats(text: str) -> bool:
    """Tell whether a phrase of one to six words is said again and again: at least twice more and four words in all."""
    words = [word.strip(".,;:!?\"“”„«»'()") for word in text.casefold().split()]
    for length in range(1, _MAX_PHRASE + 1):
        run = 0
        for place in range(length, len(words)):
            run = run + 1 if words[place] == words[place - length] else 0
            if run >= 2 * length and run >= _LOOP_WORDS and any(words[place - length + 1 : place + 1]):
                return True
    return _letter_loop(text)


def _letter_loop(text: str) -> bool:
    """Tell whether up to four letters come again and again without a space: "hahahahahahahaha"."""
    for length in range(1, 5):
        run = 0
        for place in range(length, len(text)):
            same = text[place] == text[place - length] and text[place].isalpha()
            run = run + 1 if same else 0
            if run >= 12:
                return True
    return False


def _is_copied(source: str, english: str) -> bool:
    """Tell whether the plain words of the source stand in the translation; names and numbers may."""
    words = [word.strip(".,;:!?\"“”„«»'()") for word in source.split()]
    plain = [word for word in words if len(word) > 2 and word.isalpha() and word[0].islower()]
    there = set(english.replace(",", " ").replace(".", " ").split())
    return len(plain) >= 4 and sum(word in there for word in plain) >= 0.6 * len(plain)


def _length_problem(source: str, english: str) -> list[str]:
    letters = [char for char in source if char.isalpha()]
    dense = 2 * sum(unicodedata.category(char) == "Lo" and ord(char) >= 0x2E80 for char in letters) > len(letters)
    shortest, longest = _LENGTHS[dense]
    if len(source) * (3 if dense else 1) < _LONG_ENOUGH:
        return [LONG] if len(english) > longest * _LONG_ENOUGH else []
    ratio = len(english) / len(source)
    if ratio < shortest:
        return [SHORT]
    return [LONG] if ratio > longest else []
