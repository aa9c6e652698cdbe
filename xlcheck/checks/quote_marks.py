"""A quotation mark has no partner, or the marks are those of another language.

## What it does

Pairs the quotation marks of each paragraph, whatever styles it mixes, and reports an opening mark that nothing closes
and a closing one that nothing opened. A quotation that goes on in the next paragraph, which then opens with a mark of
its own, is in order. Marks that the language does not use («…» in an English text) are reported once an article.

## Why it matters

Where a mark is lost nobody can tell where the quotation ends and the reporter begins. Marks of another language are
left over from a translation.

## Example

| | |
|---|---|
| Text | **"**The bridge is safe, Ada Lindqvist said. |
| Verdict | no-partner |

## When it stays silent

When straight marks, or the marks of several styles of the language, are mixed; at apostrophes, at signs for inches and
seconds, and at single marks, which look like them; when the language's marks are not known; in garbled text.

## Known limits

A list in which every line opens with a mark and none closes is reported line by line. Where two marks of a pair are of
different styles („…") they count as a pair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples, is_garbled, make_finding
from xlcheck.extract.quotations.drafts import paragraphs_of
from xlcheck.extract.quotations.marks import SINGLE, family_of, pair_marks
from xlcheck.lang.profile import load_profile
from xlcheck.model import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.checks.base import CheckContext
    from xlcheck.extract.quotations.drafts import Paragraph
    from xlcheck.model import Finding, Side, Span

INFO = CheckInfo(
    id="XQ105", name="quote-marks", severity=Severity.NOTE, scope="article", its="typographical", preview=True
)

EXAMPLES = Examples(
    fires=(
        Example(
            english='"The bridge is safe, Ada Lindqvist said on Friday.', cause="no-partner", note="nothing closes it"
        ),
        Example(
            language="de",
            english="Die Brücke ist sicher“, sagte Ilse Brandt am Freitag.",
            cause="no-partner",
            note="nothing opened it",
        ),
        Example(
            language="ru",
            english="«Мост безопасен, — сказала Ада Линдквист в пятницу.",
            cause="no-partner",
            note="a Russian quotation that nothing closes",
        ),
        Example(
            english="«The bridge is safe», Ada Lindqvist said.", cause="foreign-marks", note="marks of another language"
        ),
    ),
    silent=(
        Example(english='"The bridge is safe," Ada Lindqvist said. “It will stay open.”', note="two styles"),
        Example(
            english="“The bridge is safe,” she said.\n\n“It was built by us.\n\n“And it will stay open.”",
            note="a quotation over two paragraphs",
        ),
        Example(
            language="de", english="„Die Brücke ist ‚sicher‘“, sagte sie. »Sie bleibt offen.«", note="nested, mixed"
        ),
        Example(
            language="ru",
            english="«Мост „Северный“ безопасен», — сказала Ада Линдквист.",
            note="Russian marks within marks",
        ),
        Example(
            english="The workers' boat is 12\" wide and 5'10\" high, from the '90s.", note="inches and apostrophes"
        ),
    ),
)

NO_PARTNER = 0.8
"""A lost mark may also be a sign that the scanner does not know."""
FOREIGN = 0.7
CONTEXT = 40


def check(side: Side, _context: CheckContext) -> Iterator[Finding]:
    """Yield a finding for each mark without a partner, and one for marks of another language."""
    paragraphs = list(paragraphs_of(side.segments))
    foreign: list[Span] = []
    for place, paragraph in enumerate(paragraphs):
        if is_garbled(side, range(paragraph.first, paragraph.last + 1)):
            continue
        profile = load_profile(paragraph.language)
        if not profile.quotes.marks:
            continue
        scan = pair_marks(side.article.text, paragraph.start, paragraph.end, profile.quotes)
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        lost = [start for start, _, family in scan.unclosed if family != SINGLE]
        if lost and _goes_on(side, scan.unclosed[-1][2], following):
            lost.pop()
        for at in sorted((*lost, *scan.stray)):
            yield _no_partner(side, paragraph, at)
        known = set(profile.quotes.marks)
        for pair in scan.pairs:
            marks = side.article.text[pair.start] + side.article.text[pair.end - 1]
            if pair.family != SINGLE and marks.isascii() is False and not set(marks) <= known | set("\"'"):
                foreign.append(side.article.span(pair.start, pair.end))
    if foreign:
        yield make_finding(
            INFO,
            confidence=[("comparison", FOREIGN)],
            verdict=Verdict.TEXT_GARBLED,
            message=f"The quotation marks {foreign[0].text[0]}…{foreign[0].text[-1]} are not those of the text's "
            "language.",
            where=foreign[:1],
            cause="foreign-marks",
            evidence=[("quotations marked so", str(len(foreign)))],
        )


def _goes_on(side: Side, family: str, following: Paragraph | None) -> bool:
    return following is not None and family_of(side.article.text[following.start]) == family


def _no_partner(side: Side, paragraph: Paragraph, at: int) -> Finding:
    text = side.article.text
    left, right = max(at - CONTEXT, paragraph.start), min(at + CONTEXT, paragraph.end)
    return make_finding(
        INFO,
        confidence=[("comparison", NO_PARTNER)],
        verdict=Verdict.TEXT_GARBLED,
        message=f"The quotation mark {text[at]} has no partner in its paragraph.",
        where=[side.article.span(at, at + 1)],
        cause="no-partner",
        evidence=[("around it", " ".join(text[left:right].split()))],
    )
