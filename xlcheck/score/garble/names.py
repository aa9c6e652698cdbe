"""Names and titles that do not fit: another culture's honorific, a second spelling of the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.score.garble.hit import Hit, quoted
from xlcheck.score.garble.tokens import WORD, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.score.garble.hints import ArticleHints


def name_hits(sentence: Sentence, hints: ArticleHints) -> Iterator[Hit]:
    """Yield honorifics and spellings at odds with the language or with the rest of the article."""
    profile, tokens = sentence.profile, sentence.tokens
    for index, token in enumerate(tokens):
        if token.kind != WORD or not token.capital:
            continue
        if token.lower in profile.foreign_honorifics:
            at = index + 2 if index + 1 < len(tokens) and tokens[index + 1].text == "." else index + 1
            if at < len(tokens) and tokens[at].kind == WORD and tokens[at].capital:
                yield _honorific(sentence, hints, index, at)
        right = hints.misspelt.get(token.lower.removesuffix("'s"))
        if right is not None:
            note = f"{quoted(token.text)} looks like a misspelling of {quoted(right.capitalize())}"
            yield Hit(name="name-misspelt", start=token.start, end=token.end, note=note)
    styles = {
        (token.lower, index + 1 < len(tokens) and tokens[index + 1].text == ".")
        for index, token in enumerate(tokens)
        if token.capital and token.lower in profile.titles
    }
    if hints.titles_dotted_both_ways and any((title, not dotted) in styles for title, dotted in styles):
        note = "the article writes the same title with and without its full stop"
        yield Hit(name="two-title-styles", start=0, end=tokens[-1].end, note=note)


def _honorific(sentence: Sentence, hints: ArticleHints, index: int, name: int) -> Hit:
    token, bearer = sentence.tokens[index], sentence.tokens[name]
    others = hints.honorifics.get(bearer.lower.removesuffix("'s"), frozenset()) - {token.lower}
    surface = sentence.text[token.start : bearer.end]
    if others & set(sentence.profile.titles):
        note = f"{quoted(surface)} is addressed with titles of two languages in one article"
        return Hit(name="mixed-honorifics", start=token.start, end=bearer.end, note=note)
    return Hit(
        name="foreign-honorific", start=token.start, end=bearer.end, note=f"{quoted(surface)} has a foreign title"
    )
