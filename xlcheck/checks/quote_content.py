"""Two texts give different words in quotation marks for one statement.

## What it does

Compares quotations that surely render one utterance. Between two texts in one language it compares every word; between
two languages it looks for what needs no translation: a negation that only one of them has, and a number that is
another.

## Why it matters

Quotation marks promise somebody's own words. If two articles promise different ones, at least one of them paraphrases,
and a changed word in a quotation is a changed record. A lost "not" or a wrong figure inside a quotation is worse.

## Example

| | |
|---|---|
| One text | "We will **not** sell the harbour," Mayor Ada Lindqvist said. |
| The other | "We will sell the harbour," Mayor Ada Lindqvist said. |
| Verdict | negation-lost |

## When it stays silent

When the words differ only in marks, dashes, capitals, British and American spelling, contractions, hesitations,
articles, figures for number words or the spelling of a name; when one quotation merely begins later or ends earlier;
when the editor shows with brackets or an ellipsis that words were put in or left out; when too few words are shared for
one utterance; and when it is not sure that both quote the same utterance.

## Known limits

Two English renderings of a foreign statement may both be right; the finding says so, and its confidence allows for it.
A speaker who says nearly the same twice looks like one misquoted statement. Between two languages, words that are
simply translated wrongly are not seen here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples, make_finding, pair_verdict
from xlcheck.compare.quotes import diff_wording
from xlcheck.compare.renderings import GRAVE, compare_facts_inside, inner_changes, inside
from xlcheck.compare.utterances import linked_utterances
from xlcheck.model import Severity, Status
from xlcheck.score.chrf import chrf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.checks.base import CheckContext
    from xlcheck.compare.utterances import Utterance
    from xlcheck.model import Agreement, ArticlePair, Finding, QuoteLink, Span

INFO = CheckInfo(id="XQ101", name="quote-content", severity=Severity.WARNING, scope="pair", its="inconsistency")

EXAMPLES = Examples(
    fires=(
        Example(
            source='"We will not sell the harbour to anyone," Mayor Ada Lindqvist said.',
            english='"We will sell the harbour to anyone," Mayor Ada Lindqvist said.',
            cause="negation-lost",
            note="the negation is gone",
        ),
        Example(
            source='"We studied the letter from the yard with surprise and will answer it on Monday," the city said.',
            english='"We were surprised to study the letter from the yard and will reply on Monday," the city said.',
            cause="reworded",
            note="two sets of words for one statement",
        ),
        Example(
            source='The owner said "the bridge needs 400 new bolts before the winter comes".',
            english='The owner said "the bridge needs 40 new bolts before the winter comes".',
            cause="number-changed",
            note="another figure inside the marks",
        ),
        Example(
            source='"The ferry is safe for all passengers," said Ilse Brandt.',
            english='"The ferry is perfectly safe for nearly all passengers," said Ilse Brandt.',
            cause="words-added",
            note="words that the other text lacks",
        ),
        Example(
            language="de",
            source="„Wir werden den Hafen nicht an die Reederei verkaufen“, sagte Bürgermeisterin Ada Lindqvist.",
            english='"We will sell the harbour to the shipping company," Mayor Ada Lindqvist said.',
            cause="negation-lost",
            note="a German quotation whose negation the English lacks",
        ),
        Example(
            language="de",
            source="„Die Brücke braucht vor dem Winter 400 neue Schrauben“, sagte Ilse Brandt.",
            english='"The bridge needs 40 new bolts before the winter," said Ilse Brandt.',
            cause="number-changed",
            note="a German quotation with another figure",
        ),
        Example(
            language="ru",
            source="«Перед зимой мосту нужны 400 новых болтов», — сказала Ильзе Брандт.",
            english='"The bridge needs 40 new bolts before the winter," said Ilse Brandt.',
            cause="number-changed",
            note="a Russian quotation with another figure",
        ),
    ),
    silent=(
        Example(
            source='"We\'ve organised the harbour’s centre," she said.',
            english="“We have organized the harbor's center,” she said.",
            note="spelling variants, contractions and marks",
        ),
        Example(
            source='"The harbour is closed until the divers are done," she said. "Nobody may enter."',
            english='"The harbour is closed until the divers are done. Nobody may enter," she said.',
            note="one text interrupts the quotation",
        ),
        Example(
            source='"He will open the three locks in spring," the spokesman said.',
            english='"[The engineer] will open the 3 locks … in spring," the spokesman said.',
            note="brackets, an ellipsis and a figure for a number word",
        ),
        Example(
            source='"The harbour stays open for all ships in winter," said Ilse Brandt.',
            english='"The harbour stays open for all ships," said Ilse Brandt.',
            note="one text quotes less",
        ),
        Example(
            language="de",
            source="„Wir werden den Hafen nicht an die Reederei verkaufen“, sagte Bürgermeisterin Ada Lindqvist.",
            english='"We refuse to sell the harbour to the shipping company," Mayor Ada Lindqvist said.',
            note="the negation is worded otherwise",
        ),
        Example(
            language="is",
            source="„Við vorum ekki spurð um nýju höfnina“, sagði Anna Vik.",
            english="“We were not asked about the new port,” said Anna Vik.",
            note="nothing is known of how Icelandic negates",
        ),
        Example(
            language="de",
            source="„Die Brücke braucht vor dem Winter 400 neue Schrauben“, sagte Ilse Brandt.",
            english='"Before winter comes, the bridge needs four hundred new bolts," said Ilse Brandt.',
            note="a faithful translation",
        ),
        Example(
            language="ru",
            source="«Мы не продадим порт судоходной компании», — сказала мэр Ада Линдквист.",
            english='"We will not sell the harbour to the shipping company," Mayor Ada Lindqvist said.',
            note="a faithful translation from Russian",
        ),
    ),
)

LEAST_LINK = 0.75
"""Below this probability two quotations may be two utterances (about cosine 0.75 without shared words)."""
LEAST_COSINE = 0.45
"""Between two languages: below it the quotations of linked sentences are hardly renderings of one utterance."""
SHOWN = 3
"""Differences shown in a message; all of them are among the spans."""
BOTH_RIGHT = 0.8
"""Component of a rewording's confidence: both may be honest renderings of what was said in another language."""
_MESSAGES = {
    "reworded": "The two texts give different words in quotation marks for one statement: {left} against {right}. "
    "Both may be renderings of words said in another language.",
    "words-added": "One text has words in the quotation that the other lacks: {right}.",
    "words-dropped": "One text has words in the quotation that the other lacks: {left}.",
    "negation-lost": "Only one of the two quotations negates what is said.",
    "number-changed": "The two quotations give different numbers: {left} against {right}.",
}


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield a finding for each utterance that the two sides quote in different words."""
    for link, source, english in linked_utterances(pair, least=LEAST_LINK):
        first = pair.source.segments[source.segments[0]].language
        second = pair.english.segments[english.segments[0]].language
        if first == second:
            yield from _same_language(pair, link, source, english, first)
            continue
        cosine = context.cosine(source.text, english.text)
        if cosine is None or cosine >= LEAST_COSINE:
            yield from _across(pair, link, source, english)


def _same_language(
    pair: ArticlePair, link: QuoteLink, source: Utterance, english: Utterance, language: str
) -> Iterator[Finding]:
    wording = diff_wording(source.text, english.text, language=language)
    agreement = wording.agreement
    inner = inner_changes(wording)
    if not inner:
        return
    cause = "words-added" if agreement.cause == "words-dropped" else agreement.cause
    left = [span for change in inner for span in source.spans(*change.source)]
    right = [span for change in inner for span in english.spans(*change.english)]
    # A side from which words are only missing has nothing to point at but the quotation itself.
    where, related = right or [part.span for part in english.parts], left or [part.span for part in source.parts]
    if not right:
        where, related = related, where
    confidence = [("quote link", link.probability), ("comparison", agreement.certainty)]
    if cause == "reworded":
        confidence.append(("not two renderings", BOTH_RIGHT))
    evidence = [("chrF of the wordings", f"{chrf(english.text, source.text):g}")]
    yield _finding(pair, (source, english), agreement, cause, confidence, (where, related), (left, right), evidence)


def _across(pair: ArticlePair, link: QuoteLink, source: Utterance, english: Utterance) -> Iterator[Finding]:
    agreement = compare_facts_inside(pair, source, english)
    if agreement.status is not Status.DIFFERS or agreement.cause not in GRAVE:
        return
    kind = "polarity" if agreement.cause == "negation-lost" else "quantities"
    left = [fact.span for fact in inside(getattr(pair.source.facts, kind), source)]
    right = [fact.span for fact in inside(getattr(pair.english.facts, kind), english)]
    where, related = right or [part.span for part in english.parts], left or [part.span for part in source.parts]
    confidence = [("quote link", link.probability), ("comparison", agreement.certainty)]
    yield _finding(pair, (source, english), agreement, agreement.cause, confidence, (where, related), (left, right))


def _finding(
    pair: ArticlePair,
    utterances: tuple[Utterance, Utterance],
    agreement: Agreement,
    cause: str,
    confidence: Sequence[tuple[str, float]],
    spans: tuple[Sequence[Span], Sequence[Span]],
    words: tuple[Sequence[Span], Sequence[Span]],
    measured: Sequence[tuple[str, str]] = (),
) -> Finding:
    source, english = utterances
    shown = {"left": _shown(words[0]), "right": _shown(words[1])}
    message = _MESSAGES["words-dropped" if cause == "words-added" and not words[1] else cause]
    return make_finding(
        INFO,
        confidence=confidence,
        verdict=pair_verdict(pair, source=source.segments, english=english.segments),
        message=message.format(**shown),
        where=spans[0],
        related=spans[1],
        cause=cause,
        evidence=[
            ("first", source.text),
            ("second", english.text),
            ("difference", "; ".join(agreement.reasons)),
            *measured,
        ],
        severity=Severity.ERROR if cause in GRAVE else INFO.severity,
    )


def _shown(spans: Sequence[Span]) -> str:
    """Return the longest of the differing words, in order of position."""
    longest = sorted(spans, key=lambda span: (-len(span.text), span.start))[:SHOWN]
    shown = ", ".join(f"“{' '.join(span.text.split())}”" for span in sorted(longest, key=lambda span: span.start))
    return shown or "nothing"
