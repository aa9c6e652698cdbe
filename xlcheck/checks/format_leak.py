"""English copy tells the time, dates and large numbers in the format of another language.

## What it does

Looks in English text for what only other languages write behind a figure: their word for the hour of the clock
(`clock`: 14 Uhr), for thousands, millions and so on (`scale`: 3.2 Mrd.), for a month (`month`: 3. Oktober); and for
dates in figures with full stops (`date-order`: 31.12.2021) and figures with the separators of other languages where no
reading as English is left (`separators`: 1.250.000 or 1.500,50). Each kind but the last is reported once an article.

## Why it matters

Such a format was carried over unread. An English reader takes 3.4.2021 for a day in March, and 3.2 Mrd. for nothing at
all; and a machine that reads the article reads it wrongly.

## Example

English: "The bridge opens at 14 Uhr and has cost 3.2 Mrd. euros so far."
Verdict: "14 Uhr" (clock) and "3.2 Mrd." (scale) are formats of another language.

## When it stays silent

In quotations, which may keep the original; in sentences of another language and in garbled ones; at words that are
English too (mil, bin), at abbreviations that agencies use in English (mln, bln); where number-format reports the same
figure by its counterpart. Marks of quotation are the matter of quote-marks.

## Known limits

Figures that can be read as English are left to number-format, which needs a counterpart. Only English copy is judged:
newspapers of other countries write figures in more than one style. Dates with full stops are in use in some British
offices and on the pages of many European ones, so that they are only a note, and only behind a preposition ("on
31.12.2021"). Measured on 3,582 sentences of clean news, 27,000 of Europarl and 60,000 each of three other sources: one
date is reported, in Europarl.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples, is_garbled, make_finding
from xlcheck.extract.cldr import cldr
from xlcheck.extract.quotations.drafts import paragraphs_of, scan
from xlcheck.lang.profile import known_languages, load_profile
from xlcheck.model import Severity, Verdict
from xlcheck.score.garble.dictionary import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.extract.quotations.drafts import Paragraph
    from xlcheck.model import Finding, Side, Span

INFO = CheckInfo(
    id="XG106",
    name="format-leak",
    severity=Severity.WARNING,
    scope="article",
    its="locale-violation",
    languages=("en",),
)
CLOCK, SCALE, MONTH, DATE, SEPARATORS = "clock", "scale", "month", "date-order", "separators"
_MESSAGES = {
    CLOCK: "{} tells the time in the words of another language.",
    SCALE: "{} gives a large number in the words of another language.",
    MONTH: "{} names the month in another language.",
    DATE: "{} is a date in figures as other languages write it: day, month, year, with full stops.",
    SEPARATORS: "{} has the separators of another language between its figures.",
}
_CONFIDENCE = {CLOCK: 0.95, SCALE: 0.95, MONTH: 0.93, DATE: 0.9, SEPARATORS: 0.95}
_SHOWN = 5
_LEAST_LETTERS = 3
_LONGEST_WORD = 16
_WORD_BEHIND = re.compile(r"(?<![\w.,:])\d[\d.,:]{0,12}\.?\s?(?P<word>[^\W\d_]{2,20})\b")
_NAMED_DATE = re.compile(
    r"(?<![\w.,:/-])(?:[12]\d|3[01]|0?[1-9])"
    r"(?:\.\s?(?P<dotted>[^\W\d_]{3,12})\b|\s(?P<plain>[^\W\d_]{3,12})\b(?=,?\s(?:19|20)\d\d\b))"
)
_DATE = re.compile(r"(?<![\w.,/-])(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.\s?(?:19|20)\d\d(?![\w/-]|[.,]\d)")
_SEPARATORS = re.compile(r"(?<![\w.,/-])\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|\.\d{3},\d{1,2})(?![\w/-]|[.,]\d)")

EXAMPLES = Examples(
    fires=(
        Example(english="The bridge in Almsund opens at 14 Uhr on Monday, the mayor said.", cause=CLOCK, note="German"),
        Example(english="The bridge in Almsund has cost 3.2 Mrd. euros so far.", cause=SCALE, note="German"),
        Example(english="The bridge in Almsund has cost 3.2 млрд rubles so far.", cause=SCALE, note="Russian"),
        Example(english="The bridge in Almsund has cost 300 milyon lira so far.", cause=SCALE, note="Turkish"),
        Example(english="The bridge was opened on 3. Oktober 1998 by the mayor.", cause=MONTH, note="German"),
        Example(english="The bridge was opened on 12 décembre 1998 by the mayor.", cause=MONTH, note="French"),
        Example(english="The bridge was opened on 31.12.1998 by the mayor.", cause=DATE),
        Example(english="The bridge has cost 1.250.000 euros so far.", cause=SEPARATORS),
        Example(english="A ticket for the whole year costs 1.500,50 euros.", cause=SEPARATORS),
    ),
    silent=(
        Example(english="The bridge opens at 14:00 and has cost 3.2bn euros, $5 mln more than on 31/12/1998."),
        Example(english='The sign says "Offen bis 14 Uhr, 3. Oktober", a visitor from Almsund told us.'),
        Example(english="Version 1.2.2019 of the driver runs on 10.0.0.1; see section 4.12.2011-b and 1.500 g."),
        Example(english="The 4 Bio farms have 12 bin lorries, 3 mil of film and 2 MDR transmitters."),
        Example(english="Court 3 Wimbledon 1998: they met at 12. Almsund won, on 3 October 1998, in 90 May days."),
        Example(english="Die Brücke öffnet am 31.12.1998 um 14 Uhr und kostet 1.250.000 Euro.", language="de"),
        Example(english="Le pont ouvre le 31.12.1998 et coûte 1.250.000 euros.", language="fr"),
    ),
)


def check(side: Side, context: CheckContext, /) -> Iterator[Finding]:
    """Yield one finding per kind of leak."""
    del context
    places: dict[str, list[Span]] = {}
    for paragraph in paragraphs_of(side.segments):
        if paragraph.language not in INFO.languages:
            continue
        if is_garbled(side, range(paragraph.first, paragraph.last + 1)):
            continue
        for cause, start, end in _leaks(side.article.text, paragraph):
            places.setdefault(cause, []).append(side.article.span(start, end))
    groups = [(cause, spans) for cause, spans in places.items() if cause != SEPARATORS]
    # One by one, since number-format may report the same figure, and is then the one to speak.
    groups.extend((SEPARATORS, [span]) for span in places.get(SEPARATORS, ()))
    for cause, spans in groups:
        more = f" ({len(spans) - 1} more like it)" if len(spans) > 1 else ""
        yield make_finding(
            INFO,
            confidence=[("format", _CONFIDENCE[cause])],
            verdict=Verdict.TEXT_GARBLED,
            severity=Severity.NOTE if cause == DATE else None,
            message=_MESSAGES[cause].format(f"“{' '.join(spans[0].text.split())}”") + more,
            where=spans[:_SHOWN],
            cause=cause,
            evidence=[("places", str(len(spans)))],
        )


def _leaks(text: str, paragraph: Paragraph) -> Iterator[tuple[str, int, int]]:
    """Yield cause, start and end of each leak in a paragraph that stands in no quotation."""
    start, end, language = paragraph.start, paragraph.end, paragraph.language
    matches = [(_behind_figure(match["word"], language), match) for match in _WORD_BEHIND.finditer(text, start, end)]
    for match in _NAMED_DATE.finditer(text, start, end):
        matches.append((_month(match["dotted"] or match["plain"], language), match))
    prepositions = load_profile(language).garble.word_classes.get("preposition", ())
    for match in _DATE.finditer(text, start, end):
        before = text[max(start, match.start() - _LONGEST_WORD) : match.start()].split()
        matches.append((DATE if before and before[-1].lower() in prepositions else "", match))
    matches.extend((SEPARATORS, match) for match in _SEPARATORS.finditer(text, start, end))
    if not any(cause for cause, _ in matches):
        return
    quoted = bytearray(end - start)
    for draft in scan(text, paragraph, None):
        quoted[draft.start - start : draft.end - start] = b"\x01" * (draft.end - draft.start)
    for cause, match in matches:
        if cause and not any(quoted[match.start() - start : match.end() - start]):
            yield cause, match.start(), match.end()


def _behind_figure(word: str, language: str) -> str:
    """Return what a word tells behind a figure in another language, "" where it is none or a word of this one."""
    return "" if _is_own(word, language) else _foreign_words(language).get(word.casefold(), "")


def _month(word: str, language: str) -> str:
    return MONTH if not _is_own(word, language) and word.casefold() in _foreign_months(language) else ""


def _is_own(word: str, language: str) -> bool:
    """Tell whether a word, or what may be an acronym, belongs to the language of the text."""
    too_short = word.isascii() and len(word) < _LEAST_LETTERS
    lower = word.casefold()
    return too_short or word.isupper() or is_word(lower, language) or lower in _scales(language)


@cache
def _foreign_words(language: str) -> dict[str, str]:
    """What other languages write behind a figure, in small letters, with its cause."""
    found: dict[str, str] = {}
    for code in known_languages():
        if code != language:
            found.update(dict.fromkeys(_scales(code), SCALE))
            found.update(dict.fromkeys((word.casefold() for word in load_profile(code).dates.hour_words), CLOCK))
    return found


@cache
def _foreign_months(language: str) -> frozenset[str]:
    """The names of months in other languages; loading them takes a while, so only for what looks like a date."""
    others = (code for code in known_languages() if code != language)
    return frozenset(name.casefold() for code in others for name in cldr(code).months)


@cache
def _scales(language: str) -> frozenset[str]:
    return frozenset(word.removesuffix(".").casefold() for word in load_profile(language).numbers.scales)
