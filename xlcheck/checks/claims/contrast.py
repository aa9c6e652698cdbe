"""Sentences that would fit their source better if one word were its contrary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.checks.base import make_finding, pair_verdict, segments_of, trusted_links
from xlcheck.checks.word_doubt import weighed
from xlcheck.extract.cues.claims import extract_claims
from xlcheck.lang.contraries import phrase_rewrites, polar_rewrites, rewrites
from xlcheck.lang.profile import load_profile
from xlcheck.model import LinkClass, PairMode, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.checks.base import CheckContext, CheckInfo
    from xlcheck.embed import Contrast
    from xlcheck.lang.contraries import Rewrite
    from xlcheck.model import ArticlePair, Finding, Link, Side

STRONG = 3.0
"""Margin from which a contrary is reported: 1 of 2,964 pairs of clean news reached it (its English is wrong), and 19 %
of planted contraries. From 2.4 to here at most half of the flags would be right, were two pairs in a hundred wrong."""
EVEN = -1.0
"""Doubt about the written word that changes nothing: half of the planted contraries that are reported lie above."""
PHRASES = {"amounts": True, "certainties": False}
"""Tables of phrases that are exchanged → whether both ways (see `phrase_rewrites`)."""
_WORD = re.compile(r"[^\W\d_]+")
MAX_SEGMENTS = 2
"""More sentences on a side say too much for one word to be weighed."""
MAX_LETTERS = 500
"""Longer passages likewise."""


def contrast_findings(
    info: CheckInfo, pair: ArticlePair, context: CheckContext, *, cause: str, certainty: float
) -> Iterator[Finding]:
    """Yield a finding for each sure link in which the contrary of a word fits the source far better than the word."""
    for link in trusted_links(pair):
        best = strongest_contrast(pair, link, context)
        if best is None or best.margin < STRONG:
            continue
        message = f"The other text reads as if “{best.rewrite.old}” were its contrary, such as “{best.rewrite.new}”."
        yield _finding(info, pair, link, best.rewrite, context, message, cause=cause, certainty=certainty)


def phrase_findings(
    info: CheckInfo,
    pair: ArticlePair,
    context: CheckContext,
    table: str,
    *,
    least: float,
    cause: str,
    certainty: float,
) -> Iterator[Finding]:
    """Yield a finding for each sure link in which the partner of a phrase fits the source far better than the phrase.

    Args:
        table: one of `PHRASES`.
        least: margin from which a phrase is reported.
    """
    for link in trusted_links(pair):
        best = _strongest_phrase(pair, link, context, table)
        if best is None or best.margin < least:
            continue
        message = f"The other text reads as if “{best.rewrite.old}” were “{best.rewrite.new}”, or the like."
        yield _finding(info, pair, link, best.rewrite, context, message, cause=cause, certainty=certainty)


def with_contrasts(by_lists: Iterable[Finding], by_vectors: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings by lists, then those by vectors about other words: nothing is said twice."""
    told: list[Span] = []
    for finding in by_lists:
        told += finding.where
        yield finding
    for finding in by_vectors:
        if not any(span.overlaps(word) for span in told for word in finding.where):
            yield finding


def _finding(
    info: CheckInfo,
    pair: ArticlePair,
    link: Link,
    rewrite: Rewrite,
    context: CheckContext,
    message: str,
    *,
    cause: str,
    certainty: float,
) -> Finding:
    """Return the finding that a rewrite of a link's English fits its source better than what is written."""
    passage = segments_of(pair.english, link.english)[0].span
    start = passage.start + rewrite.start
    written = Span(doc=passage.doc, start=start, end=start + len(rewrite.old), text=rewrite.old)
    certainty = weighed(certainty, written, pair, link, context, even=EVEN)
    return make_finding(
        info,
        confidence=[("link", link.probability), ("comparison", certainty)],
        verdict=pair_verdict(pair, source=link.source, english=link.english),
        message=message,
        where=[written],
        related=[item.span for item in segments_of(pair.source, link.source)],
        cause=cause,
        evidence=[("written", rewrite.old), ("fits better", rewrite.new)],
    )


