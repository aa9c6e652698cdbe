"""Sentences that break at an initial or a title: "President Ivan K. He is expected to …", "Min. In a note …".

The machine took the full stop after an initial or an abbreviated title for the end of the sentence and lost the name.
Measured on a real article of this kind, these edges separate better than any statistical score.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.score.garble.hit import Hit, quoted
from xlcheck.score.garble.tokens import NUMBER, WORD, Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.score.garble.hints import ArticleHints

_OPENING_MARKS = frozenset('"\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}«')
_REACH = 4
"""How many words before an initial an office may stand ("Foreign Minister Ivan K.")."""


def edge_hits(sentence: Sentence, hints: ArticleHints) -> Iterator[Hit]:
    """Yield the places where a sentence breaks at an initial or a title."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        if token.kind != WORD or tokens[index + 1].text != ".":
            continue
        after = tokens[index + 2] if index + 2 < len(tokens) else None
        if len(token.text) == 1 and token.capital:
            yield from _at_initial(sentence, hints, index, after)
        elif token.lower in sentence.profile.odd_titles:
            yield from _at_odd_title(sentence, index, after)
        elif token.lower in sentence.profile.titles and token.capital:
            yield from _at_title(sentence, index, after)


def _at_initial(sentence: Sentence, hints: ArticleHints, index: int, after: Token | None) -> Iterator[Hit]:
    """A given name with an initial, and no family name behind it."""
    tokens, profile = sentence.tokens, sentence.profile
    given = tokens[index - 1] if index else None
    if given is None or given.kind != WORD or not given.capital or len(given.text) < 3:
        return
    if given.lower in profile.clause_openers or given.lower in profile.offices:
        return
    office = any(_is_office(sentence, token) for token in tokens[max(0, index - 1 - _REACH) : index - 1])
    # Court reports shorten family names ("Thomas V. was charged"), so without an office before the name or middle
    # initials elsewhere in the article this proves little.
    sure = office or hints.middle_initials
    surface = sentence.text[given.start : tokens[index + 1].end]
    if after is None:
        name = "ends-at-initial" if sure and not _continues(sentence) else "initial-at-end"
        note = f"the sentence stops at the initial in {quoted(surface)}"
    elif after.kind == WORD and after.capital and after.lower in profile.clause_openers:
        name = "breaks-at-initial" if sure else "initial-before-clause"
        note = f"the name {quoted(surface)} breaks off at the initial and a new clause begins"
    elif office and after.kind == WORD and not after.capital and after.lower in _link_words(sentence):
        name, note = "breaks-at-initial", f"the name {quoted(surface)} breaks off at the initial"
    else:
        return
    yield Hit(name=name, start=given.start, end=(after or tokens[index + 1]).end, note=note)


def _at_odd_title(sentence: Sentence, index: int, after: Token | None) -> Iterator[Hit]:
    """A title that this language's copy does not use, worse where no name follows."""
    token = sentence.tokens[index]
    if not token.capital or (index and sentence.tokens[index - 1].kind == NUMBER):
        return  # "5 min."
    surface = sentence.text[token.start : sentence.tokens[index + 1].end]
    if after is None:
        broken = not _continues(sentence)
    elif after.kind == WORD:
        if not after.capital:
            return  # "Min. order"
        broken = _opens_clause(sentence, index + 2)
    else:
        broken = after.text in _OPENING_MARKS
        if not broken:
            return
    if broken:
        end = after.end if after is not None else token.end + 1
        yield Hit(
            name="stray-title", start=token.start, end=end, note=f"the title {quoted(surface)} has no name after it"
        )
    else:
        yield Hit(name="odd-title", start=token.start, end=token.end + 1, note=f"{quoted(surface)} is no title here")


def _at_title(sentence: Sentence, index: int, after: Token | None) -> Iterator[Hit]:
    token = sentence.tokens[index]
    surface = sentence.text[token.start : sentence.tokens[index + 1].end]
    if after is None:
        # Alone, the end of a sentence may be our own splitting; the next sentence must show that no name follows.
        broken = bool(sentence.following) and not _continues(sentence)
    else:
        broken = (
            after.kind == WORD
            and after.capital
            and after.lower in sentence.profile.clause_openers
            and after.lower not in sentence.profile.name_like
        )
    if broken:
        end = after.end if after is not None else token.end + 1
        yield Hit(
            name="stray-title", start=token.start, end=end, note=f"the title {quoted(surface)} has no name after it"
        )


def _opens_clause(sentence: Sentence, index: int) -> bool:
    """Whether the capitalised word there opens a clause: a closed-class word, or a participle with its object."""
    token = sentence.tokens[index]
    if token.lower in sentence.profile.clause_openers:
        return True
    following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    # "Min. Echoing Smith's words": no name ends like this and has a genitive or an article after it.
    participle = token.lower.endswith(sentence.profile.participle) if sentence.profile.participle else False
    return participle and following is not None and following.kind == WORD


def _continues(sentence: Sentence) -> bool:
    """Whether the next sentence begins with what may be the rest of a name."""
    word = sentence.following
    lower = word.lower()
    return bool(word) and word[0].isupper() and lower not in sentence.profile.clause_openers


def _is_office(sentence: Sentence, token: Token) -> bool:
    return token.kind == WORD and token.capital and token.lower in sentence.profile.offices


def _link_words(sentence: Sentence) -> tuple[str, ...]:
    return sentence.profile.word_classes.get("preposition", ()) + sentence.profile.finite_auxiliaries
