"""An article or a passage of it in another language than the one it is said to be in.

## What it does

Compares the language that an article is declared to have (by its file name, a manifest or an option) with the language
of its sentences; where most of them are surely another language, it reports the article. Else it reports passages of
two and more sentences in another language than the article.

## Why it matters

A German article filed as English is compared as English: every number, name and quotation is read by the wrong rules.
A passage that nobody translated is missing from the English version, although its length says otherwise.

## Example

English: "The mayor closed the bridge. Die Brücke bleibt bis zum Herbst gesperrt. Die Fähre fährt öfter."
Verdict: two sentences are German.

## When it stays silent

Quotations; single sentences (untranslated reports those that stand in the source as well); titles of books, songs and
parties; lines that are too short to be told; languages that short texts do not tell apart, such as Norwegian and
Danish.

## Known limits

Sentences of fewer than forty letters say nothing by themselves. Measured on 148 stretches of clean news (7,218
sentences of five languages) and both versions of 101 whole articles: nothing is flagged. On 80 pages of a government
that has its pages translated two are, for names of German laws that are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples, make_finding
from xlcheck.lang.detect import UNKNOWN, alike, line_language
from xlcheck.model import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import Finding, Segment, Side

INFO = CheckInfo(id="XG107", name="wrong-language", severity=Severity.WARNING, scope="article", its="locale-violation")
ARTICLE, PASSAGE = "article", "passage"
_LEAST_LETTERS = 40
_LEAST_SENTENCES = 2
_MOST = 0.7
"""Share of an article's letters from which the whole of it is in another language."""
_SHOWN = 5
_QUOTES = frozenset('"“”„«»「」『』‘‚')

EXAMPLES = Examples(
    fires=(
        Example(
            english="Der Stadtrat von Almsund hat am Montag beschlossen, die alte Brücke am Hafen zu schließen. "
            "Die Fähre wird deshalb ab dem Herbst wieder jede halbe Stunde fahren.",
            cause=ARTICLE,
            note="German filed as English",
        ),
        Example(
            english="The town council of Almsund decided on Monday to close the old bridge at the harbour. "
            "The ferry will therefore run every half an hour again from the autumn on.",
            language="de",
            cause=ARTICLE,
            note="English filed as German",
        ),
        Example(
            english="市议会星期一决定关闭旧港大桥，直到明年春天才会重新开放。市长说，新的渡轮将每半小时开一班，直到工程全部结束。",
            cause=ARTICLE,
            note="Chinese filed as English",
        ),
        Example(
            english="The town council of Almsund decided on Monday to close the old bridge at the harbour. "
            "The mayor said on Tuesday that nobody had expected the damage to be that bad.\n\n"
            "Die Fähre wird deshalb ab dem Herbst wieder jede halbe Stunde fahren. "
            "Der Bürgermeister rechnet damit, dass die Arbeiten zwei Jahre dauern werden.\n\n"
            "The works will cost more than the town takes in taxes in a whole year, he said.",
            cause=PASSAGE,
            note="a German paragraph in English copy",
        ),
    ),
    silent=(
        Example(english="The council closed the old bridge. „Die Fähre wird deshalb wieder fahren“, the mayor said."),
        Example(english="“Über den Fluss und in die Wälder” is on at the Stadttheater Almsund until Sunday."),
        Example(english="Der Rat hat entschieden. The show must go on, sagte der Sänger.", language="de"),
        Example(english="市议会决定关闭大桥。市长说 Almsund Ferry Company 会继续运营。", language="zh"),
    ),
)


def check(side: Side, context: CheckContext, /) -> Iterator[Finding]:
    """Yield one finding for the article, or one per passage."""
    del context
    declared = side.article.language
    if declared == UNKNOWN:
        return
    languages = [_other_language(segment, declared) for segment in side.segments]
    letters = [len(segment.text) for segment in side.segments]
    for code in sorted({code for code in languages if code}):
        share = sum(n for n, own in zip(letters, languages, strict=True) if own == code) / sum(letters)
        if share >= _MOST:
            where = [segment for segment, own in zip(side.segments, languages, strict=True) if own == code]
            yield _finding(ARTICLE, where, f"The article is said to be in “{declared}”, but reads as “{code}”.")
            return
    first = 0
    while first < len(languages):
        code, last = languages[first], first
        while code and last + 1 < len(languages) and languages[last + 1] == code:
            last += 1
        passage = side.segments[first : last + 1]
        if code and len(passage) >= _LEAST_SENTENCES:
            message = f"{len(passage)} sentences in a row are in “{code}”, the article is in “{declared}”."
            yield _finding(PASSAGE, passage, message)
        first = last + 1


def _other_language(segment: Segment, declared: str) -> str:
    """Return the language that a sentence surely has instead of the declared one, else nothing."""
    text = segment.text
    if _QUOTES & set(text):
        return ""
    dense = sum(char >= "\N{HIRAGANA LETTER SMALL A}" for char in text)
    if sum(char.isalpha() for char in text) + 2 * dense < _LEAST_LETTERS:
        return ""
    code = line_language(text, declared)
    return code if code and not alike(code, declared) else ""


def _finding(cause: str, segments: Sequence[Segment], message: str) -> Finding:
    return make_finding(
        INFO,
        confidence=[("language", 0.9)],
        verdict=Verdict.TEXT_GARBLED,
        message=message,
        where=[segment.span for segment in segments[:_SHOWN]],
        cause=cause,
        evidence=[("sentences", str(len(segments)))],
    )
