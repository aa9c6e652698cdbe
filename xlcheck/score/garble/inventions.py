"""Words that do not exist, as a machine makes them of pieces: "boatation", "harbourality".

A slip of the fingers ("seperate") is a typist's, and what has no ending of the language may be a foreign word; both
count only beside a word that was made up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.score.garble.dictionary import has_dictionary, is_slip, is_word
from xlcheck.score.garble.hit import Hit, quoted
from xlcheck.score.garble.tokens import WORD, Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST, _LONGEST = 4, 40
_SLIP, _FOREIGN, _MADE = 0.2, 0.4, 1.0
_MOST_OTHER = 1.0
"""Foreign words and slips together never count more than one made-up word."""
_MOST = 3.0
_NAMED = 3
_MOST_EXAMINED = 12
"""With so many unknown words the rest tells nothing new; asking for slips is slow."""
_GLUED = frozenset("@/#\\_-&=")
"""Marks beside which a word is part of an address, a tag or a compound."""


def invention_hits(sentence: Sentence, language: str) -> Iterator[Hit]:
    """Yield one hit for the words of a sentence that do not exist, where there is a list of those that do."""
    if not has_dictionary(language) or sentence.is_list:
        return
    unknown: dict[str, Token] = {}
    for token in sentence.words:
        if _is_plain(sentence, token) and token.lower not in unknown and not is_word(token.lower, language):
            unknown[token.lower] = token
            if len(unknown) == _MOST_EXAMINED:
                break
    made: dict[str, Token] = {}
    other = 0.0
    for word, token in unknown.items():
        if is_slip(word, language):
            other += _SLIP
        elif word.endswith(sentence.profile.derived_endings):
            made[word] = token
        else:
            other += _FOREIGN
    if not made:
        return
    strength = min(_MOST, _MADE * len(made) + min(other, _MOST_OTHER))
    first = next(iter(made.values()))
    names = ", ".join(quoted(token.text) for token in list(made.values())[:_NAMED])
    note = f"{names} is no word" if len(made) == 1 else f"{names} are no words"
    yield Hit(name="invented-word", start=first.start, end=first.end, note=note, strength=strength)


def _is_plain(sentence: Sentence, token: Token) -> bool:
    """Whether a token is a word in small letters that stands by itself, outside of quotation marks."""
    if token.kind != WORD or token.quoted or not _SHORTEST <= len(token.text) <= _LONGEST:
        return False
    if not (token.text.islower() and token.text.isascii() and token.text.isalpha()):
        return False
    before = sentence.text[token.start - 1 : token.start]
    after = sentence.text[token.end : token.end + 2]
    in_name = after[:1] == "." and after[1:].isalnum()
    return before not in _GLUED and before != "." and after[:1] not in _GLUED and not in_name
