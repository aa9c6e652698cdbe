"""A sentence that has nothing to do with the one it stands in for.

## What it does

Where one version renders the other sentence by sentence, two single sentences that are surely linked should say the
same, and so should two that stand without a partner between surely linked neighbours. If their meanings have nothing
in common, the English one was made up (a "detached hallucination"), or another one is missing in its place.

## Why it matters

A machine that loses the thread invents fluent sentences. They read well, so nobody who sees only the English text can
notice.

## Example

Source (German): "Der Tunnel unter dem Fluss bleibt wegen eines Brandes gesperrt."
English: "My grandmother likes to bake cakes with apples.", where the sentences before and after match
Verdict: the sentence has nothing to do with its counterpart.

## When it stays silent

Comparable articles that only tell of the same event; two or more sentences without a partner in a row, since
newsrooms add and cut paragraphs; free renderings; titles; short sentences; texts in languages that the encoder does not
cover.

## Known limits

At the beginning and the end of an article there is only one neighbour, and nothing is said. Preview: in 148 stretches
of clean news (7,218 sentences, five languages) and 60 whole Russian articles nothing is flagged; but in 41 German
articles out of both versions of which single lines had been taken, three times two lines that lost their partners meet
in one place. Of 66 sentences exchanged for one of another article 24 are found.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples, is_garbled, make_finding
from xlcheck.model import LinkClass, PairMode, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import ArticlePair, Finding, Link

INFO = CheckInfo(
    id="XG108", name="detached", severity=Severity.WARNING, scope="pair", its="mistranslation", preview=True
)
FAR = 0.1
"""Cosine up to which two sentences have nothing in common."""
_LEAST_LETTERS = 20

_TUNNEL = "Der Tunnel unter dem Fluss bleibt wegen eines Brandes gesperrt."
EXAMPLES = Examples(
    fires=(
        Example(
            source=_TUNNEL,
            language="de",
            english="My grandmother likes to bake cakes with apples.",
            note="German",
        ),
        Example(
            source="河底隧道因火灾继续关闭，市长星期一宣布。",
            language="zh",
            english="My grandmother likes to bake cakes with apples.",
            note="Chinese",
        ),
        Example(
            source="Туннель под рекой остаётся закрытым из-за пожара.",
            language="ru",
            english="The orchestra played three encores on Friday night.",
            note="Russian",
        ),
    ),
    silent=(
        Example(source=_TUNNEL, language="de", english="The river tunnel stays shut after a fire."),
        Example(source=_TUNNEL, language="de", english="Cars have to take the bridge for the time being."),
        Example(
            source="河底隧道因火灾继续关闭，市长星期一宣布。",
            language="zh",
            english="The river tunnel stays shut after a fire, the mayor announced on Monday.",
        ),
        Example(source="Nein, danke.", language="de", english="Cake?", note="too short"),
        Example(
            source="Тунель під річкою залишається закритим через пожежу.",
            language="uk",
            english="The tunnel under the river stays shut after a fire.",
            note="a language that the encoder may not know",
        ),
    ),
)


def check(pair: ArticlePair, context: CheckContext, /) -> Iterator[Finding]:
    """Yield a finding per pair of sentences that stand in each other's place and share no meaning."""
    if pair.mode is not PairMode.PARALLEL:
        return
    for source_index, english_index, probability in _places(pair.links):
        source, english = pair.source.segments[source_index], pair.english.segments[english_index]
        if source.is_title or english.is_title or is_garbled(pair.source, [source_index]):
            continue
        if min(_letters(source.text), _letters(english.text)) < _LEAST_LETTERS:
            continue
        cosine = context.cosine(source.text, english.text)
        if cosine is None or cosine > FAR:
            continue
        yield make_finding(
            INFO,
            confidence=[("link", probability), ("meaning", 0.9)],
            verdict=Verdict.ARTICLES_DISAGREE,
            message="The sentence has nothing to do with the one whose place it takes.",
            where=[english.span],
            related=[source.span],
            evidence=[("cosine", f"{cosine:.2f}")],
        )


def _places(links: Sequence[Link]) -> Iterator[tuple[int, int, float]]:
    """Yield (source, English, probability) of single sentences that are linked, or alone between two links."""
    sure = sorted(
        (link for link in links if link.link_class is LinkClass.SURE and link.source and link.english),
        key=lambda link: link.source,
    )
    for link in sure:
        if len(link.source) == len(link.english) == 1:
            yield link.source[0], link.english[0], link.probability
    for before, after in pairwise(sure):
        source, english = max(before.source) + 1, max(before.english) + 1
        if min(after.source) == source + 1 and min(after.english) == english + 1:
            yield source, english, min(before.probability, after.probability)


def _letters(text: str) -> int:
    """Count letters; a sign of a dense script says as much as three."""
    return sum(3 if char >= "\N{HIRAGANA LETTER SMALL A}" else 1 for char in text if char.isalpha())
