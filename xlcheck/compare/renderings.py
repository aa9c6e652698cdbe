"""Whether two utterances that surely correspond surely differ: what a finding may rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.compare.quotes import compare_across, diff_wording
from xlcheck.lang.profile import load_profile
from xlcheck.model import Agreement, Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol, TypeVar

    from xlcheck.compare.quotes import Wording, WordingChange
    from xlcheck.compare.utterances import Utterance
    from xlcheck.model import ArticlePair, Span

    class _HasSpan(Protocol):
        @property
        def span(self) -> Span: ...

    Fact = TypeVar("Fact", bound=_HasSpan)

SURE_DIFFERENCE = 0.6
"""A comparison less sure than this concerns a word or so; transcripts differ that much by chance."""
GRAVE = ("negation-lost", "number-changed")
"""Between two languages only these differences are sure."""


def inner_changes(wording: Wording) -> list[WordingChange]:
    """Return the changes between words that both have; a quotation that begins later or ends earlier has none."""
    if wording.agreement.status is not Status.DIFFERS or wording.agreement.certainty < SURE_DIFFERENCE:
        return []
    return [
        change
        for change in wording.changes
        if change.place == "middle" or (change.source_words and change.english_words)
    ]


def compare_facts_inside(pair: ArticlePair, source: Utterance, english: Utterance) -> Agreement:
    """Compare two utterances in different languages by the numbers in them, and by negations if both can be read."""
    language = pair.source.segments[source.segments[0]].language
    other = pair.english.segments[english.segments[0]].language
    readable = all(load_profile(code).polarity.negators for code in (language, other))
    return compare_across(
        source.text,
        english.text,
        source_cues=inside(pair.source.facts.polarity, source) if readable else (),
        english_cues=inside(pair.english.facts.polarity, english) if readable else (),
        source_quantities=inside(pair.source.facts.quantities, source),
        english_quantities=inside(pair.english.facts.quantities, english),
        length_ratio=load_profile(language).length_ratio,
    )


def compare_utterances(pair: ArticlePair, source: Utterance, english: Utterance) -> Agreement:
    """Return whether two utterances give the same words, as far as anything sure can be said of it.

    Returns:
        `differs` for what XQ101 would report; `same` for the same words, or, between two languages, for negations and
        numbers that are all there; else `unknown`.
    """
    language = pair.source.segments[source.segments[0]].language
    if language == pair.english.segments[english.segments[0]].language:
        wording = diff_wording(source.text, english.text, language=language)
        if inner_changes(wording) or wording.agreement.status is Status.UNKNOWN:
            return wording.agreement
        return Agreement(status=Status.SAME, reasons=("the same words as far as both go",))
    agreement = compare_facts_inside(pair, source, english)
    if agreement.status is Status.DIFFERS and agreement.cause in GRAVE:
        return agreement
    telling = len(inside(pair.source.facts.quantities, source)) + len(inside(pair.source.facts.polarity, source))
    if telling and agreement.status is not Status.DIFFERS:
        return Agreement(status=Status.SAME, reasons=("the same negations and numbers",))
    return Agreement(status=Status.UNKNOWN, reasons=agreement.reasons)


def inside(facts: Sequence[Fact], utterance: Utterance) -> list[Fact]:
    """Return the facts that lie within the parts of an utterance."""
    return [fact for fact in facts if any(part.content.contains(fact.span) for part in utterance.parts)]
