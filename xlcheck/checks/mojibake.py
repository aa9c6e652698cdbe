"""Characters that were decoded wrongly or lost before the file came.

## What it does

Points at words whose characters are UTF-8 read in another encoding ("TrÃ¼mmer" for "Trümmer") and at replacement
characters, which stand where a character was lost. One finding per line; where more than five lines are affected, one
for the article.

## Why it matters

Broken characters hide names and quotation marks from every comparison, and from readers. They mostly mean that a whole
batch went through the wrong decoder, which is worth knowing before anything else is compared.

## Example

German: "Die BrÃ¼cke Ã¼ber den Almsund"
Verdict: wrongly decoded UTF-8; it would read "Brücke".

## When it stays silent

Accents, typographic quotation marks and letters of any script that are what they should be; lines that were set aside
as boilerplate; single odd letters that do not decode to anything better.

## Known limits

Text that was decoded wrongly twice, or lost its accents altogether ("Muller" for "Müller"), is not seen. Nothing is
repaired.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples, make_finding
from xlcheck.model import LineRole, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import Finding, Side, TextEvidence

INFO = CheckInfo(id="XG103", name="mojibake", severity=Severity.WARNING, scope="article", its="characters")
MOJIBAKE = "mojibake"
LOST = "replacement-character"
_MOST_LINES = 5
"""From more affected lines on, one finding stands for the article."""
_MOST_SPANS = 10
_CERTAINTY = {MOJIBAKE: 0.95, LOST: 0.97}

EXAMPLES = Examples(
    fires=(
        Example(english="The mayor of MÃ¼nsdorf said that the bridge is safe.", cause=MOJIBAKE, note="one word"),
        Example(english="The harbour caf\N{REPLACEMENT CHARACTER} closed on Monday.", cause=LOST, note="a lost letter"),
        Example(
            english="Die BrÃ¼cke Ã¼ber den Almsund wird geschlossen.", language="de", cause=MOJIBAKE, note="two words"
        ),
        Example(
            english="Der B\N{REPLACEMENT CHARACTER}rgermeister sprach von gro\N{REPLACEMENT CHARACTER}en Sch"
            "\N{REPLACEMENT CHARACTER}den.",
            language="de",
            cause=LOST,
            note="several in one line",
        ),
    ),
    silent=(
        Example(english="The café “Zur Brücke” in Malmö charges €5 – naïve visitors pay £9."),
        Example(english="São Tomé and Łódź signed; Ángel Ibáñez and Đorđe Šarić did not."),
        Example(english="Die Brücke über den Almsund – „größer als je zuvor“ – kostet 5 €.", language="de"),
        Example(english="Übermäßig schöne Äpfel aus Ærøskøbing, sagte Åse Ødegård.", language="de"),
    ),
)


def check(side: Side, context: CheckContext, /) -> Iterator[Finding]:
    """Yield one finding per affected line, or one for the article."""
    del context
    lines = _by_line(side)
    if len(lines) > _MOST_LINES:
        yield _finding([item for found in lines for item in found], lines=len(lines))
        return
    for found in lines:
        yield _finding(found, lines=1)


def _by_line(side: Side) -> list[list[TextEvidence]]:
    """Return the evidence of each affected line that is checked at all, in order."""
    wanted = [item for item in side.article.evidence if item.kind in _CERTAINTY]
    grouped: list[list[TextEvidence]] = []
    at = 0
    for line in side.article.lines:
        found: list[TextEvidence] = []
        while at < len(wanted) and wanted[at].span.start < line.span.end:
            if wanted[at].span.start >= line.span.start and line.role is not LineRole.SKIPPED:
                found.append(wanted[at])
            at += 1
        if found:
            grouped.append(found)
    return grouped


def _finding(found: Sequence[TextEvidence], *, lines: int) -> Finding:
    cause = MOJIBAKE if any(item.kind == MOJIBAKE for item in found) else LOST
    first = next(item for item in found if item.kind == cause)
    message = f"“{first.span.text}” is broken: {first.note}."
    if lines > 1:
        message = (
            f"{len(found)} places on {lines} lines have broken characters, such as “{first.span.text}”: {first.note}."
        )
    elif len(found) > 1:
        message = f"Broken characters in {len(found)} places of this line, such as “{first.span.text}”: {first.note}."
    where = [first.span, *(item.span for item in found if item is not first)]
    return make_finding(
        INFO,
        confidence=[("characters", _CERTAINTY[cause])],
        verdict=Verdict.TEXT_GARBLED,
        message=message,
        where=where[:_MOST_SPANS],
        cause=cause,
        evidence=[(item.kind, item.note) for item in found[:_MOST_SPANS]],
    )
