"""A name was replaced by another one.

## What it does

Looks at sentences that surely correspond. Where one of them names a person or a place that the other article does not
speak of at all, and the other one names a person or a place that is likewise nowhere in the first article, the one name
has been put in the place of the other.

## Why it matters

The wrong minister, or the wrong country, in a sentence that is otherwise right is the costliest mistake a news text can
make, and spelling checkers and fluency scores see nothing wrong with it.

## Example

| | |
|---|---|
| Source | Außenministerin **Lindqvist** reiste am Montag nach **Portugal**. |
| English | Foreign Minister **Lindqvist** travelled to **Poland** on Monday. |
| Verdict | name-replaced |

## When it stays silent

On spellings of one name in different languages and scripts (Schukow, Zhukov, Жуков), misspellings, case endings,
partial names, a capital or a government's seat for its country, adjectives (Russian for Russland), acronyms and names
of organisations, which are translated. On names that only one side has: an article may say more than another. When
either name, or anything that sounds like it, occurs anywhere in the other article; and for links that are not sure.
Where the encoder knows both languages, reading both sentences word by word makes a finding surer or silences it.

## Known limits

Persons count only where a title or the rest of the article shows that they are persons, or where given name and family
name stand together. Two cities of one country are
told apart in parallel texts only, and only those that the news often name. In scripts without capital letters names
count where they are known or stand with a title. When two names are replaced in one sentence, nothing
is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples, make_finding, pair_verdict, segments_of, trusted_links
from xlcheck.checks.lone_names import MAX_LONE, is_short_and_sure, lone_names
from xlcheck.checks.replaced_names import replacement_certainty
from xlcheck.checks.word_doubt import weighed
from xlcheck.compare.in_segments import facts_within
from xlcheck.compare.name_search import names_place
from xlcheck.lang.territories import cities, own_names_of
from xlcheck.model import PairMode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.checks.base import CheckContext
    from xlcheck.model import ArticlePair, Finding, Link, Mention, Side

INFO = CheckInfo(id="XE101", name="name-changed", severity=Severity.ERROR, scope="pair", its="mistranslation")

EXAMPLES = Examples(
    fires=(
        Example(
            language="de",
            source="Die Fähre brachte am Montag 40 Urlauber nach Portugal.",
            english="On Monday the ferry took 40 tourists to Poland.",
            cause="name-replaced",
            note="another country",
        ),
        Example(
            language="de",
            source="Die Verhandlungen in Kopenhagen dauerten drei Tage.",
            english="The negotiations in Budapest lasted three days.",
            cause="name-replaced",
            note="another city",
        ),
        Example(
            language="de",
            source="Nach Angaben von Ministerin Lindqvist wird die Brücke gebaut.",
            english="According to Minister Okonjo, the bridge will be built.",
            cause="name-replaced",
            note="another person",
        ),
        Example(
            language="de",
            source="Die Messe in München dauert bis Sonntag.",
            english="The fair in Hamburg lasts until Sunday.",
            cause="name-replaced",
            note="another city of the same country",
        ),
        Example(
            language="zh",
            source="展会在慕尼黑举行到周日。",
            english="The fair in Hamburg lasts until Sunday.",
            cause="name-replaced",
            note="Chinese and English, another city of the same country",
        ),
        Example(
            language="ja",
            source="世界貿易機関は月曜日に報告書を発表した。",
            english="The World Health Organization published its report on Monday.",
            cause="name-replaced",
            note="Japanese and English, another body",
        ),
        Example(
            language="hi",
            source="प्रतिनिधिमंडल मंगलवार को डेनमार्क पहुंचा।",
            english="The delegation arrived in Portugal on Tuesday.",
            cause="name-replaced",
            note="Hindi and English",
        ),
        Example(
            language="zh",
            source="该计划由FAO管理。",
            english="The plan is run by the FOA.",
            cause="name-replaced",
            note="an acronym that Chinese copies, two letters exchanged",
        ),
        Example(
            language="ru",
            source="Во вторник делегация покинула Нигер.",
            english="The delegation left Nigeria on Tuesday.",
            cause="name-replaced",
            note="Russian and English",
        ),
        Example(
            source="The delegation left Niger on Sunday.",
            english="The delegation left Nigeria on Sunday.",
            cause="name-replaced",
            note="two English texts, two countries that sound alike",
        ),
        Example(
            source="Judge Margaret Holloway closed the hearing.",
            english="Judge Peter Stanwick closed the hearing.",
            cause="name-replaced",
            note="two English texts, another person",
        ),
    ),
    silent=(
        Example(
            language="de",
            source="Außenminister Pawel Schukow reiste nach Moskau.",
            english="Foreign Minister Pavel Zhukov travelled to Moscow.",
            note="spelling across languages",
        ),
        Example(
            language="de",
            source="Russland lehnte den Vorschlag ab.",
            english="The Kremlin rejected the proposal.",
            note="a seat of government for its country",
        ),
        Example(
            language="de",
            source="Die Regierung in Frankreich stimmte zu.",
            english="The French government agreed.",
            note="an adjective for the country",
        ),
        Example(
            language="de",
            source="Die OSZE und die Vereinten Nationen warnten.",
            english="The OSCE and the UN issued a warning.",
            note="acronyms and translated names",
        ),
        Example(
            language="de",
            source="Frau Lindqvist sagte, die Brücke werde gebaut.",
            english="The minister said the bridge would be built, according to Reuters.",
            note="a name on one side, a role on the other",
        ),
        Example(
            language="ru",
            source="Во вторник министр Павел Жуков был в Москве.",
            english="Minister Pavel Zhukov was in Moscow on Tuesday.",
            note="transliteration and case endings",
        ),
        Example(
            language="zh",
            source="该计划由FAO管理。",
            english="The plan is run by the Food and Agriculture Organization.",
            note="an acronym and what it stands for",
        ),
        Example(
            language="ru",
            source="Учения Северного флота завершились в среду.",
            english="The exercises of the Fleet of Holloway ended on Wednesday.",
            note="an adjective in the name of a body, which is translated",
        ),
        Example(
            language="hi",
            source="मंत्री पावेल ज़ुकोव ने मंगलवार को मॉस्को में कहा।",
            english="Minister Pavel Zhukov said in Moscow on Tuesday.",
            note="a name in Devanagari, with a mark below a letter",
        ),
        Example(
            language="ko",
            source="홍길동 장관은 화요일 부산에 도착했다.",
            english="Minister Hong Gil-dong arrived in Busan on Tuesday.",
            note="a name and a city in Hangul",
        ),
        Example(
            source="Mr Okonjo met Anthony Holloway in Dublin.",
            english="Emeka Okonjo met Antony Holloway in the Irish capital.",
            note="a misspelling, a partial name, and a description of a city",
        ),
    ),
)

_CITIES = 0.8
"""How surely, in parallel texts, two cities of one country without counterpart stand for each other."""
_UNEVEN = 0.9
"""Factor where one side has another name without counterpart."""
_EVEN = -1.5
"""Doubt about the English name that changes nothing. One person's name in the place of another's is doubted little; all
56 replaced names that the rules accuse lie above this, and 3 of 6 correct ones below -3.6."""
_SAID_PLAINLY = 0.6
"""Certainty from which a replaced name is an error; below it is a warning, since in 148 clean news articles most of the
few pairs there were no replacements, and a guess must not fail a build."""


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield a finding for each sure link in which exactly one name on either side has no counterpart anywhere."""
    for link in trusted_links(pair):
        if is_short_and_sure(link):
            yield from _check_link(pair, link, context)
            if pair.mode is PairMode.PARALLEL:
                yield from _check_cities(pair, link, context)