def strongest_contrast(pair: ArticlePair, link: Link, context: CheckContext) -> Contrast | None:
    """Return the contrary of a word of a link's English that most speaks for, None where none can be weighed.

    Weighed are short sure links of translations into another language, unless one side alone is negated: a contrary may
    then say the same. Articles written independently are left out, since more than a word differs between them.
    """
    passages = short_passages(pair, link)
    if passages is None:
        return None
    source, english = passages
    negators = _negators(pair.english, english)
    if bool(negators) != bool(_negators(pair.source, source)):
        return None
    said = frozenset(_WORD.findall(source.text.lower()))
    made = rewrites(english.text, _language(pair, link), negators=negators)
    # A word that both languages write alike (upstream) needs no weighing.
    return _strongest(context, source, english, [item for item in made if item.old.lower() not in said])


def _strongest_phrase(pair: ArticlePair, link: Link, context: CheckContext, table: str) -> Contrast | None:
    """Return the partner of a phrase of a table that most speaks for, None where none can be weighed.

    A sentence that alone is free of negation is left out: not all, some.
    """
    passages = short_passages(pair, link)
    if passages is None or (_negators(pair.source, passages[0]) and not _negators(pair.english, passages[1])):
        return None
    source, english = passages
    language = _language(pair, link)
    made = phrase_rewrites(english.text, language, table, both_ways=PHRASES[table])
    said = {cue.span.start - english.start for cue in extract_claims(english, language)} if made else set()
    # Single words of set phrases (at all) claim nothing.
    return _strongest(context, source, english, [item for item in made if " " in item.old or item.start in said])


def unfounded_negation(pair: ArticlePair, link: Link, context: CheckContext) -> Contrast | None:
    """Return the denial that a link's English would best be without, None where it denies nothing."""
    passages = short_passages(pair, link)
    if passages is None:
        return None
    return _strongest(context, *passages, polar_rewrites(passages[1].text, _language(pair, link), deny=False))


def missing_negation(pair: ArticlePair, link: Link, context: CheckContext) -> Contrast | None:
    """Return the denial that would best be added to a link's English, None unless the source alone is negated.

    In a language whose negators are not known any source may be negated.
    """
    passages = short_passages(pair, link)
    if passages is None or _negators(pair.english, passages[1]):
        return None
    known = load_profile(pair.source.article.language).polarity.negators
    if known and not _negators(pair.source, passages[0]):
        return None
    return _strongest(context, *passages, polar_rewrites(passages[1].text, _language(pair, link), deny=True))


def weigh_all(pair: ArticlePair, context: CheckContext) -> None:
    """Ask for all rewrites that the checks and the score will ask for."""
    for link in pair.links:
        strongest_contrast(pair, link, context)
        unfounded_negation(pair, link, context)
        missing_negation(pair, link, context)
        for table in PHRASES:
            _strongest_phrase(pair, link, context, table)


def _strongest(context: CheckContext, source: Span, english: Span, made: Sequence[Rewrite]) -> Contrast | None:
    found = context.contrast(source.text, english.text, made)
    return max(found, key=lambda item: (item.margin, item.word), default=None)


def short_passages(pair: ArticlePair, link: Link) -> tuple[Span, Span] | None:
    """Return the two sides of a short sure link between a text and its translation, None for other links."""
    if pair.mode is not PairMode.PARALLEL or pair.source.article.language == pair.english.article.language:
        return None
    if link.link_class is not LinkClass.SURE or max(len(link.source), len(link.english)) > MAX_SEGMENTS:
        return None
    source, english = _passage(pair.source, link.source), _passage(pair.english, link.english)
    if source is None or english is None or max(len(source.text), len(english.text)) > MAX_LETTERS:
        return None
    return source, english


def _language(pair: ArticlePair, link: Link) -> str:
    return pair.english.segments[link.english[0]].language


def _passage(side: Side, indexes: Sequence[int]) -> Span | None:
    """Return what stands from the first to the last of some segments."""
    segments = segments_of(side, indexes)
    if not segments:
        return None
    start, end = segments[0].span.start, segments[-1].span.end
    return Span(doc=segments[0].span.doc, start=start, end=end, text=side.article.text[start:end])


def _negators(side: Side, passage: Span) -> tuple[tuple[int, int], ...]:
    """Return where the negators of a passage begin and end, counted from its beginning."""
    cues = (cue for cue in side.facts.polarity if cue.strength == "negator" and passage.contains(cue.span))
    return tuple((cue.span.start - passage.start, cue.span.end - passage.start) for cue in cues)
