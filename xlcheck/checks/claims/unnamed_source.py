"""Sentences that fit their English better without the words that name the source of the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import make_finding, pair_verdict, segments_of
from xlcheck.checks.claims.comparison import asks_or_quotes, certainty_of, is_cut, read_claims
from xlcheck.compare.in_segments import with_neighbours
from xlcheck.compare.lost_phrase import gain_without
from xlcheck.extract.cues.claims import extract_claims
from xlcheck.lang.claims import ATTRIBUTION, NAMED, TELLING
from xlcheck.model import PairMode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.checks.base import CheckContext, CheckInfo
    from xlcheck.model import ArticlePair, ClaimCue, Finding, Segment

GAINED, GAINED_FIRST = 0.04, 0.02
"""Cosine that a sentence gains without the phrase; less is asked where the sentence begins with it, since hardly any
other phrase stands there."""
MOST_CUES = 2
"""Sentences with more of them are lists."""


def unnamed_findings(
    info: CheckInfo, pair: ArticlePair, context: CheckContext, *, cause: str, certainty: float, message: str
) -> Iterator[Finding]:
    """Yield a finding for each source of a claim that the English does not name, nor anybody who tells it."""
    if pair.mode is not PairMode.PARALLEL:
        return
    for claims in context.memo.once(read_claims, pair):
        named = [cue for cue in claims.source if cue.concept == NAMED or (cue.concept == ATTRIBUTION and cue.is_sure)]
        link = claims.link
        source, english = segments_of(pair.source, link.source), segments_of(pair.english, link.english)
        if not named or len(named) > MOST_CUES or len(source) != 1 or asks_or_quotes(source, english):
            continue
        if is_cut(source, english, named) or _is_told(with_neighbours(pair.english.segments, link.english, reach=1)):
            continue
        phrase = _gone(source[0], named, " ".join(item.text for item in english), context)
        if phrase is None:
            continue
        span = source[0].span.sub(*phrase)
        yield make_finding(
            info,
            confidence=[("link", link.probability), ("comparison", certainty_of(pair, certainty))],
            verdict=pair_verdict(pair, source=link.source, english=link.english),
            message=message.format(cue=f"“{span.text}”"),
            where=[item.span for item in english],
            related=[span],
            cause=cause,
            evidence=[("lost", span.text)],
        )


def _gone(source: Segment, named: Sequence[ClaimCue], english: str, context: CheckContext) -> tuple[int, int] | None:
    """Return where in its sentence the phrase stands without which the sentence fits clearly better."""
    for cue in named:
        start = cue.span.start - source.span.start
        found = gain_without(source.text, (start, start + len(cue.span.text)), english, context.cosine)
        if found is None:
            # Without vectors only words that name a source and nothing else can speak.
            return (start, start + len(cue.span.text)) if cue.concept == ATTRIBUTION else None
        gain, phrase = found
        if gain >= (GAINED if any(char.isalnum() for char in source.text[: phrase[0]]) else GAINED_FIRST):
            return phrase
    return None


def _is_told(segments: Sequence[Segment]) -> bool:
    cues = (cue for item in segments for cue in extract_claims(item.span, item.language))
    return any(cue.concept == TELLING or (cue.concept == ATTRIBUTION and cue.is_sure) for cue in cues)
