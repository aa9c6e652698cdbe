"""One text says that something is so, its counterpart that it is not.

## What it does

Looks at sentences that surely correspond and reports a pair in which one is plainly negated (not, never, no, nicht,
kein) and the other is not negated at all, not even by implication.

## Why it matters

A lost or added "not" turns a statement into its contrary while every other word still fits, so neither a reader nor a
similarity score notices. It is also among the commonest grave errors of machine translation.

## Example

| | |
|---|---|
| Source | Die Fähre nach Norddamm fährt am Sonntag **nicht**. |
| English | The ferry to Norddamm runs on Sunday. |
| Verdict | negation-lost |

## When it stays silent

When both sentences are negated, or neither; when the other sentence has a word that can stand for the negation: an
implicit negative (refuse, lack, without, hardly; ablehnen, fehlen, kaum), a negative prefix or suffix (impossible,
unklar, endless, arbeitslos); when the negator negates nothing (not only, nicht zuletzt); in questions, which are
negated for politeness; when the negated sentence is much longer than the other; when a sentence next to the other one
is negated and its own counterpart is not, or the negation goes on from a sentence that has no counterpart; when the
negator stands with its neighbours in the other text as well (a title left as it was); and for links that are not sure.
Where the encoder knows both languages, reading both sentences word by word makes a finding surer or silences it.

## Known limits

Two sentences that are both negated are not compared further, so a "not" that moved to another clause goes unseen, and
so does an antonym (rose, fell). A translator may replace a negation by a contrary that is not in the word lists.
Turkish verb forms are read where their ending leaves no doubt (gelmedi, gelmeyen); in gelme, gelmeden the negation is a
hint that keeps the check silent. A Chinese 不 counts only in front of words with which it
negates a sentence; elsewhere it is a hint that keeps the check silent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples, make_finding, pair_verdict, segments_of, trusted_links
from xlcheck.checks.word_doubt import weighed
from xlcheck.compare.polarity import compare_polarity
from xlcheck.lang.profile import load_profile
from xlcheck.model import LinkClass, PairMode, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xlcheck.checks.base import CheckContext
    from xlcheck.model import ArticlePair, Finding, Link, PolarityCue, Segment, Side, Span

INFO = CheckInfo(id="XC101", name="negation-flip", severity=Severity.WARNING, scope="pair", its="mistranslation")

EXAMPLES = Examples(
    fires=(
        Example(
            language="de",
            source="Die Fähre nach Norddamm fährt am Sonntag nicht.",
            english="The ferry to Norddamm runs on Sunday.",
            cause="negation-lost",
            note="the English has lost the negation",
        ),
        Example(
            language="de",
            source="Der Stadtrat hat dem Bau der Brücke zugestimmt.",
            english="The city council did not approve the building of the bridge.",
            cause="negation-added",
            note="the English has gained one",
        ),
        Example(
            language="de",
            source="Bei dem Brand in Lindhafen wurde niemand getötet.",
            english="People were killed in the fire in Lindhafen.",
            cause="negation-lost",
            note="a negative pronoun",
        ),
        Example(
            language="ru",
            source="Министр не подписал договор.",
            english="The minister signed the treaty.",
            cause="negation-lost",
            note="Russian and English",
        ),
        Example(
            language="tr",
            source="Bakanın imzalamadığı anlaşma dün yayımlandı.",
            english="The treaty that the minister signed was published yesterday.",
            cause="negation-lost",
            note="a negative verb form in Turkish",
        ),
        Example(
            language="zh",
            source="部长没有签署这项条约。",
            english="The minister signed the treaty.",
            cause="negation-lost",
            note="Chinese and English",
        ),
        Example(
            language="de",
            source="Ohne das Schiff zu verlassen, sprach der Kapitän am Sonntag nicht mit den Reportern.",
            english="Without leaving the ship, the captain spoke to the reporters on Sunday.",
            cause="negation-lost",
            note="without stands for ohne",
        ),
        Example(
            source="The minister never met the owner of the shipyard.",
            english="The minister met the owner of the shipyard.",
            cause="negation-lost",
            note="two English texts",
        ),
        Example(
            source="The mayor will attend the opening.",
            english="The mayor won't attend the opening.",
            cause="negation-added",
            note="a contraction",
        ),
    ),
    silent=(
        Example(
            language="de",
            source="Der Vertrag ist nicht gültig.",
            english="The contract is invalid.",
            note="a negative prefix stands for the negator",
        ),
        Example(
            language="de",
            source="Die Reederei wollte sich nicht äußern.",
            english="The shipping company declined to comment.",
            note="an implicit negative stands for it",
        ),
        Example(
            language="de",
            source="Nicht nur der Hafen, sondern auch der Bahnhof wird umgebaut.",
            english="Both the harbour and the station are being rebuilt.",
            note="not only … but also negates nothing",
        ),
        Example(
            language="de",
            source="Der Hafen wird erst im Mai wieder geöffnet.",
            english="The harbour will not reopen until May.",
            note="erst is said as not until",
        ),
        Example(
            language="de",
            source="Der Prozess soll nicht vor September beginnen.",
            english="The trial is due to start in September at the earliest.",
            note="not before states a day",
        ),
        Example(
            language="de",
            source="Das Gericht sprach ihn vom Vorwurf des Diebstahls frei.",
            english="The court found him not guilty of theft.",
            note="an acquittal",
        ),
        Example(
            language="ru",
            source="Министр отказался подписать договор.",
            english="The minister did not sign the treaty.",
            note="an implicit negative in Russian",
        ),
        Example(
            source="Nobody was hurt in the accident.",
            english="There were no injuries in the accident.",
            note="both are negated",
        ),
        Example(
            source="No doubt the bridge will be built.",
            english="The bridge will certainly be built.",
            note="no doubt negates nothing",
        ),
        Example(
            source="The talks did not succeed.",
            english="The talks failed.",
            note="an implicit negative",
        ),
        Example(
            source="Wouldn't the mayor like to see it?",
            english="Would the mayor like to see it?",
            note="a polite question",
        ),
    ),
)

MAX_SEGMENTS = 2
"""More sentences on a side say too much for one negator to be missed."""
_EVEN = 1.0
"""Doubt about the negators that changes nothing: 154 of 163 planted negations that the rules accuse lie above, and 13
of 30 correct ones."""
_WORD = re.compile(r"\w+")
_MESSAGES = {
    "negation-lost": "The English does not negate what the other text does: {cue} has no counterpart.",
    "negation-added": "The English negates what the other text does not: {cue} has no counterpart.",
}


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield a finding for each sure link of which one side alone is negated."""
    for link in trusted_links(pair):
        if link.link_class is LinkClass.SURE and max(len(link.source), len(link.english)) <= MAX_SEGMENTS:
            yield from _check_link(pair, link, context)


