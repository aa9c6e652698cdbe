"""Our own translation of a sentence cannot be trusted, so nothing is concluded from it.

## What it does

Reports sentences whose local machine translation failed in a way that can be measured: nothing came out, words repeat,
the source was copied, it is far too short or too long, numbers or names are missing, it is in another script, the model
itself finds it improbable or has quite different alternatives. Sentences with the same reason are one finding.

## Why it matters

The translation is a witness, not the evidence. Whoever reads it beside the article should know which sentences of it
are worthless, and a curator sees which articles the language pack cannot cope with. Such a translation is used neither
to pair nor to align, and no finding about the articles rests on it.

## Example

Source (German): "Der Stadtrat von Almsund hat am Montag beschlossen, die alte Brücke am Hafen zu schließen."
Our translation: "The council the council the council the council the."
Verdict: words repeat, so this translation cannot be trusted.

## When it stays silent

Free but sound translations; numbers written as words; repetitions that the source has too; names that stay as they are;
sentences that nothing was translated in; sentences that are broken themselves, which garbled-text reports.

## Known limits

Only what shows on the face of a translation is seen: one that is fluent, of the right length and wrong stays trusted.
Thresholds are set so that human translations are never suspected, or nearly never.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples, is_garbled, make_finding
from xlcheck.model import Severity, Verdict
from xlcheck.translate.health import CAUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import Finding, Segment, Side, Translation

INFO = CheckInfo(
    id="XT101", name="our-translation-suspect", severity=Severity.NOTE, scope="article", its="mistranslation"
)
OTHER = "other"
_GROUPS = 4
"""So many reasons are reported by themselves for an article, those with most sentences; the rest as one."""
_SHOWN = 5
"""So many sentences are shown for a reason."""
_EXCERPT = 120
"""Longest translation that is quoted in full, in characters."""

_GERMAN = "Der Stadtrat von Almsund hat am Montag beschlossen, die alte Brücke am Hafen zu schließen."
EXAMPLES = Examples(
    fires=(
        Example(
            english=_GERMAN,
            language="de",
            translation="The council the council the council the council the council the.",
            cause="repeats",
            note="a loop",
        ),
        Example(english=_GERMAN, language="de", translation="–", cause="empty", note="nothing but a mark"),
        Example(english=_GERMAN, language="de", translation="The town council.", cause="too-short", note="dropped"),
        Example(english=_GERMAN, language="de", translation=_GERMAN, cause="copied", note="the source again"),
        Example(
            english="Im Jahr 2019 kamen 1.340 Gäste, im Jahr 2021 nur noch 216.",
            language="de",
            translation="The ferry was very full and everybody was happy about it.",
            cause="numbers-missing",
            note="fluent, and not what was said",
        ),
        Example(
            english="По словам мэра Альмсунда Ивана Кареева, мост закроют до осени.",
            language="ru",
            translation="The weather will stay as it is until the end of the week.",
            cause="names-missing",
            note="no name is left",
        ),
        Example(
            english="市议会星期一决定关闭旧港大桥，直到明年春天才会重新开放。",
            language="zh",
            translation="The city.",
            cause="too-short",
            note="Chinese, dropped",
        ),
    ),
    silent=(
        Example(
            english=_GERMAN,
            language="de",
            translation="Almsund's city council decided on Monday to close the old harbour bridge.",
            note="sound",
        ),
        Example(english=_GERMAN, language="de", note="nothing translated it"),
        Example(
            english="„Nein, nein, nein“, rief sie.",
            language="de",
            translation="“No, no, no,” she cried.",
            note="said so",
        ),
        Example(english="Es waren 12 Boote.", language="de", translation="There were twelve boats.", note="as a word"),
        Example(
            english="По словам мэра Ивана Кареева, мост закроют до осени.",
            language="ru",
            translation="According to mayor Ivan Kareyev, the bridge will be closed until autumn.",
            note="names in another script",
        ),
        Example(
            english="市议会星期一决定关闭旧港大桥。",
            language="zh",
            translation="On Monday the city council decided to close the old harbour bridge.",
            note="few signs, many letters",
        ),
    ),
)


def check(side: Side, context: CheckContext, /) -> Iterator[Finding]:
    """Yield a finding per reason, the most frequent first."""
    del context
    groups: dict[str, list[tuple[Segment, Translation]]] = {}
    for translation in side.translations:
        if translation.suspect and not is_garbled(side, [translation.segment]):
            found = (side.segments[translation.segment], translation)
            groups.setdefault(translation.suspect[0], []).append(found)
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    for reason, members in ranked[:_GROUPS]:
        yield _finding(members, CAUSES.get(reason, OTHER), reason)
    if rest := ranked[_GROUPS:]:
        members = sorted((found for _, group in rest for found in group), key=lambda found: found[0].index)
        yield _finding(members, OTHER, "; ".join(reason for reason, _ in rest))


def _finding(members: list[tuple[Segment, Translation]], cause: str, reason: str) -> Finding:
    first = members[0][1]
    what = "translation of this sentence" if len(members) == 1 else f"translations of {len(members)} sentences"
    evidence = [("our translation", _excerpt(first.text)), ("reasons", "; ".join(first.suspect))]
    if first.pack:
        evidence.append(("pack", first.pack))
    if first.score is not None:
        evidence.append(("log-probability per token", f"{first.score:.2f}"))
    return make_finding(
        INFO,
        confidence=[("signals", 0.9)],
        verdict=Verdict.TRANSLATION_SUSPECT,
        message=f"Our {what} cannot be trusted: {reason}. Nothing is concluded from it.",
        where=[segment.span for segment, _ in members[:_SHOWN]],
        cause=cause,
        evidence=evidence,
    )


def _excerpt(text: str) -> str:
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
