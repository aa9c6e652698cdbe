"""A name stands on one side only.

## What it does

Looks at sentences of parallel texts that surely correspond. Where one of them names a person, a place or a body of
which the other article does not speak at all, and the other one has no name to put in its place, the name was lost in
the one (name-missing) or put into the other (name-added).

## Why it matters

Who said or did something, and where, is what readers take away from a report. A name that a translation drops is gone
for them; one that it adds has no source.

## Example

| | |
|---|---|
| Source | Die Fähre brachte am Montag 40 Urlauber von **Dänemark** nach Portugal. |
| English | On Monday the ferry took 40 tourists to Portugal. |
| Verdict | name-missing |

## When it stays silent

In articles that report one event independently: each may say more than the other. On names of which the other article
speaks in any way: by part of the name, by another name of the place, its people or its adjective, by its government
(Moscow, the Kremlin, the White House), by an acronym, by its money. On persons where the other sentence has a pronoun
or a title instead ("der Minister"), on places where it says what they are ("the country"). On speakers of quotations,
whom quote-speaker compares. On the country where the source's language is spoken ("our country"), and on sentences with
more than two such names on a side, which do not say the same.
Where the encoder knows both languages, reading both sentences word by word makes a finding surer or silences it.

## Known limits

Names that may be translated (Northern Lights, Supreme Court) are not looked for. In languages without a word list,
names count only where they are known places or bodies, or where a title shows a person. Through Chinese characters
names are heard only roughly, and Chinese names the country where English leaves it out, so that a person or a country
alone never makes a finding at the default confidence; nor do acronyms and international bodies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import (
    CheckInfo,
    Example,
    Examples,
    language_at,
    make_finding,
    pair_verdict,
    segments_of,
    trusted_links,
)
from xlcheck.checks.lone_names import MAX_LONE, has_pronoun, has_stand_in, is_short_and_sure, lone_names
from xlcheck.checks.word_doubt import weighed
from xlcheck.compare.name_search import speaks_of_money
from xlcheck.compare.romanise import Script, script_of
from xlcheck.extract.names.copied_words import is_acronym
from xlcheck.lang.territories import is_country, is_home
from xlcheck.model import PairMode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.checks.base import CheckContext
    from xlcheck.checks.lone_names import LoneName
    from xlcheck.model import ArticlePair, Finding, Link, Mention, Side

INFO = CheckInfo(id="XE102", name="name-missing", severity=Severity.NOTE, scope="pair", its="omission")

EXAMPLES = Examples(
    fires=(
        Example(
            language="de",
            source="Die Fähre brachte am Montag 40 Urlauber von Dänemark nach Portugal.",
            english="On Monday the ferry took 40 tourists to Portugal.",
            cause="name-missing",
            note="a country is lost",
        ),
        Example(
            language="fr",
            source="Le ferry a transporté lundi 40 touristes en Norvège.",
            english="On Monday the ferry of the firm Holloway took 40 tourists to Norway.",
            cause="name-added",
            note="a name without a source",
        ),
        Example(
            language="ru",
            source="Паром отправился в понедельник из Норвегии в Португалию.",
            english="On Monday the ferry left for Portugal.",
            cause="name-missing",
            note="an inflected name",
        ),
    ),
    silent=(
        Example(
            language="de",
            source="Der Minister sagte, dass die Brücke gebaut werde.",
            english="Lindqvist said that the bridge would be built.",
            note="a role for a name",
        ),
        Example(
            language="de",
            source="Lindqvist sagte, dass die Brücke gebaut werde.",
            english="He said that the bridge would be built.",
            note="a pronoun for a name",
        ),
        Example(
            language="ru",
            source="Москва отвергла это предложение.",
            english="Russia rejected the proposal.",
            note="a capital for its country",
        ),
        Example(
            language="fr",
            source="Les États-Unis ont rejeté la proposition.",
            english="The White House rejected the proposal.",
            note="a seat of government for a country",
        ),
        Example(
            language="de",
            source="Die britische Regierung lehnte ab.",
            english="Downing Street declined.",
            note="another seat of government",
        ),
        Example(
            language="de",
            source="Das Land hat im vergangenen Jahr mehr Stahl ausgeführt.",
            english="Portugal exported more steel last year.",
            note="what a place is, for its name",
        ),
        Example(
            language="zh",
            source="这家公司投资了1亿新元。",
            english="The company invested 100 million Singapore dollars.",
            note="the money of a country",
        ),
        Example(
            language="fr",
            source="La conférence a lieu à La Haye.",
            english="The conference takes place in Den Haag.",
            note="a name from a third language",
        ),
        Example(
            language="de",
            source="Nordkorea lehnte das Angebot am Montag ab.",
            english="On Monday the North rejected the offer.",
            note="the first word of a name that two countries share",
        ),
        Example(
            language="zh",
            source="我国今年的粮食产量有所增加。",
            english="China's grain output has increased this year.",
            note="our country",
        ),
        Example(
            language="ja",
            source="プーチン大統領は月曜日に会見した。",
            english="President Vladimir Putin held a press conference on Monday.",
            note="a part of the name, in kana",
        ),
        Example(
            language="de",
            source="Die Fähre brachte am Montag 40 Urlauber von Dänemark nach Portugal.",
            english="On Monday the ferry took 40 tourists to Portugal.",
            linked=False,
            note="no link",
        ),
    ),
)
_LONE = 0.62
_GUESSED = 0.75
"""How surely a name without counterpart was lost or added; the factor where it is only taken for a name. Set so that 1
in 200 correct sentence pairs is flagged at the default confidence."""

_BODY = 0.7
"""The factor for acronyms and bodies: they are translated, or called the bank or the bloc, twelve times in thirteen."""
_PRONOUN = 0.8
"""The factor for a person where the other sentence has a pronoun, even if it has counterparts: which one means whom?"""
_THROUGH_HAN = 0.75
"""The factor where either text is in Chinese characters: names are heard roughly in them, and they name more often the
country of which a report speaks."""

_EVEN = 1.5
"""Doubt about the name that changes nothing. Of the names that the rules accuse with any certainty, half of those that
were removed or exchanged on purpose lie above 1, and 15 of 351 others."""


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield a finding for each name that only one side of a sure link in parallel texts has."""
    if pair.mode is not PairMode.PARALLEL:
        return
    for link in trusted_links(pair):
        if not is_short_and_sure(link):
            continue
        source, english = lone_names(pair, link)
        if (source and english) or max(len(source), len(english)) > MAX_LONE:
            continue
        here, there = (pair.source, link.source), (pair.english, link.english)
        missing = [lone for lone in source if not _is_stood_in(lone, *there, *here)]
        added = [lone for lone in english if not _is_stood_in(lone, *here, *there)]
        missing = [lone for lone in missing if not _is_speaker(pair.source, lone)]
        added = [lone for lone in added if not _is_speaker(pair.english, lone)]
        for lone in missing:
            yield _finding(pair, link, lone, context, "name-missing", maybe_meant=has_pronoun(*there))
        for lone in added:
            yield _finding(pair, link, lone, context, "name-added", maybe_meant=has_pronoun(*here))


