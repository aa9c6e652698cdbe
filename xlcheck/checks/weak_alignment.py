"""Two articles were paired, but hardly a sentence of one could be linked to a sentence of the other.

## What it does

Reports a pair of articles that belong together by their subject while fewer than two sentences could be linked with
any confidence, so that next to nothing was compared.

## Why it matters

A pair without findings looks like a pair that agrees. Here it only means that nothing could be checked.

## Example

A short wire item and a long background piece about one summit: same event, no sentence in common.

## When it stays silent

As soon as two sentences are linked surely or likely, and for very short articles (fewer than four sentences), where one
link may be all there is.

## Known limits

It counts links, not facts: two linked sentences may hold nothing that could be compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples, make_finding, trusted_links
from xlcheck.model import PairMode, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.checks.base import CheckContext
    from xlcheck.model import ArticlePair, Finding, Segment, Side

INFO = CheckInfo(id="XA103", name="weak-alignment", severity=Severity.NOTE, scope="pair", its="uncategorized")

EXAMPLES = Examples(
    fires=(
        Example(
            source="The ferry sank at noon. Nobody was hurt. The owner blamed the fog. Divers found the bell.",
            english="Ferries are old here. Fares went up in May. Unions want new ships. The minister has no money.",
            linked=False,
            note="one subject, no sentence in common",
        ),
        Example(
            language="de",
            source="Das Stadion ist fertig. Der Bau dauerte acht Jahre. Die Kosten stiegen. Der Rat stritt lange.",
            english="The club won again. Fans sang all night. The coach was pleased. The next match is away.",
            linked=False,
            note="German and English",
        ),
        Example(
            language="zh",
            source="球场已经建成。工程持续了八年。费用不断上涨。议会争论了很久。",
            english="The club won again. Fans sang all night. The coach was pleased. The next match is away.",
            linked=False,
            note="Chinese and English",
        ),
    ),
    silent=(
        Example(
            language="de",
            source="Der Bürgermeister eröffnete am Montag die neue Brücke.",
            english="The mayor opened the new bridge on Monday.",
            note="one sentence each, linked",
        ),
        Example(
            source="The ferry sank at noon. Nobody was hurt.",
            english="The ferry went down at noon. No one was injured.",
            linked=False,
            note="short articles have few links",
        ),
        Example(
            language="zh",
            source="市长星期一为新桥揭幕。",
            english="The mayor opened the new bridge on Monday.",
            note="one Chinese sentence, linked",
        ),
    ),
)

MIN_LINKS = 2
MIN_SENTENCES = 4


def check(pair: ArticlePair, _context: CheckContext) -> Iterator[Finding]:
    """Yield one note for a pair with next to no links."""
    links = len(list(trusted_links(pair)))
    shorter = min(len(pair.source.segments), len(pair.english.segments))
    if links >= MIN_LINKS or shorter < MIN_SENTENCES:
        return
    only = "no sentence" if links == 0 else "only one sentence"
    reason = (
        "their contents have too little in common"
        if pair.mode is PairMode.UNRELATED
        else f"{only} of the shorter article could be linked"
    )
    yield make_finding(
        INFO,
        confidence=[("count", 0.9)],
        verdict=Verdict.WEAK_LINK,
        message=f"Hardly anything was compared between these articles: {reason}.",
        where=[_opening(pair.english).span],
        related=[_opening(pair.source).span],
        evidence=[("trusted links", str(links)), ("sentences of the shorter article", str(shorter))],
    )


def _opening(side: Side) -> Segment:
    """The first sentence of the body, or the title where there is nothing else."""
    return next((segment for segment in side.segments if not segment.is_title), side.segments[0])