def _check_cities(pair: ArticlePair, link: Link, context: CheckContext) -> Iterator[Finding]:
    """Yield a finding where two cities of one country stand for each other, of which the other article has neither.

    Cities of two countries are left to the check of all names. A capital may stand for its country, but not for
    another city of it in a text that otherwise says the same.
    """
    source = _lone_cities(pair.source, link.source, pair.english)
    english = _lone_cities(pair.english, link.english, pair.source)
    if not len(source) == len(english) == 1:
        return
    left, right = source[0], english[0]
    if left.key.partition("/")[0] == right.key.partition("/")[0]:
        yield _finding(pair, link, left, right, _CITIES, context)


def _lone_cities(side: Side, indexes: tuple[int, ...], other: Side) -> list[Mention]:
    """Return the cities in some sentences, each once, that the other article does not name."""
    languages = {segment.language for segment in other.segments}
    mentions = facts_within(side.facts.mentions, segments_of(side, indexes))
    found = {mention.key: mention for mention in mentions if mention.key in cities()}
    return [
        mention
        for key, mention in found.items()
        if all(own_names_of(key, one) and not names_place(other.article.text, one, key) for one in languages)
    ]


def _check_link(pair: ArticlePair, link: Link, context: CheckContext) -> Iterator[Finding]:
    source, english = lone_names(pair, link)
    most = MAX_LONE if pair.mode is PairMode.PARALLEL else 1
    if not 0 < len(source) <= most or not 0 < len(english) <= most:
        return
    certainty, first, second = max(
        ((replacement_certainty(pair, link, a, b), a, b) for a in source for b in english), key=lambda item: item[0]
    )
    if not certainty:
        return
    if len(source) != len(english):
        certainty *= _UNEVEN
    yield _finding(pair, link, first.mention, second.mention, certainty, context)


def _finding(
    pair: ArticlePair, link: Link, left: Mention, right: Mention, certainty: float, context: CheckContext
) -> Finding:
    doubted = weighed(certainty, right.span, pair, link, context, even=_EVEN)
    return make_finding(
        INFO,
        confidence=[("link", link.probability), ("comparison", round(doubted, 3))],
        verdict=pair_verdict(pair, source=link.source, english=link.english),
        message=f"“{right.span.text}” stands where the other text has “{left.span.text}”.",
        where=[right.span],
        related=[left.span],
        cause="name-replaced",
        evidence=[("source name", left.name), ("english name", right.name)],
        severity=None if min(certainty, doubted) >= _SAID_PLAINLY else Severity.WARNING,
    )