def _check_link(pair: ArticlePair, link: Link, context: CheckContext) -> Iterator[Finding]:
    source, english = segments_of(pair.source, link.source), segments_of(pair.english, link.english)
    cues = (_cues(pair.source, source), _cues(pair.english, english))
    if not all(load_profile(item.language).polarity.negators for item in (*source, *english)):
        return
    agreement = compare_polarity(
        *cues,
        _text(source),
        _text(english),
        length_ratio=load_profile(source[0].language).length_ratio,
        starts=(source[0].span.start, english[0].span.start) if pair.mode is PairMode.PARALLEL else None,
    )
    if agreement.status is not Status.DIFFERS:
        return
    lost = agreement.cause == "negation-lost"
    sides = (pair.source, link.source, source), (pair.english, link.english, english)
    (negated_side, negated, here), (plain_side, plain, there) = sides if lost else sides[::-1]
    free = pair.mode is PairMode.COMPARABLE
    if _negated_nearby(pair, plain_side, plain, implied=free):
        return
    if not free and _negation_goes_on(pair, negated_side, negated):
        return
    negators = [cue.span for cue in (*cues[0], *cues[1]) if cue.strength == "negator"]
    if all(_is_carried_over(span, here, there) for span in negators):
        return
    certainty = max(weighed(agreement.certainty, span, pair, link, context, even=_EVEN) for span in negators)
    sentences: tuple[list[Span], list[Span]] = ([item.span for item in source], [item.span for item in english])
    yield make_finding(
        INFO,
        confidence=[("link", link.probability), ("comparison", certainty)],
        verdict=pair_verdict(pair, source=link.source, english=link.english),
        message=_MESSAGES[agreement.cause].format(cue=f"“{negators[0].text}”"),
        where=sentences[1] if lost else [*negators, *sentences[1]],
        related=[*negators, *sentences[0]] if lost else sentences[0],
        cause=agreement.cause,
        evidence=[("negation", ", ".join(span.text for span in negators))],
    )


def _is_carried_over(negator: Span, here: Iterable[Segment], there: Iterable[Segment]) -> bool:
    """Tell whether a negator stands with its neighbours in the other text too: a title that was left as it was."""
    text = next(item.span for item in here if item.span.contains(negator))
    start, end = negator.start - text.start, negator.end - text.start
    words = list(_WORD.finditer(text.text))
    first = max((word.start() for word in words if word.end() < start), default=-1)
    last = min((word.end() for word in words if word.start() > end), default=-1)
    return min(first, last) >= 0 and any(text.text[first:last] in item.text for item in there)


def _negation_goes_on(pair: ArticlePair, side: Side, linked: tuple[int, ...]) -> bool:
    """Tell whether the sentence before is negated and has no counterpart: the other text may lack what went on here."""
    before = linked[0] - 1
    if before < 0 or not any(cue.strength == "negator" for cue in _cues(side, segments_of(side, (before,)))):
        return False
    return not any(before in (link.source if side is pair.source else link.english) for link in trusted_links(pair))


def _negated_nearby(pair: ArticlePair, side: Side, linked: tuple[int, ...], *, implied: bool) -> bool:
    """Tell whether a sentence next to the linked ones is negated, and not because its own counterpart is.

    Outlets that report one event each in their own way cut sentences differently: what one says in a subordinate clause
    ("…, in which nobody was hurt") is the other's next sentence. A translator may, too, but then the negation itself
    has to be there, while outlets may choose a word that `implied` it.
    """
    near = [index for index in (linked[0] - 1, linked[-1] + 1) if 0 <= index < len(side.segments)]
    near = [index for index in near if not _has_negated_counterpart(pair, side, index)]
    return any(implied or cue.strength == "negator" for cue in _cues(side, segments_of(side, near)))


def _has_negated_counterpart(pair: ArticlePair, side: Side, index: int) -> bool:
    for link in trusted_links(pair):
        here, there = (link.source, link.english) if side is pair.source else (link.english, link.source)
        if link.link_class is LinkClass.SURE and here == (index,):
            other = pair.english if side is pair.source else pair.source
            return any(cue.strength == "negator" for cue in _cues(other, segments_of(other, there)))
    return False


def _cues(side: Side, segments: Iterable[Segment]) -> tuple[PolarityCue, ...]:
    return tuple(cue for item in segments for cue in side.facts.polarity if item.span.contains(cue.span))


def _text(segments: Iterable[Segment]) -> str:
    return " ".join(item.text for item in segments)
