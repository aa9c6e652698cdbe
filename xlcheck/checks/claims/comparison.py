"""The words of linked sentences that carry claims: read once a pair, shared by all checks of claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.checks.base import make_finding, pair_verdict, segments_of, trusted_links
from xlcheck.checks.word_doubt import weighed
from xlcheck.compare.claims import FARTHEST, NEAR, contrary_claims, lost_cues
from xlcheck.compare.in_segments import with_neighbours
from xlcheck.extract.cues.claims import extract_claims
from xlcheck.lang.claims import QUALITIES
from xlcheck.lang.profile import load_profile
from xlcheck.model import LinkClass, PairMode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.checks.base import CheckContext, CheckInfo
    from xlcheck.model import ArticlePair, ClaimCue, Finding, Link, Segment, Side

MAX_SEGMENTS = 2
"""More sentences on a side say too much for one word to be held against another."""
MAX_LETTERS = 600
"""Longer passages likewise."""
FREE = 0.85
"""Certainty factor in articles that were written independently: the two words may speak of different things."""
_EVEN = 0.0
"""Doubt about the English word that changes nothing, in translations: all 3 pairs that were wrongly accused of a
contrary lie 2 below and more, and so do 4 of 9 planted ones."""
LEAST, SLACK = 0.6, 30
"""A passage shorter than this share of what is expected, less so many letters, leaves out more than a word or two."""
_QUESTION = "?\N{FULLWIDTH QUESTION MARK}"
_QUOTATION = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}'


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedClaims:
    """What two linked passages claim.

    Attributes:
        source: cues of the source passage in order; `english` likewise.
        negated: whether exactly one of the two passages is negated, so that contraries may mean the same.
    """

    link: Link
    source: tuple[ClaimCue, ...]
    english: tuple[ClaimCue, ...]
    negated: bool


def read_claims(pair: ArticlePair) -> tuple[LinkedClaims, ...]:
    """Return the claims of all sure links that are short enough, of languages that have word lists."""
    found = []
    for link in trusted_links(pair):
        if link.link_class is not LinkClass.SURE or max(len(link.source), len(link.english)) > MAX_SEGMENTS:
            continue
        source, english = segments_of(pair.source, link.source), segments_of(pair.english, link.english)
        if any(sum(len(item.text) for item in side) > MAX_LETTERS for side in (source, english)):
            continue
        if not all(load_profile(item.language).claims.sure for item in (*source, *english)):
            continue
        found.append(
            LinkedClaims(
                link=link,
                source=_cues(source),
                english=_cues(english),
                negated=_is_negated(pair.source, source) != _is_negated(pair.english, english),
            )
        )
    return tuple(found)


def contrary_findings(
    info: CheckInfo,
    pair: ArticlePair,
    context: CheckContext,
    groups: Sequence[Sequence[str]],
    *,
    cause: str,
    certainty: float,
) -> Iterator[Finding]:
    """Yield the findings of a check: words of one group of contraries that stand against each other."""
    for claims in context.memo.once(read_claims, pair):
        if claims.negated:
            continue
        link = claims.link
        source, english = segments_of(pair.source, link.source), segments_of(pair.english, link.english)
        free = pair.mode is PairMode.COMPARABLE
        for contrary in contrary_claims(
            claims.source,
            claims.english,
            [group for group in groups if not free or group not in QUALITIES],
            source_range=_range(source),
            english_range=_range(english),
            near=1.0 if free else NEAR,
            farthest=FARTHEST if load_profile(source[0].language).claims.like_places else 1.0,
        ):
            here, there = contrary.english.span, contrary.source.span
            sure = certainty_of(pair, certainty)
            doubted = sure if free else weighed(sure, here, pair, link, context, even=_EVEN)
            yield make_finding(
                info,
                confidence=[("link", link.probability), ("comparison", doubted)],
                verdict=pair_verdict(pair, source=link.source, english=link.english),
                message=f"“{here.text}” stands where the other text has “{there.text}”, which says the contrary."
                if cause == "contrary"
                else f"“{here.text}” stands where the other text has “{there.text}”, which is another amount.",
                where=[here],
                related=[there],
                cause=cause,
                evidence=[("source", contrary.source.concept), ("english", contrary.english.concept)],
            )


def lost_findings(
    info: CheckInfo,
    pair: ArticlePair,
    context: CheckContext,
    concept: str,
    *,
    cause: str,
    certainty: float,
    message: str,
    surer: tuple[str, float] | None = None,
) -> Iterator[Finding]:
    """Yield the findings of a check: source words of a concept of which the English side has no trace, even nearby.

    Args:
        certainty: of a finding; where the English surely says the concept that `surer` names, that of `surer` instead.
    """
    for claims in context.memo.once(read_claims, pair):
        link = claims.link
        source, english = segments_of(pair.source, link.source), segments_of(pair.english, link.english)
        near = with_neighbours(pair.english.segments, link.english, reach=1)
        lost = lost_cues(claims.source, _cues(near), [concept])
        if not lost or asks_or_quotes(source, english) or is_cut(source, english, lost):
            continue
        plain = surer is not None and any(cue.is_sure and cue.concept == surer[0] for cue in claims.english)
        sure = surer[1] if surer and plain else certainty
        yield make_finding(
            info,
            confidence=[("link", link.probability), ("comparison", certainty_of(pair, sure))],
            verdict=pair_verdict(pair, source=link.source, english=link.english),
            message=message.format(cue=f"“{lost[0].span.text}”"),
            where=[item.span for item in english],
            related=[lost[0].span],
            cause=cause,
            evidence=[("lost", lost[0].span.text)],
        )


def added_findings(
    info: CheckInfo,
    pair: ArticlePair,
    context: CheckContext,
    concept: str,
    kin: Sequence[str],
    *,
    cause: str,
    certainty: float,
    message: str,
) -> Iterator[Finding]:
    """Yield the findings of a check: English words of a concept of whose `kin` the source has nothing, even nearby."""
    for claims in context.memo.once(read_claims, pair):
        link = claims.link
        source, english = segments_of(pair.source, link.source), segments_of(pair.english, link.english)
        if not set(load_profile(source[0].language).claims.sure).issuperset(kin):
            continue
        added = [cue for cue in claims.english if cue.is_sure and cue.concept == concept]
        near = with_neighbours(pair.source.segments, link.source, reach=1)
        if not added or any(cue.concept in kin for cue in _cues(near)) or asks_or_quotes(source, english):
            continue
        yield make_finding(
            info,
            confidence=[("link", link.probability), ("comparison", certainty_of(pair, certainty))],
            verdict=pair_verdict(pair, source=link.source, english=link.english),
            message=message.format(cue=f"“{added[0].span.text}”"),
            where=[added[0].span],
            related=[item.span for item in source],
            cause=cause,
            evidence=[("added", added[0].span.text)],
        )


def asks_or_quotes(source: Sequence[Segment], english: Sequence[Segment]) -> bool:
    """Tell whether one of two passages is a question, or the English quotes."""
    return any(mark in item.text for item in (*source, *english) for mark in _QUESTION) or any(
        mark in item.text for item in english for mark in _QUOTATION
    )


def is_cut(source: Sequence[Segment], english: Sequence[Segment], lost: Sequence[ClaimCue]) -> bool:
    """Tell whether the English is too short to say the rest of the source, so that more than the words is left out."""
    ratio = max(load_profile(source[0].language).length_ratio, 0.01)
    expected = (sum(len(item.text) for item in source) - sum(len(cue.span.text) for cue in lost)) / ratio
    return sum(len(item.text) for item in english) < LEAST * expected - SLACK


def certainty_of(pair: ArticlePair, certainty: float) -> float:
    """Return how sure a comparison is for a pair: less where the two articles were written independently."""
    return round(certainty * (FREE if pair.mode is PairMode.COMPARABLE else 1.0), 3)


def _cues(segments: Sequence[Segment]) -> tuple[ClaimCue, ...]:
    return tuple(cue for item in segments for cue in extract_claims(item.span, item.language))


def _range(segments: Sequence[Segment]) -> tuple[int, int]:
    return segments[0].span.start, segments[-1].span.end


def _is_negated(side: Side, segments: Sequence[Segment]) -> bool:
    return any(
        cue.strength == "negator" and item.span.contains(cue.span) for cue in side.facts.polarity for item in segments
    )
