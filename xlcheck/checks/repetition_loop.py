"""The same words, letters or sentences several times in a row, beyond what prose does.

## What it does

Finds phrases of up to six words that stand three times or more without a break ("to be able to be able to be able
to"), strings of letters that repeat inside a word, strings of characters in scripts without spaces, and whole
sentences that repeat at once.

## Why it matters

Machine translation that has lost the thread falls into loops. Whatever follows in such a sentence cannot be trusted.

## Example

English: "The port was able to be able to be able to be able to open."
Verdict: "able to be" stands there three times in a row.

## When it stays silent

Emphasis and interjections ("no, no, no", "very, very", "ha ha ha"), chants and slogans inside quotation marks or with
an exclamation mark, lines of poems and songs, cells of tables, figures, names that double ("Wagga Wagga"), a picture's
caption that repeats the first sentence.

## Known limits

A loop of two turns is left to garbled-text, which weighs it with other signs. A loop that changes a word at each turn
is not seen here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples, make_finding
from xlcheck.model import Severity, Verdict
from xlcheck.score.repetition import find_loops, find_sentence_loops

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import Finding, Side

INFO = CheckInfo(id="XG101", name="repetition-loop", severity=Severity.WARNING, scope="article", its="duplication")
PHRASE = "phrase"
SENTENCE = "sentence"
_SHOWN = 60
"""Longest unit that a message quotes in full, in characters."""

EXAMPLES = Examples(
    fires=(
        Example(
            english="The port was able to be able to be able to be able to open again.",
            cause=PHRASE,
            note="a phrase without a break",
        ),
        Example(
            english="Birds such as the heron, the plover, the plover, the plover and the tern nest there.",
            cause=PHRASE,
            note="a noun with its article, with commas",
        ),
        Example(
            english="Der Rat hat den den den Hafen von Almsund geschlossen.",
            language="de",
            cause=PHRASE,
            note="one word",
        ),
        Example(
            english="Die Fähre legte am Montag in Almsund ab. Die Fähre legte am Montag in Almsund ab.",
            language="de",
            cause=SENTENCE,
            note="a sentence twice in a paragraph",
        ),
        Example(
            english="Die Verbindung ist elektronikronikronikronikronik gesichert.",
            language="de",
            cause=PHRASE,
            note="letters in a word",
        ),
        Example(
            english="该市议会决定关闭港口关闭港口关闭港口关闭港口。", language="zh", cause=PHRASE, note="no spaces"
        ),
    ),
    silent=(
        Example(english="“No, no, no,” she said. It was a long, long, long way to Almsund, and very, very, very cold."),
        Example(english="The crowd chanted “save our port, save our port, save our port” until midnight."),
        Example(english="What matters is what that that party had had in mind. Ha ha ha!"),
        Example(english="Ferry | full | full | full | 10 10 10 10"),
        Example(english="„Nein, nein, nein“, rief er. Es war ein langer, langer, langer Weg.", language="de"),
        Example(english="Tor! Tor! Tor! Die, die das wollten, die die Fähre liebten, jubelten.", language="de"),
        Example(english="Sie fuhren weiter und weiter und weiter.", language="de"),
        Example(english="哈哈哈，他说。研究研究再说。", language="zh"),
    ),
)


def check(side: Side, context: CheckContext, /) -> Iterator[Finding]:
    """Yield a finding per loop: loops inside sentences first, then sentences that repeat."""
    del context
    for segment in side.segments:
        for loop in find_loops(segment.text, segment.language):
            yield make_finding(
                INFO,
                confidence=[("loop", 0.99 if loop.turns > 3 else 0.95)],
                verdict=Verdict.TEXT_GARBLED,
                message=f"“{_short(loop.unit)}” stands there {loop.turns} times in a row.",
                where=[segment.span.sub(loop.start, loop.end)],
                cause=PHRASE,
                evidence=[("repeated", loop.unit), ("times", str(loop.turns))],
            )
    body = [segment for segment in side.segments if not segment.is_title]
    for repeat in find_sentence_loops([(segment.text, segment.paragraph) for segment in body]):
        again = body[repeat.first + repeat.size : repeat.first + repeat.size * repeat.turns]
        what = "The same sentence stands" if repeat.size == 1 else f"The same {repeat.size} sentences stand"
        yield make_finding(
            INFO,
            confidence=[("loop", 0.95)],
            verdict=Verdict.TEXT_GARBLED,
            message=f"{what} there {repeat.turns} times in a row.",
            where=[segment.span for segment in again],
            cause=SENTENCE,
            evidence=[("repeated", body[repeat.first].text), ("times", str(repeat.turns))],
        )


def _short(unit: str) -> str:
    return unit if len(unit) <= _SHOWN else unit[: _SHOWN - 1] + "…"