def _is_stood_in(lone: LoneName, side: Side, indexes: Sequence[int], other: Side, others: Sequence[int]) -> bool:
    """Tell whether a side may speak of a name by a pronoun or a title, of a place by what it is or by its money."""
    key = lone.mention.key
    if has_stand_in(side, indexes, other, others, place=bool(key)):
        return True
    return bool(key) and any(
        speaks_of_money(segment.text, segment.language, key) for segment in segments_of(side, indexes)
    )


def _is_speaker(side: Side, lone: LoneName) -> bool:
    """Tell whether a name is that of the speaker of a quotation, whom another check compares."""
    speakers = (quote.speaker.span for quote in side.facts.quotes if quote.speaker)
    return any(span.contains(lone.mention.span) for span in speakers)


def _goes_without_saying(pair: ArticlePair, mention: Mention) -> bool:
    """Tell whether a name in Chinese characters is a country or lies at home, which English may leave out."""
    if script_of(mention.span.text) is not Script.HAN:
        return False
    language = language_at(pair.source, mention.span)
    return "/" not in mention.key or is_home(mention.key, language)


def _is_body(mention: Mention) -> bool:
    if mention.key:
        return "/" not in mention.key and not is_country(mention.key)
    return is_acronym(mention.name)


def _finding(
    pair: ArticlePair, link: Link, lone: LoneName, context: CheckContext, cause: str, *, maybe_meant: bool
) -> Finding:
    span = lone.mention.span
    certainty = _LONE * lone.certainty * (1.0 if lone.is_sure else _GUESSED)
    if maybe_meant and not lone.mention.key:
        certainty *= _PRONOUN
    if _is_body(lone.mention):
        certainty *= _BODY
    if lone.is_rough or _goes_without_saying(pair, lone.mention):
        certainty *= _THROUGH_HAN
    certainty = weighed(certainty, span, pair, link, context, even=_EVEN)
    where = "the English text does" if cause == "name-missing" else "the source does"
    return make_finding(
        INFO,
        confidence=[("link", link.probability), ("comparison", round(certainty, 3))],
        verdict=pair_verdict(pair, source=link.source, english=link.english),
        message=f"“{span.text}” is named here, but {where} not speak of it.",
        where=[span],
        cause=cause,
        evidence=[("name", lone.mention.name)],
    )
