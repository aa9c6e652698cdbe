"""One text cuts a quotation short without showing it, and the other has the words that are gone.

## What it does

Compares full quotations that surely render one utterance and reports a clause that only one of them has. Between two
texts in one language that is read off the words. Between two languages a clause counts as gone if nothing in the other
text is near its meaning, the other clauses have counterparts, and the lengths bear it out.

In translations any piece at the end or the beginning of the source's quotation is tried: it is gone from the English
one if that is too short, and if both the quotation and its sentence fit the English clearly better without the piece.
Where there are no sentence vectors, only a quotation of half the usual length is reported, as a whole, in a sentence
that is too short likewise.

## Why it matters

A quotation without its condition, its reservation or its second half can say the contrary of what was said. Honest
cutting shows itself: with an ellipsis, with the rest in indirect speech, or with a fragment instead of a sentence.

## Example

| | |
|---|---|
| One text | "We will pay for the bridge, **but only if the county pays its share**," the mayor said. |
| The other | "We will pay for the bridge," the mayor said. |
| Verdict | words-dropped |

## When it stays silent

When an ellipsis shows the cut; when the shorter text gives the rest in its own words or in another quotation nearby;
when one of them quotes only a fragment, save in translations; when the words differ so much that they may be two
utterances. Whole sentences that are left out are reported as a note only: choosing what to quote is not misquoting.

## Known limits

The rest of a quotation may stand further away in the article than the neighbouring sentences. Between two languages
only whole clauses are seen to be missing from the middle, or from the source: English that says a little more explains.
A quotation of which one sentence alone is at hand has no end and is not read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples, make_finding, pair_verdict
from xlcheck.checks.rest_of_quotation import is_said_nearby, uncovered_clauses
from xlcheck.compare.quotes import diff_wording
from xlcheck.compare.trims import is_far_longer, lost_edge, passages
from xlcheck.compare.utterances import linked_utterances
from xlcheck.compare.wording_tokens import CUT, wording_tokens
from xlcheck.lang.profile import load_profile
from xlcheck.model import QuoteKind, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.checks.base import CheckContext
    from xlcheck.compare.quotes import WordingChange
    from xlcheck.compare.utterances import Utterance
    from xlcheck.model import ArticlePair, Finding, QuoteLink

INFO = CheckInfo(id="XQ103", name="quote-trimmed", severity=Severity.WARNING, scope="pair", its="omission")

EXAMPLES = Examples(
    fires=(
        Example(
            source='"We will pay for the new bridge, but only if the county pays its share," the mayor said.',
            english='"We will pay for the new bridge," the mayor said.',
            cause="words-dropped",
            note="the condition is gone",
        ),
        Example(
            source='"The shipyard will reopen in May," Ilse Brandt said.',
            english='"Unless the divers find more damage, the shipyard will reopen in May," Ilse Brandt said.',
            cause="words-dropped",
            note="the first text begins too late",
        ),
        Example(
            source='"The ferries, which have failed every test since autumn, will run again on Monday," he said.',
            english='"The ferries will run again on Monday," he said.',
            cause="words-dropped",
            note="cut in the middle",
        ),
        Example(
            language="de",
            source="„Wir werden die neue Brücke bezahlen, aber nur dann, wenn auch der Landkreis endlich seinen Anteil "
            "überweist“, sagte die Bürgermeisterin.",
            english='"We will pay for the new bridge," the mayor said.',
            cause="words-dropped",
            note="a German condition that the English lacks",
        ),
        Example(
            language="ru",
            source="«Мы оплатим новый мост, но только в том случае, если и округ наконец перечислит свою долю», — "
            "сказала мэр.",
            english='"We will pay for the new bridge," the mayor said.',
            cause="words-dropped",
            note="a Russian condition that the English lacks",
        ),
        Example(
            language="de",
            source="„Wir bezahlen die neue Brücke aus den Rücklagen der Stadtwerke“, sagte die Bürgermeisterin.",
            english='"We will pay for the bridge," the mayor said.',
            cause="words-dropped",
            note="an edge that is no clause",
        ),
        Example(
            language="cs",
            source="„Nový most zaplatíme jen tehdy, když okres konečně převede svůj podíl,“ řekla starostka.",
            english='"We will pay for it," the mayor said.',
            cause="words-dropped",
            note="by length alone, where there are no vectors",
        ),
    ),
    silent=(
        Example(
            source='"We will pay for the new bridge, but only if the county pays its share," the mayor said.',
            english='"We will pay for the new bridge …," the mayor said.',
            note="an ellipsis shows the cut",
        ),
        Example(
            source='"We will pay for the new bridge, but only if the county pays its share," the mayor said.',
            english='"We will pay for the new bridge," the mayor said. The county must pay its share, she added, '
            "and only then.",
            note="the rest is given in indirect speech",
        ),
        Example(
            source='"We will pay for the new bridge, but only if the county pays its share," the mayor said.',
            english='The mayor said that the city would "pay for the new bridge" under conditions.',
            note="only a fragment is quoted",
        ),
        Example(
            source='"We will pay for the new bridge," the mayor said, "but only if the county pays its share."',
            english='"We will pay for the new bridge, but only if the county pays its share," the mayor said.',
            note="one text interrupts the quotation",
        ),
        Example(
            language="de",
            source="„Wir werden die neue Brücke bezahlen, aber nur dann, wenn auch der Landkreis seinen Anteil "
            "überweist“, sagte die Bürgermeisterin.",
            english='"We will pay for the new bridge, but only if the county transfers its share as well," the mayor '
            "said.",
            note="a faithful translation",
        ),
        Example(
            language="de",
            source="„Die Fähren fahren ab Montag wieder, und zwar nach dem alten Fahrplan“, sagte Ilse Brandt.",
            english='"From Monday the ferries will run to the old timetable again," said Ilse Brandt.',
            note="two clauses in one",
        ),
        Example(
            language="ru",
            source="«Мы оплатим новый мост, но только если и округ перечислит свою долю», — сказала мэр.",
            english='"We will pay for the new bridge, but only if the county transfers its share as well," the mayor '
            "said.",
            note="a faithful translation from Russian",
        ),
        Example(
            language="de",
            source="„Wir bezahlen die neue Brücke aus den Rücklagen der Stadtwerke“, sagte die Bürgermeisterin.",
            english='"We will pay for the bridge," the mayor said, out of the reserves of the municipal utilities.',
            note="the rest stands outside of the quotation",
        ),
    ),
)

LEAST_LINK = 0.85
"""Two utterances that merely begin alike must not be taken for one that was cut."""
DROPPED_WORDS = 4
"""A clause has at least this many words …"""
DROPPED_SHARE = 0.25
"""… or is this share of the longer quotation, and then …"""
LEAST_WORDS = 3
"""… at least this many."""
STILL_SHARED = 0.7
"""Share of the shorter quotation's words that the longer must have for the edges to mean anything."""
LONGER = 1.35
"""Length of the longer over the shorter, after the usual ratio of the languages (faithful ones reach 1.16); see
`rest_of_quotation` for what was measured."""
BY_VECTORS, BY_LENGTH = 0.75, 0.65
"""Certainty of an edge that is gone, by vectors, and by lengths where there are none."""
LACKS = "The quotation lacks words that the other text quotes, without showing the cut: “{gone}”."
TOO_SHORT = "The quotation is far too short to give all that the other text quotes: “{gone}”."
_EDGES = " .,;:!?…'\"\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
_SENTENCE_END = re.compile(r"[.!?…]['”\"’)\]]*\s*\Z")


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield a finding for each quotation of which one side silently lacks a clause."""
    for link, source, english in linked_utterances(pair, least=LEAST_LINK):
        direct = all(part.kind is QuoteKind.DIRECT for part in (*source.parts, *english.parts))
        languages = (
            pair.source.segments[source.segments[0]].language,
            pair.english.segments[english.segments[0]].language,
        )
        if languages[0] != languages[1]:
            findings = list(_translated(pair, link, (source, english), languages, context))
            if direct and not findings:
                findings = list(_across(pair, link, (source, english), languages, context))
            yield from findings
        elif direct:
            yield from _same_language(pair, link, source, english, languages[0], context)


def _same_language(
    pair: ArticlePair, link: QuoteLink, source: Utterance, english: Utterance, language: str, context: CheckContext
) -> Iterator[Finding]:
    wording = diff_wording(source.text, english.text, language=language)
    if wording.agreement.status is not Status.DIFFERS:
        return
    if wording.shared < STILL_SHARED * min(wording.source_words, wording.english_words):
        return
    for change in wording.changes:
        lacks_english = not change.english_words
        words = max(change.source_words, change.english_words)
        total = wording.source_words if lacks_english else wording.english_words
        if change.marked or min(change.source_words, change.english_words) or not _is_clause(words, total):
            continue
        longer, shorter = (source, english) if lacks_english else (english, source)
        span = change.source if lacks_english else change.english
        side = pair.english if lacks_english else pair.source
        if _drops_a_part(longer, span) or is_said_nearby(side, shorter, longer.text[slice(*span)], language, context):
            continue
        whole = _is_whole_sentence(longer.text, span, change)
        confidence = [("quote link", link.probability), ("comparison", 0.9)]
        yield _finding(pair, (longer, shorter), span, confidence, swap=lacks_english, note=whole)


def _is_clause(words: int, total: int) -> bool:
    return words >= DROPPED_WORDS or (words >= LEAST_WORDS and words >= DROPPED_SHARE * total)


def _is_whole_sentence(text: str, span: tuple[int, int], change: WordingChange) -> bool:
    """Tell whether the cut runs along sentence borders."""
    after = text[span[1] : span[1] + 3]
    begins = change.place == "start" or _SENTENCE_END.search(text[: span[0]]) is not None
    ends = change.place == "end" or after[:1] in ".!?…"
    return begins and ends


def _drops_a_part(longer: Utterance, span: tuple[int, int]) -> bool:
    """Tell whether the words are a whole part of an interrupted quotation: outlets choose which parts they quote."""
    return len(longer.parts) > 1 and any(
        piece.text.strip(_EDGES) == part.content.text.strip(_EDGES)
        for part in longer.parts
        for piece in longer.spans(*span)
    )


def _translated(
    pair: ArticlePair,
    link: QuoteLink,
    utterances: tuple[Utterance, Utterance],
    languages: tuple[str, str],
    context: CheckContext,
) -> Iterator[Finding]:
    """Yield the edge that an English quotation lacks, where the sentences around it are a translation too.

    English that says more is not accused: translators explain.
    """
    both = passages(pair, *utterances)
    if both is None or not all(load_profile(language).known for language in languages):
        return
    if any(token.text == CUT for token in wording_tokens(utterances[1].text, languages[1])):
        return
    span = lost_edge(*both, context.cosine)
    if span is not None:
        confidence = [("quote link", link.probability), ("comparison", BY_VECTORS)]
        yield _finding(pair, utterances, span, confidence, swap=True, note=False)
    elif context.cosine(*(item.text for item in utterances)) is None and is_far_longer(*both):
        confidence = [("quote link", link.probability), ("comparison", BY_LENGTH)]
        whole = (0, len(utterances[0].text))
        yield _finding(pair, utterances, whole, confidence, swap=True, note=False, message=TOO_SHORT)


def _across(
    pair: ArticlePair,
    link: QuoteLink,
    utterances: tuple[Utterance, Utterance],
    languages: tuple[str, str],
    context: CheckContext,
) -> Iterator[Finding]:
    if not all(load_profile(language).known for language in languages):
        # Without the usual ratio of lengths a terse language looks like a cut.
        return
    ratios = tuple(load_profile(language).length_ratio for language in languages)
    lengths = tuple(len(item.text) / max(ratio, 0.01) for item, ratio in zip(utterances, ratios, strict=True))
    number = 0 if lengths[0] > lengths[1] else 1
    longer, shorter = utterances[number], utterances[1 - number]
    if lengths[number] < LONGER * lengths[1 - number]:
        return
    if any(token.text == CUT for token in wording_tokens(shorter.text, languages[1 - number])):
        return
    side = (pair.source, pair.english)[1 - number]
    for span in uncovered_clauses(side, longer, shorter, context):
        confidence = [("quote link", link.probability), ("comparison", 0.75)]
        yield _finding(pair, (longer, shorter), span, confidence, swap=number == 0, note=False)


def _finding(
    pair: ArticlePair,
    utterances: tuple[Utterance, Utterance],
    span: tuple[int, int],
    confidence: Sequence[tuple[str, float]],
    *,
    swap: bool,
    note: bool,
    message: str = LACKS,
) -> Finding:
    """Point at the shorter quotation, and at the words that only the longer one has; `swap`: the source is longer."""
    longer, shorter = utterances
    source, english = (longer, shorter) if swap else (shorter, longer)
    gone = " ".join(longer.text[slice(*span)].split())
    return make_finding(
        INFO,
        confidence=confidence,
        verdict=pair_verdict(pair, source=source.segments, english=english.segments),
        message=message.format(gone=gone),
        where=[part.span for part in shorter.parts],
        related=list(longer.spans(*span)),
        cause="words-dropped",
        evidence=[("longer", longer.text), ("shorter", shorter.text), ("missing", gone)],
        severity=Severity.NOTE if note else INFO.severity,
    )
