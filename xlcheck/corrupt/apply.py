"""The list of all rules, and their application to a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from xlcheck.corrupt import claims, facts, wording
from xlcheck.corrupt.edit import Material, chance_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from xlcheck.corrupt.edit import Edit

_RULES: MappingProxyType[str, Callable[[Material], Edit | None]] = MappingProxyType(
    {
        "number": facts.number,
        "date": facts.date,
        "unit": facts.unit,
        "name": facts.name,
        "role-swap": facts.role,
        "negation-added": claims.negation_added,
        "negation-removed": claims.negation_removed,
        "antonym": claims.antonym,
        "hedge": claims.hedge,
        "quantifier": claims.quantifier,
        "omitted-word": wording.omitted_word,
        "omitted-clause": wording.omitted_clause,
        "added-clause": wording.added_clause,
        "untranslated-word": wording.untranslated_word,
        "shuffled-words": wording.shuffled_words,
        "repeated-phrase": wording.repeated_phrase,
        "trimmed-quote": wording.trimmed_quote,
        "other-sentence": wording.other_sentence,
    }
)

CATEGORIES = tuple(_RULES)
"""Kinds of error that can be planted, in the order of reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corruption:
    """A spoilt sentence.

    Attributes:
        category: one of `CATEGORIES`.
        text: the sentence after the edit.
        start: first code point of what was put in, in `text`; `end` is one past it, equal to it where text was cut.
        original: what stood there before.
    """

    category: str
    text: str
    start: int
    end: int
    original: str


def corrupt_text(
    text: str,
    *,
    language: str,
    other: str = "",
    strangers: Sequence[str] = (),
    seed: int = 0,
    categories: Sequence[str] = CATEGORIES,
) -> tuple[Corruption, ...]:
    """Spoil a sentence in every way that it offers, once each.

    The result depends on the arguments only: with equal strangers, on no other sentence and on no order.

    Args:
        text: the clean sentence, in `language`.
        other: the same in another language, for words that stay untranslated; "" leaves that out.
        strangers: sentences in `language` that may stand in its place.
        seed: another seed makes other choices.
        categories: some of `CATEGORIES`.
    """
    found = []
    for category in categories:
        material = Material(
            text=text,
            language=language,
            other=other,
            strangers=strangers,
            chance=chance_for(seed, category, text),
        )
        edit = _RULES[category](material)
        if edit is None:
            continue
        spoilt = text[: edit.start] + edit.new + text[edit.end :]
        if spoilt != text:
            found.append(
                Corruption(
                    category=category,
                    text=spoilt,
                    start=edit.start,
                    end=edit.start + len(edit.new),
                    original=text[edit.start : edit.end],
                )
            )
    return tuple(found)
