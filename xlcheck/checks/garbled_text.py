"""Sentences and articles that are broken machine translation.

## What it does

Looks in every sentence for the marks that careless machine translation leaves: a name that breaks off at an initial, a
title without a name, a sentence without a subject, two finite verbs in a row, words that cannot stand next to each
other, words that do not exist or stand in no order, wording that goes round in circles, another language's titles and
little words. The signs are added up to a probability. One finding per broken sentence, and one for the article when
broken sentences are many.

## Why it matters

A number or a name that was read from a broken sentence accuses nobody, and an article that is broken as a whole should
not enter a corpus as "English". This check needs no counterpart: it finds such a text in a folder of its own.

## Example

English: "The envoy met President Ivan K. He is expected to speak on Monday."
Verdict: the name "Ivan K." breaks off at the initial and a new clause begins.

## When it stays silent

Quotations, headlines and fragments that people write on purpose; initials inside a full name ("Joan K. Miller");
surnames shortened to a letter, as court reports do ("Thomas K. was charged"); titles with and without full stop;
emphasis ("very, very"); a single weak sign. One broken sentence never condemns an article. A sentence whose strongest
sign is a loop counts for the article, but is reported by repetition-loop alone.

## Known limits

Fluent nonsense without any of these signs is not seen: a wrong but grammatical sentence needs a counterpart. How much
a sentence says for its length is judged in English and German only, and never enough by itself for a finding; in
languages without data only repetition and mixed scripts are seen. Which words exist is known of English only. Measured
at the default threshold: 76 % of the sentences of a very weak English system (171 of 226, interval 70 to 81 %) and 30 %
of the next better one are found; of clean news, 2 of 3,582 English, 2 of 890 German (both with a slip) and none of
1,192 Czech, Russian and Chinese sentences are flagged, and no article among both versions of 101. By chance alone, an
article of clean sentences would be called garbled less than once in two thousand. The signs were chosen looking at
these sets. Broken German is found by its loops (63 % of sentences spoilt so) and by its order (55 % of sentences whose
words are all mixed up, 9 % where six to ten are); a verb in the wrong place of an otherwise good sentence is not seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import (
    GARBLED_DOCUMENT,
    GARBLED_SENTENCE,
    CheckContext,
    CheckInfo,
    Example,
    Examples,
    make_finding,
)
from xlcheck.model import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import Finding, GarbleScore, Segment, Side, Span
    from xlcheck.model.pairing import GarbleSignal

INFO = CheckInfo(
    id="XG105", name="garbled-text", severity=Severity.WARNING, scope="article", its="grammar", languages=("any",)
)
ARTICLE_CAUSE = "garbled-article"
_WORST = 5
"""So many of the worst sentences are shown for an article."""
_LOOP = "loop"
_NAMED = 3
"""So many signs are named in a message."""
_LONGEST_PLACE = 120
"""A sign over more characters is about the sentence."""

EXAMPLES = Examples(
    fires=(
        Example(
            english="The envoy saw Foreign Minister Pavel R. on the sidelines of the summit in Almsund.",
            cause="breaks-at-initial",
            note="the surname is gone",
        ),
        Example(
            english="Reiterated the ministry's demand, which nobody had heard before, that the bridge be closed.",
            cause="no-subject",
            note="nobody who reiterated it",
        ),
        Example(
            english="The council said on Monday that the of the new harbour was paid by a to the region.",
            cause="impossible-pair",
            note="words that cannot stand together",
        ),
        Example(
            english="Die Brücke soll wieder so aufgebaut werden, wie sie ist war damals vor dem Sturm.",
            language="de",
            cause="two-finite-verbs",
            note="two finite verbs in a row",
        ),
        Example(
            english="Der Gesandte sprach mit Außenminister Pawel R. Er wird am Montag in Almsund erwartet.",
            language="de",
            cause="breaks-at-initial",
            note="the surname is gone",
        ),
    ),
    silent=(
        Example(english="ALMSUND — Mr. Halvorsen and Joan K. Miller Jr. met on Monday. No deal. Not yet."),
        Example(english="Asked about the bridge, Ms Vik said that that had had no effect whatsoever. “Never. Ever.”"),
        Example(english="A man identified as Thomas K. was charged in January. Thomas K. denies everything."),
        Example(english="Is the ferry safe? Yes, very, very safe, the operator told “Der Bote” in late January."),
        Example(english="Die, die das Gesetz beschlossen haben, sagten, dass das das Ziel war.", language="de"),
        Example(english="Der Angeklagte Thomas K. schweigt. Er soll im Mai 1.500 Euro gestohlen haben.", language="de"),
        Example(english="Nein, nein und nochmals nein! Dr. Vik ist sehr, sehr wütend.", language="de"),
    ),
)


def check(side: Side, context: CheckContext, /) -> Iterator[Finding]:
    """Yield a finding for the article if it is garbled, then one per broken sentence."""
    del context
    broken = [
        (segment, score)
        for segment, score in zip(side.segments, side.garble, strict=False)
        if score.value >= GARBLED_SENTENCE
    ]
    if side.document_garble.value >= GARBLED_DOCUMENT and len(broken) > 1:
        yield _article_finding(side, broken)
    for segment, score in broken:
        if score.signals and score.signals[0].name == _LOOP:
            continue
        yield _sentence_finding(segment, score)


def _article_finding(side: Side, broken: list[tuple[Segment, GarbleScore]]) -> Finding:
    worst = sorted(broken, key=lambda item: (-item[1].value, item[0].index))[:_WORST]
    document = side.document_garble
    share = f"{len(broken)} of {len(side.segments)} sentences"
    message = f"The article reads like broken machine translation: {share} are garbled. Signs: {_words(document)}."
    return make_finding(
        INFO,
        confidence=[("article", document.value)],
        verdict=Verdict.TEXT_GARBLED,
        severity=Severity.ERROR,
        message=message,
        where=[segment.span for segment, _ in worst],
        cause=ARTICLE_CAUSE,
        evidence=[("broken sentences", share), *_evidence(document)],
    )


def _sentence_finding(segment: Segment, score: GarbleScore) -> Finding:
    return make_finding(
        INFO,
        confidence=[("signals", score.value)],
        verdict=Verdict.TEXT_GARBLED,
        message=f"This reads like broken machine translation: {_words(score)}.",
        where=_places(segment, score),
        cause=score.signals[0].name if score.signals else "",
        evidence=_evidence(score),
    )


def _places(segment: Segment, score: GarbleScore) -> list[Span]:
    """Return the words that the named signs point at, the strongest first, or the sentence where none has a place."""
    places: list[Span] = []
    for signal in _named(score):
        if _has_place(signal):
            span = segment.span.sub(signal.start, min(signal.end, len(segment.span.text)))
            if not any(span.overlaps(other) for other in places):
                places.append(span)
    return places or [segment.span]


def _words(score: GarbleScore) -> str:
    return "; ".join(dict.fromkeys(signal.note for signal in _named(score))) or "several weak signs together"


def _named(score: GarbleScore) -> list[GarbleSignal]:
    """Return the signs to tell about: the strongest, and after it those that have words to point at."""
    return [signal for signal in score.signals if signal is score.signals[0] or _has_place(signal)][:_NAMED]


def _has_place(signal: GarbleSignal) -> bool:
    return 0 <= signal.start < signal.end <= signal.start + _LONGEST_PLACE


def _evidence(score: GarbleScore) -> list[tuple[str, str]]:
    return [(signal.name, f"{signal.weight:+.1f}: {signal.note}") for signal in score.signals]
